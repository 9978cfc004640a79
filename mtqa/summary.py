"""From segments and findings to documents: counts, the MQM score, mean scores and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mtqa.data import Severity
from mtqa.frames import DOCUMENTS, staying
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


UNIT = 1_000_000
"""What scores and penalty points are counted in: millionths, whole numbers, whose sums do not depend on their order."""
SUM, SEEN = "sum.", "seen."
"""Columns of a tally: the sum of a score times the weights, and the weights that have that score."""
KEYS = ("document", "source_lang", "target_lang")


def summarise(
    segments: pd.DataFrame, findings: pd.DataFrame, bands: Mapping[str, float] | None = None,
    suppressed: pd.DataFrame | None = None,
) -> pd.DataFrame:  # fmt: skip
    """A row per document (contract ``DOCUMENTS``), in the order of their first segments; ``bands`` are a team's own.

    Scores are means weighted by the words of the target (of the source where the target is empty); segments without a
    score do not count, and mtqa's own scores have no mean where those hold more than half of the words: a few lost
    sentences, which score 0 in any language, say nothing about the others. The MQM score counts the target's words.
    """
    return documents_of([tally(segments, findings, suppressed)], bands)


def tally(segments: pd.DataFrame, findings: pd.DataFrame, suppressed: pd.DataFrame | None = None) -> pd.DataFrame:
    """A row per document with whole numbers that can be added to those of the document's other segments.

    ``document source_lang target_lang segments words weight``, ``sum.<score>`` and ``seen.<score>`` per column of scores,
    a column per severity, ``penalty``, ``suppressed`` where told; scores and penalties are in :data:`UNIT`.
    """
    if segments.empty:
        return pd.DataFrame(columns=[*KEYS, "segments", "words", "weight", *_severities(), "penalty"])
    names, first, of_row = np.unique(segments["document"].astype(str), return_index=True, return_inverse=True)
    place = np.argsort(np.argsort(first)).astype(np.int64)  # the documents in the order of their first segments
    group, count = place[of_row], len(names)
    words = segments["target"].map(count_words).to_numpy(np.int64)
    weight = np.maximum(1, np.where(words > 0, words, segments["source"].map(count_words))).astype(np.int64)
    weight[staying(segments)] = 0  # words that must not be translated leave no score open
    columns: dict[str, Any] = {
        "document": names[np.argsort(first)],
        "source_lang": segments["source_lang"].to_numpy()[np.sort(first)],
        "target_lang": segments["target_lang"].to_numpy()[np.sort(first)],
        "segments": np.bincount(group, minlength=count),
        "words": _summed(words, group, count),
        "weight": _summed(weight, group, count),
    }
    for column in [str(column) for column in segments if str(column).startswith("score.")]:
        values = segments[column].to_numpy(np.float64)
        there = ~np.isnan(values)
        points = np.rint(values[there] * UNIT).astype(np.int64) * weight[there]
        columns[f"{SUM}{column}"] = _summed(points, group[there], count)
        columns[f"{SEEN}{column}"] = _summed(weight[there], group[there], count)
    numbers = {name: int(place[at]) for at, name in enumerate(names)}
    columns |= _counted(findings, numbers)
    if suppressed is not None:
        columns["suppressed"] = np.bincount(_groups(suppressed, numbers), minlength=count)
    return pd.DataFrame(columns)


def tally_found(findings: pd.DataFrame, suppressed: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    """The tally of findings that came late, about segments that have been counted: all else in ``columns`` is 0."""
    names = dict.fromkeys([*findings["document"].astype(str), *suppressed["document"].astype(str)])
    numbers = {name: number for number, name in enumerate(names)}
    counted = _counted(findings, numbers) | {
        "suppressed": np.bincount(_groups(suppressed, numbers), minlength=len(names))
    }
    nothing: dict[str, Any] = {name: "" if name in KEYS else 0 for name in columns}
    return pd.DataFrame({**nothing, "document": list(names), **counted}, index=range(len(names)))


def documents_of(tallies: Iterable[pd.DataFrame], bands: Mapping[str, float] | None = None) -> pd.DataFrame:
    """The documents frame out of the tallies of their segments, in the order in which documents are first met."""
    parts = [part for part in tallies if not part.empty]
    if not parts:
        return DOCUMENTS.empty()
    joined = pd.concat(parts, ignore_index=True)
    langs = joined.drop_duplicates("document")[list(KEYS)]
    numbers = joined.drop(columns=["source_lang", "target_lang"]).fillna(0).groupby("document", sort=False).sum()
    numbers = numbers.astype(np.int64).reset_index(drop=True)
    columns: dict[str, Any] = {name: langs[name].to_numpy() for name in KEYS}
    columns |= {name: numbers[name].to_numpy() for name in ("segments", "words")}
    for column in [str(name).removeprefix(SUM) for name in numbers if str(name).startswith(SUM)]:
        share = SCORED if column in JUDGED else 0.0
        sums, seen = (numbers[f"{what}{column}"].to_numpy(np.int64) for what in (SUM, SEEN))
        columns[column] = _means(sums, seen, numbers["weight"].to_numpy(np.int64), share)
    columns |= {name: numbers[name].to_numpy() for name in _severities()}
    columns["penalty"] = numbers["penalty"].to_numpy() / UNIT
    columns |= {name: numbers[name].to_numpy() for name in ("suppressed",) if name in numbers}
    rows = pd.DataFrame(columns).to_dict("records")
    return DOCUMENTS.build(_judged({str(name): value for name, value in row.items()}, bands) for row in rows)


def _severities() -> list[str]:
    return [one.value for one in reversed(Severity)]


def _summed(values: Ints, group: Ints, count: int) -> Ints:
    out = np.zeros(count, np.int64)
    np.add.at(out, group, values)
    return out


def _counted(findings: pd.DataFrame, numbers: dict[str, int]) -> dict[str, Any]:
    """Per document: findings of each severity, most severe first, and penalty points in :data:`UNIT`."""
    group = _groups(findings, numbers)
    severity = findings["severity"].to_numpy()
    out: dict[str, Any] = {name: np.bincount(group[severity == name], minlength=len(numbers)) for name in _severities()}
    points = np.rint(findings["penalty"].to_numpy(np.float64) * UNIT).astype(np.int64)
    out["penalty"] = _summed(points, group, len(numbers))
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


def _means(sums: Ints, seen: Ints, weight: Ints, share: float) -> Floats:
    """Weighted means; NaN where what has a score holds less than ``share`` of the weight."""
    enough = (seen > 0) & (seen >= share * weight)
    return np.where(enough, sums / np.maximum(seen, 1) / UNIT, np.nan)
