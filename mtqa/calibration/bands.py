"""Thresholds of the verdict that give a team's documents the verdicts their judges give."""

from __future__ import annotations

import numpy as np

from mtqa.calibration.features import Floats
from mtqa.summary import BANDS

ENOUGH_DOCUMENTS = 30
ENOUGH_BESIDE = 5
"""Documents that judges must put on each side of a threshold for it to be moved."""
ENOUGH_SEGMENTS = 3
"""Segments that a translated document must have judged to count."""


def refitted(points: Floats, quality: Floats, words: Floats, units: np.ndarray) -> dict[str, float]:
    """The lowest quality of each band, so that as many documents are in it as by the judges' mean ``points``.

    ``quality`` is the calibrated one; ``units`` numbers the document, by one system, that a row is of. Means are weighted by
    ``words``. Empty where there are too few documents; a threshold with too few on a side stays.
    """
    sizes = np.bincount(units)
    mass = np.bincount(units, words)
    kept = (sizes >= ENOUGH_SEGMENTS) & (mass > 0)
    if kept.sum() < ENOUGH_DOCUMENTS:
        return {}
    judged, ours = (np.bincount(units, words * values)[kept] / mass[kept] for values in (points, quality))
    out: dict[str, float] = {}
    best = 100.0
    for name, lowest in BANDS.items():
        above = int((judged >= lowest).sum())
        if lowest > 0 and ENOUGH_BESIDE <= above <= len(judged) - ENOUGH_BESIDE:
            ordered = np.sort(ours)[::-1]
            best = min(best, round(float(ordered[above - 1] + ordered[above]) / 2, 2))
        else:
            best = min(best, lowest)
        out[name] = best
    return out
