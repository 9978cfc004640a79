"""BLEU against the reference (Papineni et al. 2002), by sacrebleu."""

from __future__ import annotations

from typing import Any

from mtqa.score.sacre import sacrebleu_metric


def _make(sentence: bool) -> Any:
    from sacrebleu.metrics.bleu import BLEU

    return BLEU(effective_order=sentence)


BLEU_METRIC = sacrebleu_metric("bleu", "n-gram precision against the reference, 0-100", _make)
