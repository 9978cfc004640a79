"""One JSON file with everything, for programs: a row a line, keys always in the same order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mtqa.report.base import Report, Results
from mtqa.report.tables import plain, records, tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = "mtqa.report/1"
"""The shape of the file; the number grows when a program that reads it would have to change."""


def write(results: Results, folder: Path) -> None:
    """``report.json`` in ``folder``."""
    (folder / "report.json").write_bytes(encode(results))


def encode(results: Results) -> bytes:
    """The bytes of ``{"schema", "about", "documents", "segments", "findings", "suppressed"}``, UTF-8, a row on a line.

    Keys are those of the frames' columns; missing values are ``null``; floats have at most four decimals; offsets count
    Unicode code points, as Python does.
    """
    about = {key: plain(results.about[key]) for key in sorted(results.about)}
    frames = tables(results)
    parts = [f'"schema": {_dump(SCHEMA)}', f'"about": {_dump(about)}']
    parts += [f'"{name}": {_rows(records(frames[name]))}' for name in ("documents", "segments", "findings")]
    parts.append(f'"suppressed": {_rows(records(results.suppressed))}')
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8", "replace")


def _rows(rows: list[dict[str, Any]]) -> str:
    return "[\n" + ",\n".join(_lines(rows)) + "\n]" if rows else "[]"


def _lines(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield _dump(row)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


JSON = Report(name="json", files=("report.json",), write=write, summary="Everything in one file, for programs.")
