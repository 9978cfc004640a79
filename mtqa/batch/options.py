"""How a batch is done, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import SettingsError
from mtqa.runs.files import DATASETS

if TYPE_CHECKING:
    import pandas as pd

    from mtqa.batch.item import Failure

DEFAULT_FORMATS = ("html", "parquet")


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a batch is done: none of it changes the results.

    ``formats``: reports, and ``csv`` or ``parquet`` for the tables (parquet if neither).
    """

    formats: tuple[str, ...] = DEFAULT_FORMATS
    pattern: str = ""
    engine: str = "local"
    workers: int = 0
    scheduler: str = ""
    resume: bool = False
    overwrite: bool = False

    @property
    def dataset(self) -> str:
        """The kind of the tables."""
        named = [name for name in self.formats if name in DATASETS]
        if len(named) > 1:
            raise SettingsError("--format: expected csv or parquet for the tables, found both; choose one.")
        return named[0] if named else "parquet"

    @property
    def reports(self) -> tuple[str, ...]:
        """The kinds of reports that each document gets."""
        return tuple(sorted({name for name in self.formats if name not in DATASETS}))


@dataclass(frozen=True)
class BatchResult:
    """What came of a batch: the documents frame, what could not be judged, and the gate's sentences."""

    folder: Path
    documents: pd.DataFrame
    failed: tuple[Failure, ...]
    gated: tuple[str, ...]
    again: int = 0
