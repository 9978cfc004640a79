"""Lines for a terminal: of a width, with marked words, with colour or without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.report.cells import width as columns

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN, CLOSE = "\ue000", "\ue001"
"""Around words that are to be marked, from the private use area, taken out of every text beforehand."""

STYLES = {
    "critical": "1;35", "major": "1;31", "minor": "33", "neutral": "36", "good": "1;32", "fair": "1;36",
    "poor": "1;33", "bad": "1;31", "plain": "1", "bold": "1", "dim": "2", "words": "1;4",
}  # fmt: skip
"""Select Graphic Rendition parameters (ECMA-48, 8.3.117)."""


class Pen:
    """Lines of a width, with or without colour."""

    def __init__(self, width: int, *, colour: bool) -> None:
        """Write lines of at most ``width`` columns."""
        self.width = width
        self.colour = colour

    def paint(self, text: str, style: str) -> str:
        """The text in a style of :data:`STYLES`; as it is without colour."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def wrap(self, text: str, *, indent: str = "", first: str | None = None, style: str = "") -> list[str]:
        """The text in lines that fit; between :data:`OPEN` and :data:`CLOSE` it is marked, elsewhere in ``style``."""
        lead = indent if first is None else first
        room = self.width - max(columns(indent), columns(lead))
        marked = False
        rows = []
        for number, row in enumerate(_lines(text, room, 0 if self.colour else 1)):
            painted, marked = self._marked(row, style, inside=marked)
            rows.append((indent if number else lead) + painted)
        return rows

    def _marked(self, row: str, style: str, *, inside: bool) -> tuple[str, bool]:
        """A row with its marks, and whether a mark is still open at its end."""
        if not self.colour:
            return row.replace(OPEN, "⟦").replace(CLOSE, "⟧"), False
        out = []
        for part in re.split(f"([{OPEN}{CLOSE}])", row):
            if part in {OPEN, CLOSE}:
                inside = part == OPEN
            elif part:
                out.append(self.paint(part, "words") if inside else self.paint(part, style) if style else part)
        return "".join(out), inside


def _lines(text: str, room: int, mark: int) -> Iterator[str]:
    """Rows of at most ``room`` columns, broken at spaces, or inside a word that is wider; a mark takes ``mark``."""

    def wide(piece: str) -> int:
        marks = piece.count(OPEN) + piece.count(CLOSE)
        return columns(piece) + marks * (mark - 1)

    row = ""
    for word in text.split(" "):
        if row and wide(f"{row} {word}") > room:
            yield row
            row = word
        else:
            row = f"{row} {word}" if row else word
        *whole, row = _broken(row, room, mark)
        yield from whole
    if row:
        yield row


def _broken(row: str, room: int, mark: int) -> Iterator[str]:
    """The row in pieces of at most ``room`` columns, a character at least; the last one is what is left."""
    start = taken = 0
    for at, char in enumerate(row):
        size = mark if char in {OPEN, CLOSE} else columns(char)
        if at > start and taken + size > room:
            yield row[start:at]
            start, taken = at, 0
        taken += size
    yield row[start:]
