"""Functions that workers of the tests carry out; they have to be found by name in another process."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def square(number: int) -> int:
    return number * number


def deadly(number: int) -> int:
    """Kills its worker for the number 3."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def deadly_once(task: tuple[str, int]) -> int:
    """Kills its worker the first time that it gets the number 3."""
    marker, number = Path(task[0]), task[1]
    if number == 3 and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def threads(_: int) -> str | None:
    return os.environ.get("OMP_NUM_THREADS")
