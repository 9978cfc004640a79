"""The comparison as tables for scripts and spreadsheets."""

from __future__ import annotations

from typing import Any

import pandas as pd

from mtqa.compare.base import Comparison
from mtqa.compare.correction import is_significant
from mtqa.report.csv import encode


def tables(found: Comparison) -> dict[str, bytes]:
    """``scores.csv``, ``pairs.csv``, ``profile.csv`` and ``segments.csv`` as bytes, by the rules of the report's tables."""
    frames = {
        "scores": _scores(found),
        "pairs": _pairs(found),
        "profile": _profile(found),
        "segments": _segments(found),
    }
    return {f"{name}.csv": encode(frame) for name, frame in frames.items()}


def _scores(found: Comparison) -> pd.DataFrame:
    """A row for each system in the order of the ranking; each score with its interval."""
    rows = []
    for place in found.ranking:
        row: dict[str, Any] = {"system": found.names[place.system], "cluster": place.cluster, "rank_best": place.best,
                               "rank_worst": place.worst, "words": found.words[place.system]}  # fmt: skip
        for one in found.scores:
            own = one.systems[place.system]
            row |= {one.name: own.value, f"{one.name}.low": own.low, f"{one.name}.high": own.high}
        rows.append(row)
    return pd.DataFrame(rows)


def _pairs(found: Comparison) -> pd.DataFrame:
    names = found.names
    return pd.DataFrame(
        {"score": one.name, "first": names[pair.first], "second": names[pair.second], "difference": pair.difference,
         "p_bootstrap": pair.bootstrap, "p_randomisation": pair.randomisation, "p_holm": pair.adjusted,
         "significant": is_significant(pair)}
        for one in found.scores for pair in one.pairs
    )  # fmt: skip


def _profile(found: Comparison) -> pd.DataFrame:
    columns = ["category", "system", "per_1000_words", "critical", "major", "minor", "neutral"]
    rows = [
        {"category": row.category, "system": name, "per_1000_words": rate, **counts}
        for row in found.profile
        for name, rate, counts in zip(found.names, row.rates, row.counts, strict=True)
    ]
    return pd.DataFrame(rows, columns=columns)


def _segments(found: Comparison) -> pd.DataFrame:
    """A row for each unit in order, with every system's text and quality."""
    columns: dict[str, Any] = {
        "document": [unit.document for unit in found.units],
        "segment": [unit.name for unit in found.units],
        "source": [unit.source for unit in found.units],
        "reference": [unit.reference for unit in found.units],
        "spread": found.spread,
    }
    for at, name in enumerate(found.names):
        columns[f"{name}.target"] = [unit.targets[at] for unit in found.units]
        columns[f"{name}.quality"] = found.quality[at]
    return pd.DataFrame(columns)
