"""From segments and findings to documents: counts, the MQM score, mean scores and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mtqa.data import Severity
from mtqa.frames import DOCUMENTS
from mtqa.mqm import mqm_score
from mtqa.text.words import count_words

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

BANDS: dict[str, float] = {"publishable": 80.0, "light edit": 70.0, "heavy edit": 50.0, "retranslate": 0.0}
"""Band -> the lowest ``score.quality`` in it, best first."""

CALIBRATION = "calibration"
"""The key of ``about["signatures"]`` that names a team's calibration, with what it was fitted on and its checksum."""

MQM_BANDS: dict[str, float] = {"publishable": 98.5, "light edit": 95.0, "heavy edit": 75.0, "retranslate": 0.0}
"""Band -> the lowest MQM score in it, best first.

Set on what mtqa finds, about a third of what a reviewer would mark in a rough text: good translations stay above 99, rough
machine translations of news, tourism and business texts lie between 80 and 93 (benchmarks/results/agreement.md).
"""


def band(value: float, bands: Mapping[str, float] | None = None) -> str:
    """The name of the band that ``value`` (0-100) falls in; empty for a value that is missing."""
    if value != value:
        return ""
    return next((name for name, lowest in (bands or BANDS).items() if value >= lowest), "retranslate")


JUDGED = ("score.quality", "score.adequacy", "score.fluency")
"""mtqa's own scores: 0 for what is no translation, whatever the languages; the rest needs a pack."""

SCORED = 0.5
"""The share of a document's words that must have such a score for the document to have one."""


def verdict(quality: float, mqm: float, critical: int, bands: Mapping[str, float] | None = None) -> str:
    """The worse of what the mean quality and the MQM score say; never ``publishable`` with a critical finding.

    ``bands`` replaces :data:`BANDS`. Without a quality the findings alone can condemn a text but not release it: what they
    do not condemn has no verdict, for nobody has looked whether it says what it should.
    """
    order = list(BANDS)
    found = [name for name in (band(quality, bands), band(mqm, MQM_BANDS)) if name]
    worst = max(found, key=order.index, default="")
    if quality != quality and worst in order[:2]:
        return ""
    return "light edit" if critical and worst == "publishable" else worst


def summarise(
    segments: pd.DataFrame, findings: pd.DataFrame, bands: Mapping[str, float] | None = None,
    suppressed: pd.DataFrame | None = None,
) -> pd.DataFrame:  # fmt: skip
    """A row per document (contract ``DOCUMENTS``), in the order of their first segments; ``bands`` are a team's own.

    Scores are means weighted by the words of the target (of the source where the target is empty); segments without a
    score do not count, and mtqa's own scores have no mean where those hold more than half of the words: a few lost
    sentences, which score 0 in any language, say nothing about the others. The MQM score counts the target's words.
    """
    if segments.empty:
        return DOCUMENTS.empty()
    names, first, of_row = np.unique(segments["document"].astype(str), return_index=True, return_inverse=True)
    place = np.argsort(np.argsort(first))  # the documents in the order of their first segments
    group = place[of_row]
    words = segments["target"].map(count_words).to_numpy()
    weight = np.maximum(1, np.where(words > 0, words, segments["source"].map(count_words)))
    columns: dict[str, Any] = {
        "document": names[np.argsort(first)],
        "source_lang": segments["source_lang"].to_numpy()[np.sort(first)],
        "target_lang": segments["target_lang"].to_numpy()[np.sort(first)],
        "segments": np.bincount(group, minlength=len(names)),
        "words": np.bincount(group, words, len(names)).astype(np.int64),
    }
    for column in [str(column) for column in segments if str(column).startswith("score.")]:
        share = SCORED if column in JUDGED else 0.0
        columns[column] = _means(segments[column].to_numpy(np.float64), weight, group, len(names), share)
    numbers = {name: int(place[at]) for at, name in enumerate(names)}
    columns |= _counted(findings, numbers)
    if suppressed is not None:
        columns["suppressed"] = np.bincount(_groups(suppressed, numbers), minlength=len(names))
    rows = pd.DataFrame(columns).to_dict("records")
    return DOCUMENTS.build(_judged({str(name): value for name, value in row.items()}, bands) for row in rows)


def _counted(findings: pd.DataFrame, numbers: dict[str, int]) -> dict[str, Any]:
    """Per document: findings of each severity, most severe first, and penalty points."""
    group = _groups(findings, numbers)
    severity = findings["severity"].to_numpy()
    out: dict[str, Any] = {
        one.value: np.bincount(group[severity == one.value], minlength=len(numbers)) for one in reversed(Severity)
    }
    out["penalty"] = np.bincount(group, findings["penalty"].to_numpy(np.float64), len(numbers))
    return out


def _groups(findings: pd.DataFrame, numbers: dict[str, int]) -> Ints:
    return np.asarray(findings["document"].astype(str).map(numbers), np.int64)


def _judged(row: dict[str, Any], bands: Mapping[str, float] | None) -> dict[str, Any]:
    """The row with its MQM score and verdict."""
    mqm = mqm_score(row["penalty"], row["words"])
    quality = float(row.get("score.quality", float("nan")))
    if row.get("score.adequacy") != row.get("score.adequacy"):
        quality = float("nan")  # without a source it is fluency by another name, and releases nothing
    return {**row, "mqm": mqm, "verdict": verdict(quality, mqm, row["critical"], bands)}


def _means(values: Floats, weight: Ints, group: Ints, count: int, share: float) -> Floats:
    """Per document the weighted mean of its values; NaN where those that are there hold less than ``share`` of the weight."""
    there = ~np.isnan(values)
    total = np.bincount(group[there], weight[there], count)
    enough = (total > 0) & (total >= share * np.bincount(group, weight, count))
    sums = np.bincount(group[there], values[there] * weight[there], count)
    return np.where(enough, sums / np.maximum(total, 1e-9), np.nan)
