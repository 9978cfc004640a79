"""Cells that hold what they are given: texts that no program runs, findings' words in colour, missing values empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mtqa.report.cells import FORMULA, visible
from mtqa.report.page.highlight import Mark, pieces
from mtqa.report.tables import compact, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.cell import Cell
    from openpyxl.cell.rich_text import CellRichText

LIMIT = 32_767
"""How many characters a cell holds (Excel specifications and limits)."""

INK = {"critical": "8F1239", "major": "A83505", "minor": "7A5A05", "neutral": "4F5D6D"}
FILL = {
    "critical": "FADFE7", "major": "FDE6D8", "minor": "FAF0C8", "neutral": "E8ECF1",
    "good": "DCF0E6", "fair": "DCEEF4", "poor": "FBEBCF", "bad": "FADFE7", "plain": "E8ECF1",
}  # fmt: skip
LINES: dict[str, Literal["single", "double"]] = {
    "critical": "double",
    "major": "single",
    "minor": "single",
    "neutral": "single",
}


def put(cell: Cell, value: Any) -> None:
    """Give ``cell`` a value: numbers as numbers, everything else as text, also where it looks like a formula."""
    value = plain(value)
    if value is None or isinstance(value, bool | int | float):
        cell.value = value
        return
    text = fitting(value if isinstance(value, str) else compact(value))
    cell.value = text
    cell.data_type = "s"
    if FORMULA.match(text):
        cell.quotePrefix = True


def put_marked(cell: Cell, text: str, marks: Iterable[Mark]) -> None:
    """Give ``cell`` a text in which the words of the findings are coloured, underlined and bold."""
    marks = list(marks)
    rich = _rich(text, marks) if marks and len(text) <= LIMIT else None
    if rich is None:
        put(cell, text)
        return
    cell.value = rich
    cell.data_type = "s"
    if FORMULA.match(text):
        cell.quotePrefix = True


def _rich(text: str, marks: list[Mark]) -> CellRichText | None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    runs: list[str | TextBlock] = []
    for piece in pieces(text, marks):
        if piece.findings and piece.text:
            font = InlineFont(
                rFont="Calibri", sz=11, b=True, u=LINES[piece.severity], color=Color(rgb=INK[piece.severity])
            )
            runs.append(TextBlock(font, piece.text))
        elif piece.text:
            runs.append(piece.text)
    return CellRichText(runs) if any(not isinstance(run, str) for run in runs) else None


def fitting(text: str) -> str:
    """The text with control characters visible; one longer than a cell ends in a sentence that says what is missing."""
    text = visible(text)
    if len(text) <= LIMIT:
        return text
    note = f" … [{len(text)} characters; a cell holds {LIMIT}: the rest is in segments.csv]"
    return text[: LIMIT - len(note)] + note
