"""What the page shows, in values that the template only has to lay out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mtqa.compare.base import Comparison, Interval, Scored
from mtqa.compare.differing import Differing, Side, differing
from mtqa.compare.said import shown
from mtqa.data import Range
from mtqa.report.bands import band_of, bands
from mtqa.report.page.highlight import Mark, Piece, pieces, spelled
from mtqa.summary import BANDS

ROW = 26
"""Height of a row of a chart in pixels."""


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a translation; ``own`` says that no other system has these words there."""

    piece: Piece
    own: bool


@dataclass(frozen=True, slots=True)
class SideView:
    """One system's translation of a segment."""

    system: int
    quality: float | None
    tone: str
    words: tuple[Words, ...]
    findings: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A segment; ``best`` is the number of the system that is ahead, -1 where none is."""

    anchor: str
    document: str
    name: str
    source: str
    reference: str
    spread: float
    best: int
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class Whisker:
    """A system's interval on a scale: all in percent of its width."""

    system: int
    y: int
    low: float
    at: float
    high: float
    said: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The systems' intervals of one measure, over each other."""

    name: str
    title: str
    note: str
    low: str
    high: str
    height: int
    rows: tuple[Whisker, ...]


def segments(found: Comparison, limit: int) -> list[SegmentView]:
    """The segments where the systems differ most."""
    return [_segment(found, number, one) for number, one in enumerate(differing(found, limit))]


def _segment(found: Comparison, number: int, one: Differing) -> SegmentView:
    known = [side for side in one.sides if side.quality is not None]
    best = max(known, key=lambda side: side.quality or 0.0).system if known and one.spread > 0 else -1
    return SegmentView(f"s{number}", one.unit.document, one.unit.name, one.unit.source, one.unit.reference, one.spread, best,
                       tuple(_side(found, side) for side in one.sides))  # fmt: skip


def _side(found: Comparison, side: Side) -> SideView:
    band = band_of(side.quality, bands(found.about.get("bands") or BANDS))
    marks = [
        Mark(finding["start"], finding["end"], number, finding["severity"])
        for number, finding in enumerate(side.findings, start=1)
        if finding["side"] == "target"
    ]
    shown = tuple({**finding, "words": spelled(finding["text"] or "")} for finding in side.findings)
    return SideView(side.system, side.quality, band.tone if band else "plain",
                    tuple(_words(pieces(side.text, marks), side.own)), shown)  # fmt: skip


def _words(found: Sequence[Piece], own: Sequence[Range]) -> Iterator[Words]:
    """The pieces cut where words that others share begin or end."""
    at = 0
    for piece in found:
        end = at + len(piece.text)
        cuts = sorted({at, end, *(place for span in own for place in span if at < place < end)})
        if at == end:
            yield Words(piece, own=False)
        for start, stop in pairwise(cuts):
            part = Piece(piece.text[start - at : stop - at], piece.severity, piece.findings, piece.anchor)
            yield Words(part, any(low <= start and stop <= high for low, high in own))
        at = end


def charts(found: Comparison) -> Iterator[Chart]:
    """A chart for each measure that all systems have."""
    for scored in found.scores:
        if all(one.value is not None for one in scored.systems):
            yield _chart(found, scored)


def _chart(found: Comparison, scored: Scored) -> Chart:
    ends = [value for one in scored.systems for value in (one.low, one.value, one.high) if value is not None]
    low, high = min(ends), max(ends)
    if high - low < 1e-9:
        low, high = low - 1, high + 1

    def across(value: float | None, other: float) -> float:
        return round(100 * ((other if value is None else value) - low) / (high - low), 2)

    def whisker(row: int, system: int, one: Interval) -> Whisker:
        value = one.value or 0.0
        said = f"{found.names[system]} {shown(scored, system, 1)}" + (
            f" ({one.low:,.1f} to {one.high:,.1f})" if one.low is not None else ""
        )
        return Whisker(
            system, ROW * row + 13, across(one.low, value), across(value, value), across(one.high, value), said
        )

    rows = [whisker(row, place.system, scored.systems[place.system]) for row, place in enumerate(found.ranking)]
    better = "more is better" if scored.better > 0 else "less is better"
    return Chart(
        scored.name.replace("+", "p"), scored.label, better, f"{low:,.1f}", f"{high:,.1f}", ROW * len(rows), tuple(rows)
    )
