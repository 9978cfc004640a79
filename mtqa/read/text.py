"""Running text: plain or Markdown."""

from __future__ import annotations

import pandas as pd

from mtqa.frames import DOCUMENTS_READ
from mtqa.read.base import Reader, ReadOptions
from mtqa.read.decode import decode


def read_text(data: bytes, name: str, options: ReadOptions) -> pd.DataFrame:  # noqa: ARG001
    """One row whose ``target`` is the whole text as it stands in the file, line ends included."""
    return DOCUMENTS_READ.build([{"document": name, "kind": "text", "target": decode(data, name)}]).fillna("")


TEXT = Reader(
    name="text",
    suffixes=(".txt", ".text", ".md", ".markdown"),
    kind="text",
    read=read_text,
    summary="Running text, plain or Markdown, in UTF-8, UTF-16, UTF-32 or an older Windows encoding.",
)
