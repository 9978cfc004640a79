"""What a comparison is: systems, the units in which they are compared, and what came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.report.base import Results

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class System:
    """A translation of the test set under the name of who made it, with what mtqa says of it."""

    name: str
    results: Results


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the source that every system translates as a whole: one segment of each, or several.

    ``rows`` are the rows of each system's segments frame, ``targets`` their texts joined by spaces.
    """

    document: str
    name: str
    source: str
    reference: str
    targets: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """A score of one system with its 95 % interval; all ``None`` where it cannot be told."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two systems by their numbers: the difference of their scores (first minus second), and the tests of it.

    ``bootstrap`` and ``randomisation`` are two-sided p-values, ``adjusted`` the latter after Holm's correction over all
    pairs of systems.
    """

    first: int
    second: int
    difference: float | None
    bootstrap: float | None
    randomisation: float | None
    adjusted: float | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """One measure of all systems: ``better`` is 1 where more is better and -1 where less is."""

    name: str
    label: str
    meaning: str
    better: int
    decimals: int
    systems: tuple[Interval, ...]
    pairs: tuple[Pair, ...]
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A system in the ranking: its cluster from 1, and the ranks that the tests leave open to it."""

    system: int
    cluster: int
    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class Duel:
    """Units of two systems: in how many the first is better, in how many the second, and in how many neither."""

    first: int
    second: int
    wins: int
    losses: int
    ties: int


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A category of MQM: findings per 1,000 words of each system, by severity (worst first) and together."""

    category: str
    counts: tuple[Mapping[str, int], ...]
    rates: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that :func:`mtqa.compare.compare` found; ``spread`` is how far apart the systems are in each unit."""

    systems: tuple[System, ...]
    units: tuple[Unit, ...]
    langs: tuple[str, str]
    words: tuple[int, ...]
    scores: tuple[Scored, ...]
    ranked_by: str
    ranking: tuple[Place, ...]
    duels: tuple[Duel, ...]
    profile: tuple[ProfileRow, ...]
    quality: Floats
    spread: Floats
    resamples: tuple[int, int]
    seed: int
    notes: tuple[str, ...] = ()
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """The systems' names in the order they were given."""
        return [system.name for system in self.systems]

    def score(self, name: str) -> Scored:
        """The measure of that name (KeyError where there is none)."""
        return next(one for one in self.scores if one.name == name)
