"""Interpolated modified Kneser-Ney estimation in numpy, pruned, exactly normalised.

Chen & Goodman 1999, "An empirical study of smoothing techniques for language modeling", section 3: three discounts an
order, lower orders from the number of distinct left neighbours. Pruned n-grams are chosen by weighted difference
(Seymore & Rosenfeld 1996, ICSLP): how often they were seen times what log probability they lose; their mass goes to the
back-off of their context, so every distribution still sums to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mtqa.pack.vocabulary import BEGIN

if TYPE_CHECKING:
    from collections.abc import Sequence

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass
class Grams:
    """All distinct n-grams of one order, in the order of their keys.

    ``words``: their last word; ``context``/``suffix``: the number, one order below, of all but the last / first word;
    ``seen``: how often they occur; ``count``: what they are estimated from (left neighbours below the highest order).
    """

    words: Ints
    context: Ints
    suffix: Ints
    seen: Longs
    count: Longs
    kept: Flags


@dataclass(frozen=True)
class Estimate:
    """Probabilities of one order's n-grams and the back-off weight of each context (n-gram one order below)."""

    probability: Reals
    backoff: Reals


def count(tokens: Ints, size: int, order: int) -> list[Grams]:
    """The n-grams of orders 1 … ``order``; in ``tokens`` each sentence begins with BEGIN; ``size``: vocabulary."""
    begins = tokens == BEGIN
    words = np.arange(size, dtype=np.int32)
    seen = np.bincount(tokens, minlength=size).astype(np.int64)
    none = np.zeros(size, dtype=np.int32)
    levels = [Grams(words, none, none, seen, seen.copy(), np.ones(size, dtype=bool))]
    at = tokens
    for _ in range(order - 1):
        grams, at = _longer(at, tokens, begins, size)
        levels.append(grams)
        _count_neighbours(levels[-2], grams)
    levels[0].count[BEGIN] = 0
    return levels


def _longer(at: Ints, tokens: Ints, begins: Flags, size: int) -> tuple[Grams, Ints]:
    """The n-grams one longer than those numbered ``at`` at each place (-1: none), and their number at each place."""
    context = np.concatenate([[-1], at[:-1]]).astype(np.int64)
    place = np.flatnonzero((context >= 0) & ~begins)
    keys, first, inverse, seen = np.unique(
        context[place] * size + tokens[place], return_index=True, return_inverse=True, return_counts=True
    )
    after = np.full(len(tokens), -1, dtype=np.int32)
    after[place] = inverse
    suffix = at[place[first]]
    words, contexts = (keys % size).astype(np.int32), (keys // size).astype(np.int32)
    return Grams(words, contexts, suffix, seen, seen.copy(), np.ones(len(keys), dtype=bool)), after


def _count_neighbours(lower: Grams, grams: Grams) -> None:
    """Estimate ``lower`` from distinct left neighbours; what begins a sentence has none and keeps its count."""
    neighbours = np.bincount(grams.suffix, minlength=len(lower.words))
    lower.count = np.where(neighbours > 0, neighbours, lower.count)


def discounts(counts: Longs) -> Reals:
    """What is taken from counts of 0, 1, 2, 3 and more (Chen & Goodman, equation 26); 0.5 where text is too little."""
    times = np.bincount(np.minimum(counts, 5), minlength=5)[:5].astype(float)
    if (times[1:] == 0).any():
        return np.array([0, 0.5, 0.5, 0.5])
    share = times[1] / (times[1] + 2 * times[2])
    found = [least + 1 - (least + 2) * share * times[least + 2] / times[least + 1] for least in range(3)]
    return np.array([0, *np.clip(found, 0.05, [0.95, 1.95, 2.95])])


def estimate(levels: Sequence[Grams]) -> list[Estimate]:
    """The model of the n-grams that are kept, from the lowest order up; ``backoff`` of order 1 is one number."""
    probability = np.full(len(levels[0].words), 1 / (len(levels[0].words) - 1))
    probability[BEGIN] = 0
    estimates: list[Estimate] = []
    for grams in levels:
        total = np.bincount(grams.context, weights=grams.count)
        contexts = int(grams.context.max(initial=0)) + 1 if grams is levels[0] else len(estimates[-1].probability)
        total = np.pad(total, (0, contexts - len(total)))
        left = np.maximum(grams.count - discounts(grams.count)[np.minimum(grams.count, 3)], 0) * grams.kept
        share = np.divide(left, total[grams.context], out=np.zeros(len(left)), where=total[grams.context] > 0)
        backoff = np.clip(1.0 - np.bincount(grams.context, weights=share, minlength=contexts), 1e-9, 1.0)
        lower = probability if grams is levels[0] else probability[grams.suffix]
        probability = share + backoff[grams.context] * lower
        estimates.append(Estimate(probability, backoff))
    return estimates


def prune(levels: Sequence[Grams], sizes: Sequence[int]) -> None:
    """Keep the ``sizes[n - 2]`` most useful n-grams of each order n from 2, and the contexts of all that are kept."""
    estimates = estimate(levels)
    for order in range(len(levels) - 1, 0, -1):
        grams = levels[order]
        lower = estimates[order - 1].probability[grams.suffix] * estimates[order].backoff[grams.context]
        worth = grams.seen * np.log(estimates[order].probability / lower)
        grams.kept = _largest(np.where(grams.seen > 1, worth, 0), sizes[order - 1])
        if order + 1 < len(levels):
            longer = levels[order + 1]
            grams.kept[longer.context[longer.kept]] = True


def _largest(worth: Reals, size: int) -> Flags:
    """The ``size`` largest of those above 0, the first of equals."""
    kept = np.zeros(len(worth), dtype=bool)
    kept[np.argsort(-worth, kind="stable")[:size]] = True
    return kept & (worth > 0)
