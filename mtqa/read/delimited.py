"""Cells of a delimited table: with RFC 4180 quoting, or with none, as tab-separated files often are.

Own code, because Python's ``csv`` drops the quotation marks of an unquoted table, joins the rows between two of them,
limits a cell's length, and does not say in which line a row begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from mtqa.errors import ReadError
from mtqa.read.decode import LINE_END

LF = re.compile(r"\r?\n")
UNCLOSED = "expected each quoted cell to end in a quotation mark, found none or text behind it; double marks inside."


@dataclass(slots=True)
class Cells:
    """One way to read a table: its rows and the line in which each begins.

    ``marks`` are the cells that stood in quotation marks, as (row, column, what is between the marks). ``fault`` says
    what is wrong in ``line``, where something is.
    """

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    line: int = 0
    fault: str = ""


def table(text: str, delimiter: str, name: str) -> Cells:
    """The rows of a delimited text, all as wide as the first. Blank lines are no rows, except in a table of one column.

    A tab-separated text is read without quoting where that makes a table and its quotation marks are the text's.

    Raises:
        ReadError: names the first line that is ragged or whose quotation marks do not close.
    """
    best = _quoted(text, delimiter) if '"' in text else _plain(text, delimiter)
    if delimiter == "\t" and (best.fault or _marks_are_text(best, _row_end(text))):
        plain = _plain(text, delimiter)
        if not plain.fault or (best.fault and plain.line > best.line):
            best = plain
    if best.fault:
        raise ReadError(name, best.fault, best.line)
    return best


def _row_end(text: str) -> re.Pattern[str]:
    """What ends a row, as the first line end of the table says: a lone CR is text where rows end in LF or CR LF."""
    first = LINE_END.search(text)
    return LINE_END if first and first.group() == "\r" else LF


def _plain(text: str, delimiter: str) -> Cells:
    rows = [line.split(delimiter) for line in _row_end(text).split(text)]
    return _checked(Cells(rows, list(range(1, len(rows) + 1))))


def _quoted(text: str, delimiter: str) -> Cells:
    """Lines without a quoted cell are split; the others are read cell by cell, over as many lines as they take."""
    row_end = _row_end(text)
    cells, lines, cell = Cells(), row_end.split(text), cell_pattern(delimiter, row_end.pattern)
    starts = [0, *(match.end() for match in row_end.finditer(text))]
    number = 0
    while number < len(lines):
        line = lines[number]
        cells.lines.append(number + 1)
        if not line.startswith('"') and f'{delimiter}"' not in line:
            cells.rows.append(line.split(delimiter))
            number += 1
            continue
        end = _row(text, starts[number], delimiter, cell, cells)
        if end is None:
            cells.line, cells.fault = number + 1, UNCLOSED
            return cells
        number = bisect_left(starts, end)
    return _checked(cells)


def _row(text: str, start: int, delimiter: str, cell: re.Pattern[str], cells: Cells) -> int | None:
    """Append the row that begins at ``start``; where the next one begins (past the end for none), None for a fault."""
    row: list[str] = []
    while match := cell.match(text, start):
        quoted, bare, stop = match.groups()
        if quoted is not None:
            cells.marks.append((len(cells.rows), len(row), quoted[1:-1]))
        row.append(bare if quoted is None else quoted[1:-1].replace('""', '"'))
        start = match.end()
        if stop != delimiter:
            cells.rows.append(row)
            return start if stop else len(text) + 1
    return None


@cache
def cell_pattern(delimiter: str, row_end: str) -> re.Pattern[str]:
    """A cell with what ends it; groups: the cell with its quotation marks or None, the bare cell or None, the end."""
    return re.compile(
        rf'(?:("[^"]*+(?:""[^"]*+)*+")|((?!")(?:(?!{row_end})[^{delimiter}])*+))({delimiter}|{row_end}|\Z)'
    )


def _checked(cells: Cells) -> Cells:
    """The same without blank lines, and with the first row that has not as many cells as the header as its fault."""
    marked = {(row, column) for row, column, _ in cells.marks}
    blank = [row == [""] and (number, 0) not in marked for number, row in enumerate(cells.rows)]
    last = max((number for number, empty in enumerate(blank) if not empty), default=-1)
    one_column = all(len(row) == 1 for row in cells.rows)
    kept = [number for number in range(last + 1) if one_column or not blank[number]]
    place = {number: new for new, number in enumerate(kept)}
    cells.marks = [(place[row], column, inside) for row, column, inside in cells.marks]
    cells.rows, cells.lines = [cells.rows[number] for number in kept], [cells.lines[number] for number in kept]
    for row, line in zip(cells.rows, cells.lines, strict=True):
        if len(row) != (width := len(cells.rows[0])):
            cells.line = line
            cells.fault = f"expected {width} cells, as in the header, found {len(row)}; correct the row."
            break
    return cells


def _marks_are_text(cells: Cells, row_end: re.Pattern[str]) -> bool:
    """Whether quotation marks that would do for quoting may yet belong to the text, so that it could be read without.

    Marks that are doubled in a cell, and a CR between them, prove that its writer quoted. Marks around more than a line
    may be those of two sentences. A writer that quotes sets marks around a cell that needs them, one with a comma
    (spreadsheets), or all cells of a column; other ones are the text's.
    """
    insides = [(column, inside) for row, column, inside in cells.marks if row]
    if any(row_end.search(inside) for _, inside in insides):
        return True
    if any('"' in inside or "\r" in inside for _, inside in insides):
        return False
    commas = sum("," in cell for row in cells.rows[1:] for cell in row)
    comma_means_quoted = commas == sum("," in inside for _, inside in insides)
    needless = {column for column, inside in insides if not (comma_means_quoted and "," in inside)}
    filled = Counter(column for row in cells.rows[1:] for column, cell in enumerate(row) if cell)
    return needless_marks(needless, filled, Counter(column for column, inside in insides if inside))


def needless_marks(columns: Iterable[int], filled: Counter[int], quoted: Counter[int]) -> bool:
    """Whether one of ``columns``, whose marks nothing needs, has more ``filled`` cells than ``quoted`` ones."""
    return any(filled[column] > quoted[column] for column in columns)
