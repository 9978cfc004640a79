"""chrF and chrF++ against the reference (Popović 2015, 2017), by sacrebleu."""

from __future__ import annotations

from functools import partial
from typing import Any

from mtqa.score.sacre import sacrebleu_metric


def _make(sentence: bool, word_order: int) -> Any:  # noqa: ARG001 - chrF has no sentence mode
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(word_order=word_order)


CHRF_METRIC = sacrebleu_metric(
    "chrf", "character n-gram F-score against the reference, 0-100", partial(_make, word_order=0)
)
CHRF_PP_METRIC = sacrebleu_metric(
    "chrf++", "character and word n-gram F-score against the reference, 0-100", partial(_make, word_order=2)
)
