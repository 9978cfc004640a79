"""The units where the systems differ most, with the words and findings that make the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mtqa.compare.base import Comparison, System, Unit
from mtqa.compare.measures import row_of
from mtqa.compare.words import own_words
from mtqa.data import Range
from mtqa.report.tables import records

Found = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Side:
    """One system's translation of a unit: its quality, its own words, and its findings placed in the joined text."""

    system: int
    text: str
    quality: float | None
    own: tuple[Range, ...]
    findings: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A unit with all its translations."""

    unit: Unit
    spread: float
    sides: tuple[Side, ...]


def differing(found: Comparison, limit: int) -> list[Differing]:
    """At most ``limit`` units whose translations are not all the same, the most different first, then in order."""
    order = sorted(range(len(found.units)), key=lambda at: (-found.spread[at], at))
    chosen = [at for at in order if len(set(found.units[at].targets)) > 1][:limit]
    findings = [_by_row(system) for system in found.systems]
    return [_differing(found, at, findings) for at in chosen]


def _by_row(system: System) -> dict[int, Found]:
    out: dict[int, Found] = {}
    for row, finding in zip(row_of(system).tolist(), records(system.results.findings), strict=True):
        out.setdefault(row, []).append(finding)
    return out


def _differing(found: Comparison, at: int, findings: Sequence[dict[int, Found]]) -> Differing:
    unit = found.units[at]
    own = own_words(unit.targets)
    sides = tuple(
        Side(number, unit.targets[number], _known(float(found.quality[number, at])), tuple(own[number]),
             tuple(_placed(system, unit.rows[number], findings[number])))
        for number, system in enumerate(found.systems)
    )  # fmt: skip
    return Differing(unit, float(found.spread[at]), sides)


def _known(value: float) -> float | None:
    return value if value == value else None


def _placed(system: System, rows: Sequence[int], findings: dict[int, Found]) -> Found:
    """The findings of the rows; those in the target at their place in the joined text."""
    out: Found = []
    shift = 0
    for row in rows:
        target = str(system.results.segments["target"].iat[row] or "")
        for finding in findings.get(row, []):
            moved = shift if finding["side"] == "target" else 0
            out.append({**finding, "start": finding["start"] + moved, "end": finding["end"] + moved})
        shift += len(target) + 1 if target else 0
    return out
