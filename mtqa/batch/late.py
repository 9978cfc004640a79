"""What only the whole of a large table shows: rows that disagree across parts, and suppressions that matched nothing.

The rows are read once more, in the process that leads the batch; their texts go through a file, so that memory holds some
numbers a row. What is found depends on the table and the settings alone: not on workers, engines or interruptions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

import pandas as pd

from mtqa.batch.state import Record, write_record
from mtqa.batch.stream import parts
from mtqa.batch.work import Job, item_settings, put_counted, renamed
from mtqa.config import Settings
from mtqa.data import Finding
from mtqa.flag.consistency import Consistency, merged
from mtqa.flag.consistency.spool import Spool
from mtqa.flag.suppression.unused import Unused, used_by
from mtqa.frames import FINDINGS, SUPPRESSED, findings_frame
from mtqa.pipeline import align_all, held_back, joined, look, running, suppressions
from mtqa.read.stream import BigTable
from mtqa.runs.files import decode, encode, stored
from mtqa.runs.layout import STATE, part_file, record_file
from mtqa.summary import tally_found


@dataclass(frozen=True)
class Late:
    """What was found last. ``tally``: what it adds to :func:`mtqa.summary.tally`; ``records``: those of the parts by now.

    ``suppressed``: all findings of the table that are not reported; ``unused``: a sentence for each suppression in vain.
    """

    records: list[Record]
    tally: dict[str, list[Any]]
    suppressed: pd.DataFrame
    unused: list[str]


def look_over(job: Job, table: BigTable, records: Sequence[Record]) -> Late:
    """Find it, put findings in their places among those of their parts, and say what came of it."""
    settings = item_settings(job)
    before = joined([pd.DataFrame(record.suppressed).astype(SUPPRESSED.columns) for record in records if record.suppressed],
                    SUPPRESSED)  # fmt: skip
    unused = Unused(suppressions(settings), [check.code for check in running(settings)], used_by(before))
    found = _read(job, table, settings, unused)
    placed = _placed(job, table, records, found)
    suppressed = joined([before, *(held for _, held, _ in placed)], SUPPRESSED)
    kept = joined([found for found, _, _ in placed], FINDINGS)
    held = renamed(joined([held for _, held, _ in placed], SUPPRESSED), table.label, job)
    columns = dict.fromkeys(name for record in records for name in record.tally)
    tally = tally_found(kept, held, columns)
    changed = {record_at: record for _, _, (record_at, record) in placed}
    return Late(
        [changed.get(number, record) for number, record in enumerate(records)],
        {str(name): tally[name].tolist() for name in tally} if len(tally) else {},
        renamed(suppressed, table.label, job),
        unused.sentences(suppressed),
    )


def _read(job: Job, table: BigTable, settings: Settings, unused: Unused) -> list[tuple[int, Finding]]:
    """Show all rows to whoever has to see them; what disagrees, with the number of its row."""
    with Spool(job.out / STATE) as spool:
        consistency = Consistency(running(settings), settings.consistency, spool.row)
        judged = any({"pack", "evidence"} & check.needs for check in consistency.checks)
        for batches in parts(table, job):
            for batch in batches:
                unused.add(batch)
                if consistency.checks:
                    rows = align_all(batch, settings)
                    pack, evidence = look(rows, settings) if judged else (None, None)
                    consistency.add(rows, pack=pack, evidence=evidence)
        return consistency.found()


Placed = tuple[pd.DataFrame, pd.DataFrame, tuple[int, Record]]
"""Findings that are reported, those that are not, and the record of their part."""


def _placed(job: Job, table: BigTable, records: Sequence[Record], found: Sequence[tuple[int, Finding]]) -> list[Placed]:
    """Put each finding among those of its part's file."""
    ends = list(accumulate(record.segments for record in records))
    by_part: dict[int, list[Finding]] = defaultdict(list)
    for row, finding in found:
        by_part[bisect_right(ends, row)].append(finding)
    out = []
    if by_part:
        for number, batches in enumerate(parts(table, job)):
            if number in by_part:
                late = findings_frame(by_part[number])
                out.append(_put(job, table, (number, records[number]), pd.concat(batches, ignore_index=True), late))
    return out


def _put(job: Job, table: BigTable, part: tuple[int, Record], rows: pd.DataFrame, late: pd.DataFrame) -> Placed:
    """Write the part's findings with the late ones; those of an earlier try are replaced."""
    number, record = part
    kept, held = held_back(rows, late, item_settings(job))
    codes = {check.code for check in Consistency(running(item_settings(job))).checks}
    name = part_file("findings", job.item.name, number, job.dataset)
    said = decode(job.out / name, "findings")
    said = said[~said["code"].isin(codes)].reset_index(drop=True)
    both = merged(renamed(rows, table.label, job), said, renamed(kept, table.label, job))
    fact = put_counted(job.out / name, encode(stored(both, "findings"), job.dataset), len(both))
    record = replace(record, files={**record.files, name: fact})
    write_record(job.out, record_file(job.item.name, number), record)
    return both[both["code"].isin(codes)], held, (number, record)
