"""A batch from beginning to end: what is to do, who does it, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from mtqa.baseline.file import load
from mtqa.batch.close import close
from mtqa.batch.finish import Parts, finish
from mtqa.batch.folder import claimed
from mtqa.batch.item import Failure, Plan
from mtqa.batch.key import item_key, run_key
from mtqa.batch.late import Watch
from mtqa.batch.options import BatchOptions, BatchResult
from mtqa.batch.plan import plan
from mtqa.batch.progress import Progress
from mtqa.batch.state import Record, State
from mtqa.batch.stream import open_large, parts
from mtqa.batch.work import Done, Job, Part, Whole, carry_out, guarded
from mtqa.calibration.file import find_calibration
from mtqa.config import Settings
from mtqa.encode import find_encoder
from mtqa.engine.base import ENGINES, Engine, EngineOptions, Lost
from mtqa.errors import MtqaError, SettingsError, WriteError
from mtqa.pack.load import open_pack
from mtqa.pipeline import Result, gate, running, suppressions
from mtqa.read.stream import BigTable
from mtqa.report.folder import choose
from mtqa.runs.atomic import explained
from mtqa.runs.layout import RUN, closing_file, record_file

WATCHED = 16
"""Large tables that are looked over while they are handed out, each with an open file; others are read once more for it."""


def _silent(line: str) -> None:
    """Say nothing."""


def run_batch(
    inputs: Sequence[str],
    out: str | Path,
    settings: Settings | None = None,
    options: BatchOptions | None = None,
    say: Callable[[str], None] = _silent,
) -> BatchResult:
    """Judge the documents that ``inputs`` name and write a run (:mod:`mtqa.runs`) into the folder ``out``.

    What an earlier run into ``out`` found stays with ``options.resume``, as far as nothing that it depends on has changed.
    ``say`` is called with a line of progress. Raises :class:`mtqa.errors.MtqaError` where the batch as a whole cannot be done.
    """
    settings, options = settings or Settings(), options or BatchOptions()
    engine = _checked(settings, options)
    found = plan(inputs, settings, options.pattern)
    with claimed(Path(out), options) as folder, explained(out):
        return _Batch(found, folder, str(out), settings, options, engine).run(say)


def _checked(settings: Settings, options: BatchOptions) -> Engine:
    """Tell what is wrong with the settings before the work begins."""
    choose([*options.reports, options.dataset])
    running(settings)
    suppressions(settings)
    find_calibration(settings.calibration)
    if settings.baseline:
        load(settings.baseline)
    if settings.pack:
        open_pack(settings.pack)
    if settings.encoder:
        find_encoder(settings.encoder)
    engine = ENGINES[options.engine]
    if engine.module:
        _require(engine)
    if options.scheduler and engine.name == "local":
        raise SettingsError("--scheduler: expected --engine dask with it, found the local engine; add it.")
    return engine


def _require(engine: Engine) -> None:
    from importlib.util import find_spec

    if find_spec(engine.module) is None:
        raise SettingsError(
            f"--engine {engine.name}: expected the package {engine.module}, found it not installed; "
            f'run pip install "mtqa[{engine.extra}]".'
        )


@dataclass
class _Batch:
    """One batch under way."""

    plan: Plan
    folder: Path
    shown: str
    settings: Settings
    options: BatchOptions
    engine: Engine
    failed: dict[str, str] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    streamed: dict[str, int] = field(default_factory=dict)
    tables: dict[str, BigTable] = field(default_factory=dict)
    watches: dict[str, Watch] = field(default_factory=dict)

    def run(self, say: Callable[[str], None]) -> BatchResult:
        self.failed = {one.item: one.reason for one in self.plan.failed}
        self.jobs = dict(self._jobs())
        state = State(self.folder)
        todo = [job for job in self.jobs.values() if self._records(state, job) is None]
        if todo:
            (self.folder / RUN).unlink(missing_ok=True)
        try:
            self._work(todo, state, say)
            self._close(todo, State(self.folder))
        finally:
            for watch in self.watches.values():
                watch.close()
        return self._finish(len(todo))

    def _jobs(self) -> Iterator[tuple[str, Job]]:
        run = run_key(self.settings, self.options.reports, self.options.dataset)
        for item in self.plan.items:
            try:
                key = item_key(run, item, several=self.plan.several)
            except OSError as error:
                path = item.tell(str(error.filename))
                self.failed[item.name] = f"{path}: expected a file, found {error.strerror or error}; check the path."
                continue
            yield item.name, Job(item, key, self.settings, self.folder.absolute(), self.shown, self.options.reports,
                                 self.options.dataset, self.plan.several)  # fmt: skip

    def _work(self, todo: Sequence[Job], state: State, say: Callable[[str], None]) -> None:
        progress = Progress(len(self.jobs), sum(job.item.size for job in todo), say, done=len(self.jobs) - len(todo))
        options = EngineOptions(self.options.workers, self.options.scheduler)
        if not todo:
            return
        with closing(self.engine.run(carry_out, self._tasks(todo, state), options)) as work:
            for task, result in work:
                self._take(task.job, result)
                segments = result.segments if isinstance(result, Done) else 0
                whole = isinstance(task, Whole)
                share = 1.0 if whole else segments / self.tables[task.job.item.name].rows
                progress.add(weight=share * task.job.item.size, segments=segments, documents=int(whole))

    def _take(self, job: Job, result: Done | Lost) -> None:
        if isinstance(result, Done) and result.fatal:
            raise WriteError(result.fatal)
        if result.reason:
            name = job.item.name
            self.failed.setdefault(name, result.reason if isinstance(result, Done) else f"{name}: {result.reason}")

    def _tasks(self, todo: Sequence[Job], state: State) -> Iterator[Whole | Part]:
        """What is to do, the large tables first, for they take longest."""
        for job in sorted(todo, key=lambda job: -job.item.size):
            try:
                table = open_large(job)
            except MtqaError as error:
                self.failed[job.item.name] = job.item.tell(str(error))
                continue
            if table is None:
                yield Whole(job)
                continue
            self.tables[job.item.name] = table
            if len(self.watches) < WATCHED:
                self.watches[job.item.name] = Watch(job)
            number = -1
            for number, batches in enumerate(parts(table, job)):
                if (
                    state.record(record_file(job.item.name, number), job.key) is None
                    and job.item.name not in self.failed
                ):
                    yield Part(job, number, batches, table.label)
                self._watch(job, batches)
            self.streamed[job.item.name] = number + 1

    def _watch(self, job: Job, batches: Sequence[pd.DataFrame]) -> None:
        """Look at what was handed out, while the workers are busy with it; what goes wrong is told when it is done again."""
        watch = self.watches.get(job.item.name)
        if watch:
            try:
                watch.add(batches)
            except Exception:  # noqa: BLE001 - close() reads the table once more, and says why it cannot
                self.watches.pop(job.item.name).close()

    def _close(self, todo: Sequence[Job], state: State) -> None:
        """Complete the tables that were judged in parts."""
        for job in todo:
            count = self.streamed.get(job.item.name, 0)
            if not count or job.item.name in self.failed:
                continue
            found = [state.record(record_file(job.item.name, number), job.key) for number in range(count)]
            kept = [record for record in found if record]
            self._take(job, guarded(job, lambda: self._complete(job, kept)))  # noqa: B023 - called now

    def _complete(self, job: Job, kept: Sequence[Record]) -> int:
        return close(job, self.tables[job.item.name], kept, self.watches.pop(job.item.name, None))

    def _records(self, state: State, job: Job) -> Parts | None:
        """All that was written of an item; None where something is missing."""
        whole = state.record(closing_file(job.item.name), job.key)
        numbers = range(whole.parts if whole else 1)
        found = [state.record(record_file(job.item.name, number), job.key) for number in numbers]
        kept = [record for record in found if record]
        complete = len(kept) == len(found) and (whole is not None or kept[0].complete)
        return (job.item, kept, whole) if complete else None

    def _finish(self, worked: int) -> BatchResult:
        state = State(self.folder)
        done: list[Parts] = []
        for name, job in self.jobs.items():
            if name in self.failed:
                continue
            records = self._records(state, job)
            if records is None:
                self.failed[name] = f"{name}: expected its results, found them gone; go on with --resume."
            else:
                done.append(records)
        failed = tuple(Failure(name, reason) for name, reason in sorted(self.failed.items()))
        documents = finish(self.folder, done, failed, self.settings, self.options.dataset, self.options.reports)
        empty = pd.DataFrame()
        gated = tuple(gate(Result(empty, empty, documents, {}), self.settings))
        return BatchResult(self.folder, documents, failed, gated, worked)
