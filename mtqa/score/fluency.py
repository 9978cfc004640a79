"""Fluency: does the target read like the language it is in? The source is not looked at."""

from __future__ import annotations

from mtqa.score.base import Batch, Metric, Numbers
from mtqa.score.own import judged


def _score(batch: Batch) -> Numbers:
    return judged(batch, lambda model: model.fluency, ("fluency",), source=False)


FLUENCY = Metric("fluency", "how natural the target reads by itself: 0-100", _score)
