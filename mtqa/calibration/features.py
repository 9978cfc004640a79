"""What a calibration may weigh: columns of the public frames, so that it outlives the quality model's inside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mtqa.text.words import count_words

Floats = npt.NDArray[np.float64]
EDGE = 0.5
"""Points from 0 and 100 that a score keeps before its logit is taken."""
MOST = 25.0
"""Penalty points per 100 words that count: a critical error in a text of 100 words; a short segment easily has more."""
SEVERITIES = ("minor", "major", "critical")
CONTINUOUS = ("adequacy", "fluency", "words", "ratio")


def features(segments: pd.DataFrame, findings: pd.DataFrame) -> dict[str, Floats]:
    """The features of each segment, NaN where one cannot be told.

    ``adequacy fluency``: logits of the scores; ``words``: log of the target's words; ``ratio``: log of source by target length in
    characters; ``minor major critical``: penalty points per 100 words, as a share of :data:`MOST`.
    """
    words = segments["target"].map(count_words).to_numpy(np.float64)
    out = {name: _logit(_scores(segments, f"score.{name}")) for name in ("adequacy", "fluency")}
    out["words"] = np.log1p(words)
    lengths = [segments[side].fillna("").str.len().to_numpy(np.float64) + 1 for side in ("source", "target")]
    out["ratio"] = np.log(lengths[0] / lengths[1])
    for severity in SEVERITIES:
        lost = _lost(segments, findings[findings["severity"].eq(severity)])
        out[severity] = np.minimum(100 * lost / np.maximum(words, 1) / MOST, 1.0)
    return out


def _scores(segments: pd.DataFrame, column: str) -> Floats:
    return segments[column].to_numpy(np.float64) if column in segments else np.full(len(segments), np.nan)


def _logit(score: Floats) -> Floats:
    share = np.clip(score, EDGE, 100 - EDGE) / 100
    out: Floats = np.log(share / (1 - share))
    return out


def _lost(segments: pd.DataFrame, findings: pd.DataFrame) -> Floats:
    """Penalty points by segment."""
    if findings.empty:
        return np.zeros(len(segments))
    keys: Sequence[Any] = [segments["document"], segments["segment"]]
    sums = findings.groupby(["document", "segment"])["penalty"].sum()
    return sums.reindex(pd.MultiIndex.from_arrays(keys)).fillna(0.0).to_numpy(np.float64)
