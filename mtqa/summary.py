"""From segments and findings to documents: counts, the MQM score, mean scores and the verdict."""

from __future__ import annotations

import pandas as pd

from mtqa.data import Severity
from mtqa.frames import DOCUMENTS
from mtqa.mqm import mqm_score
from mtqa.text.words import count_words

BANDS: dict[str, float] = {"publishable": 80.0, "light edit": 70.0, "heavy edit": 50.0, "retranslate": 0.0}
"""Band -> the lowest ``score.quality`` in it, best first."""

MQM_BANDS: dict[str, float] = {"publishable": 98.5, "light edit": 95.0, "heavy edit": 75.0, "retranslate": 0.0}
"""Band -> the lowest MQM score in it, best first.

Set on what mtqa finds, about a third of what a reviewer would mark in a rough text: good translations stay above 99, rough
machine translations of news, tourism and business texts lie between 80 and 93 (benchmarks/results/agreement.md).
"""


def band(value: float, bands: dict[str, float] | None = None) -> str:
    """The name of the band that ``value`` (0-100) falls in; empty for a value that is missing."""
    if value != value:
        return ""
    return next((name for name, lowest in (bands or BANDS).items() if value >= lowest), "retranslate")


JUDGED = ("score.quality", "score.adequacy", "score.fluency")
"""mtqa's own scores: 0 for what is no translation, whatever the languages; the rest needs a pack."""

SCORED = 0.5
"""The share of a document's words that must have such a score for the document to have one."""


def verdict(quality: float, mqm: float, critical: int) -> str:
    """The worse of what the mean quality and the MQM score say; never ``publishable`` with a critical finding.

    Without a quality the findings alone can condemn a text but not release it: what they do not condemn has no verdict,
    for nobody has looked whether it says what it should.
    """
    order = list(BANDS)
    found = [name for name in (band(quality), band(mqm, MQM_BANDS)) if name]
    worst = max(found, key=order.index, default="")
    if quality != quality and worst in order[:2]:
        return ""
    return "light edit" if critical and worst == "publishable" else worst


def summarise(segments: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """A row per document (contract ``DOCUMENTS``), in the order of their first segments.

    Scores are means weighted by the words of the target (of the source where the target is empty); segments without a
    score do not count, and mtqa's own scores have no mean where those hold more than half of the words: a few lost
    sentences, which score 0 in any language, say nothing about the others. The MQM score counts the target's words.
    """
    if segments.empty:
        return DOCUMENTS.empty()
    words = segments["target"].map(count_words)
    weight = words.where(words > 0, segments["source"].map(count_words)).clip(lower=1)
    rows = []
    for document, group in segments.groupby("document", sort=False):
        found = findings[findings["document"] == document]
        rows.append(_document(str(document), group, found, int(words[group.index].sum()), weight[group.index]))
    return DOCUMENTS.build(rows)


def _document(
    name: str, segments: pd.DataFrame, findings: pd.DataFrame, words: int, weight: pd.Series[int]
) -> dict[str, object]:
    penalty = float(findings["penalty"].sum())
    counts = findings["severity"].value_counts()
    row: dict[str, object] = {
        "document": name,
        "source_lang": segments["source_lang"].iloc[0],
        "target_lang": segments["target_lang"].iloc[0],
        "segments": len(segments),
        "words": words,
    }
    for column in [column for column in segments if str(column).startswith("score.")]:
        row[str(column)] = _mean(segments[column], weight, SCORED if column in JUDGED else 0.0)
    for severity in reversed(Severity):
        row[severity.value] = int(counts.get(severity.value, 0))
    row["penalty"] = penalty
    row["mqm"] = mqm_score(penalty, words)
    quality = row.get("score.quality", float("nan"))
    if row.get("score.adequacy") != row.get("score.adequacy"):
        quality = float("nan")  # without a source it is fluency by another name, and releases nothing
    row["verdict"] = verdict(float(str(quality)), mqm_score(penalty, words), int(counts.get("critical", 0)))
    return row


def _mean(values: pd.Series[float], weight: pd.Series[int], share: float) -> float:
    there = values.notna()
    total = float(weight[there].sum())
    if not total or total < share * float(weight.sum()):
        return float("nan")
    return float((values[there] * weight[there]).sum() / total)
