"""What was measured of each check: alarms on good human translations, and how often expert judges agreed.

``measured.tsv`` is counted by ``benchmarks/checks.py``, on segments that stand alone, without a language pack.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from mtqa.knowledge.table import read_table

ENOUGH = 10
"""Judged findings from which a precision tells anything."""
LEAST_PRECISION = 0.5
"""Judges must agree with at least so many findings of a check that is on by default."""
MOST_ALARMS = 3.0
"""A check that is on by default may raise so many alarms per 1,000 good segments."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts: ``alarms`` in ``good`` segments; of ``judged`` findings those on an error (``right``) and on a major one.

    ``chance`` and ``chance_major`` are how many would be if the same words were marked anywhere in their segments.
    """

    good: int
    alarms: int
    judged: int
    right: int
    major: int
    chance: float
    chance_major: float

    @property
    def per_thousand(self) -> float:
        """Alarms per 1,000 good segments."""
        return 1000 * self.alarms / self.good if self.good else 0.0

    @property
    def precision(self) -> float | None:
        """The share of judged findings that touch an error; None where none was judged."""
        return self.right / self.judged if self.judged else None

    @property
    def precision_major(self) -> float | None:
        """The share of judged findings that touch a major error; None where none was judged."""
        return self.major / self.judged if self.judged else None

    @property
    def too_often_wrong(self) -> bool:
        """Whether a check with these figures must be off by default."""
        imprecise = self.judged >= ENOUGH and self.right < LEAST_PRECISION * self.judged
        return imprecise or self.per_thousand > MOST_ALARMS


@cache
def measured() -> dict[str, Figures]:
    """The figures of every check that was measured, by code."""
    return {
        row["code"]: Figures(
            int(row["good"]), int(row["alarms"]), int(row["judged"]), int(row["right"]), int(row["major"]),
            float(row["chance"]), float(row["chance_major"]),
        )
        for row in read_table("checks", "measured")
    }  # fmt: skip


def said(code: str) -> str:
    """The figures of the check in a sentence."""
    figures = measured().get(code)
    if figures is None:
        return "Measured: not yet."
    good = f"{alarms(figures)} good human segments" + (f" ({figures.good:,})" if figures.alarms else "")
    if not figures.judged:
        return f"Measured: {good}; not yet seen on judged data."
    right = _share(figures.right, figures.chance, figures.judged)
    major = _share(figures.major, figures.chance_major, figures.judged)
    findings = "finding" if figures.judged == 1 else "findings"
    return (f"Measured: {good}; judges marked an error at {figures.right} of {figures.judged} {findings} ({right}), "
            f"a major one at {figures.major} ({major}).")  # fmt: skip


def alarms(figures: Figures) -> str:
    """The alarms as the beginning of ``… good segments``."""
    return f"{figures.per_thousand:.1f} alarms per 1,000" if figures.alarms else f"no alarm in {figures.good:,}"


def _share(count: int, chance: float, judged: int) -> str:
    return f"{percent(count / judged)}, by chance {percent(chance / judged)}"


def percent(share: float) -> str:
    """A share in percent, as this project writes it."""
    return f"{100 * share:.0f} %"
