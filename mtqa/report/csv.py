"""CSV tables: UTF-8, LF, quoted as RFC 4180 says, numbers with four decimals, no cell that runs as a formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mtqa.report.base import Report, Results
from mtqa.report.cells import guard
from mtqa.report.tables import DECIMALS, compact, plain, rounded, tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pandas as pd

QUOTED = re.compile(r'[",\r\n]')


def write(results: Results, folder: Path) -> None:
    """``segments.csv``, ``findings.csv`` and ``documents.csv`` in ``folder``.

    A text that begins with ``= + - @``, tab or CR gets an apostrophe before it (:func:`mtqa.report.cells.guard`), so
    that a spreadsheet shows it; offsets count in the text without it. Numbers are never changed. A missing value is an
    empty cell; a list is JSON.
    """
    for name, frame in tables(results).items():
        (folder / f"{name}.csv").write_bytes(encode(frame))


def encode(frame: pd.DataFrame) -> bytes:
    """The frame as the bytes of a CSV file with a header."""
    head = ",".join(_text(str(column)) for column in frame.columns)
    columns = [_column(frame[column]) for column in frame.columns]
    lines = [head, *map(",".join, zip(*columns, strict=True)), ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _column(column: pd.Series[Any]) -> list[str]:
    if str(column.dtype) == "float64":
        return ["" if number is None else f"{number:.{DECIMALS}f}" for number in map(rounded, column.tolist())]
    return [_text(value) if isinstance(value, str) else _cell(value) for value in column.tolist()]


def _cell(value: Any) -> str:
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.{DECIMALS}f}"
    return str(value) if isinstance(value, int) else _text(value if isinstance(value, str) else compact(value))


def _text(text: str) -> str:
    return _quoted(guard(text))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def line(cells: Iterable[str]) -> str:
    """A row of a CSV file, its end included, of cells that are safe already."""
    return ",".join(map(_quoted, cells)) + "\n"


CSV = Report(
    name="csv",
    files=("segments.csv", "findings.csv", "documents.csv"),
    write=write,
    summary="Three tables for scripts and spreadsheets.",
)
