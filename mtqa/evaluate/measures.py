"""How far two columns of numbers agree, each row with a weight, so that a bootstrap's resample is only other weights.

With weights of 1 these are Pearson's r, Spearman's rho and Kendall's tau-b.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
NAN = float("nan")


@dataclass(frozen=True, slots=True)
class Column:
    """Numbers with their order: ``codes`` counts the distinct values from the lowest, of which there are ``size``."""

    values: Floats
    codes: Ints
    size: int

    @classmethod
    def of(cls, values: Floats) -> Column:
        """The column of ``values``, none of them NaN."""
        distinct, codes = np.unique(values, return_inverse=True)
        return cls(values, codes.astype(np.int64), len(distinct))

    def ranks(self, weight: Floats) -> Floats:
        """The mean rank of each row, from 1, where a row of weight 2 stands there twice."""
        mass = np.bincount(self.codes, weight, self.size)
        middle: Floats = np.cumsum(mass) - (mass - 1) / 2
        return middle[self.codes]


def pearson(one: Floats, other: Floats, weight: Floats) -> float:
    """Pearson's correlation; NaN where a column does not vary."""
    total = weight.sum()
    if total < 2:
        return NAN
    a, b = one - weight @ one / total, other - weight @ other / total
    power = (weight @ (a * a)) * (weight @ (b * b))
    if power <= 1e-18 * total**2:
        return NAN
    return float(weight @ (a * b) / np.sqrt(power))


def spearman(one: Column, other: Column, weight: Floats) -> float:
    """Spearman's rank correlation; ties have their mean rank."""
    return pearson(one.ranks(weight), other.ranks(weight), weight)


def kendall(one: Column, other: Column) -> float:
    """Kendall's tau-b in n log n (Knight 1966): pairs out of order are counted while sorting."""
    count = len(one.codes)
    order = np.lexsort((other.codes, one.codes))
    discordant = _inversions(other.codes[order])
    pairs = count * (count - 1) / 2
    tied_one, tied_other = _tied(one.codes), _tied(other.codes)
    tied_both = _tied(one.codes * other.size + other.codes)
    room = (pairs - tied_one) * (pairs - tied_other)
    if room <= 0:
        return NAN
    concordant = pairs - tied_one - tied_other + tied_both - discordant
    return float((concordant - discordant) / np.sqrt(room))


def _tied(codes: Ints) -> float:
    sizes = np.unique(codes, return_counts=True)[1].astype(np.float64)
    return float((sizes * (sizes - 1) / 2).sum())


def _inversions(codes: Ints) -> float:
    """How many pairs stand in falling order, by merging ever longer sorted blocks, all of a length at once."""
    length = 1 << max(0, int(len(codes) - 1).bit_length())
    top = int(codes.max(initial=0)) + 1
    row = np.full(length, top, np.int64)
    row[: len(codes)] = codes
    found, half = 0, 1
    while half < length:
        blocks = row.reshape(-1, 2, half)
        apart = np.arange(len(blocks))[:, None] * (top + 1)
        left, right = (blocks[:, 0] + apart).ravel(), (blocks[:, 1] + apart).ravel()
        before = np.arange(len(blocks)).repeat(half) * half
        found += int((half - (np.searchsorted(left, right, side="right") - before)).sum())
        row = np.sort(row.reshape(-1, 2 * half), axis=1).ravel()
        half *= 2
    return float(found)


def taus(one: Column, other: Column, weights: Floats) -> Floats:
    """Kendall's tau-b for each row of ``weights`` (resamples x rows), whose whole numbers say how often a row is there."""
    signs = np.sign(np.subtract.outer(one.codes, one.codes)).astype(np.float32)
    signs *= np.sign(np.subtract.outer(other.codes, other.codes))
    sums = np.einsum("rn,rn->r", weights.astype(np.float32) @ signs, weights, dtype=np.float64) / 2
    total = weights.sum(axis=1)
    pairs = total * (total - 1) / 2
    rooms = [pairs - _tied_masses(column, weights) for column in (one, other)]
    room = rooms[0] * rooms[1]
    return np.where(room > 0, sums / np.sqrt(np.maximum(room, 1e-12)), NAN)


def _tied_masses(column: Column, weights: Floats) -> Floats:
    masses = np.stack([np.bincount(column.codes, row, column.size) for row in weights])
    tied: Floats = (masses * (masses - 1) / 2).sum(axis=1)
    return tied


def mcc(tn: Floats, fp: Floats, fn: Floats, tp: Floats) -> Floats:
    """Matthews correlation of a table of counts (Matthews 1975); NaN where a row or column of it is empty."""
    root = np.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return np.where(root > 0, (tp * tn - fp * fn) / np.maximum(root, 1e-12), NAN)


def f1(found: Floats, said: Floats, right: Floats) -> Floats:
    """The harmonic mean of right/said and right/found; 0 where nothing is right."""
    return np.where(right > 0, 2 * right / np.maximum(found + said, 1e-12), 0.0)
