"""MQM: the categories findings fall in, what a finding costs, and the score a document gets.

Categories follow MQM 2.0's dimensions (https://themqm.org); weights follow the WMT practice of Freitag et al. (2021),
"Experts, Errors, and Context", table 3: minor 1, major 5, punctuation 0.1, non-translation 25.
"""

from __future__ import annotations

from mtqa.data import Severity

BRANCHES: dict[str, str] = {
    "accuracy": "ACC",
    "linguistic-conventions": "LIN",
    "terminology": "TER",
    "locale-conventions": "LOC",
    "style": "STY",
    "design-and-markup": "DES",
    "audience-appropriateness": "AUD",
}
"""The seven dimensions and the prefix that codes of their checks carry."""

CATEGORIES: frozenset[str] = frozenset({
    "accuracy/mistranslation", "accuracy/omission", "accuracy/addition", "accuracy/untranslated",
    "accuracy/non-translation", "accuracy/do-not-translate",
    "linguistic-conventions/grammar", "linguistic-conventions/spelling", "linguistic-conventions/punctuation",
    "linguistic-conventions/word-order", "linguistic-conventions/unintelligible",
    "linguistic-conventions/character-encoding", "linguistic-conventions/duplication",
    "terminology/wrong-term", "terminology/inconsistent",
    "locale-conventions/typography", "locale-conventions/number-format", "locale-conventions/date-format",
    "locale-conventions/time-format", "locale-conventions/measurement-format", "locale-conventions/currency-format",
    "style/awkward", "style/register", "style/inconsistent",
    "design-and-markup/markup", "design-and-markup/placeholder", "design-and-markup/length", "design-and-markup/layout",
    "audience-appropriateness/culture-specific",
})  # fmt: skip
"""Every category a check may name."""

WEIGHTS: dict[str, float] = {
    "neutral": 0.0,
    "minor": 1.0,
    "major": 5.0,
    "critical": 25.0,
    "minor/linguistic-conventions/punctuation": 0.1,
    "minor/locale-conventions/typography": 0.1,
}
"""Penalty points by ``severity[/branch[/category]]``; the most specific entry counts."""


def penalty(severity: Severity, category: str) -> float:
    """The weight of the most specific ``severity/branch/category`` that has one."""
    path = [severity.value, *category.split("/")]
    while path:
        key = "/".join(path)
        if key in WEIGHTS:
            return WEIGHTS[key]
        path.pop()
    return 0.0


def mqm_score(total_penalty: float, words: int) -> float:
    """100 minus the penalty points per 100 words of target, not below 0; 100 for a text without words or errors.

    The per-word normalisation of MQM's linear scoring model (MQM 2.0, "raw scoring model" with a reference word count
    of 100).
    """
    if words <= 0:
        return 100.0 if total_penalty <= 0 else 0.0
    return max(0.0, 100.0 - 100.0 * total_penalty / words)
