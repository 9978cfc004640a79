"""A frame as a sheet: header frozen, filters on, widths and number formats by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mtqa.errors import WriteError
from mtqa.report.sheets.cells import put, put_marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from mtqa.report.page.highlight import Mark

ROWS = 1_048_575
"""How many rows a sheet holds below its header (Excel specifications and limits)."""

WIDTHS = {
    "target": 60, "source": 60, "reference": 60, "message": 52, "suggestion": 26, "words": 32, "document": 26,
    "category": 34, "check": 22, "verdict": 16, "severity": 11,
}  # fmt: skip
OTHER_WIDTH = 12
LOOKS = ("mtqa head", "mtqa text", "mtqa number", "mtqa whole")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the findings to be shown in it."""

    text: str
    marks: tuple[Mark, ...]


def add_looks(book: Workbook) -> None:
    """Name the styles that the sheets share."""
    from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill

    top = Alignment(vertical="top", wrap_text=True)
    plain_top = Alignment(vertical="top")
    body = Font(name="Calibri", size=11)
    head = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
    dark = PatternFill("solid", start_color="2B3645")
    for style in (
        NamedStyle("mtqa head", font=head, fill=dark, alignment=Alignment(vertical="center", wrap_text=True)),
        NamedStyle("mtqa text", font=body, alignment=top),
        NamedStyle("mtqa number", font=body, alignment=plain_top, number_format="0.0"),
        NamedStyle("mtqa whole", font=body, alignment=plain_top, number_format="0"),
    ):
        book.add_named_style(style)


def add_sheet(book: Workbook, name: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Worksheet:
    """A sheet called ``name`` with a header of ``columns`` and ``rows`` below; more rows than Excel has are refused."""
    if len(rows) > ROWS:
        raise WriteError(
            f"the xlsx report: expected at most {ROWS} rows in the sheet {name!r}, found {len(rows)}; "
            "choose --format csv or parquet."
        )
    sheet: Worksheet = book.create_sheet(name)
    looks = _looks(sheet)
    for index, values in enumerate((columns, *rows), start=1):
        sheet.append([_cell(sheet, value, looks["mtqa head" if index == 1 else _look(value)]) for value in values])
    sheet.freeze_panes = "A2"
    if columns:
        _lay_out(sheet, columns, len(rows))
    return sheet


def _looks(sheet: Worksheet) -> dict[str, Any]:
    """Style arrays to make cells with: naming a style for each cell takes as long as writing the sheet."""
    from openpyxl.cell import Cell

    sample: Any = Cell(sheet, 1, 1)
    found = {}
    for name in LOOKS:
        sample.style = name
        found[name] = sample._style  # noqa: SLF001 - there is no public way to share a style between cells
        sample._style = None  # noqa: SLF001
    return found


def _cell(sheet: Worksheet, value: Any, look: Any) -> Cell:
    from openpyxl.cell import Cell

    cell = Cell(sheet, 1, 1, style_array=look)
    if isinstance(value, Marked):
        put_marked(cell, value.text, value.marks)
    else:
        put(cell, value)
    return cell


def _look(value: Any) -> str:
    if isinstance(value, bool):
        return "mtqa text"
    return "mtqa number" if isinstance(value, float) else "mtqa whole" if isinstance(value, int) else "mtqa text"


def _lay_out(sheet: Worksheet, columns: Sequence[str], rows: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(column, OTHER_WIDTH)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{rows + 1}"
    sheet.row_dimensions[1].height = 24
    sheet.sheet_view.zoomScale = 100
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
