"""sacrebleu's metrics behind mtqa's protocol: its numbers, its signatures, nothing of our own (Post 2018)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

import numpy as np

from mtqa.score.base import Batch, Metric, Numbers


def sacrebleu_metric(name: str, summary: str, make: Callable[[bool], Any], *, default: bool = True) -> Metric:
    """A metric around what ``make(sentence)`` builds: sacrebleu's metric for sentences, or for a corpus."""
    build = cache(make)

    def score(batch: Batch) -> Numbers:
        metric = build(True)
        values = np.full(len(batch.segments), np.nan)
        for row, segment in enumerate(batch.segments):
            if segment.reference.strip():
                values[row] = metric.sentence_score(segment.target, [segment.reference]).score
        return values

    def corpus(targets: Sequence[str], references: Sequence[str]) -> float:
        return float(build(False).corpus_score(list(targets), [list(references)]).score)

    def signature() -> str:
        metric = build(False)
        metric.corpus_score(["a"], [["a"]])  # sacrebleu knows the number of references only then
        return str(metric.get_signature())

    return Metric(
        name, summary, score, needs=frozenset({"reference"}), corpus=corpus, signature=signature,
        sacre=partial(make, False), default=default,
    )  # fmt: skip
