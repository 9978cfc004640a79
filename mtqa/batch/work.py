"""What a worker does: judge a document, or a part of a large table, and write what it found.

A task may be carried out twice (its worker died after writing); it then writes the same bytes again.
"""

from __future__ import annotations

import gc
import hashlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.batch.item import Item
from mtqa.batch.state import FileFacts, Record, write_record
from mtqa.calibration.file import find_calibration
from mtqa.collecting import RARELY
from mtqa.config import Settings
from mtqa.errors import MtqaError, WriteError
from mtqa.frames import FINDINGS, SUPPRESSED
from mtqa.pipeline import Result, about, align_all, check, joined, judge_all, new_since
from mtqa.read.files import File
from mtqa.read.names import labels
from mtqa.report.base import REPORTS, Results
from mtqa.runs.atomic import explained, put
from mtqa.runs.files import encode, stored
from mtqa.runs.layout import part_file, record_file, report_folder
from mtqa.summary import tally


@dataclass(frozen=True, slots=True)
class Job:
    """All that is needed to judge an item on any machine; ``several`` puts its name before those of a table's documents."""

    item: Item
    key: str
    settings: Settings
    out: Path
    shown: str
    reports: tuple[str, ...]
    dataset: str
    several: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """A document that fits into memory."""

    job: Job
    part: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Batches of rows of a large table, cut as :func:`mtqa.pipeline.batches` cuts the whole.

    ``label`` is what the reader calls a document that the table does not name.
    """

    job: Job
    part: int
    batches: Sequence[pd.DataFrame]
    label: str


@dataclass(frozen=True, slots=True)
class Done:
    """How a task ended: well, or with a reason why the document cannot be judged, or why no other one can (``fatal``)."""

    segments: int = 0
    reason: str = ""
    fatal: str = ""


def carry_out(task: Whole | Part) -> Done:
    """Judge and write; whatever goes wrong with a document comes back as a sentence."""
    prepare()
    return guarded(task.job, lambda: _whole(task.job) if isinstance(task, Whole) else _part(task))


def guarded(job: Job, work: Callable[[], int]) -> Done:
    """How the work on an item ends."""
    item = job.item
    try:
        with explained(job.shown):
            return Done(work())
    except WriteError as error:
        return Done(fatal=item.tell(str(error)))
    except MtqaError as error:
        return Done(reason=item.tell(str(error)))
    except MemoryError:
        return Done(reason=f"{item.name}: expected it to fit into memory, found too little; use fewer --workers.")
    except Exception as error:  # noqa: BLE001 - a fault of ours in one document must not stop the others
        what = f"{type(error).__name__}: {error}".partition("\n")[0]
        return Done(reason=f"{item.name}: expected to judge it, found a fault in mtqa ({what}); please report it.")


@cache
def prepare() -> None:
    """What a process does once."""
    gc.set_threshold(*RARELY)


def item_settings(job: Job) -> Settings:
    """The settings with the languages that the manifest gives the item."""
    return job.settings.with_options(source_lang=job.item.source_lang or None, target_lang=job.item.target_lang or None)


def _whole(job: Job) -> int:
    item = job.item
    found = check(
        item.target, source=item.source or None, reference=item.reference or None, settings=item_settings(job)
    )
    label = labels([File(item.target, Path(item.target).name, chosen=True)])[0]
    frames = (found.segments, found.findings, found.documents, found.suppressed)
    segments, findings, documents, suppressed = (renamed(frame, label, job) for frame in frames)
    result = Result(segments, findings, documents, found.about, suppressed)
    if job.settings.baseline:
        result = new_since(result, job.settings.baseline)
    results = result.results
    facts = _written(job, 0, results.segments, results.findings)
    reports = write_reports(job, results)
    _record(job, 0, results, facts | reports, complete=True)
    return len(results.segments)


def _part(task: Part) -> int:
    settings = item_settings(task.job)
    judged = []
    for rows in task.batches:
        one = align_all(rows, settings)
        judged += list(judge_all(one, settings.with_options(batch_size=len(one))))
    held = joined([part.suppressed for part in judged], SUPPRESSED)
    segments, findings, suppressed = (
        renamed(frame, task.label, task.job) for frame in (
            pd.concat([part.segments for part in judged], ignore_index=True),
            joined([part.findings for part in judged], FINDINGS), held,
        )
    )  # fmt: skip
    made = about(_referring(segments), settings, find_calibration(settings.calibration)) | {"corpus": {}}
    results = Results(segments, findings, pd.DataFrame(), made, suppressed)
    facts = _written(task.job, task.part, segments, findings)
    _record(task.job, task.part, results, facts, held=held)
    return len(segments)


def _referring(segments: pd.DataFrame) -> pd.DataFrame:
    """The segments with the first of their references alone: a score over all parts is computed at the end."""
    there = (segments["reference"].str.strip() != "").to_numpy()
    return segments.assign(reference=segments["reference"].where(there & (there.cumsum() == 1), ""))


def renamed(frame: pd.DataFrame, label: str, job: Job) -> pd.DataFrame:
    """The frame with documents called as they are in the batch; ``label`` is what the reader calls the file's own."""
    prefix = f"{job.item.name}/" if job.several else ""
    names = {name: job.item.name if name == label else prefix + name for name in frame["document"].unique()}
    return frame.assign(document=frame["document"].map(names).astype(object))


def _written(job: Job, part: int, segments: pd.DataFrame, findings: pd.DataFrame) -> FileFacts:
    frames = {"segments": stored(segments, "segments"), "findings": stored(findings, "findings")}
    facts: FileFacts = {}
    for table, frame in frames.items():
        name = part_file(table, job.item.name, part, job.dataset)
        facts[name] = put_counted(job.out / name, encode(frame, job.dataset), len(frame))
    return facts


def put_counted(path: Path, data: bytes, rows: int) -> list[Any]:
    """Write a file; its rows, bytes and checksum."""
    put(path, data)
    return [rows, len(data), hashlib.sha256(data).hexdigest()]


def write_reports(job: Job, results: Results) -> FileFacts:
    """The item's reports, made beside their place."""
    facts: FileFacts = {}
    with tempfile.TemporaryDirectory() as made:
        for report in (REPORTS[name] for name in job.reports):
            report.write(results, Path(made))
            for file in report.files:
                name = f"{report_folder(job.item.name)}/{file}"
                facts[name] = put_counted(job.out / name, (Path(made) / file).read_bytes(), 0)
    return facts


def _record(
    job: Job, part: int, results: Results, facts: FileFacts, *, complete: bool = False, held: pd.DataFrame | None = None
) -> None:
    counted = tally(results.segments, results.findings, results.suppressed)
    columns = {
        "segments": [str(name) for name in stored(results.segments.head(0), "segments")],
        "findings": [str(name) for name in stored(results.findings.head(0), "findings")],
    }
    record = Record(
        job.key, job.item.name, facts, len(results.segments), complete=complete, columns=columns,
        tally={str(name): counted[name].tolist() for name in counted}, about=results.about,
        suppressed=_plain(held) if held is not None and len(held) else {},
    )  # fmt: skip
    write_record(job.out, record_file(job.item.name, part), record)


def _plain(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """The frame as lists that JSON can hold."""
    return {str(name): [None if value is pd.NA else value for value in frame[name].tolist()] for name in frame}
