"""STY101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit
from mtqa.flag.consistency.base import Collector, Row, document_check, sureness, times
from mtqa.flag.terms import quoted, span_of, words_at
from mtqa.knowledge.variants import Found, found, respelled
from mtqa.lang.base import short
from mtqa.text.names import STARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Span
    from mtqa.text.view import View

VARIETIES = ("American", "British")


class _Seen:
    """One spelling in one place."""

    __slots__ = ("better", "light", "row", "span", "text")

    def __init__(self, row: Row, span: Span, text: str, better: str, *, light: bool) -> None:
        self.row = row
        self.light = light
        self.span = span
        self.text = text
        self.better = better


class _Variants:
    """Places by pair and side."""

    def __init__(self, varieties: bool) -> None:
        self.varieties = varieties
        self.pairs: dict[int, tuple[list[_Seen], list[_Seen]]] = {}
        self.kinds: dict[int, str] = {}

    def add(self, row: Row, unit: Unit) -> None:
        """Keep the places of words that have two spellings."""
        view = unit.target
        for hit in found(view):
            if not _may_be_name(view, hit):
                text = words_at(view, hit.first, hit.last)
                better = respelled(hit, text, view.lang)
                seen = _Seen(
                    row, span_of(view, hit.first, hit.last), text, better, light=not better or hit.spelling.exact
                )
                self.pairs.setdefault(hit.spelling.pair, ([], []))[hit.spelling.side].append(seen)
                self.kinds[hit.spelling.pair] = hit.spelling.kind

    def hits(self) -> Iterator[tuple[Row, Hit]]:
        """A hit for each place of the rarer spelling; where spellings do not meet, of the rarer variety."""
        for pair in sorted(self.pairs):
            one, other = self.pairs[pair]
            if one and other:
                yield from _rarer(one, other)
        if self.varieties:
            yield from self._mixed()

    def _mixed(self) -> Iterator[tuple[Row, Hit]]:
        sides: tuple[list[_Seen], list[_Seen]] = ([], [])
        for pair in sorted(self.pairs):
            if self.kinds[pair] == "us-uk" and not all(self.pairs[pair]):
                for side in (0, 1):
                    sides[side].extend(self.pairs[pair][side])
        few = 0 if len(sides[0]) < len(sides[1]) else 1
        if sides[few] and len(sides[1 - few]) >= MANY * len(sides[few]):
            for seen in sides[few]:
                message = (
                    f"This spelling is {VARIETIES[few]}; the text is {VARIETIES[1 - few]} {times(len(sides[1 - few]))}."
                )
                yield seen.row, Hit(seen.span, message, seen.better, 0.6, Severity.NEUTRAL)


MANY = 3
"""How many times as frequent a variety must be for the other to be a slip."""


def _rarer(one: list[_Seen], other: list[_Seen]) -> Iterator[tuple[Row, Hit]]:
    """Hits for the side with fewer places; of equals for the one that came later."""
    if (-len(one), one[0].row.order, one[0].span) > (-len(other), other[0].row.order, other[0].span):
        one, other = other, one
    for seen in other:
        text = quoted(one[0].text, seen.row.target_lang)
        message = f"The text spells this word {text} {times(len(one))}, first in segment {one[0].row.number}."
        yield seen.row, Hit(seen.span, message, seen.better, sureness(len(one), len(other)),
                            Severity.NEUTRAL if seen.light else None)  # fmt: skip


def _may_be_name(view: View, hit: Found) -> bool:
    """Whether a capital in the middle of an English sentence makes it part of a name: *Labour Party*."""
    if short(view.lang) == "de":
        return False
    inner = hit.first > 0 and view.forms[hit.first - 1] not in STARTS
    return inner and view.forms[hit.first][0].isupper()


@document_check(
    "STY101",
    category="style/inconsistent",
    severity=Severity.MINOR,
    options={"varieties": True},
    examples=[
        Example("a\nb", "ein Delfin\nzwei Delfine"),
        Example("a\nb", "per E-Mail\neine Emaille", note="another word"),
        Example("a\nb", "the colour grey\nthe Labour Party and its labour", "de", "en"),
        Example("a\nb", "so, dass er kam\nsodass er kam", note="two conjunctions"),
        Example("a\nb\nc", "ein Delfin\nzwei ⟦Delphine⟧\ndrei Delfine"),
        Example("a\nb\nc", "aufgrund des Wetters\n⟦auf Grund⟧ der Lage\naufgrund eines Fehlers"),
        Example("a\nb\nc", "per E-Mail\neine ⟦Email⟧\nmehrere E-Mails"),
        Example("a\nb", "the colour of it\n⟦colored⟧ glass", "de", "en"),
        Example("a\nb\nc\nd", "the colour of it\nin the centre\na neighbour\nthe ⟦theater⟧", "de", "en",
                note="one American word in a British text"),
    ],
)  # fmt: skip
def variant_inconsistent(varieties: bool) -> Collector:
    """One word has two legal spellings in one text.

    Both are right, but a text keeps to one. Reported is the rarer one; what differs in spaces or
    capitals alone (*mithilfe, mit Hilfe*) is only mentioned. With ``varieties`` single American words in a
    British text, or the other way round, are mentioned too.
    """
    return _Variants(varieties)
