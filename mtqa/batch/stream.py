"""Large tables: cut into parts that are judged apart and give what the whole would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from mtqa.batch.work import Job, item_settings
from mtqa.pipeline import batches
from mtqa.read.base import ReadOptions
from mtqa.read.stream import BigTable, open_table

LARGE = 1 << 20
"""Bytes from which a table is streamed: some 5,000 rows, which a process judges whole in less than 0.7 GB."""
PART = 4000
"""Rows of a part, at least: two batches, as many as a worker can hold, and enough parts to keep all workers busy to the end."""


def open_large(job: Job) -> BigTable | None:
    """The item's table, if it is a large one that can be streamed: what is new since a baseline shows in the whole alone."""
    item = job.item
    if job.settings.baseline or item.source or item.reference or Path(item.target).stat().st_size < LARGE:
        return None
    settings = item_settings(job)
    return open_table(item.target, ReadOptions(settings.source_lang, settings.target_lang, dict(settings.columns)))


def parts(table: BigTable, job: Job) -> Iterator[list[pd.DataFrame]]:
    """The batches of each part; documents are called as the reader calls them."""
    held: list[pd.DataFrame] = []
    for batch in stream_batches(table.frames(), job.settings.batch_size):
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
