"""A table of any size as frames of a bounded one: TSV, CSV and JSON Lines in UTF-8, and Parquet.

What is said of a whole table (quoting, columns, languages) takes a pass over the file before the rows are handed out.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.read.base import HEAD, Reader, ReadOptions
from mtqa.read.choose import reader_of
from mtqa.read.csv import DELIMITERS
from mtqa.read.decode import BOMS, refuse_binary
from mtqa.read.files import File
from mtqa.read.languages import detected, looked_at, put_in
from mtqa.read.names import labels, pair_of
from mtqa.read.parquet import MAGIC
from mtqa.read.stream.delimited import delimited
from mtqa.read.stream.source import Chunks, JsonLines, ParquetRows, Table

BLOCK = 1 << 20
CHUNK = 5000
"""Rows that are held at a time."""
SEPARATORS = {"csv": DELIMITERS, "tsv": "\t"}


@dataclass(frozen=True)
class BigTable:
    """A table that was looked through once: how many rows it has, its documents' languages, and how to read it."""

    label: str
    rows: int
    chunks: Chunks
    finish: Callable[[pd.DataFrame], pd.DataFrame]

    def frames(self) -> Iterator[pd.DataFrame]:
        """The rows, :data:`CHUNK` at a time, as :func:`mtqa.read.read` gives them (contract ``DOCUMENTS_READ``)."""
        for frame in self.chunks():
            yield self.finish(frame)


def open_table(path: str, options: ReadOptions) -> BigTable | None:
    """The table at ``path``; None where it can only be read whole, for it is of another format or encoding.

    Raises :class:`ReadError` for a table that is wrong, and for one whose documents are in different languages that
    neither its columns nor the options give.
    """
    file = File(path, Path(path).name, chosen=True)
    with Path(path).open("rb") as opened:
        head = opened.read(HEAD)
    if not head.startswith(MAGIC):
        refuse_binary(head, file.name)
    source = _source(file, reader_of(path, head), head, options)
    return None if source is None else _looked_through(file, source, options)


def _source(file: File, reader: Reader, head: bytes, options: ReadOptions) -> Chunks | None:
    if reader.name == "parquet":
        return ParquetRows(Path(file.path), file.name, options, CHUNK)
    if reader.name not in (*SEPARATORS, "jsonl"):
        return None
    if any(head.startswith(mark) and encoding != "utf-8" for mark, encoding in BOMS):
        return None
    clean, marked = _scanned(Path(file.path))
    if not clean:
        return None
    if reader.name == "jsonl":
        return JsonLines(Path(file.path), file.name, options, CHUNK)
    text = head.decode("utf-8-sig", errors="ignore")
    shape = delimited(Path(file.path), file.name, SEPARATORS[reader.name], text, marked=marked)
    return Table(shape, file.name, options, CHUNK)


def _scanned(path: Path) -> tuple[bool, bool]:
    """Whether the file is UTF-8 without NUL, and whether it has quotation marks."""
    decoder, marked = codecs.getincrementaldecoder("utf-8")(), False
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                return False, False
            if b"\0" in block:
                return False, False
            marked = marked or b'"' in block
    return not decoder.getstate()[0], marked


class _UnseenError(Exception):
    """A text was asked for that was not kept."""


def _looked_through(file: File, chunks: Chunks, options: ReadOptions) -> BigTable:
    documents, rows, known = _documents(chunks(), whole=bool(options.source_lang and options.target_lang))
    if not rows:
        raise ReadError(
            file.name, "expected at least one row below the header, found none; name a table that has some."
        )
    label = labels([file])[0]
    if known and not (options.source_lang or options.target_lang):
        return BigTable(label, rows, chunks, lambda frame: _named(frame, file.name, label))
    kept = _kept(chunks(), looked_at(documents))

    def look(side: str) -> Callable[[int], str]:
        def text(row: int) -> str:
            if row not in kept:
                raise _UnseenError
            return str(kept[row][side])

        return text

    try:
        looks = {side: look(side) for side in ("source", "target")}
        found = detected(file.name, looks, documents, options, pair_of(file))
    except _UnseenError as error:
        raise ReadError(
            file.name, "expected documents of one pair of languages in a table of this size, found several; "
            "add columns source_lang and target_lang, or give --source-lang and --target-lang.",
        ) from error  # fmt: skip
    return BigTable(label, rows, chunks, lambda frame: _named(put_in(frame, found, options), file.name, label))


def _documents(frames: Iterable[pd.DataFrame], *, whole: bool) -> tuple[dict[str, list[int]], int, bool]:
    """The rows of each document (of all, if ``whole``), their number, and whether each row says its languages."""
    documents: dict[str, list[int]] = {}
    rows, known = 0, True
    for frame in frames:
        known = known and bool(frame["source_lang"].all() and frame["target_lang"].all())
        for name in [""] * len(frame) if whole else frame["document"]:
            documents.setdefault(name, []).append(rows)
            rows += 1
    return documents, rows, known


def _kept(frames: Iterable[pd.DataFrame], wanted: set[int]) -> dict[int, dict[str, Any]]:
    """Both sides of the rows ``wanted``."""
    kept: dict[int, dict[str, Any]] = {}
    start = 0
    for frame in frames:
        here = [row for row in range(start, start + len(frame)) if row in wanted]
        texts = frame[["source", "target"]].iloc[[row - start for row in here]].to_dict("records")
        kept |= {row: {str(side): text for side, text in pair.items()} for row, pair in zip(here, texts, strict=True)}
        start += len(frame)
    return kept


def _named(frame: pd.DataFrame, name: str, label: str) -> pd.DataFrame:
    """The frame with the label in place of the file's name, for rows that name no document."""
    return frame.assign(document=frame["document"].where(frame["document"] != name, label))
