"""Measures over pairs of systems: within a segment, and over all segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtqa.evaluate.measures import NAN, Floats, Ints

Booleans = npt.NDArray[np.bool_]
ALIKE = 9
"""Decimals of a human score that count; what differs less is the same judgment."""


@dataclass(frozen=True, slots=True)
class SegmentPairs:
    """Pairs of translations of one segment, those first whose scores differ least.

    ``group`` is the segment's number, ``right`` whether the scores are in the human order (both equal is an order too), ``tied``
    whether the human scores are equal.
    """

    group: Ints
    right: Booleans
    tied: Booleans

    @classmethod
    def of(cls, human: Floats, score: Floats, groups: Ints) -> SegmentPairs:
        """All pairs of rows with the same group."""
        numbers, gold, difference = [], [], []
        for rows in _together(groups):
            first, second = np.triu_indices(len(rows), 1)
            numbers.append(np.full(len(first), groups[rows[0]]))
            gold.append(np.sign(np.round(human[rows[first]] - human[rows[second]], ALIKE)))
            difference.append(score[rows[first]] - score[rows[second]])
        if not gold:
            return cls(np.zeros(0, np.int64), np.zeros(0, bool), np.zeros(0, bool))
        g, d, n = np.concatenate(gold), np.concatenate(difference), np.concatenate(numbers)
        order = np.argsort(np.abs(d))
        return cls(n[order], (np.sign(d) == g)[order], (g == 0)[order])

    def accuracy(self, weight: Floats) -> float:
        """Pairwise accuracy with ties, at the tie threshold that serves the score best (Deutsch et al. 2023, acc_eq).

        ``weight`` is that of each group. NaN where no two systems translated the same segment.
        """
        mass = weight[self.group]
        total = mass.sum()
        if not total:
            return NAN
        right = np.concatenate([[0.0], np.cumsum(mass * self.right)])
        tied = np.concatenate([[0.0], np.cumsum(mass * self.tied)])
        return float((tied + right[-1] - right).max() / total)


def _together(groups: Ints) -> list[Ints]:
    """The rows of each group that has several, groups in the order of their first rows."""
    order = np.argsort(groups, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(groups[order])) + 1) if len(order) else []
    return sorted((part for part in parts if len(part) > 1), key=lambda part: int(part[0]))


def system_accuracy(human: Floats, score: Floats, systems: Ints, weight: Floats) -> float:
    """The share of pairs of systems whose mean scores are in the human order (Kocmi et al. 2021).

    Pairs that people hold equal are left out; NaN where there is none.
    """
    mass = np.bincount(systems, weight)
    there = mass > 0
    means = [np.bincount(systems, weight * values)[there] / mass[there] for values in (human, score)]
    first, second = np.triu_indices(int(there.sum()), 1)
    gold, ours = (np.sign(np.round(values[first] - values[second], ALIKE)) for values in means)
    told = gold != 0
    return float((gold == ours)[told].mean()) if told.any() else NAN


def numbered(names: Sequence[str]) -> Ints:
    """A number for each name, equal names equal ones."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.int64)
