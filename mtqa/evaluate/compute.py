"""The measures of an evaluation, each with its bootstrap interval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from mtqa.evaluate.base import Judgment
from mtqa.evaluate.bootstrap import NOTHING, Estimate, draws
from mtqa.evaluate.columns import Scores
from mtqa.evaluate.evaluation import Difference, ScoreLine
from mtqa.evaluate.measures import Column, Floats, Ints, f1, kendall, mcc, pearson, spearman, taus
from mtqa.evaluate.pairs import SegmentPairs, numbered, system_accuracy
from mtqa.evaluate.reliability import spans_by_row
from mtqa.evaluate.words import COUNTS, counted

KENDALL_ROWS = 2500
"""Translations up to which Kendall's tau gets an interval: a resample looks at all pairs."""
COMPARED = ("pearson", "spearman", "acc_eq")
"""Measures in which quality and its peers are compared."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the scores are held against: ``human`` is NaN where nobody judged or a person translated.

    ``weights`` says how often each group is drawn in each resample.
    """

    human: Floats
    groups: Ints
    systems: Ints
    weights: Floats

    @classmethod
    def of(cls, rows: Sequence[Judgment], resamples: int) -> Sample:
        """The sample of all rows, in their order."""
        human = [np.nan if row.score is None or row.human_system else row.score for row in rows]
        groups = numbered([row.group for row in rows])
        weights = draws(int(groups.max(initial=-1)) + 1, resamples)
        return cls(np.array(human, dtype=np.float64), groups, numbered([row.system for row in rows]), weights)


def score_line(sample: Sample, scores: Scores) -> ScoreLine:
    """All measures of a score, on the translations that have both it and a human score."""
    kept = ~(np.isnan(sample.human) | np.isnan(scores.values))
    return ScoreLine(
        scores.name, scores.label, scores.peer, int(kept.sum()), dict(_measures(sample, scores.values, kept))
    )


def _measures(sample: Sample, values: Floats, kept: npt.NDArray[np.bool_]) -> Iterator[tuple[str, Estimate]]:
    if kept.sum() < 2:
        yield from ((name, NOTHING) for name in ("pearson", "spearman", "kendall", "acc_eq", "systems"))
        return
    human, score, groups = sample.human[kept], values[kept], sample.groups[kept]
    one, other, ones = Column.of(human), Column.of(score), np.ones(len(human))
    drawn = sample.weights
    yield "pearson", _estimate(pearson(human, score, ones), (pearson(human, score, weight[groups]) for weight in drawn))
    yield "spearman", _estimate(spearman(one, other, ones), (spearman(one, other, weight[groups]) for weight in drawn))
    few = len(human) <= KENDALL_ROWS and len(drawn) > 0
    yield "kendall", Estimate(kendall(one, other), taus(one, other, drawn[:, groups]) if few else np.zeros(0))
    pairs = SegmentPairs.of(human, score, groups)
    each = np.ones(drawn.shape[1])
    yield "acc_eq", _estimate(pairs.accuracy(each), (pairs.accuracy(weight) for weight in drawn))
    systems = sample.systems[kept]
    whole = system_accuracy(human, score, systems, ones)
    yield "systems", _estimate(whole, (system_accuracy(human, score, systems, weight[groups]) for weight in drawn))


def _estimate(value: float, drawn: Iterator[float]) -> Estimate:
    return Estimate(value, np.array(list(drawn)) if value == value else np.zeros(0))


def differences(
    sample: Sample, quality: Scores, lines: Mapping[str, ScoreLine], peers: Sequence[Scores]
) -> Iterator[Difference]:
    """Quality minus each peer, on the translations that both are known of."""
    ours = lines[quality.name]
    for peer in peers:
        there = ~(np.isnan(sample.human) | np.isnan(quality.values) | np.isnan(peer.values))
        found = []
        for scores, line in ((quality, ours), (peer, lines[peer.name])):
            whole = line.count == int(there.sum())
            found.append(line.measures if whole else dict(_measures(sample, scores.values, there)))
        measures = {name: found[0][name].minus(found[1][name]) for name in COMPARED}
        yield Difference(peer.name, peer.label, int(there.sum()), measures)


def span_measures(sample: Sample, rows: Sequence[Judgment], findings: pd.DataFrame) -> dict[str, Estimate]:
    """How far the findings agree with what judges marked; without those that nobody judged."""
    found = spans_by_row(findings)
    counts = np.stack([counted(row, found.get(number, [])) for number, row in enumerate(rows)])
    by_group = np.zeros((sample.weights.shape[1], len(COUNTS)))
    np.add.at(by_group, sample.groups, counts)
    values = _from_counts(counts.sum(axis=0, keepdims=True))
    drawn = _from_counts(sample.weights @ by_group)
    return {name: Estimate(float(values[name][0]), drawn[name]) for name in values}


def _from_counts(sums: Floats) -> dict[str, Floats]:
    c = dict(zip(COUNTS, sums.T, strict=True))
    bad, said = c["tp"] + c["fn"], c["tp"] + c["fp"]
    judged = bad + said + c["tn"] > 0
    spans = c["judged"] > 0
    clean = c["clean"] > 0
    return {
        "mcc": np.where(judged, mcc(c["tn"], c["fp"], c["fn"], c["tp"]), np.nan),
        "f1_bad": np.where(judged, f1(bad, said, c["tp"]), np.nan),
        "char_p": np.where(spans, c["both"] / np.maximum(1, c["said"]), np.nan),
        "char_r": np.where(spans, c["both"] / np.maximum(1, c["marked"]), np.nan),
        "char_f1": np.where(spans, f1(c["marked"], c["said"], c["both"]), np.nan),
        "flagged": c["flagged"] / np.maximum(1, c["segments"]),
        "flagged_clean": np.where(clean, c["flagged_clean"] / np.maximum(1, c["clean"]), np.nan),
    }
