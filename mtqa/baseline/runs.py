"""Baselines out of finished runs, and what there is to say about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

from mtqa.baseline.base import Entry, entries, since
from mtqa.errors import SettingsError
from mtqa.report.cells import clip, counted, line
from mtqa.report.summary import WORST_FIRST
from mtqa.runs.find import results_of

WIDTH = 80
SHOWN = 20
"""How many findings are listed."""


def known_of(runs: Sequence[str | Path]) -> list[Entry]:
    """The findings of the runs together.

    Raises:
        ReadError: where a folder holds no run.
        SettingsError: for a run that lists only new findings, whose baseline would forget the known ones.
    """
    results = [results_of(run) for run in runs]
    for run, one in zip(runs, results, strict=True):
        if "baseline" in one.about:
            raise SettingsError(
                f"{run}: expected a run with all findings, found one made with --baseline; check without it."
            )
    segments = pd.concat([one.segments for one in results], ignore_index=True)
    return entries(segments, pd.concat([one.findings for one in results], ignore_index=True))


def said_of_update(known: Sequence[Entry], before: Sequence[Entry], path: Path) -> str:
    """What an update changed."""
    ours, theirs = Counter(entry.key for entry in known), Counter(entry.key for entry in before)
    return f"{path}: {counted(len(known), 'finding')} known, {(ours - theirs).total()} added, {(theirs - ours).total()} removed."


def said(known: Sequence[Entry]) -> Iterator[str]:
    """A baseline in lines: how many findings of which severity and check."""
    documents = len({entry.document for entry in known})
    severities = Counter(entry.severity for entry in known)
    counts = ", ".join(f"{severities[name]} {name}" for name in WORST_FIRST if severities[name])
    head = f"{counted(len(known), 'finding')} in {counted(documents, 'document')}"
    yield f"{head}: {counts}" if counts else head
    for check, count in sorted(
        Counter(entry.key.check for entry in known).items(), key=lambda item: (-item[1], item[0])
    ):
        yield f"{count:>6}  {check}"


def said_of_run(run: str | Path, known: Sequence[Entry]) -> Iterator[str]:
    """A run against the baseline in lines: the counts, then what is new and what is fixed."""
    results = results_of(run)
    found = since(results.segments, results.findings, known)
    yield found.said + (f"; {found.unseen} in documents that this run does not have" if found.unseen else "")
    rows = results.findings[pd.Series(found.new, index=results.findings.index, dtype=bool)].to_dict("records")
    yield from _listed("new", [(str(row["document"]), str(row["check"]), str(row["text"])) for row in rows])
    yield from _listed("fixed", [(entry.document, entry.key.check, entry.key.text) for entry in found.fixed])


def _listed(word: str, rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    for document, check, text in rows[:SHOWN]:
        yield clip(f"{word:<6} {line(document)}  {check}  {line(text)}", WIDTH)
    if len(rows) > SHOWN:
        yield f"… and {len(rows) - SHOWN} more {word}"
