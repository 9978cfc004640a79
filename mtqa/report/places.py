"""In which file, line and column each finding stands, for reports that other tools show beside the text."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pandas as pd

from mtqa.report.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mtqa.report.base import Results

Where = dict[tuple[str, int], tuple[int, bool]]
"""(document, segment) -> where its target begins in the file, and whether it stands there character for character."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file; lines and columns count from 1, columns in Unicode code points, the end column is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def places(results: Results) -> list[Place]:
    """The place of each finding, in their order: of its words; of its segment, where they stand in no file of the target.

    In a table, TMX, XLIFF or PO file a segment is sought from where the one before it was found.
    """
    lines = {document: _starts(text) for document, (_, text) in results.files.items()}
    where = _segments(results)
    return [_place(row, results.files, lines, where) for row in records(results.findings)]


def _starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]


def _segments(results: Results) -> Where:
    columns = (results.segments[name].tolist() for name in ("document", "segment", "target", "document_start"))
    reached: dict[str, int] = {}
    out: Where = {}
    for document, segment, target, start in zip(*columns, strict=True):
        if document not in results.files:
            continue
        path = results.files[document][0]
        at = (
            _sought(results.files[document][1], str(target or ""), reached.get(path, 0))
            if pd.isna(start)
            else (int(start), True)
        )
        out[document, segment] = at
        reached[path] = at[0]
    return out


def _sought(text: str, target: str, after: int) -> tuple[int, bool]:
    """Where the target stands in a file's text from ``after`` on, as it is or as XML, JSON or CSV write it."""
    if not target.strip():
        return after, False
    for written in (target, escape(target), json.dumps(target)[1:-1], json.dumps(target, ensure_ascii=False)[1:-1],
                    target.replace('"', '""'), target.strip().splitlines()[0]):  # fmt: skip
        if (found := text.find(written, after)) >= 0:
            return found, written == target
    return after, False


def _place(
    row: Mapping[str, Any], files: Mapping[str, tuple[str, str]], lines: Mapping[str, list[int]], where: Where
) -> Place:
    document = row["document"]
    if document not in files:
        return Place(document or "document", 1, 1, 1, 1)
    begin, exact = where.get((document, row["segment"]), (0, False))
    start = end = begin
    if exact and row["side"] == "target":
        start, end = begin + row["start"], begin + row["end"]
    starts = lines[document]
    return Place(files[document][0], *_line(starts, start), *_line(starts, end))


def _line(starts: list[int], at: int) -> tuple[int, int]:
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1
