"""Quality: the one number, on the scale of people's direct assessment (0-100)."""

from __future__ import annotations

import numpy as np

from mtqa.judge.sentence import quality_columns
from mtqa.score.base import Batch, Metric, Numbers
from mtqa.score.own import judged


def _score(batch: Batch) -> Numbers:
    with_source = judged(batch, lambda model: model.quality, quality_columns, source=True)
    return np.where(np.isnan(with_source), batch.scores["fluency"], with_source)


QUALITY = Metric(
    "quality", "what a reader who knows both languages would give: 0-100; fluency alone where there is no source",
    _score, after=("adequacy", "fluency"),
)  # fmt: skip
