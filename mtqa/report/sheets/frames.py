"""The sheets Findings, Segments and Documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mtqa.report.page.highlight import Mark
from mtqa.report.sheets.table import Marked, add_sheet
from mtqa.report.tables import records, tables

if TYPE_CHECKING:
    from openpyxl import Workbook

    from mtqa.report.base import Results

Place = tuple[str, int]

FINDING_COLUMNS = ("document", "segment", "severity", "category", "check", "code", "words", "message", "suggestion",
                   "confidence", "penalty", "target", "source", "side", "start", "end", "document_start",
                   "document_end")  # fmt: skip
SIDES = ("target", "source", "reference")


def add_frames(book: Workbook, results: Results) -> None:
    """Add the three sheets; in segments, and beside each finding, the words are marked in their text."""
    frames = tables(results)
    segments, found = records(frames["segments"]), records(frames["findings"])
    texts = {(row["document"], row["segment"]): row for row in segments}
    add_sheet(book, "Findings", FINDING_COLUMNS, [_finding(row, texts) for row in found])
    marks = _marks(found)
    columns = [str(column) for column in frames["segments"].columns]
    add_sheet(book, "Segments", columns, [_segment(row, marks) for row in segments])
    documents = records(frames["documents"])
    add_sheet(
        book, "Documents", [str(column) for column in frames["documents"].columns], [[*r.values()] for r in documents]
    )
    _colour_severities(book["Findings"], len(found))


def _finding(row: dict[str, Any], texts: dict[Place, dict[str, Any]]) -> list[Any]:
    segment = texts.get((row["document"], row["segment"]), {})
    mark = Mark(row["start"], row["end"], 1, row["severity"])
    shown = {side: Marked(segment.get(side) or "", (mark,) if row["side"] == side else ()) for side in SIDES}
    values = {**row, "words": row["text"], **{side: shown[side] for side in ("target", "source")}}
    return [values[column] for column in FINDING_COLUMNS]


def _marks(found: list[dict[str, Any]]) -> dict[tuple[str, int, str], list[Mark]]:
    marks: dict[tuple[str, int, str], list[Mark]] = {}
    for number, row in enumerate(found, start=1):
        mark = Mark(row["start"], row["end"], number, row["severity"])
        marks.setdefault((row["document"], row["segment"], row["side"]), []).append(mark)
    return marks


def _segment(row: dict[str, Any], marks: dict[tuple[str, int, str], list[Mark]]) -> list[Any]:
    found = {side: marks.get((row["document"], row["segment"], side)) for side in SIDES}
    return [
        Marked(value, tuple(found.get(name) or ())) if found.get(name) and value else value
        for name, value in row.items()
    ]


def _colour_severities(sheet: Any, rows: int) -> None:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    from mtqa.report.sheets.cells import FILL, INK

    if not rows:
        return
    for severity in INK:
        look = DifferentialStyle(fill=PatternFill(bgColor=FILL[severity], fill_type="solid"))
        rule = Rule(type="cellIs", operator="equal", formula=[f'"{severity}"'], dxf=look)
        sheet.conditional_formatting.add(f"C2:C{rows + 1}", rule)
