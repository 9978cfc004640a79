"""From the cells of a delimited table to the frame of ready pairs."""

from __future__ import annotations

import pandas as pd

from mtqa.errors import ReadError
from mtqa.read.base import ReadOptions
from mtqa.read.columns import columns, is_headerless
from mtqa.read.delimited import table
from mtqa.read.table import pairs


def read_rows(text: str, delimiter: str, name: str, options: ReadOptions) -> pd.DataFrame:
    """A row per table row, in order, empty cells and all.

    Raises:
        ReadError: where the table is ragged, has no header or no row.
    """
    header, *rows = table(text, delimiter, name).rows
    if is_headerless(header, options):
        header, rows = [str(place) for place in range(1, len(header) + 1)], [header, *rows]
    places = columns(header, name, options)
    if not rows:
        raise ReadError(name, "expected at least one row below the header, found none; name a table that has some.")
    cells = list(zip(*rows, strict=True))
    known = {ours: cells[place] for ours, place in places.items()}
    extra = [(header[place], cells[place]) for place in range(len(header)) if place not in places.values()]
    return pairs(known, extra, name)
