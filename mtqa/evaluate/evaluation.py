"""What an evaluation found, in values that tables, pages and programs take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mtqa.evaluate.bootstrap import Estimate
from mtqa.evaluate.reliability import Bin

MEASURES: dict[str, tuple[str, str]] = {
    "pearson": ("Pearson", "linear agreement with the human score, -1 to 1"),
    "spearman": ("Spearman", "agreement of the order, -1 to 1"),
    "kendall": ("Kendall", "agreement of the order by pairs (tau-b), -1 to 1"),
    "acc_eq": (
        "acc_eq",
        "share of pairs of systems that are ordered as people order them within a segment, ties counted",
    ),
    "systems": ("Systems", "share of pairs of systems whose means are ordered as people order them"),
}
"""Measure -> what a reader calls it, and what it says."""

SPANS: dict[str, tuple[str, str]] = {
    "mcc": ("Words, MCC", "findings against wrong words, -1 to 1"),
    "f1_bad": ("Words, F1 of wrong ones", "the same, 0 to 1"),
    "char_p": ("Characters, precision", "share of the flagged characters that a judge marked"),
    "char_r": ("Characters, recall", "share of the marked characters that are flagged"),
    "char_f1": ("Characters, F1", "both together"),
    "flagged": ("Flagged", "share of translations with a finding on their words"),
    "flagged_clean": ("Flagged among clean", "the same among those in which judges found nothing wrong"),
}
"""Measure of findings -> what a reader calls it, and what it says."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A score, how many translations it was compared on, and its measures by name."""

    name: str
    label: str
    peer: bool
    count: int
    measures: Mapping[str, Estimate]


@dataclass(frozen=True, slots=True)
class Difference:
    """Quality minus a peer on the same translations, by measure."""

    name: str
    label: str
    count: int
    measures: Mapping[str, Estimate]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How far mtqa agrees with people's judgments of one file; ``about`` says how the scores were made."""

    name: str
    form: str
    scale: str
    langs: tuple[str, str]
    count: int
    compared: int
    systems: int
    resamples: int
    scores: tuple[ScoreLine, ...]
    differences: tuple[Difference, ...]
    spans: Mapping[str, Estimate]
    confidence: tuple[Bin, ...]
    quality: tuple[Bin, ...]
    notes: tuple[str, ...] = ()
    about: Mapping[str, Any] = field(default_factory=dict)

    def score(self, name: str) -> ScoreLine | None:
        """The line of that score."""
        return next((line for line in self.scores if line.name == name), None)
