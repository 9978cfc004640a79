"""Quality: the one number, on the scale of people's direct assessment (0-100)."""

from __future__ import annotations

import numpy as np

from mtqa.score.base import Batch, Metric, Numbers
from mtqa.score.own import judged

ENOUGH = 25.0
"""The adequacy from which quality is what the judgments say; below, it sinks with adequacy to 0 at :data:`NONE`."""
NONE = 3.0


def _score(batch: Batch) -> Numbers:
    judgment = judged(batch, lambda model: model.quality, ("adequacy", "fluency", "risk"), source=True)
    says_the_same = np.clip((batch.scores["adequacy"] - NONE) / (ENOUGH - NONE), 0, 1)
    return np.where(np.isnan(judgment), batch.scores["fluency"], judgment * says_the_same)


QUALITY = Metric(
    "quality", "what a reader who knows both languages would give: 0-100; fluency alone where there is no source",
    _score, after=("adequacy", "fluency"),
)  # fmt: skip
