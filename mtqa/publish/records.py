"""What a site keeps of each run: a row a document, and sums by system and project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtqa.mqm import mqm_score
from mtqa.publish.manifest import Said
from mtqa.report.bands import MEANINGS
from mtqa.report.page.build import SEGMENTS_SHOWN
from mtqa.report.tables import records, rounded
from mtqa.runs import Run, open_run

VERDICTS = (*MEANINGS, "")
"""The verdicts, the best first; the last is none."""

SCORES = ("score.quality", "score.adequacy", "score.fluency")
Row = dict[str, Any]
Owner = tuple[str, str]
"""System and project."""

SEVERITIES = ("critical", "major", "minor", "neutral")


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a run; ``report`` is the path of its report within the run, with an anchor, or empty."""

    name: str
    system: str
    project: str
    verdict: str
    scores: tuple[float | None, ...]
    mqm: float | None
    counts: tuple[int, ...]
    segments: int
    words: int
    report: str


@dataclass(frozen=True, slots=True)
class Record:
    """The documents of one system and project in a run, summed; ``scored`` are the words that the scores are means over."""

    system: str
    project: str
    documents: int
    segments: int
    words: int
    scored: int
    scores: tuple[float | None, ...]
    penalty: float
    counts: tuple[int, ...]
    verdicts: tuple[int, ...]
    checks: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Published:
    """A run as the site shows it; ``categories`` is the MQM category of each check."""

    path: Path
    name: str
    label: str
    date: str
    documents: tuple[Document, ...]
    records: tuple[Record, ...]
    failed: int
    categories: Mapping[str, str]


def published(path: Path, name: str, date: str, said: Said) -> Published:
    """The run at ``path``."""
    run = open_run(path)
    rows = [_named(row, said) for row in records(run.documents)]
    tallies, categories = _checks(run, {row["document"]: (row["system"], row["project"]) for row in rows})
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["system"], row["project"]), []).append(row)
    return Published(
        path, name, said.label or name, said.date or date, tuple(_documents(run, rows)),
        tuple(_record(*owner, groups[owner], tallies.get(owner, Counter())) for owner in sorted(groups)),
        len(run.failed), categories,
    )  # fmt: skip


def _named(row: Row, said: Said) -> Row:
    """The row with system and project as the document says itself, or else as the manifest says of the run."""
    return {**row, "system": str(row["system"] or said.system), "project": str(row["project"] or said.project)}


def _checks(run: Run, owners: Mapping[str, Owner]) -> tuple[dict[Owner, Counter[str]], dict[str, str]]:
    """How often each check found something that counts, by system and project, and the checks' categories."""
    tallies: dict[Owner, Counter[str]] = {}
    categories: dict[str, str] = {}
    for part in run.parts("findings"):
        columns = (part[name].tolist() for name in ("document", "check", "category", "severity"))
        for document, check, category, severity in zip(*columns, strict=True):
            if severity != "neutral":
                tallies.setdefault(owners[document], Counter())[check] += 1
                categories.setdefault(check, category)
    return tallies, categories


def _record(system: str, project: str, rows: Sequence[Row], checks: Counter[str]) -> Record:
    verdicts = Counter(str(row["verdict"] or "") for row in rows)
    return Record(
        system=system,
        project=project,
        documents=len(rows),
        segments=sum(row["segments"] for row in rows),
        words=sum(row["words"] for row in rows),
        scored=sum(row["words"] for row in rows if row["score.quality"] is not None),
        scores=tuple(_mean(rows, column) for column in SCORES),
        penalty=round(sum(row["penalty"] for row in rows), 4),
        counts=tuple(sum(row[severity] for row in rows) for severity in SEVERITIES),
        verdicts=tuple(verdicts.get(verdict, 0) for verdict in VERDICTS),
        checks=dict(sorted(checks.items())),
    )


def _mean(rows: Sequence[Row], column: str) -> float | None:
    """The mean of the documents weighted by words, as the report has it."""
    there = [(row[column], max(1, row["words"])) for row in rows if row[column] is not None]
    return rounded(sum(value * words for value, words in there) / sum(words for _, words in there)) if there else None


def _documents(run: Run, rows: Sequence[Row]) -> Iterator[Document]:
    """The documents; those of a check share one report, which has an anchor for each where it shows all segments."""
    anchors = len(rows) > 1 and sum(row["segments"] for row in rows) <= SEGMENTS_SHOWN
    page = "report.html" if (run.path / "report.html").is_file() else ""
    for number, row in enumerate(rows):
        own = str(row["report"] or "")
        report = own if own and (run.path / own).is_file() else page and page + (f"#d{number}" if anchors else "")
        yield Document(
            name=str(row["name"] or row["document"]),
            system=row["system"],
            project=row["project"],
            verdict=str(row["verdict"] or ""),
            scores=tuple(row[column] for column in SCORES),
            mqm=rounded(mqm_score(row["penalty"], row["words"])),
            counts=tuple(row[severity] for severity in SEVERITIES),
            segments=row["segments"],
            words=row["words"],
            report=report,
        )
