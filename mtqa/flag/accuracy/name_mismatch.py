"""ACC008."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lexicon import has_words, lemma, zipf
from mtqa.text.names import inner_capitals, same_name, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = 5
"""Shorter names are too like each other."""

FREQUENT = 2.2
"""A word of the target that is at least so frequent is a word or a customary name (*Moskau*), not a slip."""

COMMON = 4.0
"""A word of the source that is at least so frequent is no name that anybody would misspell (*Thursday*)."""


@check(
    "ACC008",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=58,
    examples=[
        Example("President Zelensky met Lavrov.", "Präsident Selenskyj traf Lawrow.", note="transliterated"),
        Example("the Chukotka region", "die Region Tschukotka"),
        Example("the talks in Moscow", "die Gespräche in Moskau", note="a customary German name"),
        Example("said Steve Witkoff", "sagte er", note="a pronoun may stand for a name"),
        Example("with Witkoff's help", "mit Witkoffs Hilfe"),
        Example("the Anchorage summit", "der Anchorager Gipfel"),
        Example("Präsident Selenskyj", "President Zelensky", "de", "en"),
        Example("said envoy Steve Witkoff", "sagte der Gesandte Steve ⟦Witkopp⟧"),
        Example("the envoy Kirill Dmitriev", "der Gesandte Kirill ⟦Dmirtiev⟧"),
        Example("the mayor, Anna Hartwell, said", "sagte Bürgermeisterin Anna ⟦Hartmell⟧"),
        Example("die Gesandte Anna Hartwell sagte", "envoy Anna ⟦Hartmell⟧ said", "de", "en"),
    ],
)
def name_mismatch(unit: Unit) -> Iterator[Hit]:
    """A name is spelled otherwise than in the source, and not by custom.

    The reader takes *Witkopp* for somebody else. Reported is a word that no dictionary has, that is one or two letters
    away from a name of the source, where that name itself is missing. Transliterations (*Zelensky*, *Selenskyj*),
    customary names (*Moskau*) and endings are no errors; a name left out may be a pronoun now.
    """
    target, source = unit.target.lang, unit.source.lang
    strange = [
        token for token in map(unit.target.tokens.__getitem__, unit.target.capitals)
        if len(token.text) >= LETTERS and _strange(token.text, target, source)
        and token.text.lower() not in unit.source_words
    ]  # fmt: skip
    if not strange:
        return
    names = [name for name in inner_capitals(unit.source) if _certain(unit, name)]
    for token in strange:
        name = next((name for name in names if _slipped(token.text, name)), None)
        if name is not None and not lemma(token.text, unit.target.lang):
            yield Hit(Span(token.start, token.end), f"The source spells this name {name}.", name, 0.8)


@lru_cache(1 << 15)
def _strange(text: str, target: str, source: str) -> bool:
    """Whether it looks like a name that neither language knows."""
    return (
        text[1:].islower() and has_words(target)
        and zipf(text, target) < FREQUENT and zipf(text, source) < FREQUENT
    )  # fmt: skip


def _certain(unit: Unit, name: str) -> bool:
    """Whether it is a name, and the target has it neither by itself, nor with an ending, nor by another custom."""
    if len(name) < LETTERS or zipf(name, unit.source.lang) >= COMMON:
        return False
    tokens = unit.target.tokens
    return not any(same_name(name, tokens[at].text) for at in unit.target.capitals)


def _slipped(word: str, name: str) -> bool:
    """Whether ``word`` is ``name`` with a slip of one or two letters that neither custom nor an ending explains."""
    from rapidfuzz.distance import OSA, Prefix

    most = 2 if len(name) >= 7 else 1
    distance = OSA.distance(word.lower(), name.lower(), score_cutoff=most)
    if not 0 < distance <= most or word[0] != name[0] or skeleton(word) == skeleton(name):
        return False
    return Prefix.similarity(word, name) < min(len(word), len(name)) - 1
