"""Comma-separated tables, and those that spreadsheets of other countries separate by semicolons."""

from __future__ import annotations

import pandas as pd

from mtqa.read.base import Reader, ReadOptions
from mtqa.read.decode import LINE_END, decode
from mtqa.read.rows import read_rows

DELIMITERS = ",;\t"


def read_csv(data: bytes, name: str, options: ReadOptions) -> pd.DataFrame:
    """A row per table row, quoted as RFC 4180 has it.

    Of comma, semicolon and tab, the one that the header has most of separates the cells.
    """
    text = decode(data, name)
    header = LINE_END.split(text, maxsplit=1)[0]
    return read_rows(text, max(DELIMITERS, key=header.count), name, options)


CSV = Reader(
    name="csv",
    suffixes=(".csv",),
    kind="pair",
    read=read_csv,
    summary="A comma- or semicolon-separated table with a header, like a tab-separated one.",
)
