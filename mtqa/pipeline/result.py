"""What a check found, as people and reports take it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.baseline.apply import only_new
from mtqa.config import Settings
from mtqa.frames import SUPPRESSED
from mtqa.gate import missed
from mtqa.report.base import Results
from mtqa.report.folder import write_reports


@dataclass(frozen=True)
class Result:
    """What a check found: three frames (columns in :mod:`mtqa.frames`) and how they were made.

    ``suppressed``: the findings that are not reported because somebody gave a reason (:data:`mtqa.frames.SUPPRESSED`).
    """

    segments: pd.DataFrame
    findings: pd.DataFrame
    documents: pd.DataFrame
    about: dict[str, Any]
    suppressed: pd.DataFrame = field(default_factory=SUPPRESSED.empty)
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def results(self) -> Results:
        """The same, as reports take it."""
        return Results(self.segments, self.findings, self.documents, self.about, self.suppressed, self.files)

    def save(self, folder: str | Path, formats: Iterable[str] = ("csv", "html", "json")) -> Path:
        """Write the reports into ``folder``, all or none; a folder that is not mtqa's own is refused (WriteError)."""
        return write_reports(self.results, Path(folder), tuple(formats))

    def html(self) -> str:
        """The HTML report as text."""
        from mtqa.report.html import render

        return render(self.results)


def new_since(result: Result, baseline: str | Path) -> Result:
    """The result with only the findings that a baseline file does not know (:mod:`mtqa.baseline`)."""
    findings, documents, made = only_new(result.segments, result.findings, result.documents, result.about, baseline)
    return replace(result, findings=findings, documents=documents, about=made)


def gate(result: Result, settings: Settings) -> list[str]:
    """A sentence for each limit of the quality gate that a document misses; empty when all pass."""
    return missed(result.documents, settings)
