"""The site's data, compact: names are listed once and rows hold their numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from mtqa.publish.records import VERDICTS, Document, Published, Record
from mtqa.report.bands import points

SCHEMA = "mtqa.site/1"
"""The shape of data/runs.json; the number grows when a program that reads it would have to change."""


def index(runs: Sequence[Published], pages: Mapping[str, str]) -> dict[str, Any]:
    """All runs in order of time. ``records``: run, system and project by number, then the values that ``columns`` names."""
    systems = sorted({record.system for run in runs for record in run.records})
    projects = sorted({record.project for run in runs for record in run.records})
    categories = {check: category for run in runs for check, category in run.categories.items()}
    checks = sorted(categories)
    places = ({name: at for at, name in enumerate(names)} for names in (systems, projects, checks))
    system_at, project_at, check_at = places
    return {
        "schema": SCHEMA,
        "systems": systems,
        "projects": projects,
        "checks": [[check, categories[check]] for check in checks],
        "verdicts": list(VERDICTS),
        "runs": [[run.label, run.date, pages[run.name], run.failed] for run in runs],
        "columns": ["run", "system", "project", "documents", "segments", "words", "scored", "quality", "adequacy", "fluency",
                    "penalty", "counts", "verdicts", "checks"],
        "records": [
            [number, system_at[record.system], project_at[record.project], *_values(record, check_at)]
            for number, run in enumerate(runs) for record in run.records
        ],
    }  # fmt: skip


def _values(record: Record, check_at: Mapping[str, int]) -> list[Any]:
    scores = [_cut(score) for score in record.scores]
    checks = [value for check, count in record.checks.items() for value in (check_at[check], count)]
    return [record.documents, record.segments, record.words, record.scored, *scores, record.penalty, list(record.counts),
            list(record.verdicts), checks]  # fmt: skip


def _cut(score: float | None) -> float | None:
    """A score with two decimals, rounded down like all that is shown of it."""
    return None if score is None else float(points(score, 2))


def documents(run: Published, links: Mapping[str, str]) -> dict[str, Any]:
    """One run; ``links`` is where each report lies from the run's page."""
    checks: dict[str, int] = {}
    for record in run.records:
        for check, count in record.checks.items():
            checks[check] = checks.get(check, 0) + count
    return {
        "schema": SCHEMA,
        "verdicts": list(VERDICTS),
        "words": sum(document.words for document in run.documents),
        "checks": [[check, run.categories[check], checks[check]] for check in sorted(checks)],
        "columns": [
            "name",
            "system",
            "project",
            "verdict",
            "quality",
            "adequacy",
            "fluency",
            "mqm",
            "counts",
            "words",
            "report",
        ],
        "documents": [_document(document, links) for document in run.documents],
    }


def _document(one: Document, links: Mapping[str, str]) -> list[Any]:
    scores = [_cut(score) for score in (*one.scores, one.mqm)]
    verdict = VERDICTS.index(one.verdict) if one.verdict in VERDICTS else len(VERDICTS) - 1
    return [one.name, one.system, one.project, verdict, *scores, list(one.counts), one.words, links.get(one.report, "")]


def encode(values: Mapping[str, Any]) -> str:
    """Compact JSON that may stand inside a script element too: nothing in it can close one (HTML 13.1.2.6)."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
