"""A text cut into pieces at the borders of its findings, so that nested and overlapping spans can all be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.report.cells import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SPACES = str.maketrans({" ": "␣", "\u00a0": "␣", "\t": "⇥", "\n": "↵"})


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of a finding in a text; ``number`` is the finding's own."""

    start: int
    end: int
    number: int
    severity: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings, none where it is fine.

    ``anchor`` is the number of the first finding that begins here (0: none does); an empty ``text`` under a finding is
    a place where something is missing.
    """

    text: str
    severity: str = ""
    findings: tuple[int, ...] = ()
    anchor: int = 0


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The pieces of ``text`` in order; joined they are the text, control characters made visible.

    A mark that reaches over the text's end is cut there. Of several findings at a place the most severe one gives the
    piece its severity, and findings are listed the most severe first.
    """
    inside = sorted((_within(mark, len(text)) for mark in marks), key=lambda mark: (mark.start, -mark.end, mark.number))
    cuts = sorted({0, len(text), *(mark.start for mark in inside), *(mark.end for mark in inside)})
    found: list[Piece] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        if gaps := [mark for mark in inside if mark.start == mark.end == start]:
            found.append(_piece("", gaps, start))
        if start < end:
            over = [mark for mark in inside if mark.start <= start and end <= mark.end and mark.start < mark.end]
            found.append(_piece(visible(text[start:end]), over, start))
    return found


def _within(mark: Mark, length: int) -> Mark:
    start = min(mark.start, length)
    return Mark(start, max(start, min(mark.end, length)), mark.number, mark.severity)


def _piece(text: str, marks: Sequence[Mark], start: int) -> Piece:
    ordered = sorted(marks, key=lambda mark: -Severity(mark.severity).rank)
    anchor = next((mark.number for mark in marks if mark.start == start), 0)
    severity = ordered[0].severity if ordered else ""
    return Piece(text, severity, tuple(mark.number for mark in ordered), anchor)


def anchors(found: Iterable[Piece]) -> dict[int, int]:
    """Finding -> the number in the anchor of the piece where it begins."""
    places: dict[int, int] = {}
    for piece in found:
        for number in piece.findings:
            places.setdefault(number, piece.anchor)
    return places


def spelled(text: str) -> str:
    """The words of a finding for a list: as they are, but white space alone in signs that can be seen."""
    return visible(text) if text.strip() else text.translate(SPACES)
