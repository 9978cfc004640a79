"""Quality: the one number, on the scale of people's direct assessment (0-100)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mtqa.judge.evidence import Evidence
from mtqa.judge.sentence import sentences_in
from mtqa.score.base import Batch, Metric, Numbers
from mtqa.score.own import judged

ENOUGH = 25.0
"""The adequacy from which quality is what the judgments say; below, it sinks with adequacy to 0 at :data:`NONE`."""
NONE = 3.0
DOUBLED, MOST = 2.0, 8
"""The points for each doubling of the sentences in a paragraph, and the number of them from which no more are taken off.
Reviewers, who add up the errors of a segment, would take off six times as much (newstest2020: Spearman .39 at 0, .45 at 2, .52
at 12); then good paragraphs would be for translating anew."""


def _score(batch: Batch) -> Numbers:
    judgment = judged(batch, lambda model: model.quality, ("adequacy", "fluency", "risk"), source=True)
    says_the_same = np.clip((batch.scores["adequacy"] - NONE) / (ENOUGH - NONE), 0, 1)
    judgment = np.maximum(0, judgment - more_to_err(batch.evidence))
    return np.where(np.isnan(judgment), batch.scores["fluency"], judgment * says_the_same)


def more_to_err(rows: Sequence[Evidence]) -> Numbers:
    """What each paragraph loses for the number of its sentences: in more of them something is likelier to be wrong."""
    counts = np.array([sentences_in(row.target) for row in rows])
    return np.asarray(DOUBLED * np.log2(np.minimum(counts, MOST)), np.float64)


QUALITY = Metric(
    "quality", "what a reader who knows both languages would give: 0-100; fluency alone where there is no source",
    _score, after=("adequacy", "fluency"),
)  # fmt: skip
