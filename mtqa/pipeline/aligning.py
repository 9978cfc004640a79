"""Whatever the user named as segments: read, segmented and aligned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.align import align_documents
from mtqa.config import Settings
from mtqa.errors import FrameError, ReadError
from mtqa.frames import SEGMENTS
from mtqa.pipeline.units import Paths, Progress, encoder_of, pack_of, reading_of, silent
from mtqa.read import read
from mtqa.segment import segment


def read_any(
    target: Paths | pd.DataFrame, source: Paths | None, reference: Paths | None, against: Paths, settings: Settings
) -> pd.DataFrame:
    """The documents frame of whatever the user named."""
    if isinstance(target, pd.DataFrame):
        return _table(target, settings)
    return read(target, [*_many(source), *_many(reference), *_many(against)], options=reading_of(settings))


def _many(paths: Paths | None) -> list[str | Path]:
    if paths is None:
        return []
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _table(frame: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    SEGMENTS.check(frame, wants=["target"])
    out = frame.copy()
    for column in ("target", "source", "reference", "document"):
        if column in out:
            out[column] = _texts(out[column])
    for column in ("source", "reference"):
        out[column] = out.get(column, "")
    for column, value in (("document", "table"), ("kind", "pair"), ("target_lang", settings.target_lang),
                          ("source_lang", settings.source_lang)):  # fmt: skip
        out[column] = out.get(column, value)
    if "segment" not in out:
        out["segment"] = range(len(out))
    return out


HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which no encoding has bytes for."""


def _texts(column: pd.Series[Any]) -> pd.Series[Any]:
    """The column with empty texts for missing values."""
    values = ["" if pd.isna(value) else value for value in column]
    for row, value in enumerate(values):
        if not isinstance(value, str):
            raise FrameError(
                f"segments frame: expected texts in {column.name}, found {value!r} in row {row}; convert it."
            )
        if not value.isascii() and HALF.search(value):
            raise FrameError(
                f"segments frame: expected Unicode in {column.name}, found half a surrogate pair in row {row}; remove it."
            )
    return pd.Series(values, column.index, dtype=object)


def align_all(documents: pd.DataFrame, settings: Settings, progress: Progress = silent) -> pd.DataFrame:
    """The segments frame: running texts are segmented and aligned, ready pairs taken as they are, in reading order."""
    parts = []
    for number, (kind, rows) in enumerate(_runs(documents)):
        progress("aligning", number, len(documents))
        parts.append(_pairs(rows) if kind == "pair" else _aligned(rows, settings))
    if not parts:
        raise ReadError("input", "expected at least one document or pair, found none; name a file that has some.")
    return pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0].reset_index(drop=True)


def _runs(documents: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    change = documents["kind"].ne(documents["kind"].shift()).cumsum()
    for _, rows in documents.groupby(change, sort=False):
        yield str(rows["kind"].iloc[0]), rows


def _pairs(rows: pd.DataFrame) -> pd.DataFrame:
    out = rows.drop(columns=["kind"]).assign(bead="pair", alignment=1.0, moved=0)
    return SEGMENTS.build({str(name): value for name, value in row.items()} for row in out.to_dict("records"))


def _aligned(rows: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    parts = []
    for position in range(len(rows)):
        row = rows.iloc[[position]]
        pack = pack_of(row["source_lang"].iloc[0], row["target_lang"].iloc[0], settings)
        parts.append(align_documents(row, segment(row), pack=pack, encoder=encoder_of(None, settings)))
    return pd.concat(parts, ignore_index=True)
