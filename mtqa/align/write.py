"""A file that is there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from mtqa.errors import WriteError


def write_text(path: Path, text: str) -> None:
    """Write ``text`` in UTF-8 under a temporary name beside ``path``, then rename it.

    Raises:
        WriteError: where the folder is missing or takes no file, or the disk is full; ``path`` is as it was then.
    """
    if path.is_dir():
        raise WriteError(f"{path}: expected the name of a file to write, found a folder; add a name.")
    temporary = None
    try:
        if path.exists() and not path.is_file():  # a device or pipe is written to, never replaced
            path.write_text(text, encoding="utf-8", newline="")
            return
        path = path.resolve()  # of a link, what it points to
        number, temporary = tempfile.mkstemp(prefix=".mtqa-", suffix=".tmp", dir=path.parent)
        with open(number, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 - a descriptor has no Path
            file.write(text)
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except OSError as error:
        raise WriteError(f"{path}: expected to write a file, found: {error.strerror}; choose another place.") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
