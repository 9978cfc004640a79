"""Comments in the input that suppress findings in their segment: ``mtqa: ignore wrong-sense -- the client's own word``.

They stand in the notes of a format that has some (PO comments, ``<note>`` of XLIFF and TMX, a column ``note`` of a table),
or without ``mtqa: ignore`` in a column ``suppress``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtqa.flag.base import CHECKS
from mtqa.flag.select import matched

if TYPE_CHECKING:
    import pandas as pd

NOTE, COLUMN = "note", "suppress"
"""The columns in which comments stand."""
LIST = r"\s*([A-Za-z][\w-]*(?:\s*,\s*[A-Za-z][\w-]*)*)[ \t]*(?:(?:--|[–—:;(])[ \t]*([^\n]*))?"
IN_NOTE = re.compile(rf"\bmtqa:\s*ignore\b{LIST}", re.IGNORECASE)
IN_COLUMN = re.compile(rf"(?:mtqa:\s*ignore\b)?{LIST}", re.IGNORECASE)
NO_REASON = "a comment in the input says so"


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment suppresses; ``codes`` are empty for a name that no check has."""

    selector: str
    reason: str
    codes: frozenset[str]


def comments(note: object, column: object = "") -> list[Comment]:
    """The suppressions in a segment's note and in its cell of the column ``suppress``, one for each check named."""
    return [*_of(IN_NOTE, note), *_of(IN_COLUMN, column)]


def _of(pattern: re.Pattern[str], text: object) -> Iterator[Comment]:
    for match in pattern.finditer(text) if isinstance(text, str) and text else ():
        reason = (match[2] or "").strip().removesuffix(")").strip() or NO_REASON
        for selector in re.split(r"\s*,\s*", match[1]):
            yield Comment(selector, reason, frozenset(check.code for check in CHECKS if matched(check, [selector])))


def commented(segments: pd.DataFrame) -> dict[int, list[Comment]]:
    """Row -> its comments, of the rows that have some."""
    rows = [segments[name].tolist() if name in segments else [""] * len(segments) for name in (NOTE, COLUMN)]
    found = ((row, comments(note, cell)) for row, (note, cell) in enumerate(zip(*rows, strict=True)) if note or cell)
    return {row: said for row, said in found if said}
