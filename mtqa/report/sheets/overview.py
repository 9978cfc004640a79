"""The first sheet: the verdict, the scores, the counts with their charts, what was left out, how it was made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from mtqa.report.bands import points
from mtqa.report.cells import counted
from mtqa.report.page.charts import category_name
from mtqa.report.sheets.cells import FILL, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from mtqa.report.summary import Summary

BARS = {"critical": "A3194A", "major": "D2531A", "minor": "B58709", "neutral": "7B8794", "other": "2F86A6"}
HEIGHTS = {1: 24, 3: 30, 4: 20}
CHART_CM = {"width": 15.0, "height": 7.5}


def add_overview(book: Workbook, said: Summary, categories: Iterable[str]) -> None:
    """Add the sheet Summary; ``categories`` are those of the findings."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = book.create_sheet("Summary")
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for letter, width in {"A": 24, "B": 14, "C": 62, "D": 3}.items():
        sheet.column_dimensions[letter].width = width
    _head(sheet, said)
    row = _block(sheet, 6, "Scores, 0 to 100", _scores(said))
    row, first = _block(sheet, row, "Findings by severity", [(k.capitalize(), n) for k, n in said.counts.items()]), row
    _chart(sheet, "Findings by severity", first + 1, row - 2, "E2", [BARS[severity] for severity in said.counts])
    tally = sorted(Counter(map(category_name, categories)).items(), key=lambda item: (-item[1], item[0]))
    row, first = _block(sheet, row, "Findings by category", tally), row
    if tally:
        _chart(sheet, "Findings by category", first + 1, row - 2, "E19", [BARS["other"]] * len(tally))
    row = _block(sheet, row, "Suppressed, by reason", [(n, None, reason) for reason, n in said.reasons])
    row = _block(sheet, row, "Suppressions that match nothing", [(text,) for text in said.unused])
    row = _block(sheet, row, "What this report leaves out", [(text,) for text in said.skipped])
    _block(sheet, row, "How it was made", [(name, None, text) for name, text in said.made])


def _head(sheet: Worksheet, said: Summary) -> None:
    from openpyxl.styles import Font, PatternFill

    put(sheet["A1"], said.title)
    facts = said.languages, counted(said.segments, "segment"), counted(said.words, "word")
    put(sheet["A2"], " · ".join(filter(None, facts)))
    put(sheet["A3"], (said.verdict or "not judged").capitalize())
    put(sheet["A4"], f"{said.meaning} {said.why}".strip())
    for row, height in HEIGHTS.items():
        sheet.row_dimensions[row].height = height
    sheet["A1"].font = Font(name="Calibri", size=16, bold=True)
    sheet["A3"].font = Font(name="Calibri", size=18, bold=True)
    for cell in sheet["A3:C3"][0]:
        cell.fill = PatternFill("solid", start_color=FILL[said.tone])


def _scores(said: Summary) -> list[tuple[Any, ...]]:
    own = [(score.name, None if score.value is None else float(points(score.value, 1)), score.meaning)
           for score in (*said.scores, said.mqm)]  # fmt: skip
    return [*own, *((score.name, score.value, score.meaning) for score in said.corpus)]


def _block(sheet: Worksheet, row: int, title: str, lines: Iterable[tuple[Any, ...]]) -> int:
    """Write a titled block at ``row``, nothing where it has no lines; the row after the blank one below it."""
    from openpyxl.styles import Font

    lines = list(lines)
    if not lines:
        return row
    head: Any = sheet.cell(row, 1)
    put(head, title)
    head.font = Font(name="Calibri", size=12, bold=True)
    for index, values in enumerate(lines, start=row + 1):
        for column, value in enumerate(values, start=1):
            cell: Any = sheet.cell(index, column)
            put(cell, value)
            if isinstance(value, float):
                cell.number_format = "0.0"
    return row + len(lines) + 2


def _chart(sheet: Worksheet, title: str, first: int, last: int, place: str, colours: Sequence[str]) -> None:
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.type = "bar"
    chart.title = title
    chart.legend = None
    chart.gapWidth = 60
    for side, length in CHART_CM.items():
        setattr(chart, side, length)
    chart.y_axis.majorGridlines = None
    chart.y_axis.delete, chart.x_axis.delete = True, False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.add_data(Reference(sheet, min_col=2, min_row=first, max_row=last))
    chart.set_categories(Reference(sheet, min_col=1, min_row=first, max_row=last))
    series = chart.series[0]
    _colour(series, colours)
    _label(series)
    sheet.add_chart(chart, place)


def _colour(series: Any, colours: Sequence[str]) -> None:
    from openpyxl.chart.marker import DataPoint
    from openpyxl.chart.shapes import GraphicalProperties

    series.dPt = [DataPoint(idx=index, spPr=GraphicalProperties(solidFill=each)) for index, each in enumerate(colours)]


def _label(series: Any) -> None:
    from openpyxl.chart.label import DataLabelList

    labels = DataLabelList()
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    series.dLbls = labels
