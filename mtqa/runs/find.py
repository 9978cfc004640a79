"""Runs by their folders: which folder holds one, and what is in it as the results of a check."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from mtqa.errors import ReadError
from mtqa.report.base import Results
from mtqa.report.folder import MARKER
from mtqa.runs.layout import RUN
from mtqa.runs.run import Run, open_run


def is_run(folder: str | Path) -> bool:
    """Whether ``folder`` is one that a batch or a check wrote."""
    place = Path(folder)
    return (place / RUN).is_file() or ((place / MARKER).is_file() and any(place.glob("documents.*")))


def find_runs(paths: Iterable[str | Path]) -> list[Path]:
    """The runs that are named, or that lie in a named folder (at any depth), each once; those of a folder sorted.

    Raises:
        ReadError: where a path has none.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        there = [path] if is_run(path) else _below(path)
        if not there:
            raise ReadError(
                path, "expected runs of mtqa check --out (--format csv) or mtqa batch, found none; name others."
            )
        for one in there:
            found.setdefault(one.resolve(), one)
    return list(found.values())


def _below(folder: Path) -> list[Path]:
    """The runs in a folder; what lies inside a run is part of it."""
    found: list[Path] = []
    for child in sorted(folder.iterdir()) if folder.is_dir() else []:
        if child.is_dir() and not child.name.startswith("."):
            found += [child] if is_run(child) else _below(child)
    return found


def results_of(folder: str | Path) -> Results:
    """Everything in a run."""
    run = open_run(folder)
    return Results(run.segments(), run.findings(), run.documents, run.about)


def systems_of(folder: str | Path) -> dict[str, Results]:
    """The results of each system of a run, ``""`` where it names none; documents are called as their systems share them."""
    run = open_run(folder)
    systems = run.documents["system"].fillna("").astype(str)
    return {system: _of_system(run, run.documents[systems == system]) for system in dict.fromkeys(systems.tolist())}


def _of_system(run: Run, documents: pd.DataFrame) -> Results:
    names = dict(zip(documents["document"].tolist(), documents["name"].tolist(), strict=True))

    def renamed(frame: pd.DataFrame) -> pd.DataFrame:
        return frame.assign(document=frame["document"].map(names)).reset_index(drop=True)

    chosen = list(names)
    return Results(renamed(run.segments(chosen)), renamed(run.findings(chosen)), renamed(documents), run.about)
