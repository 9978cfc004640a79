"""Documents: counts, MQM, means and verdicts."""

from __future__ import annotations

import pandas as pd
import pytest

from mtqa.frames import FINDINGS, SEGMENTS
from mtqa.summary import band, summarise, verdict


@pytest.mark.parametrize(
    ("quality", "mqm", "critical", "said"),
    [
        (95, 100, 0, "publishable"),
        (95, 96, 0, "light edit"),
        (95, 100, 1, "light edit"),
        (55, 100, 0, "heavy edit"),
        (95, 10, 0, "retranslate"),
        (float("nan"), 100, 0, ""),
        (float("nan"), 97, 0, ""),
        (float("nan"), 85, 0, "heavy edit"),
    ],
)
def test_the_worse_of_quality_and_mqm_decides(quality: float, mqm: float, critical: int, said: str) -> None:
    assert verdict(quality, mqm, critical) == said


def test_a_missing_value_has_no_band() -> None:
    assert band(float("nan")) == ""


def segments() -> pd.DataFrame:
    rows = [
        {"document": "b", "segment": 0, "target": "Ein Wort mehr hier.", "source": "x", "score.quality": 80.0},
        {"document": "b", "segment": 1, "target": "", "source": "One two three four", "score.quality": 0.0},
        {"document": "a", "segment": 0, "target": "Gut.", "source": "Fine.", "score.quality": float("nan")},
    ]
    return SEGMENTS.build(rows)


def test_documents_keep_the_order_of_their_segments_and_scores_are_weighted_by_words() -> None:
    finding = {"document": "b", "segment": 0, "severity": "major", "penalty": 5.0}
    documents = summarise(segments(), FINDINGS.build([{**dict.fromkeys(FINDINGS.columns, ""), "start": 0, "end": 1,
                          "document_start": pd.NA, "document_end": pd.NA, "confidence": 1.0, **finding}]))  # fmt: skip
    assert documents["document"].tolist() == ["b", "a"]
    assert documents.loc[0, "words"] == 4
    assert documents.loc[0, "score.quality"] == 40.0
    assert documents.loc[0, "major"] == 1
    assert documents.loc[0, "mqm"] == 0.0
    assert documents["score.quality"].isna().tolist() == [False, True]
    assert documents.loc[1, "verdict"] == ""


def test_a_lost_sentence_is_no_score_for_a_text_that_nothing_could_judge() -> None:
    rows = [
        {"document": "a", "segment": at, "target": text, "source": "Quatre mots en français.", "score.adequacy": score}
        for at, (text, score) in enumerate([("Vier Worte auf Deutsch.", float("nan"))] * 3 + [("", 0.0)])
    ]
    assert summarise(SEGMENTS.build(rows), FINDINGS.empty())["score.adequacy"].isna().all()


def test_fluency_alone_releases_no_text() -> None:
    row = {"document": "a", "segment": 0, "target": "Gut so.", "score.quality": 95.0, "score.adequacy": float("nan")}
    assert summarise(SEGMENTS.build([row]), FINDINGS.empty()).loc[0, "verdict"] == ""


def test_no_segments_give_no_documents() -> None:
    assert summarise(SEGMENTS.empty(), FINDINGS.empty()).empty


def test_words_that_must_not_be_translated_leave_no_score_open() -> None:
    code = "git commit --amend --no-edit"
    rows = [
        {"document": "a", "segment": 0, "target": "Gut so.", "source": "Fine.", "score.quality": 90.0},
        {"document": "a", "segment": 1, "target": code, "source": code, "source_terms": ((0, len(code)),),
         "score.quality": float("nan")},
    ]  # fmt: skip
    assert summarise(SEGMENTS.build(rows), FINDINGS.empty())["score.quality"].tolist() == [90.0]
