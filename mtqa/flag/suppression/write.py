"""Entries for a file of suppressions, made from findings of a run and put behind those that stand there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from mtqa.flag.suppression.entry import KEYS, entry_of
from mtqa.flag.suppression.file import TABLE, read_entries

SCOPES = ("segment", "document", "anywhere")
"""What an entry is bound to: the words in one segment, in one document, or wherever the check flags them."""


def proposed(finding: Mapping[str, object], texts: Mapping[str, str], scope: str, reason: str) -> dict[str, str]:
    """What suppresses the finding: its check and words, and as much of its place as ``scope`` says.

    ``texts`` are the source and target of its segment. A source outlives a new translation, so the segment is known by it,
    and by its target only where there is none.
    """
    values = {"check": str(finding["check"]), "reason": reason}
    if scope != "anywhere":
        values["document"] = str(finding["document"])
    if scope == "segment":
        side = "source" if texts["source"].strip() else "target"
        values[side] = texts[side]
    values["text"] = str(finding["text"])
    return {key: value for key, value in values.items() if value != ""}


def appended(path: Path, entries: Sequence[Mapping[str, str]]) -> tuple[str, int]:
    """The text of the file with ``entries`` behind what stands there, and how many of them are new.

    Comments and the order of what is there stay as they are. Raises what :func:`read_entries` and :func:`entry_of` do.
    """
    old = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    there = read_entries(path) if path.exists() else []
    known = {_identity(_values(entry.check, entry.document, entry.exact)) for entry in there if not entry.patterns}
    new: dict[tuple[str, ...], Mapping[str, str]] = {}
    for values in entries:
        entry_of(values, 1, f"{path}: new entry")
        if _identity(values) not in known:
            new.setdefault(_identity(values), values)
    write = _csv if path.suffix.lower() == ".csv" else _toml
    return write(old, list(new.values())), len(new)


def _values(check: str, document: str, exact: Mapping[str, str]) -> dict[str, str]:
    return {"check": check, "document": document, **exact}


def _identity(values: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(values.get(key, "") for key in KEYS if key != "reason")


def _toml(old: str, entries: Iterable[Mapping[str, str]]) -> str:
    blocks = [old.rstrip("\n")] if old.strip() else []
    for values in entries:
        lines = [f"[[{TABLE}]]", *(f"{key} = {_quoted(values[key])}" for key in KEYS if key in values)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML: what JSON escapes, and the one control character that JSON does not."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _csv(old: str, entries: Sequence[Mapping[str, str]]) -> str:
    rows = list(csv.reader(io.StringIO(old, newline="")))
    header = rows[0] if rows else list(KEYS)
    names = [name.strip().replace("_", "-") for name in header]
    missing = [key for key in KEYS if key not in names and any(key in values for values in entries)]
    rows = [[*header, *missing], *([*row, *[""] * len(missing)] for row in rows[1:])]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(
        [*rows, *([values.get(name, "") for name in (*names, *missing)] for values in entries)]
    )
    return out.getvalue()
