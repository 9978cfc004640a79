"""Parquet tables, and so each file of a partitioned data set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.read.base import Reader, ReadOptions
from mtqa.read.columns import columns
from mtqa.read.jsonl import frame_of

MAGIC = b"PAR1"
KNOWN = (str, int, float, list, dict)


def read_parquet(data: bytes, name: str, options: ReadOptions) -> pd.DataFrame:
    """A row per row, as :func:`mtqa.read.jsonl.read_jsonl` takes objects; raises :class:`ReadError`."""
    rows = [row for part in records(BytesIO(data), name, 1 << 16) for row in part]
    if not rows:
        raise ReadError(name, "expected at least one row, found none; name a table that has some.")
    return frame(rows, name, options)


def frame(rows: list[tuple[int, dict[str, Any]]], name: str, options: ReadOptions) -> pd.DataFrame:
    """The frame of some rows."""
    keys = list(rows[0][1])
    places = {ours: keys[place] for ours, place in columns(keys, name, options).items()}
    return frame_of(rows, places, keys, name)


def records(source: BytesIO | Path, name: str, size: int) -> Iterator[list[tuple[int, dict[str, Any]]]]:
    """The rows as dictionaries with their numbers from 1, ``size`` at a time; bytes and dates as texts."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        message = 'expected pyarrow for Parquet files, found none; install it with pip install "mtqa[parquet]".'
        raise ReadError(name, message) from error
    number = 0
    try:
        with parquet.ParquetFile(source) as file:
            for batch in file.iter_batches(size):
                rows = _plain(batch.to_pylist())
                yield list(enumerate(rows, number + 1))
                number += len(batch)
    except (ArrowException, OSError) as error:
        what = str(error).partition("\n")[0].rstrip(".")
        raise ReadError(name, f"expected a Parquet file, found a damaged one ({what}); write it again.") from error


def _plain(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {key: value if value is None or isinstance(value, KNOWN) else str(value) for key, value in row.items()}


def _claims(head: bytes) -> bool:
    return head.startswith(MAGIC)


PARQUET = Reader(
    name="parquet",
    suffixes=(".parquet", ".pq"),
    kind="pair",
    read=read_parquet,
    summary="A Parquet table with the columns target, source, reference, id, document and any other.",
    extra="parquet",
    claims=_claims,
)
