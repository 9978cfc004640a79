"""What an engine is: a way to have a function called for many tasks, on the cores of one machine or of many."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import Any

from mtqa.registry import Registry

AHEAD = 2
"""Tasks a worker has at hand: one that it does and one that waits, so that it never waits itself and memory stays bounded."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """``workers``: how many processes (0: one a core); ``scheduler``: the address of a running cluster, if any."""

    workers: int = 0
    scheduler: str = ""

    @property
    def processes(self) -> int:
        """How many processes that is."""
        return self.workers or _cores()


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Lost:
    """What stands for the result of a task that no worker survived."""

    reason: str


Work = Generator[tuple[Any, Any], None, None]
Run = Callable[[Callable[[Any], Any], Iterable[Any], EngineOptions], Work]


@dataclass(frozen=True, slots=True)
class Engine:
    """``run(function, tasks, options)`` yields each task with ``function(task)``, or :class:`Lost`, as they are done.

    Tasks are drawn from their iterable as workers get free; their order of completion is any. ``function`` is a module's own and
    its argument and result can be pickled. A task may be carried out twice where a worker died; it must not mind. Closing the
    iterator ends the work at once. ``extra`` is the optional dependency that the engine needs, ``module`` what it installs.
    """

    name: str
    summary: str
    run: Run
    extra: str = ""
    module: str = ""


ENGINES: Registry[Engine] = Registry("engine", "mtqa.engine", Engine)
