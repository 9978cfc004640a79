"""What only the whole of a large table shows: rows that disagree across parts, and suppressions that matched nothing.

The process that leads the batch sees all rows while it hands them out, and has nothing else to do then; their texts go through a
file, so that memory holds some numbers a row. What is found depends on the table and the settings alone: not on workers, engines
or interruptions.
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
from mtqa.data import Finding
from mtqa.flag.consistency import Consistency, merged
from mtqa.flag.consistency.spool import Spool
from mtqa.flag.suppression.unused import Unused
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


class Watch:
    """Sees the rows of one table, in their order, and says at the end what disagrees; to be closed."""

    def __init__(self, job: Job) -> None:
        """Have a file for the texts in the batch's folder."""
        self.settings = item_settings(job)
        self.unused = Unused(suppressions(self.settings), [check.code for check in running(self.settings)])
        self.spool = Spool(job.out / STATE)
        self.consistency = Consistency(running(self.settings), self.settings.consistency, self.spool.row)
        self.judged = any({"pack", "evidence"} & check.needs for check in self.consistency.checks)

    def add(self, batches: Sequence[pd.DataFrame]) -> None:
        """See the next rows."""
        for batch in batches:
            self.unused.add(batch)
            if self.consistency.checks:
                rows = align_all(batch, self.settings)
                pack, evidence = look(rows, self.settings) if self.judged else (None, None)
                self.consistency.add(rows, pack=pack, evidence=evidence)

    def close(self) -> None:
        """Remove the file."""
        self.spool.close()


def watched(job: Job, table: BigTable) -> Watch:
    """A watch that has seen the whole table."""
    watch = Watch(job)
    for batches in parts(table, job):
        watch.add(batches)
    return watch


def look_over(job: Job, table: BigTable, records: Sequence[Record], watch: Watch) -> Late:
    """Put what the watch saw in its places among the findings of the parts, and say what came of it."""
    before = joined([pd.DataFrame(record.suppressed).astype(SUPPRESSED.columns) for record in records if record.suppressed],
                    SUPPRESSED)  # fmt: skip
    placed = _placed(job, table, records, watch.consistency.found())
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
        watch.unused.sentences(suppressed),
    )


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
