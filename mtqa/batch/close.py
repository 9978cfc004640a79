"""The end of a large table that was judged in parts: put together into what the table judged whole gives."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

import pandas as pd

from mtqa.baseline.apply import left_out
from mtqa.batch.late import Late, Watch, look_over, watched
from mtqa.batch.state import FileFacts, Record, write_record
from mtqa.batch.work import Job, put_counted, write_reports
from mtqa.calibration.file import find_calibration
from mtqa.read.stream import BigTable
from mtqa.report.base import Results
from mtqa.report.html import HTML, render
from mtqa.report.page.build import SEGMENTS_SHOWN, Whole
from mtqa.runs.files import decode
from mtqa.runs.layout import PARTS, closing_file, part_file, report_folder
from mtqa.score.base import METRICS, Metric
from mtqa.summary import documents_of

MOST = 200_000
"""Rows with a reference over which a score is computed as a whole; the texts of more might not fit into memory."""
WHOLE_ONLY = "The table is a large one: scores over the whole of it against the reference were left out."


def close(job: Job, table: BigTable, records: Sequence[Record], watch: Watch | None = None) -> int:
    """Complete an item that was judged in parts: what only the whole table shows, its reports, and that it is complete.

    ``watch``: one that saw all rows as they were handed out; without it the table is read once more.
    """
    with closing(watch or watched(job, table)) as seen:
        late = look_over(job, table, records, seen)
    records = late.records
    merged = about_all([record.about for record in records])
    rows = sum(record.segments for record in records)
    metrics = [metric for metric in METRICS if metric.corpus and metric.name in merged["signatures"]]
    if metrics and rows <= MOST:
        merged["corpus"] = _corpus(job, len(records), metrics)
    elif metrics:
        merged["skipped"] = [*merged["skipped"], WHOLE_ONLY]
    merged |= {"unused": late.unused} if late.unused else {}
    facts = _reports(job, late, merged)
    done = Record(job.key, job.item.name, facts, rows, len(records), complete=True, tally=late.tally, about=merged)
    write_record(job.out, closing_file(job.item.name), done)
    return rows


def _corpus(job: Job, count: int, metrics: Sequence[Metric]) -> dict[str, float]:
    """The scores over all rows that have a reference."""
    targets: list[str] = []
    references: list[str] = []
    for part in range(count):
        rows = _part(job, "segments", part)
        there = rows[rows["reference"].str.strip() != ""]
        targets += there["target"].tolist()
        references += there["reference"].tolist()
    return {metric.name: metric.corpus(targets, references) for metric in metrics if metric.corpus}


def about_all(parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """How several parts or documents were made, in one."""
    first = parts[0] if parts else {}
    out = {**first, "corpus": {}}
    packs = list(dict.fromkeys(tuple(part["pack"].items()) for part in parts if part["pack"]))
    out["pack"] = (
        {key: "; ".join(dict.fromkeys(dict(pack)[key] for pack in packs)) for key, _ in packs[0]} if packs else {}
    )
    out["encoder"] = "; ".join(sorted({name for part in parts for name in part["encoder"].split("; ") if name}))
    out["signatures"] = {name: said for part in parts for name, said in part["signatures"].items()}
    against = [part["baseline"] for part in parts if "baseline" in part]
    own = set(map(left_out, against))  # a document's counts say nothing of the others
    skipped = dict.fromkeys(sentence for part in parts for sentence in part["skipped"] if sentence not in own)
    out["skipped"] = list(skipped)
    if against:
        out["baseline"] = {name: sum(counts[name] for counts in against) for name in ("new", "known", "fixed")}
        out["skipped"].append(left_out(out["baseline"]))
    return out


def _reports(job: Job, late: Late, about: dict[str, Any]) -> FileFacts:
    """The reports of the whole table: the page out of what it shows, so that memory stays bounded, others out of all of it."""
    calibration = find_calibration(job.settings.calibration)
    records = late.records
    tallies = [*(record.frame for record in records), pd.DataFrame(late.tally)]
    documents = documents_of(tallies, calibration.bands if calibration else None)
    facts: FileFacts = {}
    if HTML.name in job.reports:
        name = f"{report_folder(job.item.name)}/{HTML.files[0]}"
        shown, whole = _page(job, len(records), documents, about)
        page = render(replace(shown, suppressed=late.suppressed), whole)
        facts[name] = put_counted(job.out / name, page.encode("utf-8", "replace"), 0)
    others = tuple(name for name in job.reports if name != HTML.name)
    if others:
        frames = [
            pd.concat([_part(job, table, part) for part in range(len(records))], ignore_index=True) for table in PARTS
        ]
        facts |= write_reports(
            replace(job, reports=others), Results(frames[0], frames[1], documents, about, late.suppressed)
        )
    return facts


def _page(job: Job, count: int, documents: pd.DataFrame, about: dict[str, Any]) -> tuple[Results, Whole]:
    """The segments that a page shows with their findings, and what it counts over all."""
    worst, whole = _worst(job, count)
    segments, findings = [], []
    for part, places in worst.groupby("part")["row"]:
        rows, found = (_part(job, table, int(str(part))) for table in PARTS)
        shown = rows.iloc[sorted(places)]
        keys = set(zip(shown["document"], shown["segment"], strict=True))
        segments.append(shown)
        findings.append(found[[key in keys for key in zip(found["document"], found["segment"], strict=True)]])
    return Results(
        pd.concat(segments, ignore_index=True), pd.concat(findings, ignore_index=True), documents, about
    ), whole


def _part(job: Job, table: str, part: int) -> pd.DataFrame:
    return decode(job.out / part_file(table, job.item.name, part, job.dataset), table)


def _worst(job: Job, count: int) -> tuple[pd.DataFrame, Whole]:
    """The part and row of as many segments as a page shows: the most penalised, then those of least quality."""
    kept, whole = pd.DataFrame(), Whole([], [])
    alike: dict[tuple[str, str], tuple[str, str]] = {}
    for part in range(count):
        rows, found = (_part(job, table, part) for table in PARTS)
        for kind in zip(found["category"], found["severity"], strict=True):
            whole.kinds.append(alike.setdefault(kind, kind))
        whole.qualities.extend(None if quality != quality else quality for quality in rows["score.quality"].tolist())
        costs = found.groupby(["document", "segment"])["penalty"].sum()
        keys = pd.MultiIndex.from_frame(rows[["document", "segment"]])
        here = pd.DataFrame({
            "part": part, "row": range(len(rows)), "cost": costs.reindex(keys).fillna(-1.0).to_numpy(),
            "quality": rows["score.quality"].fillna(101.0).to_numpy(),
        })  # fmt: skip
        joined = pd.concat([kept, here], ignore_index=True)
        kept = joined.sort_values(["cost", "quality"], ascending=[False, True], kind="stable").head(SEGMENTS_SHOWN)
    return kept.sort_values(["part", "row"]), whole
