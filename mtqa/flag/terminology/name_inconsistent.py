"""TER104."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit
from mtqa.flag.consistency.base import Collector, Row, document_check, sureness, times
from mtqa.flag.terms import quoted, span_of
from mtqa.text.lexicon import has_words, lemma, zipf
from mtqa.text.names import POSSESSIVE, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Span

LETTERS = 5
"""Shorter names are too like each other."""

FREQUENT = 2.2
"""Zipf frequency from which a word is none that one would misspell without noticing."""

CONSONANTS = 3
"""Sounds that two spellings of one name must share where more than a letter differs."""

CROWD = 50
"""Names of one key that a name is held against: keeps the time linear where a run has very many."""

Place = tuple[Row, "Span", bool]
"""Where a name stands, and whether its source spells it so too."""


class _Names:
    """Places of strange names by spelling."""

    def __init__(self) -> None:
        self.places: dict[str, list[Place]] = {}

    def add(self, row: Row, unit: Unit) -> None:
        """Keep the places of words that look like names that no dictionary has."""
        view = unit.target
        for at, form in enumerate(view.forms):
            if len(form) >= LETTERS and form[0].isupper() and _strange(name := _bare(form), view.lang):
                copied = name.lower() in unit.source_words or form.lower() in unit.source_words
                self.places.setdefault(name, []).append((row, span_of(view, at, at + 1), copied))

    def hits(self) -> Iterator[tuple[Row, Hit]]:
        """A hit for each place of the rarer of two spellings."""
        for usual, rare in _pairs(self.places):
            for row, span, _ in self.places[rare]:
                first, count = self.places[usual][0][0], len(self.places[usual])
                text = quoted(usual, row.target_lang)
                message = f"Elsewhere this is {text}, {times(count)}, first in segment {first.number}."
                better = usual if row.target[span.start : span.end] == rare else ""
                yield row, Hit(span, message, better, sureness(count, len(self.places[rare])))


def _bare(form: str) -> str:
    return POSSESSIVE.sub("", form)


@lru_cache(1 << 15)
def _strange(name: str, lang: str) -> bool:
    plain = len(name) >= LETTERS and name[1:].islower() and has_words(lang)
    return plain and zipf(name, lang) < FREQUENT and not lemma(name, lang)


def _pairs(places: dict[str, list[Place]]) -> Iterator[tuple[str, str]]:
    """(Usual, rare) spellings of one name: the same sounds, or a letter too many, missing, wrong or swapped."""
    done: set[str] = set()
    order = sorted(places, key=lambda name: _merit(places[name]))
    near = _neighbours(order)
    for usual in order:
        for rare in near[usual]:
            if rare not in done and usual not in done and rare != usual and _one_name(usual, rare, places):
                done.add(rare)
                yield usual, rare


def _merit(places: list[Place]) -> tuple[object, ...]:
    """What makes a spelling the usual one: how often it stands, whether the source has it too, and that it came first."""
    row, span, _ = places[0]
    return -len(places), not any(_rooted(*place) for place in places), row.order, span


def _rooted(row: Row, span: Span, copied: bool) -> bool:
    """Whether the source has the spelling, perhaps without a genitive's *s*."""
    return copied or row.target[span.start : span.end].removesuffix("s") in row.source


def _neighbours(names: list[str]) -> dict[str, list[str]]:
    """Name -> those after it in the list that share its sounds or are the same but for a letter, by hashing.

    Two words with one letter deleted from each are equal if they are at most a letter apart (the symmetric deletion of
    SymSpell, Garbe 2012).
    """
    buckets: dict[str, list[str]] = defaultdict(list)
    out: dict[str, list[str]] = {name: [] for name in names}
    for name in names:
        low = name.lower()
        keys = {low, *(low[:at] + low[at + 1 :] for at in range(1, len(low)))}
        for key in sorted({*keys, f" {skeleton(name)}"} if len(skeleton(name)) >= CONSONANTS else keys):
            for other in buckets[key][:CROWD]:
                if name not in out[other]:
                    out[other].append(name)
            buckets[key].append(name)
    return out


def _one_name(usual: str, rare: str, places: dict[str, list[Place]]) -> bool:
    """Whether two spellings are one name, and the source does not have both."""
    from rapidfuzz.distance import OSA, Prefix

    if all(copied for *_, copied in places[usual]) and all(copied for *_, copied in places[rare]):
        return False
    if Prefix.similarity(usual, rare) >= min(len(usual), len(rare)) - 1:
        return False  # endings
    same_sounds = skeleton(usual) == skeleton(rare) and len(skeleton(usual)) >= CONSONANTS
    return same_sounds or OSA.distance(usual.lower(), rare.lower(), score_cutoff=1) == 1


@document_check(
    "TER104",
    category="terminology/inconsistent",
    severity=Severity.MINOR,
    needs=("source",),
    examples=[
        Example("Hartwell spoke.\nWitkoff listened.", "Hartwell sprach.\nWitkoff hörte zu."),
        Example("Hartwell spoke.\nHartnell listened.", "Hartwell sprach.\nHartnell hörte zu.", note="two people"),
        Example("Dmitriev’s plan\nDmitriev", "Dmitrijews Plan\nDmitrijew", note="an ending"),
        Example("Dmitriev spoke.\nDmitriev left.\nDmitriev",
                "Dmitrijew sprach.\n⟦Dmitriew⟧ ging.\nDmitrijew"),
        Example("the envoy Witkoff\nWitkoff spoke\nWitkoff", "der Gesandte Witkoff\n⟦Wittkoff⟧ sprach\nWitkoff"),
        Example("Prigoschin sprach.\nPrigoschin ging.\nPrigoschin", "Prigozhin spoke.\n⟦Prigoshin⟧ left.\nPrigozhin",
                "de", "en"),
    ],
)  # fmt: skip
def name_inconsistent() -> Collector:
    """One name is spelled in two ways in one text.

    The reader takes *Dmitrijew* and *Dmitriew* for two people. Reported is the rarer spelling of names that no dictionary
    has, unless the source has both, too.
    """
    return _Names()
