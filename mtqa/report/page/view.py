"""What the page shows, in values that the template only has to lay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.report.page.charts import Chart, Column
    from mtqa.report.page.highlight import Piece
    from mtqa.report.summary import DocumentLine, Summary


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in the list; ``place`` is the number in the anchor of the words in the text."""

    number: int
    severity: str
    category: str
    group: str
    check: str
    code: str
    side: str
    lang: str
    words: str
    message: str
    suggestion: str
    confidence: int | None
    segment: str
    segment_anchor: str
    place: int


@dataclass(frozen=True, slots=True)
class SideView:
    """One text of a segment in its pieces; ``empty`` says what it means that there is none."""

    name: str
    lang: str
    pieces: tuple[Piece, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A segment: what it is held against on the left, the translation on the right."""

    anchor: str
    name: str
    scores: tuple[tuple[str, float], ...]
    tone: str
    band: str
    doubt: int | None
    moved: bool
    bead: str
    against: tuple[SideView, ...]
    target: SideView


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with those of its segments that are shown."""

    anchor: str
    name: str
    line: DocumentLine | None
    segments: tuple[SegmentView, ...]


@dataclass(frozen=True, slots=True)
class SuppressedView:
    """A finding that is not reported, and why not."""

    words: str
    lang: str
    check: str
    code: str
    place: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. ``choices`` are the filters: name -> (value, label, how many findings)."""

    summary: Summary
    documents: tuple[DocumentView, ...]
    findings: tuple[FindingView, ...]
    charts: tuple[Chart, ...]
    qualities: tuple[Column, ...]
    choices: dict[str, tuple[tuple[str, str, int], ...]]
    notes: tuple[str, ...]
    segments_left: int
    findings_left: int
    suppressed: tuple[SuppressedView, ...] = ()
