"""Where each system errs: findings per 1,000 words by MQM category and severity, and by unit who is better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from mtqa.compare.base import Duel, Floats, ProfileRow, System
from mtqa.compare.measures import PER
from mtqa.report.summary import WORST_FIRST

TIE = 1.0
"""Points of quality that two translations of a unit have to lie apart for one to be better."""


def profile(systems: Sequence[System], words: Sequence[int]) -> list[ProfileRow]:
    """A row for each category that any system has findings of, the most frequent first."""
    tallies = [_tally(system) for system in systems]
    names = sorted({name for tally in tallies for name in tally},
                   key=lambda name: (-sum(tally.get(name, Counter()).total() for tally in tallies), name))  # fmt: skip
    return [_row(name, [tally.get(name, Counter()) for tally in tallies], words) for name in names]


def _tally(system: System) -> dict[str, Counter[str]]:
    found = system.results.findings
    out: dict[str, Counter[str]] = {}
    for category, severity in zip(found["category"].tolist(), found["severity"].tolist(), strict=True):
        out.setdefault(str(category), Counter())[str(severity)] += 1
    return out


def _row(name: str, counts: Sequence[Counter[str]], words: Sequence[int]) -> ProfileRow:
    ordered = tuple({severity: one[severity] for severity in WORST_FIRST} for one in counts)
    rates = tuple(PER * one.total() / max(1, total) for one, total in zip(counts, words, strict=True))
    return ProfileRow(name, ordered, rates)


def duels(quality: Floats) -> list[Duel]:
    """Wins, losses and ties of every two systems; ``quality`` is systems x units, NaN where it cannot be told."""
    return [
        _duel(first, second, quality[first] - quality[second]) for first, second in combinations(range(len(quality)), 2)
    ]


def _duel(first: int, second: int, gap: Floats) -> Duel:
    there = gap[~np.isnan(gap)]
    wins, losses = int((there >= TIE).sum()), int((there <= -TIE).sum())
    return Duel(first, second, wins, losses, len(there) - wins - losses)
