"""What of a run is done already: a record beside each part, written after the part's files."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.runs.atomic import put
from mtqa.runs.layout import STATE

FileFacts = dict[str, list[Any]]
"""Path below the run's folder -> rows, bytes, SHA-256."""


@dataclass(frozen=True, slots=True)
class Record:
    """One part of an item that was written; ``complete``: it is all of the item, or says that its ``parts`` are all there.

    ``columns``: table -> the part's own columns; ``stored``: those that its files have, where they were given more, to be like
    other parts; ``tally``: :func:`mtqa.summary.tally` as lists; ``about``: how it was made; ``suppressed``: of a part of a table
    the findings that are not reported (:data:`mtqa.frames.SUPPRESSED`) as lists, with documents as the reader calls them.
    """

    key: str
    item: str
    files: FileFacts
    segments: int = 0
    parts: int = 1
    complete: bool = False
    columns: dict[str, list[str]] = field(default_factory=dict)
    stored: dict[str, list[str]] = field(default_factory=dict)
    tally: dict[str, list[Any]] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    suppressed: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def frame(self) -> pd.DataFrame:
        """The tally as a frame."""
        return pd.DataFrame(self.tally)

    def encode(self) -> bytes:
        """The record as a file."""
        return (json.dumps(asdict(self), ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "replace")


class State:
    """The records in a run's folder."""

    def __init__(self, folder: Path) -> None:
        """Look into the run at ``folder``."""
        self.folder = folder

    def record(self, name: str, key: str) -> Record | None:
        """The record of that file name, if it is of the same ``key`` and the files it speaks of are there."""
        if name not in self._names:
            return None
        try:
            record = Record(**json.loads((self.folder / name).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return record if record.key == key and all(map(self._there, record.files.items())) else None

    @cached_property
    def _names(self) -> frozenset[str]:
        """The records that were there when first asked."""
        place = self.folder / STATE
        return frozenset(f"{STATE}/{path.name}" for path in place.iterdir()) if place.is_dir() else frozenset()

    def _there(self, fact: tuple[str, list[Any]]) -> bool:
        name, (_, size, _) = fact
        try:
            return bool((self.folder / name).stat().st_size == size)
        except OSError:
            return False


def write_record(folder: Path, name: str, record: Record) -> None:
    """Put a record in its place."""
    put(folder / name, record.encode())
