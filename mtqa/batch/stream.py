"""Large tables: cut into parts that are judged apart and give what the whole would, and put together at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.batch.state import FileFacts, Record, write_record
from mtqa.batch.work import Job, item_settings, renamed, write_reports
from mtqa.calibration.file import find_calibration
from mtqa.frames import FINDINGS, SEGMENTS
from mtqa.pipeline import batches
from mtqa.read.base import ReadOptions
from mtqa.read.stream import BigTable, open_table
from mtqa.report.base import Results
from mtqa.report.page.build import SEGMENTS_SHOWN
from mtqa.runs.files import SCORE, decode
from mtqa.runs.layout import closing_file, part_file
from mtqa.summary import documents_of

LARGE = 16 << 20
"""Bytes from which a table is streamed; a smaller one is judged whole, at a tenth of the memory a process may take."""
PART = 10_000
"""Rows of a part, at least."""
TEXTS = ("target", "source", "reference", "text", "message", "suggestion")
CONTRACT_COLUMNS = {*SEGMENTS.columns, *FINDINGS.columns}
WHOLE_ONLY = "The table was judged in parts: scores over the whole of it against the reference were left out."


def open_large(job: Job) -> BigTable | None:
    """The item's table, if it is a large one that can be streamed."""
    item = job.item
    if item.source or item.reference or Path(item.target).stat().st_size < LARGE:
        return None
    settings = item_settings(job)
    return open_table(item.target, ReadOptions(settings.source_lang, settings.target_lang, dict(settings.columns)))


def parts(table: BigTable, job: Job) -> Iterator[list[pd.DataFrame]]:
    """The batches of each part."""
    held: list[pd.DataFrame] = []
    frames = (renamed(frame, table.label, job) for frame in table.frames())
    for batch in stream_batches(frames, job.settings.batch_size):
        held.append(batch)
        if sum(map(len, held)) >= PART:
            yield held
            held = []
    if held:
        yield held


def stream_batches(frames: Iterable[pd.DataFrame], size: int) -> Iterator[pd.DataFrame]:
    """:func:`mtqa.pipeline.batches` of the frames' concatenation, without ever having all of it.

    Where a batch ends is decided by the next ``2 * size`` rows, so one row more than that has to be there.
    """
    held: list[pd.DataFrame] = []
    for frame in frames:
        held.append(frame)
        if sum(map(len, held)) <= 2 * size:
            continue
        rows = pd.concat(held, ignore_index=True)
        start = 0
        while len(rows) - start > 2 * size:
            batch = next(batches(rows.iloc[start:], size))
            start += len(batch)
            yield batch
        held = [rows.iloc[start:]]
    if held and sum(map(len, held)):
        yield from batches(pd.concat(held, ignore_index=True), size)


def close(job: Job, records: Sequence[Record]) -> None:
    """Write the report of an item that was judged in parts, and that it is complete."""
    merged = about_all([record.about for record in records])
    references = any("score.bleu" in record.columns["segments"] for record in records)
    merged["skipped"] = [*merged["skipped"], *[WHOLE_ONLY] * (references and bool(merged["signatures"]))]
    facts: FileFacts = write_reports(job, _hollow(job, records, merged)) if job.reports else {}
    rows = sum(record.segments for record in records)
    done = Record(job.key, job.item.name, facts, rows, len(records), complete=True, about=merged)
    write_record(job.out, closing_file(job.item.name), done)


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
    out["skipped"] = list(dict.fromkeys(sentence for part in parts for sentence in part["skipped"]))
    return out


def _hollow(job: Job, records: Sequence[Record], about: dict[str, Any]) -> Results:
    """The results of a large table for its report: every row, but texts only of those that a page shows."""
    calibration = find_calibration(job.settings.calibration)
    documents = documents_of([record.frame for record in records], calibration.bands if calibration else None)
    worst = _worst(job, len(records))
    segments, findings = ([] for _ in range(2))
    for part in range(len(records)):
        shown = worst[worst["part"] == part]["row"].to_numpy()
        rows, found = (_part(job, table, part) for table in ("segments", "findings"))
        keys = set(zip(rows["document"].iloc[shown], rows["segment"].iloc[shown], strict=True))
        segments.append(_emptied(rows, rows.index.isin(shown)))
        findings.append(_emptied(found, [key in keys for key in zip(found["document"], found["segment"], strict=True)]))
    return Results(pd.concat(segments, ignore_index=True), pd.concat(findings, ignore_index=True), documents, about)


def _part(job: Job, table: str, part: int) -> pd.DataFrame:
    return decode(job.out / part_file(table, job.item.name, part, job.dataset), table)


def _worst(job: Job, count: int) -> pd.DataFrame:
    """The part and row of as many segments as a page shows: the most penalised, then those of least quality."""
    kept = pd.DataFrame()
    for part in range(count):
        rows, found = (_part(job, table, part) for table in ("segments", "findings"))
        costs = found.groupby(["document", "segment"])["penalty"].sum()
        keys = pd.MultiIndex.from_frame(rows[["document", "segment"]])
        here = pd.DataFrame({
            "part": part, "row": range(len(rows)), "cost": costs.reindex(keys).fillna(-1.0).to_numpy(),
            "quality": rows["score.quality"].fillna(101.0).to_numpy(),
        })  # fmt: skip
        joined = pd.concat([kept, here], ignore_index=True)
        kept = joined.sort_values(["cost", "quality"], ascending=[False, True], kind="stable").head(SEGMENTS_SHOWN)
    return kept


def _emptied(frame: pd.DataFrame, kept: Any) -> pd.DataFrame:
    """The frame with the texts of the rows ``kept`` alone, and no column that a page does not need."""
    needed = [name for name in frame if name in CONTRACT_COLUMNS or str(name).startswith(SCORE) or name == "id"]
    texts = {name: frame[name].where(kept, "") for name in TEXTS if name in frame}
    return frame[needed].assign(**texts)
