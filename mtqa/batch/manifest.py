"""A manifest: a table (CSV, TSV, JSON Lines) with a row per document that names its files.

Columns: ``target`` and ``source`` and/or ``reference`` (paths relative to the manifest; a pair file is a target alone),
``document``, ``source_lang``, ``target_lang``, ``system``, ``project``; any other column is carried through.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from mtqa.batch.item import SYSTEM, Item, Plan
from mtqa.errors import MtqaError, ReadError
from mtqa.read.base import HEAD, READERS, ReadOptions
from mtqa.read.choose import reader_of

KINDS = ("csv", "tsv", "jsonl")
OWN = ("document", "kind", "target", "source", "reference", "target_lang", "source_lang", "segment")
SIDES = ("target", "source", "reference")
SNIFFED = 1 << 16
"""Bytes of a table that tell whether it is a manifest."""
INPUT = "input."
"""What the reader puts before a column whose name means something to later stages."""


def is_manifest(path: Path) -> bool:
    """Whether the table at ``path`` names files: on one side one of the first is there, or all end as files that are read do."""
    with path.open("rb") as file:
        head = file.read(SNIFFED)
    try:
        if reader_of(str(path), head[:HEAD]).name not in KINDS:
            return False
        whole = len(head) < SNIFFED
        rows = _rows(path, head if whole else head[: head.rfind(b"\n") + 1])
        first = list(islice(rows, 100))
    except MtqaError:
        return False
    return any(_are_files(path.parent, [str(row[side]).strip() for row in first]) for side in SIDES)


def _are_files(folder: Path, names: list[str]) -> bool:
    suffixes = {suffix for reader in READERS for suffix in reader.suffixes}
    return bool(names) and (
        any(_is_file(folder / name) for name in names if name)
        or all(Path(name).suffix.lower() in suffixes and "\n" not in name for name in names)
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a sentence is no path
        return False


def _rows(path: Path, data: bytes) -> Iterator[dict[str, Any]]:
    frame = reader_of(str(path), data[:HEAD]).read(data, path.name, ReadOptions())
    yield from ({str(name): value for name, value in row.items()} for row in frame.to_dict("records"))


def read_manifest(path: Path) -> Plan:
    """The documents of a manifest; :class:`ReadError` for a row without a target."""
    items = []
    for number, row in enumerate(_rows(path, path.read_bytes()), 1):
        if not str(row["target"]).strip():
            raise ReadError(
                path.name,
                f"expected a file in the column target, found none in row {number}; name it or remove the row.",
            )
        items.append(_item(path, row))
    return Plan(tuple(items))


def _item(path: Path, row: dict[str, Any]) -> Item:
    named = {side: str(row[side]).strip() for side in SIDES}
    places = {side: os.path.abspath(path.parent / name) if name else "" for side, name in named.items()}  # noqa: PTH100 - links stay
    about = {name.removeprefix(INPUT): _text(value) for name, value in row.items() if name not in OWN}
    title = str(row["document"]) if row["document"] != path.name else str(Path(named["target"]).with_suffix(""))
    system = about.get(SYSTEM, "")
    return Item(
        name=f"{system}/{title}" if system else title,
        title=title,
        source_lang=str(row["source_lang"]),
        target_lang=str(row["target_lang"]),
        about=about,
        shown={places[side]: named[side] for side in named if named[side]},
        **places,
    )


def _text(value: Any) -> str:
    if value is None or value != value:
        return ""
    return (
        value if isinstance(value, str) else ("true" if value else "false") if isinstance(value, bool) else str(value)
    )
