"""Bootstrap intervals (Efron 1979): segments are drawn with all their translations, the same for every measure."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from mtqa.evaluate.measures import NAN, Floats

SEED = 20_240_607
LEVEL = 95
"""Percent of the draws that an interval holds."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure, with its value in each resample; equal resamples of two measures make their difference paired."""

    value: float
    draws: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def interval(self) -> tuple[float, float] | None:
        """The middle :data:`LEVEL` percent of the draws; ``None`` without draws, or where most of them say nothing."""
        there = self.draws[~np.isnan(self.draws)]
        if self.value != self.value or not len(there) or 2 * len(there) < len(self.draws):
            return None
        rest = (100 - LEVEL) / 2
        low, high = np.percentile(there, [rest, 100 - rest])
        return float(low), float(high)

    def minus(self, other: Estimate) -> Estimate:
        """The difference of two measures on the same resamples."""
        paired = len(self.draws) == len(other.draws)
        return Estimate(self.value - other.value, self.draws - other.draws if paired else np.zeros(0))


NOTHING = Estimate(NAN)


def draws(groups: int, times: int, seed: int = SEED) -> Floats:
    """How often each group is drawn in each of ``times`` resamples (times x groups); each row sums to ``groups``."""
    rng = np.random.default_rng(seed)
    drawn = np.zeros((times, groups))
    for time in range(times if groups else 0):
        drawn[time] = np.bincount(rng.integers(0, groups, groups), minlength=groups)
    return drawn
