"""The numbers that are held against people's: mtqa's own, and those of simple peers on the same translations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from mtqa.evaluate.base import Judgment
from mtqa.evaluate.measures import Floats
from mtqa.mqm import mqm_score
from mtqa.report.bands import label
from mtqa.text.words import count_words

OWN = ("score.quality", "score.adequacy", "score.fluency")
LOWER_IS_BETTER = frozenset({"score.ter"})


@dataclass(frozen=True, slots=True)
class Scores:
    """A number for each translation, higher for better, NaN where there is none; ``peer``: not what mtqa says itself."""

    name: str
    label: str
    values: Floats
    peer: bool = False


def scores(segments: pd.DataFrame, findings: pd.DataFrame, rows: Sequence[Judgment]) -> Iterator[Scores]:
    """Mtqa's own scores, the MQM score by findings, then the peers: length (shorter is better) and reference metrics."""
    for column in OWN:
        if column in segments:
            yield Scores(column.removeprefix("score."), label(column), segments[column].to_numpy(np.float64))
    yield Scores("mqm", "MQM", _by_findings(segments, findings))
    yield Scores("length", "Length", np.array([-float(len(row.target)) for row in rows]), peer=True)
    for column in (str(column) for column in segments if str(column).startswith("score.") and column not in OWN):
        values = segments[column].to_numpy(np.float64)
        if not np.isnan(values).all():
            values = -values if column in LOWER_IS_BETTER else values
            yield Scores(column.removeprefix("score."), label(column), values, peer=True)


def _by_findings(segments: pd.DataFrame, findings: pd.DataFrame) -> Floats:
    lost = findings.groupby("segment")["penalty"].sum().reindex(segments["segment"]).fillna(0.0)
    words = segments["target"].map(count_words)
    return np.array([mqm_score(one, count) for one, count in zip(lost, words, strict=True)])
