"""The scoring stage: adds a column ``score.<metric>`` for each metric that has what it needs."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from mtqa.callable import make_callable
from mtqa.data import Segment
from mtqa.encode.base import Encoder
from mtqa.estimate.looked import looked
from mtqa.frames import SEGMENTS, segments_of
from mtqa.judge import Evidence, judge
from mtqa.pack.base import Pack
from mtqa.score.base import METRICS, Batch, Metric

OWN = ("adequacy", "fluency", "quality")
"""Metrics that always run; the others need a reference."""


def score(
    segments: pd.DataFrame,
    *,
    pack: Pack | None = None,
    encoder: Encoder | None = None,
    evidence: Sequence[Evidence] | None = None,
    metrics: Sequence[str] = ("bleu", "chrf", "chrf++"),
) -> pd.DataFrame:
    """A copy of the segments frame with a column ``score.<metric>`` for each metric.

    ``score.quality``, ``score.adequacy`` and ``score.fluency`` always (0-100, NaN where it cannot be told), and where a row
    has a reference, each of ``metrics``.

    ``evidence`` is what :func:`mtqa.judge.judge` found about the same rows; gathered here when not given, with ``pack`` or
    else the installed pack for each row's ``source_lang`` and ``target_lang``. What findings cost is not taken off: that is
    done by :func:`mtqa.check`, which knows them.

    Raises:
        FrameError: without a ``target`` column. UnknownUnitError: for a metric nobody knows.
    """
    SEGMENTS.check(segments, wants=["target"])
    rows = list(segments_of(segments))
    batch = Batch(rows, list(evidence) if evidence is not None else _evidence(rows, pack, encoder))
    out = segments.copy()
    for metric in chosen(metrics, has_reference=any(row.reference.strip() for row in rows)):
        batch.scores[metric.name] = metric.score(batch)
        out[f"score.{metric.name}"] = batch.scores[metric.name]
    first = [f"score.{name}" for name in reversed(OWN)]
    rest = [column for column in out.columns if column not in first]
    return out[[*rest[: len(segments.columns)], *first, *rest[len(segments.columns) :]]]


def _evidence(rows: Sequence[Segment], pack: Pack | None, encoder: Encoder | None) -> list[Evidence]:
    if pack is not None:
        return judge(rows, pack=pack, encoder=encoder)
    found = {row: one for part in looked(rows, encoder) for row, one in zip(part.rows, part.evidence, strict=True)}
    return [found[row] for row in range(len(rows))]


def chosen(metrics: Sequence[str], *, has_reference: bool) -> list[Metric]:
    """The metrics to run, those that others build on first."""
    picked = [METRICS[name] for name in dict.fromkeys([*OWN, *metrics])]
    return [metric for metric in picked if has_reference or "reference" not in metric.needs]


make_callable(__name__)
