"""A table of a run as the bytes of a file and back: Parquet or CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.frames import DOCUMENTS, FINDINGS, SEGMENTS, Contract
from mtqa.report.cells import unguard
from mtqa.report.csv import CSV as CSV_REPORT
from mtqa.report.csv import encode as encode_csv
from mtqa.report.csv import line as csv_line
from mtqa.report.parquet import PARQUET as PARQUET_REPORT
from mtqa.report.parquet import table as arrow_table
from mtqa.report.tables import compact, plain
from mtqa.runs.layout import METADATA, SCHEMA

CONTRACTS: dict[str, Contract] = {"segments": SEGMENTS, "findings": FINDINGS, "documents": DOCUMENTS}
DATASETS = (CSV_REPORT.name, PARQUET_REPORT.name)
"""The kinds of tables, which are their files' suffixes too."""
SCORE = "score."


def stored(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The frame as a run keeps it: the contract's columns, then the scores, then all other columns as texts."""
    contract = CONTRACTS[table]
    contract.check(frame)
    more = [str(name) for name in frame if name not in contract.columns]
    scores = [name for name in more if name.startswith(SCORE)]
    texts = {name: pd.Series([_text(value) for value in frame[name]], frame.index, dtype=object)
             for name in more if name not in scores}  # fmt: skip
    return frame[[*contract.columns, *scores, *texts]].assign(**texts).reset_index(drop=True)


def _text(value: Any) -> str | None:
    """A value of a column that mtqa only carries through."""
    value = value if isinstance(value, str) else plain(value)
    if value is None or isinstance(value, str):
        return value
    return ("true" if value else "false") if isinstance(value, bool) else compact(value)


def encode(frame: pd.DataFrame, suffix: str) -> bytes:
    """The frame as the bytes of a file; of Parquet with unrounded numbers and :data:`SCHEMA` in its metadata."""
    return encode_csv(frame) if suffix == "csv" else _parquet(arrow_table(frame))


def _parquet(table: Any) -> bytes:
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(table.replace_schema_metadata({METADATA: SCHEMA.encode()}), out, compression="zstd")
    return out.getvalue()


def decode(path: Path, table: str) -> pd.DataFrame:
    """The frame in a file that :func:`encode` (or ``mtqa check``) wrote, with the dtypes of its contract.

    Missing texts of the contract are empty. Raises :class:`mtqa.errors.ReadError`.
    """
    try:
        frame = _read_csv(path) if path.suffix == ".csv" else _read_parquet(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        raise ReadError(path, f"expected a table of mtqa, found none ({reason}); run the batch again.") from error
    return _typed(frame, CONTRACTS[table])


def _read_parquet(path: Path) -> pd.DataFrame:
    from pyarrow import parquet

    read = parquet.read_table(path, partitioning=None)
    return pd.DataFrame({name: pd.Series(read.column(name).to_pylist(), dtype=object) for name in read.column_names})


def _read_csv(path: Path) -> pd.DataFrame:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        names = [unguard(name) for name in next(rows)]
        cells = list(zip(*rows, strict=True)) or [()] * len(names)
    return pd.DataFrame({
        name: pd.Series([unguard(cell) for cell in column], dtype=object)
        for name, column in zip(names, cells, strict=True)
    })  # fmt: skip


def _typed(frame: pd.DataFrame, contract: Contract) -> pd.DataFrame:
    kinds = {
        **dict.fromkeys((str(name) for name in frame if str(name).startswith(SCORE)), "float64"),
        **contract.columns,
    }
    return pd.DataFrame({str(name): _column(frame[name], kinds.get(str(name), "object")) for name in frame})


def _column(column: pd.Series[Any], kind: str) -> pd.Series[Any]:
    if kind == "object":
        return column.fillna("") if column.isna().any() else column
    numbers = pd.to_numeric(column.replace("", None), errors="raise")
    return pd.Series(numbers.astype(kind), dtype=kind)  # type: ignore[call-overload]


def columns(path: Path) -> list[str]:
    """The names of the columns of a table file."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [unguard(name) for name in next(csv.reader(file))]
    from pyarrow import parquet

    return list(parquet.read_schema(path).names)


def widened(path: Path, wanted: Sequence[str]) -> bytes:
    """The bytes of the table file with exactly the columns ``wanted``: those it lacks are empty, others left out."""
    if path.suffix == ".csv":
        return _widened_csv(path, wanted)
    import pyarrow as pa
    from pyarrow import parquet

    read = parquet.read_table(path, partitioning=None)
    nothing = {name: pa.nulls(len(read), pa.float64() if name.startswith(SCORE) else pa.string()) for name in wanted}
    return _parquet(pa.table({name: read[name] if name in read.column_names else nothing[name] for name in wanted}))


def _widened_csv(path: Path, wanted: Sequence[str]) -> bytes:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        places = {unguard(name): place for place, name in enumerate(next(rows))}
        picked = [[row[places[name]] if name in places else "" for name in wanted] for row in rows]
    header = encode_csv(pd.DataFrame(columns=list(wanted)))
    return header + "".join(csv_line(row) for row in picked).encode("utf-8")
