"""Runs made for these tests: what a check or a batch leaves, without judging anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.frames import DOCUMENTS, FINDINGS, SEGMENTS
from mtqa.report.base import Results
from mtqa.report.folder import put_whole
from mtqa.report.tables import tables
from mtqa.runs.files import encode
from tests.report.cases import joined, make_results

CHECKS = [
    ("wrong-sense", "ACC010", "accuracy/mistranslation"),
    ("repeated-word", "LIN007", "linguistic-conventions/duplication"),
]
VERDICTS = ("publishable", "light edit", "heavy edit", "retranslate")


def report_run(folder: Path, *documents: str) -> Path:
    """A folder as ``mtqa check --out`` writes it, with its report."""
    from mtqa.report.folder import write_reports

    results = [make_results(name, VERDICTS[at % 4]) for at, name in enumerate(documents or ("notice.de.txt",))]
    return write_reports(joined(*results), folder, ("csv", "html", "json"))


def made_run(
    folder: Path, number: int, systems: Sequence[str] = ("",), projects: Sequence[str] = ("",), documents: int = 2
) -> Path:
    """A folder with tables only: its scores rise with ``number`` and differ by system."""
    rows: list[dict[str, Any]] = []
    found: list[dict[str, Any]] = []
    for at, (system, project) in enumerate((system, project) for system in systems for project in projects):
        for document in range(documents):
            name = f"{system or 's'}/{project or 'p'}/d{document}"
            quality = 60 + number % 30 + 2.0 * at - document
            rows.append({"document": name, "name": f"d{document}", "system": system, "project": project, "source_lang": "en",
                         "target_lang": "de", "segments": 10, "words": 100,
                         "score.quality": quality, "score.adequacy": quality + 3,
                         "score.fluency": quality - 4, "mqm": 90.0, "critical": 0, "major": 1, "minor": 1, "neutral": 0,
                         "penalty": 6.0, "verdict": VERDICTS[(number + document) % 4]})  # fmt: skip
            found += [
                {"document": name, "segment": 0, "check": check, "code": code, "category": category, "side": "target",
                 "severity": "major" if check == "wrong-sense" else "minor", "start": 0, "end": 3, "text": "abc",
                 "message": "No.", "penalty": 1.0}
                for check, code, category in CHECKS
            ]  # fmt: skip
    return _write(folder, DOCUMENTS.build(rows), FINDINGS.build(found))


def _write(folder: Path, documents: pd.DataFrame, findings: pd.DataFrame) -> Path:
    frames = tables(Results(SEGMENTS.empty(), findings, documents))

    def fill(fresh: Path) -> list[str]:
        for name, frame in frames.items():
            (fresh / f"{name}.csv").write_bytes(encode(frame, "csv"))
        return [f"{name}.csv" for name in frames]

    return put_whole(folder, fill)
