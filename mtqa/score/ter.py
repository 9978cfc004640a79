"""TER against the reference (Snover et al. 2006), by sacrebleu: lower is better, and 13 times slower than chrF."""

from __future__ import annotations

from typing import Any

from mtqa.score.sacre import sacrebleu_metric


def _make(sentence: bool) -> Any:  # noqa: ARG001 - TER has no sentence mode
    from sacrebleu.metrics.ter import TER

    return TER()


TER_METRIC = sacrebleu_metric("ter", "edits needed to reach the reference, in % of its words", _make, default=False)
