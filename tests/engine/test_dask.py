"""Dask distributed with processes of its own on this machine; in a process apart, for Dask keeps threads until the end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mtqa.engine.base import EngineOptions
from mtqa.errors import SettingsError

pytest.importorskip("distributed")
ROOT = Path(__file__).parents[2]

RUN = """
import sys
from mtqa.engine.base import EngineOptions, Lost
from mtqa.engine.dask import run
from tests.engine.tasks import deadly, deadly_once, square
if __name__ == "__main__":
    two = EngineOptions(workers=2)
    assert sorted(run(square, range(20), two)) == [(number, number * number) for number in range(20)]
    tasks = [(sys.argv[1], number) for number in range(6)]
    assert sorted(result for _, result in run(deadly_once, tasks, two)) == [0, 1, 4, 9, 16, 25]
"""


def test_every_task_comes_back_even_when_a_worker_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(RUN, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), str(tmp_path / "killed")]
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=tmp_path, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]


def test_a_scheduler_that_does_not_answer_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtqa.engine import dask
    from tests.engine.tasks import square

    monkeypatch.setattr(dask, "PATIENCE", "1s")
    with pytest.raises(
        SettingsError, match="expected the address of a running Dask scheduler, found none that answers"
    ):
        list(dask.run(square, [1], EngineOptions(scheduler="tcp://127.0.0.1:1")))
