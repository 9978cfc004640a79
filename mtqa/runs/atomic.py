"""Files that are there whole or not at all, also after a power cut; and one sentence where the disk refuses."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from mtqa.errors import WriteError

UNFINISHED = ".mtqa-tmp-"
"""How the name of a file begins that is being written, or that a killed run has left."""


def put(path: Path, data: bytes) -> None:
    """Write ``data`` to a new file beside ``path``, let it reach the disk, and give it its name."""
    fresh = path.with_name(f"{UNFINISHED}{secrets.token_hex(6)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def explained(folder: str | Path) -> Iterator[None]:
    """Turn what the system says about writing into ``folder`` into a sentence (:class:`mtqa.errors.WriteError`)."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            found, remedy = "a full disk", "free some space"
        elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
            found, remedy = "no permission to write there", "change it"
        else:
            found, remedy = error.strerror or str(error), "see to it"
        raise WriteError(
            f"{folder}: expected to write the results, found {found}; {remedy} and go on with --resume."
        ) from error
