"""What mtqa says of judged translations: checked now, or taken from an earlier run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.config import Settings
from mtqa.errors import ReadError
from mtqa.evaluate.base import Judgments
from mtqa.pipeline import check
from mtqa.read.base import ReadOptions
from mtqa.read.files import File
from mtqa.read.languages import fill
from mtqa.read.names import pair_of
from mtqa.report.cells import unguard
from mtqa.report.earlier import earlier_table
from mtqa.report.tables import DECIMALS

Checked = tuple[pd.DataFrame, pd.DataFrame, dict[str, Any]]
NEEDED = {
    "segments": ("segment", "target", "source_lang", "target_lang", "score.quality"),
    "findings": ("segment", "severity", "side", "start", "end", "confidence", "penalty"),
}
DOCUMENT = "table"
"""The document of rows that name none."""


def table_of(judged: Judgments, settings: Settings) -> pd.DataFrame:
    """The judged translations as ready pairs with their languages: as given, as the file says, or detected."""
    rows = judged.rows
    columns = {
        "document": [row.document or DOCUMENT for row in rows],
        "target": [row.target for row in rows],
        "source": [row.source for row in rows],
        "reference": [row.reference for row in rows],
        "source_lang": [judged.langs[0]] * len(rows),
        "target_lang": [judged.langs[1]] * len(rows),
    }
    frame = pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in columns.items()})
    options = ReadOptions(settings.source_lang, settings.target_lang)
    return fill(frame, judged.name, options, pair_of(File(judged.name, judged.name)))


def checked(judged: Judgments, settings: Settings, progress: Callable[[str, int, int], None]) -> Checked:
    """Segments, findings and how they were made; scores have the decimals of ``segments.csv``."""
    frame = table_of(judged, settings)
    result = check(frame, settings=settings, progress=progress)
    scored = [column for column in result.segments if str(column).startswith("score.")]
    segments = result.segments.assign(**{str(column): result.segments[column].round(DECIMALS) for column in scored})
    return segments, result.findings, result.about


def earlier(judged: Judgments, folder: Path) -> Checked:
    """The same, out of the CSV tables of an earlier run, which must be of the same translations in the same order."""
    segments = earlier_table(folder / "segments.csv", NEEDED["segments"])
    findings = earlier_table(folder / "findings.csv", NEEDED["findings"])
    targets = [unguard(text) for text in segments["target"]]
    wanted = [row.target for row in judged.rows]
    if len(targets) != len(wanted):
        raise ReadError(folder / "segments.csv", f"expected the {len(wanted):,} judged translations, found {len(targets):,}; "
                        "name the run of the same table, or leave --run out.")  # fmt: skip
    for number, (found, want) in enumerate(zip(targets, wanted, strict=True)):
        if found != want and found.splitlines() != want.splitlines():
            raise ReadError(folder / "segments.csv", f"expected {want[:30]!r} in segment {number}, found {found[:30]!r}; "
                            "name the run of the same table in the same order, or leave --run out.")  # fmt: skip
    if segments["segment"].tolist() != list(range(len(wanted))):
        raise ReadError(folder / "segments.csv", "expected segments numbered from 0, as those of a table are, found others; "
                        "leave --run out.")  # fmt: skip
    return segments.assign(target=wanted), findings, {}
