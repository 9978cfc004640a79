"""Adequacy: whether the target says what the source says."""

from __future__ import annotations

from mtqa.score.base import Batch, Metric, Numbers
from mtqa.score.own import judged


def _score(batch: Batch) -> Numbers:
    return judged(batch, lambda model: model.adequacy, ("adequacy",), source=True)


ADEQUACY = Metric(
    "adequacy",
    "how much of the source's content the target has, and nothing else: 0-100",
    _score,
    frozenset({"source"}),
)
