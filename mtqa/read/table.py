"""From columns of a table to the frame of ready pairs that all pair formats bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.frames import DOCUMENTS_READ, SEGMENTS

OURS = {*DOCUMENTS_READ.columns, *SEGMENTS.columns, "path", "target_markup", "source_markup"}
"""Names that mean something to later stages, so that a table's own column of that name gets another one."""


NUMBERS = {"max_chars", "max_bytes", "max_lines"}

Columns = Mapping[str, Sequence[Any]]
Extra = Iterable[tuple[str, Sequence[Any]]]


def pairs(columns: Columns, extra: Extra, name: str) -> pd.DataFrame:
    """The frame of a table with the columns that mtqa knows, and ``extra`` ones of its own.

    ``segment`` numbers the rows from 0; where a row has no document it is ``name``. An extra column whose name means
    something to later stages is called ``input.<name>``; of several with one name, the second is called ``<name>.2``.
    """
    rows = len(columns["target"])
    data: dict[str, Sequence[Any]] = {column: columns.get(column, [""] * rows) for column in DOCUMENTS_READ.columns}
    data["document"] = [one or name for one in data["document"]]
    data["kind"] = ["pair"] * rows
    data["segment"] = range(rows)
    data |= {column: _numbers(column, values, name) for column, values in columns.items() if column not in data}
    for column, values in extra:
        data[_free(column, data)] = values
    frame = pd.DataFrame({column: pd.Series(values, dtype=object) for column, values in data.items()})
    return frame.astype({"segment": "int64"})


def _numbers(column: str, values: Sequence[Any], name: str) -> Sequence[Any]:
    """The values of a column of limits as whole numbers, empty where there is none; others as they are."""
    if column not in NUMBERS:
        return values
    out: list[Any] = []
    for row, value in enumerate(values, 1):
        text = "" if value is None else str(value).strip()
        if text and not (text.isascii() and text.isdigit()):
            raise ReadError(
                name, f"expected a whole number for {column}, found {text[:20]!r} in row {row}; correct it."
            )
        out.append(int(text) if text else "")
    return out


def transposed(rows: Sequence[Mapping[str, Any]], extra: Iterable[str]) -> tuple[Columns, Extra]:
    """The columns of ``rows``, which have the same keys: those that mtqa knows, and of ``extra`` those with a value."""
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    apart = [(key, columns.pop(key)) for key in extra]
    return columns, [(key, values) for key, values in apart if any(value not in ("", ()) for value in values)]


def _free(column: str, taken: Iterable[str]) -> str:
    wanted = column.strip() or "column"
    if wanted in OURS or wanted.startswith("score."):
        wanted = f"input.{wanted}"
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}.{number}"
    return name
