"""How sure a finding is, from how often its check was right where people judged; a check's own figure where little is known.

``confidence.tsv`` is counted by ``training/confidences.py`` on texts whose errors were marked.
"""

from __future__ import annotations

from functools import cache

from mtqa.knowledge.table import read_table

TRUST = 12.0
"""How many judged findings a check's own figure weighs as much as."""

STEP = 0.1
"""The width of the bins by which findings of one check with different chances are counted."""


@cache
def counted() -> dict[tuple[str, int], tuple[float, float]]:
    """(Code, bin of the check's own figure) -> (right, judged)."""
    rows = read_table("checks", "confidence")
    return {(row["code"], int(row["bin"])): (float(row["right"]), float(row["judged"])) for row in rows}


def bin_of(confidence: float) -> int:
    """The bin of a check's own figure."""
    return min(9, int(confidence / STEP + 1e-6))


@cache
def confidence(code: str, own: float) -> float:
    """The chance that people agree with a finding of the check that gives itself ``own``, 0..1."""
    right, judged = counted().get((code, bin_of(own)), (0.0, 0.0))
    return round((right + TRUST * own) / (judged + TRUST), 4)
