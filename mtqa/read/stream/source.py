"""The rows of a file as raw frames, a chunk at a time; each call reads the file anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.read.base import ReadOptions
from mtqa.read.columns import columns, is_headerless
from mtqa.read.jsonl import frame_of, parse
from mtqa.read.parquet import frame, records
from mtqa.read.stream.delimited import Delimited
from mtqa.read.table import pairs

Chunks = Callable[[], Iterator[pd.DataFrame]]
"""The frames of a table from its beginning (as :func:`mtqa.read.table.pairs` makes them, ``segment`` counting on)."""


def _chunked(rows: Iterator[Any], size: int, make: Callable[[list[Any]], pd.DataFrame]) -> Iterator[pd.DataFrame]:
    start = 0
    while part := list(islice(rows, size)):
        made = make(part)
        yield made.assign(segment=made["segment"] + start)
        start += len(part)


@dataclass(frozen=True)
class Table:
    """A delimited table."""

    shape: Delimited
    name: str
    options: ReadOptions
    size: int

    def __call__(self) -> Iterator[pd.DataFrame]:
        """Its frames."""
        rows = (row.cells for row in self.shape.rows())
        header = next(rows)
        if is_headerless(header, self.options):
            header, first = [str(place) for place in range(1, len(header) + 1)], header
            rows = (row for some in ([first], rows) for row in some)
        places = columns(header, self.name, self.options)
        rest = [place for place in range(len(header)) if place not in places.values()]

        def make(part: list[list[str]]) -> pd.DataFrame:
            cells = list(zip(*part, strict=True))
            known = {ours: cells[place] for ours, place in places.items()}
            return pairs(known, [(header[place], cells[place]) for place in rest], self.name)

        yield from _chunked(rows, self.size, make)


@dataclass(frozen=True)
class ParquetRows:
    """A Parquet file."""

    path: Path
    name: str
    options: ReadOptions
    size: int

    def __call__(self) -> Iterator[pd.DataFrame]:
        """Its frames."""
        start = 0
        for rows in records(self.path, self.name, self.size):
            made = frame(rows, self.name, self.options)
            yield made.assign(segment=made["segment"] + start)
            start += len(rows)


@dataclass(frozen=True)
class JsonLines:
    """A file with a JSON object a line."""

    path: Path
    name: str
    options: ReadOptions
    size: int

    def _records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        with self.path.open(encoding="utf-8-sig", newline="\n") as file:
            yield from parse((line.removesuffix("\n") for line in file), self.name)

    @cached_property
    def keys(self) -> list[str]:
        """The keys of all objects, in the order in which they are first met."""
        return list(dict.fromkeys(key for _, record in self._records() for key in record))

    def __call__(self) -> Iterator[pd.DataFrame]:
        """Its frames."""
        places = {ours: self.keys[place] for ours, place in columns(self.keys, self.name, self.options).items()}
        yield from _chunked(self._records(), self.size, lambda part: frame_of(part, places, self.keys, self.name))
