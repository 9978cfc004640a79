"""Whether a number keeps what it promises: confidence against what judges marked, quality against what they gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

import numpy as np
import pandas as pd

from mtqa.data import Range
from mtqa.evaluate.base import Judgment
from mtqa.evaluate.measures import Floats
from mtqa.evaluate.words import mask, touches, wrong_places

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
TENTHS = 10
Z95 = 1.959964
"""The normal distribution's 97.5th percentile."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Things whose number lies from ``low`` up to ``high``: their mean ``promised`` and ``kept``, with an interval.

    ``chance`` is what spans of the same lengths, put anywhere in the same texts, would reach; NaN where that means nothing.
    """

    low: float
    high: float
    count: int
    promised: float
    kept: float
    interval: tuple[float, float]
    chance: float = float("nan")


@dataclass(frozen=True, slots=True)
class Tested:
    """A finding that judges could have confirmed."""

    confidence: float
    right: bool
    chance: float


def tested(rows: Sequence[Judgment], findings: pd.DataFrame) -> Iterator[Tested]:
    """The findings on words of judged targets; one is right if it touches what any judge held to be wrong."""
    known: dict[int, list[Range] | None] = {}
    for number, start, end, confidence in zip(
        *(findings[name] for name in ("segment", "start", "end", "confidence")), strict=True
    ):
        if number not in known:
            known[number] = wrong_places(rows[number])
        wrong = known[number]
        if wrong is not None:
            yield Tested(confidence, touches((start, end), wrong), chance(wrong, end - start, len(rows[number].target)))


def chance(wrong: Sequence[Range], length: int, size: int) -> float:
    """How often a span of ``length`` characters, put anywhere in a text of ``size``, touches a wrong place."""
    places = size - length + 1
    if places < 1:
        return float(bool(wrong))
    before = np.concatenate([[0], np.cumsum(mask(wrong, size))])
    return float((before[length:] > before[:places]).mean())


def confidence_bins(found: Sequence[Tested]) -> tuple[Bin, ...]:
    """The findings by confidence, without empty bins; intervals are Wilson's (1927)."""
    out = []
    for low, high in pairwise(EDGES):
        inside = [one for one in found if low <= one.confidence < high or (high == EDGES[-1] == one.confidence)]
        if inside:
            right = sum(one.right for one in inside)
            promised = float(np.mean([one.confidence for one in inside]))
            lucky = float(np.mean([one.chance for one in inside]))
            out.append(Bin(low, high, len(inside), promised, right / len(inside), wilson(right, len(inside)), lucky))
    return tuple(out)


def wilson(right: int, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    share, square = right / count, Z95**2
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = Z95 * sqrt(share * (1 - share) / count + square / (4 * count**2)) / (1 + square / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def quality_bins(quality: Floats, points: Floats) -> tuple[Bin, ...]:
    """Tenths of the translations by quality, with the mean points that people gave, and its normal 95 % interval."""
    there = ~(np.isnan(quality) | np.isnan(points))
    ours, theirs = quality[there], points[there]
    if len(ours) < 2 * TENTHS:
        return ()
    out = []
    for part in np.array_split(np.argsort(ours, kind="stable"), TENTHS):
        mean, half = float(theirs[part].mean()), Z95 * float(theirs[part].std(ddof=1)) / sqrt(len(part))
        ends = float(ours[part].min()), float(ours[part].max())
        out.append(
            Bin(*ends, len(part), float(ours[part].mean()), mean, (max(0.0, mean - half), min(100.0, mean + half)))
        )
    return tuple(out)


def expected_error(bins: Sequence[Bin]) -> float:
    """The mean distance of promised and kept, weighted by counts (expected calibration error, Naeini et al. 2015)."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.promised - one.kept) for one in bins) / total if total else float("nan")


def spans_by_row(findings: pd.DataFrame) -> Mapping[int, list[Range]]:
    """Segment -> the places of its findings."""
    out: dict[int, list[Range]] = {}
    for number, start, end in zip(findings["segment"], findings["start"], findings["end"], strict=True):
        out.setdefault(int(number), []).append((int(start), int(end)))
    return out
