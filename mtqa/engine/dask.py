"""The engine of many machines: Dask distributed, on a running cluster or, without one, on the cores of this machine.

A task whose worker dies is done again elsewhere. Workers write what they find themselves, so all machines need to see the
output folder, and the input files, under the same paths (docs/batch.md).
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from mtqa.engine.base import AHEAD, Engine, EngineOptions, Lost, Work
from mtqa.errors import SettingsError

DEATHS = 3
"""How many workers may die of one task before it is given up."""
PATIENCE = "20s"
"""How long to wait for a scheduler to answer."""


def run(function: Callable[[Any], Any], tasks: Iterable[Any], options: EngineOptions) -> Work:
    """Each task with its result, as they come."""
    import dask.config
    import distributed  # noqa: F401 - it brings defaults into the configuration, which our settings must not take away

    settings = {"distributed.scheduler.allowed-failures": DEATHS, "distributed.comm.timeouts.connect": PATIENCE}
    with dask.config.set(settings), _client(options) as client:
        yield from _work(client, function, iter(tasks))


def _work(client: Any, function: Callable[[Any], Any], tasks: Iterator[Any]) -> Work:
    from distributed import as_completed

    running: dict[Any, Any] = {}
    flow = as_completed()

    def fill() -> None:
        while len(running) < AHEAD * _threads(client):
            task = next(tasks, None)
            if task is None:
                return
            future = client.submit(function, task, pure=False, retries=DEATHS)
            running[future.key] = task
            flow.add(future)

    fill()
    while running:
        future = next(flow)
        task, result = running.pop(future.key), _result(future)
        future.release()
        yield task, result
        fill()


def _result(future: Any) -> Any:
    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return Lost(f"{DEATHS} workers that worked on it died, most likely for want of memory; give them more.")


def _threads(client: Any) -> int:
    """How many tasks the cluster does at a time; it may grow and shrink."""
    return max(1, int(sum(client.nthreads().values())))


@contextlib.contextmanager
def _client(options: EngineOptions) -> Iterator[Any]:
    """A client of the cluster that the options name, or of one of our own, which ends with it."""
    from distributed import Client, LocalCluster

    if not options.scheduler:
        with (
            LocalCluster(n_workers=options.processes, threads_per_worker=1, dashboard_address=None,
                         silence_logs=logging.CRITICAL) as cluster,
            Client(cluster) as client,
        ):  # fmt: skip
            yield client
        return
    try:
        client = Client(options.scheduler, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"--scheduler {options.scheduler}: expected the address of a running Dask scheduler, found none that answers; "
            "start one with `dask scheduler`, or correct the address."
        ) from error
    with client:
        if not client.nthreads():
            raise SettingsError(
                f"--scheduler {options.scheduler}: expected at least one worker, found none; start some with `dask worker`."
            )
        yield client


DASK = Engine("dask", "Dask distributed: the cores of many machines.", run, extra="dask", module="distributed")
