"""The geometry of a reliability plot; the template draws it as SVG. Across in percent, down in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from mtqa.evaluate.reliability import Bin
from mtqa.evaluate.said import number

HEIGHT = 260
SMALLEST, LARGEST = 3.0, 9.0
"""Radius of a dot in pixels; its area grows with the things it stands for."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A bin: ``x`` in percent; ``y`` and the ends of its interval in pixels from the top."""

    x: float
    y: float
    high: float
    low: float
    radius: float
    said: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot and what it says in words; ``across`` and ``up`` name its axes, whose ends are ``ends``."""

    name: str
    title: str
    across: str
    up: str
    ends: tuple[str, str]
    description: str
    dots: tuple[Dot, ...]


def plot(name: str, title: str, axes: tuple[str, str], bins: Sequence[Bin], whole: float) -> Plot:
    """Promised across and kept up, both from 0 to ``whole``; on the diagonal lies what keeps its promise."""
    most = max(one.count for one in bins)
    dots = tuple(_dot(one, whole, most) for one in bins)
    ends = ("0", f"{whole:.0f}")
    return Plot(name, title, *axes, ends, "; ".join(dot.said for dot in dots) + ".", dots)


def _dot(one: Bin, whole: float, most: int) -> Dot:
    def down(value: float) -> float:
        return round(HEIGHT * (1 - value / whole), 1)

    decimals = 2 if whole <= 1 else 0
    radius = SMALLEST + (LARGEST - SMALLEST) * sqrt(one.count / most)
    said = f"{number(one.promised, decimals)} promised, {number(one.kept, decimals)} kept ({one.count:,})"
    low, high = one.interval
    return Dot(round(100 * one.promised / whole, 2), down(one.kept), down(high), down(low), round(radius, 1), said)
