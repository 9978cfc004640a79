"""What chance does to scores, on sums of units.

Intervals by bootstrap (Efron 1979), paired bootstrap (Koehn 2004), approximate randomisation (Riezler & Maxwell 2005).
All resamples are drawn at once, a block at a time, and all measures and pairs of systems use the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from mtqa.compare.base import Floats, Interval, Pair
from mtqa.compare.measures import Measure

SEED = 12345
"""sacrebleu's own default."""

BOOTSTRAP, RANDOMISATION = 1000, 10_000
"""How many resamples and shuffles; sacrebleu's defaults."""

TAIL = 2.5
"""Percent of the resamples outside a 95 % interval on either side."""

BLOCK = 4_000_000
"""Numbers that are drawn at once, which bounds the memory."""


def bootstrap(found: Sequence[Measure], times: int, seed: int = SEED) -> list[Floats]:
    """For each measure its values in resamples of the units: ``times`` x systems."""
    units = found[0].above.shape[1]
    sums = np.concatenate([np.concatenate([one.above, one.below]) for one in found]).T
    drawn = np.concatenate([counts @ sums for counts in _draws(units, times, seed)] or [np.zeros((0, sums.shape[1]))])
    parts = np.split(drawn, 2 * len(found), axis=1)
    return [one.value(parts[2 * at], parts[2 * at + 1]) for at, one in enumerate(found)]


def _draws(units: int, times: int, seed: int) -> Iterator[Floats]:
    """How often each unit is drawn in each resample, in blocks."""
    rng = np.random.default_rng(seed)
    for size in _blocks(units, times):
        places = rng.integers(0, units, (size, units)) + units * np.arange(size)[:, None]
        yield np.bincount(places.ravel(), minlength=size * units).reshape(size, units).astype(np.float64)


def _blocks(units: int, times: int) -> Iterator[int]:
    step = max(1, BLOCK // max(1, units))
    for start in range(0, times, step):
        yield min(step, times - start)


def intervals(measure: Measure, drawn: Floats) -> list[Interval]:
    """Each system's score with the middle 95 % of its resamples (``drawn``, resamples x systems)."""
    values = measure.value(measure.above.sum(1), measure.below.sum(1))
    return [_interval(float(value), drawn[:, at]) for at, value in enumerate(values)]


def _interval(value: float, drawn: Floats) -> Interval:
    there = drawn[~np.isnan(drawn)]
    if value != value:
        return Interval(None)
    if not len(there):
        return Interval(value)
    low, high = np.percentile(there, [TAIL, 100 - TAIL])
    return Interval(value, float(low), float(high))


def pairs(measure: Measure, drawn: Floats, shuffled: Floats) -> list[Pair]:
    """Every two systems with the tests of their difference; ``shuffled`` is shuffles x pairs (:func:`randomisation`)."""
    values = measure.value(measure.above.sum(1), measure.below.sum(1))
    found = []
    for at, (first, second) in enumerate(combinations(range(len(values)), 2)):
        gap = float(values[first] - values[second])
        if gap != gap:
            found.append(Pair(first, second, None, None, None))
            continue
        shifted = drawn[:, first] - drawn[:, second]
        found.append(Pair(first, second, gap, _chance(shifted - np.nanmean(shifted) if len(shifted) else shifted, gap),
                          _chance(shuffled[:, at], gap)))  # fmt: skip
    return found


def _chance(differences: Floats, gap: float) -> float | None:
    """The two-sided p-value: how often chance alone gives a difference as large; 1 for systems that do not differ.

    One is added to both counts (Phipson & Smyth 2010), so that no p-value is 0.
    """
    there = np.abs(differences[~np.isnan(differences)])
    if not len(there):
        return None
    least = abs(gap) - 1e-9 * max(1.0, abs(gap))
    return float(((there >= least).sum() + 1) / (len(there) + 1))


def randomisation(found: Sequence[Measure], times: int, seed: int = SEED) -> list[Floats]:
    """For each measure the difference of each two systems when units change sides by chance: ``times`` x pairs."""
    units = found[0].above.shape[1]
    couples = list(combinations(range(len(found[0].above)), 2))
    stacks = [side for one in found for side in (one.above, one.below)]
    apart = np.concatenate([[stack[second] - stack[first] for first, second in couples] for stack in stacks]).T
    moved = np.concatenate([flips @ apart for flips in _flips(units, times, seed)] or [np.zeros((0, apart.shape[1]))])
    parts = np.split(moved, len(stacks), axis=1)
    firsts, seconds = np.array(couples).T
    return [_shuffled(one, parts[2 * at], parts[2 * at + 1], (firsts, seconds)) for at, one in enumerate(found)]


def _flips(units: int, times: int, seed: int) -> Iterator[Floats]:
    rng = np.random.default_rng(seed)
    for size in _blocks(units, times):
        yield rng.integers(0, 2, (size, units), dtype=np.uint8).astype(np.float64)


def _shuffled(one: Measure, above: Floats, below: Floats, couples: tuple[Floats, Floats]) -> Floats:
    tops, bottoms = one.above.sum(1), one.below.sum(1)
    firsts, seconds = couples
    left = one.value(tops[firsts] + above, bottoms[firsts] + below)
    right = one.value(tops[seconds] - above, bottoms[seconds] - below)
    return left - right
