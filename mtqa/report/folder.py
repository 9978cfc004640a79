"""The reports' folder: written whole beside its place, then put there in one step; nothing of it otherwise.

A marker file names what mtqa wrote, so that a later run knows its own folder from anyone else's.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import WriteError
from mtqa.report.base import REPORTS, Report, Results

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

MARKER = ".mtqa"
"""The name of the marker file; it lists the files of the run, one a line, below :data:`HEADING`."""

HEADING = "Written by mtqa. A later run into this folder replaces these files:"
STAGING = ".mtqa-"
"""How the name of a folder begins that is being written, or that a killed run has left."""
IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in any folder."""


def choose(formats: Iterable[str]) -> list[Report]:
    """The reports of that names, each once and in the order of the registry.

    Raises :class:`mtqa.errors.UnknownUnitError` for a name that no report has and :class:`mtqa.errors.WriteError` for
    one whose optional dependency is not installed.
    """
    chosen = sorted({REPORTS[name].name for name in formats})
    for report in (REPORTS[name] for name in chosen):
        if report.module and find_spec(report.module) is None:
            raise WriteError(
                f"--format {report.name}: expected the package {report.module}, found it not installed; "
                f'run pip install "mtqa[{report.extra}]".'
            )
    return [REPORTS[name] for name in chosen]


def check_folder(folder: str | Path) -> None:
    """Refuse a place where no report may be written: a file, or a folder with anything that is not mtqa's.

    To be asked before the work begins; :func:`write_reports` asks again. Raises :class:`mtqa.errors.WriteError`.
    """
    place = Path(folder)
    with _explained(place):
        if place.exists() and not place.is_dir():
            raise WriteError(f"{folder}: expected a folder, found a file; name another folder with --out.")
        blocking = next((parent for parent in place.resolve().parents if parent.exists()), None)
        if blocking is not None and not blocking.is_dir():
            raise WriteError(f"{folder}: expected a folder at {blocking}, found a file; name another one with --out.")
        if place.is_dir() and (other := _foreign(place)):
            raise WriteError(
                f"{folder}: expected an empty folder or an earlier report of mtqa, found {', '.join(other[:3])}"
                f"{' and more' if len(other) > 3 else ''}; move that, or name another folder with --out."
            )


def _foreign(place: Path) -> list[str]:
    """The names in the folder that mtqa has not written, in order."""
    names = {entry.name for entry in place.iterdir() if not entry.name.startswith(STAGING)}
    return sorted(names - _own(place) - IGNORED)


def _own(place: Path) -> frozenset[str]:
    """What the marker lists, with the marker itself; nothing where there is none or it is somebody else's."""
    try:
        lines = (place / MARKER).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, IsADirectoryError, UnicodeDecodeError):
        return frozenset()
    names = {name for name in lines[1:] if Path(name).name == name}
    return frozenset({MARKER, *names}) if lines[:1] == [HEADING] else frozenset()


def write_reports(results: Results, folder: str | Path, formats: Sequence[str]) -> Path:
    """The path ``folder``, which then holds the reports called ``formats`` and nothing else but the marker file.

    Everything is made in a new folder beside ``folder`` and put in its place at the end. An earlier report of mtqa is
    replaced whole; if that fails it is put back. Whatever goes wrong, Ctrl-C included, nothing half-written stays.
    Raises :class:`mtqa.errors.WriteError`, and what :func:`choose` raises.
    """
    reports = choose(formats)

    def fill(fresh: Path) -> list[str]:
        for report in reports:
            report.write(results, fresh)
        return [name for report in reports for name in report.files]

    return put_whole(folder, fill)


def put_whole(folder: str | Path, fill: Callable[[Path], Iterable[str]]) -> Path:
    """The path ``folder``, which then holds what ``fill`` writes into an empty folder, all or nothing of it.

    ``fill`` returns the names of its files. Raises :class:`mtqa.errors.WriteError`.
    """
    check_folder(folder)
    place = Path(folder).resolve()
    with _explained(folder), _staging(place) as fresh:
        names = sorted(set(fill(fresh)))
        (fresh / MARKER).write_text("\n".join([HEADING, *names, ""]), encoding="utf-8", newline="\n")
        if fresh.parent == place:
            _swap_files(fresh, place)
        else:
            _swap_folders(fresh, place)
    return Path(folder)


@contextlib.contextmanager
def _staging(place: Path) -> Iterator[Path]:
    """A new folder to write in: beside ``place``, or inside it where it cannot be renamed; gone at the end."""
    made = _missing_parents(place)
    name = f"{STAGING}{secrets.token_hex(6)}"
    fresh = (place if _is_fixed(place) else place.parent) / name
    try:
        fresh.mkdir(parents=True)
        yield fresh
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        for parent in made:
            with contextlib.suppress(OSError):
                parent.rmdir()
        raise
    shutil.rmtree(fresh, ignore_errors=True)


def _missing_parents(place: Path) -> list[Path]:
    """The folders above ``place`` that do not exist yet, the innermost first."""
    return [parent for parent in place.parents if not parent.exists()]


def _is_fixed(place: Path) -> bool:
    """Whether the folder exists and cannot be renamed: a mount, the working folder, or one in a read-only parent."""
    if not place.is_dir():
        return False
    return place.is_mount() or place == Path.cwd() or not os.access(place.parent, os.W_OK)


def _swap_folders(fresh: Path, place: Path) -> None:
    old = fresh.with_name(f"{fresh.name}-old")
    try:
        if place.exists():
            shutil.copymode(place, fresh)
            place.rename(old)
        fresh.rename(place)
    finally:
        if old.exists() and not place.exists():
            old.rename(place)
        shutil.rmtree(old, ignore_errors=True)


def _swap_files(fresh: Path, place: Path) -> None:
    """Put the files of ``fresh`` in ``place``, file by file; the earlier ones come back if one of them fails."""
    old = fresh / "old"
    names = sorted(entry.name for entry in fresh.iterdir())
    old.mkdir()
    placed: list[Path] = []
    try:
        for name in sorted(_own(place)):
            if (place / name).exists():
                (place / name).rename(old / name)
        for name in names:
            placed.append(place / name)
            (fresh / name).rename(place / name)
    except BaseException:
        for path in placed:
            path.unlink(missing_ok=True)
        for entry in sorted(old.iterdir()):
            entry.rename(place / entry.name)
        raise


@contextlib.contextmanager
def _explained(folder: str | Path) -> Iterator[None]:
    """Turn what the system says into a sentence for the user."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            found, remedy = "a full disk", "free some space, or name another folder with --out"
        elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
            found, remedy = "no permission to write there", "change it, or name another folder with --out"
        else:
            found, remedy = error.strerror or str(error), "name another folder with --out"
        raise WriteError(f"{folder}: expected to write the report, found {found}; {remedy}.") from error
