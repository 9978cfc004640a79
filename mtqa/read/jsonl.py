"""JSON Lines: an object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.read.base import Reader, ReadOptions
from mtqa.read.columns import columns
from mtqa.read.decode import decode
from mtqa.read.table import pairs

Records = Sequence[tuple[int, dict[str, Any]]]
"""Objects with the numbers of their lines."""
TEXTS = ("source", "target", "reference", "document", "source_lang", "target_lang")
UNWRITABLE = re.compile("[\0\ud800-\udfff]")
"""What JSON can escape and no text file can hold: NUL and half a surrogate pair."""


def read_jsonl(data: bytes, name: str, options: ReadOptions) -> pd.DataFrame:
    """A row per object, in order. A missing or ``null`` text is empty; of several references the first is taken.

    Raises:
        ReadError: names the line that is no JSON object or has no target.
    """
    records = list(parse(decode(data, name).split("\n"), name))
    keys = list(dict.fromkeys(key for _, record in records for key in record))
    places = {ours: keys[place] for ours, place in columns(keys, name, options).items()}
    return frame_of(records, places, keys, name)


def frame_of(records: Records, places: dict[str, str], keys: Sequence[str], name: str) -> pd.DataFrame:
    """The frame of ``records``; ``places``: our column -> key, ``keys``: all keys in order."""
    known = {ours: [_cell(ours, key, record, name, line) for line, record in records] for ours, key in places.items()}
    rest = [key for key in keys if key not in places.values()]
    return pairs(known, [(key, [_plain(record.get(key, "")) for _, record in records]) for key in rest], name)


def parse(lines: Iterable[str], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The number of the line and the object of each line that is not blank; raises :class:`ReadError`."""
    for line, written in enumerate(lines, 1):
        if not written.strip():
            continue
        try:
            record = json.loads(written)
        except (ValueError, RecursionError) as error:
            what = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
            raise ReadError(
                name, f"expected a JSON object, found a mistake in it ({what}); correct it.", line
            ) from error
        if not isinstance(record, dict):
            raise ReadError(
                name, f"expected a JSON object, found {written.strip()[:30]!r}; write an object a line.", line
            )
        yield line, record


def _cell(ours: str, key: str, record: dict[str, Any], name: str, line: int) -> Any:
    if ours == "target" and key not in record:
        raise ReadError(
            name, f"expected the key {key!r}, found {', '.join(map(repr, record)) or 'none'}; add it.", line
        )
    value = record.get(key)
    if ours not in TEXTS:
        return _plain(value)
    if isinstance(value, dict | list) and ours == "reference":
        value = next(iter(value.values() if isinstance(value, dict) else value), None)
    if value is None:
        return ""
    if ours == "document" and isinstance(value, int | float):
        return str(value)
    if not isinstance(value, str):
        raise ReadError(name, f"expected a text for {key!r}, found {json.dumps(value)[:30]}; put it in quotes.", line)
    if UNWRITABLE.search(value):
        raise ReadError(
            name, f"expected a text for {key!r}, found NUL or half a surrogate pair in it; remove it.", line
        )
    return value


def _plain(value: Any) -> Any:
    """A value that every report can write: texts, numbers and truth as they are, anything else as JSON."""
    if isinstance(value, str):
        return UNWRITABLE.sub("\ufffd", value)
    return value if value is None or isinstance(value, bool | int | float) else json.dumps(value, ensure_ascii=False)


def _claims(head: bytes) -> bool:
    try:
        return isinstance(json.loads(head.partition(b"\n")[0]), dict)
    except (ValueError, RecursionError):
        return False


JSONL = Reader(
    name="jsonl",
    suffixes=(".jsonl", ".ndjson"),
    kind="pair",
    read=read_jsonl,
    summary="A JSON object a line, with the keys target, source, reference, id, document and any other.",
    claims=_claims,
)
