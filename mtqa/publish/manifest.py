"""What a team says about its runs: dates, systems and projects, in a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mtqa.errors import ReadError
from mtqa.publish.when import given_date
from mtqa.read.decode import decode

KNOWN = ("run", "date", "system", "project", "label")


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says of a run; empty where it says nothing."""

    date: str = ""
    system: str = ""
    project: str = ""
    label: str = ""


def read_manifest(path: str | Path, runs: Sequence[Path]) -> dict[Path, Said]:
    """For each run that the table names what it says of it.

    The table is CSV with the column ``run`` (a folder, relative to the table or to the working folder, or its name alone)
    and any of ``date system project label``.

    Raises:
        ReadError: for other columns, a run that is not published, or one that stands there twice.
    """
    place = Path(path)
    try:
        text = decode(place.read_bytes(), str(path))
    except OSError as error:
        raise ReadError(path, f"expected a table of runs, found {error.strerror}; name another.") from error
    rows = csv.DictReader(io.StringIO(text))
    names = [name.strip().lower() for name in rows.fieldnames or ()]
    if "run" not in names or not set(names) <= set(KNOWN):
        raise ReadError(
            path, f"expected the column run and any of {', '.join(KNOWN[1:])}, found {', '.join(names)}; correct it.", 1
        )
    rows.fieldnames = names
    found: dict[Path, Said] = {}
    for row in rows:
        run = _run(row, runs, place, rows.line_num)
        if run in found:
            raise ReadError(path, f"expected each run once, found {row['run']!r} again; leave one out.", rows.line_num)
        found[run] = _said(row, f"{path}:{rows.line_num}")
    return found


def _said(row: Mapping[str, str | None], where: str) -> Said:
    cells = {name: (row.get(name) or "").strip() for name in KNOWN[1:]}
    return Said(given_date(cells["date"], where), cells["system"], cells["project"], cells["label"])


def _run(row: Mapping[str, str | None], runs: Sequence[Path], place: Path, line: int) -> Path:
    name = (row.get("run") or "").strip()
    paths = {(place.parent / name).resolve(), Path(name).resolve()}
    fitting = [run for run in runs if run.resolve() in paths] or [run for run in runs if run.name == name]
    if len(fitting) != 1:
        found = "none" if not fitting else f"{len(fitting)} of that name"
        raise ReadError(
            place, f"expected one of the runs that are published for {name!r}, found {found}; correct it.", line
        )
    return fitting[0]
