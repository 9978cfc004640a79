"""A run's frames with only what is new since the baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from mtqa.baseline.base import Entry, Since, since
from mtqa.baseline.file import load
from mtqa.report.cells import counted
from mtqa.summary import summarise

KEPT = ("suppressed",)
"""Columns of documents that a baseline does not touch."""
Frames = tuple[pd.DataFrame, pd.DataFrame, dict[str, Any]]


def only_new(
    segments: pd.DataFrame, findings: pd.DataFrame, documents: pd.DataFrame, about: Mapping[str, Any], path: str | Path
) -> Frames:
    """Findings, documents and ``about`` for the findings that the baseline at ``path`` does not know.

    Counts, MQM and verdict are those of the new findings; the other scores are those of the whole text.
    """
    found = since(segments, findings, _known(str(path), _changed(path)))
    fresh = findings[np.array(found.new, dtype=bool)].reset_index(drop=True)
    counted_anew = summarise(segments, fresh, about.get("bands"))
    kept = {name: documents[name].to_numpy() for name in KEPT if name in documents}
    return fresh, counted_anew.assign(**kept), {**about, **_said(found, about)}


@lru_cache(maxsize=1)
def _known(path: str, changed: int) -> Sequence[Entry]:  # noqa: ARG001 - a file that changed is read again
    """The baseline's findings: a batch asks for them with every document."""
    return load(path)


def _changed(path: str | Path) -> int:
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return 0


def _said(found: Since, about: Mapping[str, Any]) -> dict[str, Any]:
    counts = {"new": sum(found.new), "known": found.known, "fixed": len(found.fixed), "unseen": found.unseen}
    return {"baseline": counts, "skipped": [*(about.get("skipped") or ()), left_out(counts)]}


def left_out(counts: Mapping[str, int]) -> str:
    """What a baseline keeps from a report, in a sentence; ``counts``: new, known, fixed."""
    known = counted(counts["known"], "finding")
    said = f"{counts['new']} new, {counts['known']} known, {counts['fixed']} fixed"
    return f"{known} that the baseline knows ({said}); MQM, verdict and limits count only what is new."
