"""What a calibration is: a few numbers that anyone can read, and what they were fitted on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PLACES = tuple(step / 20 for step in range(21))
"""Shares of the judged translations at which the shipped quality is noted: 0, 0.05, … 1."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds to the order: ``weight`` times ``(value - center) / spread``, which is cut at +-2."""

    center: float
    spread: float
    weight: float


@dataclass(frozen=True, slots=True)
class Gain:
    """What the fit reached on documents it had not seen: rank correlation, and the error in points.

    An error is the root of the mean square; ``None`` where the judgments have no scale of 0-100.
    """

    spearman_before: float
    spearman_after: float
    error_before: float | None = None
    error_after: float | None = None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How shipped quality becomes a team's: first an order, then points.

    The order is the place of the quality among the judged ones (``qualities`` at :data:`PLACES`) plus the weighted
    features; the points are ``intercept + slope * order``: on 0-100 themselves (``kind`` ``points``), or a place in the
    shipped scale again (``shipped``), where the judges' scores have no ends. ``bands`` are thresholds of the verdict, or
    empty for the shipped ones. ``prior`` is the strength of the pull towards the shipped order, ``None`` where that was
    left as it is. ``mode`` and ``pack`` (a checksum) are those that the translations were judged with.
    """

    name: str
    source_lang: str
    target_lang: str
    count: int
    groups: int
    grouped_by: str
    scale: str
    qualities: tuple[float, ...]
    features: Mapping[str, Weight]
    kind: Literal["points", "shipped"]
    intercept: float
    slope: float
    bands: Mapping[str, float]
    prior: float | None
    gain: Gain
    mode: str = "precise"
    pack: str = ""

    @property
    def said(self) -> str:
        """How reports name it."""
        return f"{self.name} (n={self.count:,})"
