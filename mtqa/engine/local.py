"""The engine of one machine: a pool of processes, each started afresh (no fork), with one thread each.

A worker that dies (out of memory, killed) takes the pool with it. What was under way is then done one task at a time, so that
the one task that kills workers is found and the others are not blamed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for
from typing import Any

from mtqa.engine.base import AHEAD, Engine, EngineOptions, Lost, Work

SINGLE = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
"""One thread a process: more only get in each other's way where every core has a process."""
TRIES = 2
"""How often a task may kill the worker that has it alone."""
DIED = "the process that worked on it died, most likely for want of memory; give it more, or use fewer --workers."


def run(function: Callable[[Any], Any], tasks: Iterable[Any], options: EngineOptions) -> Work:
    """Each task with its result; a single worker is this process itself."""
    if options.processes == 1:
        for task in tasks:
            yield task, function(task)
        return
    with _environment(), _Crew(function, options.processes) as crew:
        yield from crew.work(iter(tasks))


@contextlib.contextmanager
def _environment() -> Iterator[None]:
    """Let child processes inherit :data:`SINGLE`."""
    before = {name: os.environ.get(name) for name in SINGLE}
    os.environ.update({name: value for name, value in SINGLE.items() if before[name] is None})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)


class _Crew:
    """The pool, what it is working on, and what has to be tried again alone."""

    def __init__(self, function: Callable[[Any], Any], size: int) -> None:
        self.function = function
        self.size = size
        self.others = set(multiprocessing.active_children())
        self.running: dict[Future[Any], Any] = {}
        self.suspects: deque[Any] = deque()
        self.deaths: Counter[int] = Counter()
        self.pool = self._start()

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        """End the workers at once: what they were doing is not wanted any more, or done."""
        for child in set(multiprocessing.active_children()) - self.others:
            child.kill()
        self.pool.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.size, mp_context=context, initializer=begin)

    def work(self, tasks: Iterator[Any]) -> Work:
        """Each task with its result, as they are done."""
        while True:
            self._fill(tasks)
            if not self.running:
                return
            done, _ = wait(self.running, return_when=FIRST_COMPLETED)
            yield from self._collect(done)

    def _fill(self, tasks: Iterator[Any]) -> None:
        """Hand out tasks: one alone while there are suspects, else as many as keep all workers busy."""
        if self.suspects:
            if not self.running:
                self._submit(self.suspects.popleft())
            return
        while len(self.running) < AHEAD * self.size and not self.suspects:
            task = next(tasks, None)
            if task is None:
                return
            self._submit(task)

    def _submit(self, task: Any) -> None:
        try:
            self.running[self.pool.submit(self.function, task)] = task
        except BrokenProcessPool:  # died since the last result came
            self.suspects.append(task)
            if not self.running:
                self._restart()

    def _collect(self, done: set[Future[Any]]) -> Iterator[tuple[Any, Any]]:
        alone, broken = len(self.running) == 1, False
        for future in done:
            task = self.running.pop(future)
            try:
                result = future.result()
            except BrokenProcessPool:
                broken = True
                self.deaths[id(task)] += alone
                if self.deaths[id(task)] < TRIES:
                    self.suspects.append(task)
                    continue
                result = Lost(DIED)
            yield task, result
        if broken:
            self.suspects.extend(self.running.values())
            self.running.clear()
            self._restart()

    def _restart(self) -> None:
        self.pool.shutdown(wait=True, cancel_futures=True)
        self.pool = self._start()


def begin() -> None:
    """What a worker does first: leave Ctrl-C to its parent, and end when the parent does, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


LOCAL = Engine("local", "Processes on the cores of this machine.", run)
