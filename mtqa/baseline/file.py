"""The baseline as a file to be kept under version control: JSON, a finding a line, sorted; no time, version or path."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mtqa.baseline.base import Entry, order
from mtqa.errors import ReadError
from mtqa.report.fingerprint import Key

SCHEMA = "mtqa.baseline/1"
FIELDS: dict[str, type] = {"document": str, "check": str, "severity": str, "text": str, "source": str, "target": str,
                           "occurrence": int}  # fmt: skip


def encode(known: Sequence[Entry]) -> str:
    """The file's text; the same findings give the same one in any order."""
    rows = [json.dumps(_row(entry), ensure_ascii=False) for entry in sorted(known, key=order)]
    body = ",\n".join(rows)
    return (
        f'{{\n"schema": "{SCHEMA}",\n"findings": [\n{body}\n]\n}}\n'
        if rows
        else f'{{\n"schema": "{SCHEMA}",\n"findings": []\n}}\n'
    )


def _row(entry: Entry) -> dict[str, Any]:
    key = entry.key
    values = (entry.document, key.check, entry.severity, key.text, key.source, key.target, key.occurrence)
    return dict(zip(FIELDS, values, strict=True))


def load(path: str | Path) -> list[Entry]:
    """The findings that the file lists.

    Raises:
        ReadError: where there is no such file, or it is none of mtqa's baselines.
    """
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ReadError(
            path, "expected a baseline, found none; make one with mtqa baseline update RUN --out FILE."
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(path, f"expected a baseline, found something else ({error}); make it anew.") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), list):
        raise ReadError(
            path, f"expected a baseline ({SCHEMA}), found something else; make it with mtqa baseline update."
        )
    return [_entry(path, number, row) for number, row in enumerate(data["findings"])]


def _entry(path: str | Path, number: int, row: Any) -> Entry:
    whole = isinstance(row, dict) and all(isinstance(row.get(name), kind) for name, kind in FIELDS.items())
    if not whole:
        raise ReadError(
            path, f"expected {', '.join(FIELDS)} in finding {number}, found {json.dumps(row)[:60]}; make it anew."
        )
    key = Key(row["check"], row["text"], row["source"], row["target"], row["occurrence"])
    return Entry(row["document"], row["severity"], key)
