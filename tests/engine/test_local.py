from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from mtqa.engine.base import AHEAD, ENGINES, EngineOptions, Lost
from mtqa.engine.local import run
from tests.engine.tasks import deadly, deadly_once, square, threads

TWO = EngineOptions(workers=2)


def test_every_task_comes_back_with_its_result() -> None:
    assert sorted(run(square, range(20), TWO)) == [(number, number * number) for number in range(20)]


def test_one_worker_is_this_process_and_keeps_the_order() -> None:
    assert list(run(square, range(3), EngineOptions(workers=1))) == [(0, 0), (1, 1), (2, 4)]
    assert multiprocessing.active_children() == []


def test_tasks_are_drawn_only_as_workers_get_free() -> None:
    drawn = []

    def tasks() -> Iterator[int]:
        for number in count():
            drawn.append(number)
            yield number

    work = run(square, tasks(), TWO)
    next(work)
    work.close()
    assert len(drawn) <= 2 * AHEAD * TWO.processes
    assert multiprocessing.active_children() == []


def test_the_task_that_kills_workers_is_lost_and_no_other_one() -> None:
    found = dict(run(deadly, range(6), TWO))
    assert {number: result for number, result in found.items() if number != 3} == {n: n * n for n in (0, 1, 2, 4, 5)}
    assert isinstance(found[3], Lost)
    assert "died" in found[3].reason


def test_a_worker_that_is_killed_costs_no_task(tmp_path: Path) -> None:
    tasks = [(str(tmp_path / "killed"), number) for number in range(6)]
    assert sorted(result for _, result in run(deadly_once, tasks, TWO)) == [0, 1, 4, 9, 16, 25]


def test_workers_have_one_thread_and_the_parent_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    assert [result for _, result in run(threads, [0], TWO)] == ["1"]
    assert "OMP_NUM_THREADS" not in os.environ


def test_the_engines_are_found_without_loading_what_they_need() -> None:
    assert {"dask", "local"} <= set(ENGINES.units)
