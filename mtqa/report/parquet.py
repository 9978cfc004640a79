"""Parquet tables for data pipelines: typed by the column contracts, the same bytes for the same results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from mtqa.frames import DOCUMENTS, FINDINGS, SEGMENTS
from mtqa.report.base import Report, Results
from mtqa.report.tables import compact, tables

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {
    "object": "string",
    "str": "string",
    "string": "string",
    "int64": "int64",
    "Int64": "int64",
    "float64": "float64",
}


def write(results: Results, folder: Path) -> None:
    """``segments.parquet``, ``findings.parquet`` and ``documents.parquet`` in ``folder``, with unrounded numbers.

    An empty table has the same column types as a full one, so files of many runs can be read as one data set.
    """
    from pyarrow import parquet

    for name, frame in tables(results).items():
        parquet.write_table(table(frame), folder / f"{name}.parquet", compression="zstd")


def table(frame: pd.DataFrame) -> Any:
    """The frame as a :class:`pyarrow.Table`, without pandas' own metadata, which names library versions."""
    import pyarrow as pa

    columns = {str(name): _array(str(name), frame[name]) for name in frame.columns}
    return pa.table(columns)


def _array(name: str, column: pd.Series[Any]) -> Any:
    import pyarrow as pa

    known = {**SEGMENTS.columns, **FINDINGS.columns, **DOCUMENTS.columns}
    kind = KINDS.get(known.get(name, str(column.dtype)))
    values = [None if _missing(value) else value for value in column.tolist()]
    if kind == "string" or any(isinstance(value, str | list | tuple | dict) for value in values):
        return pa.array([_string(value) for value in values], pa.string())
    return pa.array(values, kind and pa.type_for_alias(kind))


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def _string(value: Any) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else compact(value)
    return text.encode("utf-8", "replace").decode("utf-8")


PARQUET = Report(
    name="parquet",
    files=("segments.parquet", "findings.parquet", "documents.parquet"),
    write=write,
    summary="Three typed tables for data pipelines.",
    extra="parquet",
    module="pyarrow",
)
