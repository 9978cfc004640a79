"""The folder of a run, claimed for one batch: ours alone, of the kind that was asked for, and locked."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from mtqa.batch.lock import locked
from mtqa.errors import WriteError
from mtqa.report.folder import IGNORED
from mtqa.runs.atomic import UNFINISHED, explained, put
from mtqa.runs.layout import INDEX, REPORTS, RUN, STATE, TABLES

MARKER = f"{STATE}/README"
HEADING = "Written by mtqa batch, for --resume: what is done already, and on what it depends.\n"


class Wanted(Protocol):
    """What to do with an earlier run."""

    @property
    def resume(self) -> bool:
        """Go on with it."""

    @property
    def overwrite(self) -> bool:
        """Begin anew."""


@contextlib.contextmanager
def claimed(out: Path, options: Wanted) -> Iterator[Path]:
    """The folder ``out``, made where it is missing and locked as long as this lasts.

    Raises:
        WriteError: for a file, a folder of anything else, a run without ``resume`` or ``overwrite``, and a run that
            another batch is writing.
    """
    _refuse_foreign(out)
    with explained(out):
        out.mkdir(parents=True, exist_ok=True)
    with locked(out, str(out)):
        if (out / MARKER).is_file() and not (options.resume or options.overwrite):
            found = "a finished one" if (out / RUN).is_file() else "an unfinished one"
            raise WriteError(
                f"{out}: expected no earlier batch, found {found}; go on with --resume, or begin anew with --overwrite."
            )
        with explained(out):
            if options.overwrite:
                clear(out)
            put(out / MARKER, HEADING.encode())
        yield out


def _refuse_foreign(out: Path) -> None:
    if not out.exists() or (out / MARKER).is_file():
        return
    if not out.is_dir():
        raise WriteError(f"{out}: expected a folder, found a file; name another folder with --out.")
    other = sorted(path.name for path in out.iterdir() if path.name not in (*IGNORED, STATE))
    if other:
        raise WriteError(
            f"{out}: expected an empty folder or an earlier batch, found {', '.join(other[:3])}"
            f"{' and more' if len(other) > 3 else ''}; move that, or name another folder with --out."
        )


def clear(out: Path) -> None:
    """Remove all of an earlier run but its lock."""
    for name in (RUN, INDEX):
        (out / name).unlink(missing_ok=True)
    for name in (*TABLES, REPORTS):
        shutil.rmtree(out / name, ignore_errors=True)
    for path in [*(out / STATE).glob("*.json"), *out.glob(f"{UNFINISHED}*")]:
        path.unlink(missing_ok=True)
