"""One batch at a time in a folder. The lock is the operating system's, so it ends with the process that has it."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from mtqa.errors import WriteError
from mtqa.runs.layout import STATE

LOCK = f"{STATE}/lock"
TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
"""What the system says of a lock that another process has."""


@contextlib.contextmanager
def locked(folder: Path, shown: str) -> Iterator[None]:
    """Keep every other batch out of ``folder`` as long as this lasts; :class:`WriteError` where one is in it."""
    path = folder / LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as file:
        if not _taken(file):
            file.seek(0)
            who = file.read().strip() or "another process"
            raise WriteError(
                f"{shown}: expected a folder that no batch is writing into, found one that {who} is writing into; "
                "wait for it to end, or name another folder with --out."
            )
        file.truncate(0)
        file.write(f"process {os.getpid()}")
        file.flush()
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                file.truncate(0)


def _taken(file: IO[str]) -> bool:
    """Whether the lock could be had."""
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(1 << 20)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in TAKEN:
            raise
        return False
    return True
