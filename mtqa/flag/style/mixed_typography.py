"""STY103."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit
from mtqa.flag.consistency.base import Collector, Row, document_check, sureness, times

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS: dict[str, dict[str, re.Pattern[str]]] = {
    "quotation marks": {
        "„…“": re.compile("„"), "»…«": re.compile(r"»(?=\w)"), "«…»": re.compile(r"«(?=\w)"),
        "“…”": re.compile(r"(?<!\w)“(?=\w)(?=[^“„]*”)"), '"…"': re.compile(r'(?<![\w"])"(?=\w)'),
    },
    "dashes": {
        " – ": re.compile("(?<=\\s)–(?=\\s)"), " — ": re.compile("(?<=\\s)—(?=\\s)"), " - ": re.compile("(?<=\\w\\s)-(?=\\s\\w)"),
        "word—word": re.compile("(?<=\\w)—(?=\\w)"),
    },
    "apostrophes": {"’": re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])"), "'": re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")},
}  # fmt: skip
"""What may be written in several ways -> the way -> how to see it."""

SIGNS = frozenset("„“»«\"–—-’'")


class _Styles:
    """Per kind and way how often, where first, and where each stands."""

    def __init__(self, share: float) -> None:
        self.share = share
        self.places: dict[str, dict[str, list[tuple[Row, Span]]]] = {kind: {} for kind in KINDS}

    def add(self, row: Row, unit: Unit) -> None:
        """Keep the first mark of each way in the segment."""
        if SIGNS.isdisjoint(row.target):
            return
        text = unit.target.masked
        for kind, ways in KINDS.items():
            for way, pattern in ways.items():
                if match := pattern.search(text):
                    self.places[kind].setdefault(way, []).append((row, Span(match.start(), match.end())))

    def hits(self) -> Iterator[tuple[Row, Hit]]:
        """A hit for the mark of each segment that has not the text's usual way, where that is clear."""
        for kind, ways in self.places.items():
            total = sum(map(len, ways.values()))
            order = sorted(ways, key=lambda way: (-len(ways[way]), ways[way][0][0].order))
            for way in order[1:]:
                if len(ways[way]) <= self.share * total:
                    yield from _all(kind, order[0], ways[order[0]], ways[way])


def _all(
    kind: str, usual: str, places: list[tuple[Row, Span]], rare: list[tuple[Row, Span]]
) -> Iterator[tuple[Row, Hit]]:
    for row, span in rare:
        message = f"The text's {kind} are {usual.strip()} {times(len(places))}, first in segment {places[0][0].number}."
        yield row, Hit(span, message, "", sureness(len(places), len(rare)))


@document_check(
    "STY103",
    category="style/inconsistent",
    severity=Severity.NEUTRAL,
    options={"share": 0.34},
    examples=[
        Example("a\nb", "Er sagte „ja“.\nSie sagte „nein“."),
        Example("a\nb", "Er sagte „ja“.\nSie sagte »nein«.", note="nothing is usual yet"),
        Example("a\nb", "the cat’s tail\nthe dogs’ tails", "de", "en"),
        Example("a\nb\nc", "Er sagte „ja“.\nSie sagte „nein“.\nEs sagte ⟦\"⟧vielleicht\"."),
        Example("a\nb\nc", "so – und so\nja – oder nein\nda ⟦-⟧ und weg"),
        Example("a\nb\nc", "the cat’s tail\nit isn’t\nthey ⟦don't⟧".replace("⟦don't⟧", "don⟦'⟧t"), "de", "en"),
    ],
)  # fmt: skip
def mixed_typography(share: float) -> Collector:
    """Quotation marks, dashes or apostrophes are written in several ways in one text.

    Mentioned are the marks of a way that at most ``share`` of the text's segments with such marks have.
    """
    return _Styles(share)
