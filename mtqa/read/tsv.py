"""Tab-separated tables."""

from __future__ import annotations

import pandas as pd

from mtqa.read.base import Reader, ReadOptions
from mtqa.read.columns import SYNONYMS
from mtqa.read.decode import decode
from mtqa.read.rows import read_rows


def read_tsv(data: bytes, name: str, options: ReadOptions) -> pd.DataFrame:
    """A row per table row; quotation marks quote only where the whole table agrees that they do."""
    return read_rows(decode(data, name), "\t", name, options)


def _claims(head: bytes) -> bool:
    cells = {cell.strip().lower() for cell in head.partition(b"\n")[0].decode("utf-8", errors="replace").split("\t")}
    return len(cells) > 1 and not cells.isdisjoint(SYNONYMS["target"]) and not cells.isdisjoint(SYNONYMS["source"])


TSV = Reader(
    name="tsv",
    suffixes=(".tsv", ".tab"),
    kind="pair",
    read=read_tsv,
    summary="A tab-separated table with a header: target, source, reference, id, document and any other column.",
    claims=_claims,
)
