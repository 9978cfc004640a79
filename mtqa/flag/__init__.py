"""Checks: what is wrong, where, how badly and why. ``flag(segments)`` is the stage, one file a check below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from mtqa.callable import make_callable
from mtqa.config import MODES
from mtqa.data import Finding, Severity
from mtqa.errors import SettingsError
from mtqa.estimate.looked import looked
from mtqa.flag.profile import DEFAULT, lineage, thresholds
from mtqa.flag.run import findings_of, placed
from mtqa.flag.select import chosen
from mtqa.frames import SEGMENTS, findings_frame, segments_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mtqa.judge.evidence import Evidence
    from mtqa.pack.base import Pack
    from mtqa.terms.base import Terms

__all__ = ["flag", "reported"]

NEEDED = ("document", "segment", "target", "target_lang")
"""The columns of the segments contract without which nothing can be flagged; checks that need others sit out."""


def flag(
    segments: pd.DataFrame,
    *,
    pack: Pack | None = None,
    evidence: Sequence[Evidence] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
    mode: str = "precise",
    profile: str = DEFAULT,
    profiles: Mapping[str, Mapping[str, Any]] | None = None,
    min_severity: str = "",
    min_confidence: float | None = None,
    terms: Terms | None = None,
) -> pd.DataFrame:
    """The findings in ``segments`` (contract ``SEGMENTS``) as a new frame (contract ``FINDINGS``).

    In order of segment, side (target first) and place. ``evidence`` is the judge's, an entry a row; where neither it nor
    ``pack`` is given both are found by each row's languages, as :func:`mtqa.check` finds them. ``select`` and ``ignore``
    name checks by a beginning of their code or by name; ``options``: check -> option -> value. ``mode``: ``precise`` says
    what is sure, and more where a document proves rough; ``thorough`` whatever is more likely wrong than usual.
    ``profile``: one of mtqa's or of ``profiles`` (:mod:`mtqa.flag.profile`); ``select``, ``ignore``, ``options`` and the
    least severity and confidence reported go before what it says. ``terms``: the team's glossary and patterns.

    Raises ``FrameError``, ``UnknownUnitError`` or ``SettingsError``.
    """
    SEGMENTS.check(segments, wants=NEEDED)
    if mode not in MODES:
        raise SettingsError(f"mode: expected {' or '.join(MODES)}, found {mode!r}; choose one.")
    line = lineage(profile, profiles)
    severity, confidence = thresholds(line, min_severity, min_confidence)
    checks = chosen(select, ignore, options, line)
    thorough = mode == "thorough"
    rows = list(segments_of(segments))
    alone = pack is None and evidence is None
    parts = looked(rows) if alone else [(range(len(rows)), pack, evidence)]
    found: list[list[Finding]] = [[] for _ in rows]
    for places, known, seen in parts:
        some = [rows[row] for row in places]
        ours = findings_of(some, checks, pack=known, evidence=seen, thorough=thorough, terms=terms)
        for row, own in zip(places, ours, strict=True):
            found[row] = own
    starts = _starts(segments)
    findings = findings_frame(placed(finding, starts[row]) for row, own in enumerate(found) for finding in own)
    return reported(findings, severity, confidence)


def reported(findings: pd.DataFrame, severity: Severity, confidence: float) -> pd.DataFrame:
    """Those of the findings that are of this severity or worse and at least so sure."""
    ranks = {one.value: one.rank for one in Severity}
    keep = (findings["severity"].map(ranks) >= severity.rank) & (findings["confidence"] >= confidence)
    return findings if keep.all() else findings[keep].reset_index(drop=True)


STARTS = {"target": "document_start", "source": "source_start"}


def _starts(segments: pd.DataFrame) -> list[dict[str, int | None]]:
    columns = {side: _integers(segments[name]) for side, name in STARTS.items() if name in segments}
    return [{side: values[row] for side, values in columns.items()} for row in range(len(segments))]


def _integers(column: pd.Series[Any]) -> list[int | None]:
    return [None if pd.isna(value) else int(value) for value in column]


make_callable(__name__)
