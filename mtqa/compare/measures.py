"""The statistics that scores are made of: sums over units, so that any choice of units has a score.

Every score is a ratio of two sums: quality is the words' points over the words, MQM the penalty over the words. So a
resample needs only the sums of its units, as sacrebleu does with its own statistics (Post 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from mtqa.compare.base import Floats, Ints, System, Unit
from mtqa.report.bands import SCORES, label
from mtqa.score.base import METRICS
from mtqa.summary import JUDGED, SCORED
from mtqa.text.words import count_words

PER = 1000.0
"""Findings are counted per so many words of the translation."""


@dataclass(frozen=True, slots=True)
class Measure:
    """``value = offset + factor * sum(above) / sum(below)``, not under ``floor``; arrays are systems x units."""

    name: str
    label: str
    meaning: str
    above: Floats
    below: Floats
    better: int = 1
    decimals: int = 1
    offset: float = 0.0
    factor: float = 1.0
    floor: float = 0.0

    def value(self, above: Floats, below: Floats) -> Floats:
        """The score of sums, of any shape; NaN where there is nothing to divide by."""
        with np.errstate(divide="ignore", invalid="ignore"):
            found = self.offset + self.factor * above / below
        return np.where(below > 0, np.maximum(found, self.floor), np.nan)


def measures(systems: Sequence[System], units: Sequence[Unit]) -> list[Measure]:
    """Scores of mtqa, those of the user's judges, MQM, and findings per 1,000 words; what no system has is left out."""
    places = [_places(units, number) for number in range(len(systems))]
    words = np.array([_summed(_words(system, "target"), own, len(units))
                      for system, own in zip(systems, places, strict=True)])  # fmt: skip
    out = [one for column in _columns(systems) if (one := _score(column, systems, places, len(units))) is not None]
    costs = _findings(systems, places, len(units))
    out.append(Measure("mqm", "MQM", "100 minus penalty points per 100 words of findings", costs["penalty"], words, offset=100.0,
                       factor=-100.0))  # fmt: skip
    out.append(Measure("findings", "Findings/1k", "findings per 1,000 words, without neutral ones", costs["findings"], words, -1,
                       factor=PER))  # fmt: skip
    out.append(Measure("major", "Major/1k", "major and critical findings per 1,000 words", costs["major"], words, -1,
                       factor=PER))  # fmt: skip
    return out


def _columns(systems: Sequence[System]) -> list[str]:
    """The columns of scores that can be averaged and that all systems have: all but sacrebleu's, which are over a corpus."""
    shared = [set(map(str, system.results.segments.columns)) for system in systems]
    first = [str(column) for column in systems[0].results.segments if str(column).startswith("score.")]
    corpus = {f"score.{metric.name}" for metric in METRICS if metric.corpus}
    there = [column for column in first if all(column in own for own in shared) and column not in corpus]
    return [*(column for column in SCORES if column in there), *(column for column in there if column not in SCORES)]


def _places(units: Sequence[Unit], system: int) -> Ints:
    """For each row of the system's segments the number of its unit."""
    rows = {row: number for number, unit in enumerate(units) for row in unit.rows[system]}
    return np.array([rows[row] for row in range(len(rows))], dtype=np.int64)


def _summed(values: Floats, places: Ints, count: int) -> Floats:
    return np.bincount(places, values, count).astype(np.float64)


def _words(system: System, side: str) -> Floats:
    return np.array([count_words(str(text or "")) for text in system.results.segments[side]], dtype=np.float64)


def _score(column: str, systems: Sequence[System], places: Sequence[Ints], count: int) -> Measure | None:
    """Means weighted as those of documents are (:func:`mtqa.summary.summarise`)."""
    above, below = [], []
    for system, own in zip(systems, places, strict=True):
        words = _words(system, "target")
        weight = np.maximum(1.0, np.where(words > 0, words, _words(system, "source")))
        values = system.results.segments[column].to_numpy(np.float64)
        there = ~np.isnan(values)
        if not there.any() or (column in JUDGED and weight[there].sum() < SCORED * weight.sum()):
            return None
        above.append(_summed(np.where(there, values, 0.0) * weight, own, count))
        below.append(_summed(there * weight, own, count))
    meaning = SCORES[column][1] if column in SCORES else "the mean of what this judge says, weighted by words"
    return Measure(column.removeprefix("score."), label(column), meaning, np.array(above), np.array(below))


def _findings(systems: Sequence[System], places: Sequence[Ints], count: int) -> dict[str, Floats]:
    """Penalty, findings and severe findings of each system and unit."""
    out: dict[str, list[Floats]] = {"penalty": [], "findings": [], "major": []}
    for system, own in zip(systems, places, strict=True):
        found = system.results.findings
        unit = own[row_of(system)]
        severity = found["severity"].to_numpy()
        out["penalty"].append(_summed(found["penalty"].to_numpy(np.float64), unit, count))
        out["findings"].append(_summed((severity != "neutral").astype(np.float64), unit, count))
        out["major"].append(_summed(np.isin(severity, ["major", "critical"]).astype(np.float64), unit, count))
    return {name: np.array(values) for name, values in out.items()}


def row_of(system: System) -> Ints:
    """For each finding of the system the row of its segment."""
    segments, found = system.results.segments, system.results.findings
    keys = pd.MultiIndex.from_frame(segments[["document", "segment"]])
    wanted = pd.MultiIndex.from_frame(found[["document", "segment"]])
    return pd.Series(range(len(segments)), keys).reindex(wanted).to_numpy(np.int64).astype(np.int64)


def by_unit(measure: Measure) -> Floats:
    """The measure of each unit alone, systems x units."""
    return measure.value(measure.above, measure.below)


def totals(measure: Measure) -> Iterator[float]:
    """The measure of each system over all units."""
    yield from measure.value(measure.above.sum(1), measure.below.sum(1)).tolist()
