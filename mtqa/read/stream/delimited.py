"""Rows of a delimited file one after the other, exactly as :mod:`mtqa.read.delimited` reads them whole.

Whether a tab-separated table is quoted can only be said when all of it has been seen; a first pass over the file tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import ReadError
from mtqa.read.decode import LINE_END
from mtqa.read.delimited import LF, UNCLOSED, cell_pattern, needless_marks

OPEN_CELL = re.compile(r'"[^"]*+(?:""[^"]*+)*+')
LONGEST = 1 << 20
"""Characters over which a quoted cell may go; a mark that is never closed would else read on to the end of the file."""


class Row(NamedTuple):
    """The cells of a row, the number of the line it begins in, and which cells stood in quotation marks (column, inside)."""

    line: int
    cells: list[str]
    marks: tuple[tuple[int, str], ...] = ()


class FaultError(Exception):
    """What is wrong in a line."""

    def __init__(self, line: int, what: str) -> None:
        """Remember where."""
        super().__init__(what)
        self.line = line
        self.what = what


@dataclass(frozen=True, slots=True)
class Delimited:
    """How a file is to be read: what separates cells, whether they are quoted, and what ends a row."""

    path: Path
    delimiter: str
    quoted: bool
    newline: str

    @property
    def row_end(self) -> re.Pattern[str]:
        """What ends a row."""
        return LINE_END if self.newline == "" else LF

    def lines(self) -> Iterator[str]:
        """The lines of the file with their ends."""
        with self.path.open(encoding="utf-8-sig", newline=self.newline) as file:
            yield from file

    def rows(self) -> Iterator[Row]:
        """The header and the rows, all of one width; raises :class:`FaultError`."""
        return _checked(_quoted(self) if self.quoted else _plain(self))


def _plain(table: Delimited) -> Iterator[Row]:
    for number, line in enumerate(table.lines(), 1):
        yield Row(number, _bare(line, table).split(table.delimiter))


def _bare(line: str, table: Delimited) -> str:
    if line.endswith("\n"):
        return line[:-2] if line.endswith("\r\n") else line[:-1]
    return line[:-1] if table.newline == "" and line.endswith("\r") else line


def _quoted(table: Delimited) -> Iterator[Row]:
    lines = enumerate(table.lines(), 1)
    behind = f'{table.delimiter}"'
    for number, line in lines:
        if not line.startswith('"') and behind not in line:
            yield Row(number, _bare(line, table).split(table.delimiter))
        else:
            yield _row(number, line, lines, table)


def _row(number: int, line: str, lines: Iterator[tuple[int, str]], table: Delimited) -> Row:
    """The row that begins with ``line``, over as many more lines as its quoted cells take."""
    cell = cell_pattern(table.delimiter, table.row_end.pattern)
    cells: list[str] = []
    marks: list[tuple[int, str]] = []
    start = 0
    while True:
        match = cell.match(line, start)
        if match is None:
            line = _longer(number, line, start, lines)
            continue
        quoted, bare, stop = match.groups()
        if quoted is not None:
            marks.append((len(cells), quoted[1:-1]))
        cells.append(bare if quoted is None else quoted[1:-1].replace('""', '"'))
        start = match.end()
        if stop != table.delimiter:
            return Row(number, cells, tuple(marks))


def _longer(number: int, line: str, start: int, lines: Iterator[tuple[int, str]]) -> str:
    """The line with those behind it up to the next one that has a quotation mark, where the cell at ``start`` is open."""
    opened = OPEN_CELL.match(line, start)
    if opened is None or opened.end() < len(line) or len(line) - start > LONGEST:
        raise FaultError(number, UNCLOSED)
    more = [line]
    for _, text in lines:
        more.append(text)
        if '"' in text:
            break
    if len(more) == 1:
        raise FaultError(number, UNCLOSED)
    return "".join(more)


def _checked(rows: Iterable[Row]) -> Iterator[Row]:
    """Without blank lines, except between the rows of a table of one column; :class:`FaultError` for the first ragged row."""
    width, blanks = 0, []
    for row in rows:
        if row.cells == [""] and not row.marks:
            if width == 1:
                blanks.append(row)
            continue
        width = width or len(row.cells)
        if len(row.cells) != width:
            for _ in rows:  # a quotation mark that is never closed, further on, is the graver mistake
                pass
            raise FaultError(
                row.line, f"expected {width} cells, as in the header, found {len(row.cells)}; correct the row."
            )
        yield from blanks
        blanks = []
        yield row


@dataclass(slots=True)
class _Marks:
    """What quotation marks say about a table, gathered row by row (:func:`mtqa.read.delimited.needless_marks`)."""

    commas: int = 0
    marked_commas: int = 0
    across: bool = False
    proof: bool = False
    with_comma: set[int] = field(default_factory=set)
    without: set[int] = field(default_factory=set)
    filled: Counter[int] = field(default_factory=Counter)
    quoted: Counter[int] = field(default_factory=Counter)

    def add(self, row: Row, row_end: re.Pattern[str]) -> None:
        for column, cell in enumerate(row.cells):
            self.commas += "," in cell
            self.filled[column] += bool(cell)
        for column, inside in row.marks:
            self.across |= row_end.search(inside) is not None
            self.proof |= '"' in inside or "\r" in inside
            self.marked_commas += "," in inside
            (self.with_comma if "," in inside else self.without).add(column)
            self.quoted[column] += bool(inside)

    def are_text(self) -> bool:
        if self.across or self.proof:
            return self.across
        needless = self.without if self.commas == self.marked_commas else self.without | self.with_comma
        return needless_marks(needless, self.filled, self.quoted)


def delimited(path: Path, name: str, delimiters: str, head: str, *, marked: bool) -> Delimited:
    """How to read the file at ``path``, of which ``head`` is the beginning: as :func:`mtqa.read.delimited.table` would.

    ``marked``: whether it has quotation marks at all. Raises :class:`ReadError`, naming the line, for a table that can be
    read in no way.
    """
    first = LINE_END.search(head)
    newline = "" if first and first.group() == "\r" else "\n"
    header = head[: first.start()] if first else head
    delimiter = max(delimiters, key=header.count)
    quoted = Delimited(path, delimiter, marked, newline)
    fault, are_text = _tried(quoted)
    if marked and delimiter == "\t" and (fault or are_text):
        plain = Delimited(path, delimiter, False, newline)
        other, _ = _tried(plain)
        if other is None:
            return plain
        if fault and other.line > fault.line:
            fault = other
    if fault:
        raise ReadError(name, fault.what, fault.line)
    return quoted


def _tried(table: Delimited) -> tuple[FaultError | None, bool]:
    marks = _Marks()
    rows = table.rows()
    try:
        next(rows, None)
        for row in rows:
            marks.add(row, table.row_end)
    except FaultError as fault:
        return fault, False
    return None, table.quoted and marks.are_text()
