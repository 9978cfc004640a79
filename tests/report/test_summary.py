from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtqa.report.bands import MEANINGS, SCORES, UNJUDGED, band_of, bands, label, tone
from mtqa.report.summary import summary
from tests.report.cases import BANDS, joined, make_results

if TYPE_CHECKING:
    from mtqa.report.base import Results


def test_one_document_gives_its_name_its_verdict_and_what_to_do(results: Results) -> None:
    said = summary(results)
    assert (said.title, said.verdict, said.meaning) == ("notice.de.txt", "heavy edit", MEANINGS["heavy edit"])
    assert (said.languages, said.segments, said.findings) == ("English → German", 9, 13)


def test_the_verdict_on_several_documents_is_the_worst_and_all_are_counted(delivery: Results) -> None:
    said = summary(delivery)
    assert (said.title, said.verdict, said.tone) == ("3 documents", "retranslate", "bad")
    assert said.meaning.startswith("The worst of 3 verdicts (1 retranslate, 1 heavy edit, 1 publishable).")


@pytest.mark.parametrize(
    ("quality", "mqm", "why"),
    [
        (90.0, 92.0, "Quality says publishable, the findings (MQM) say light edit; the worse counts."),
        (60.0, 75.0, ""),
        (None, 75.0, ""),
    ],
)
def test_where_quality_and_findings_differ_the_reason_is_said(quality: float | None, mqm: float, why: str) -> None:
    made = make_results()
    made.documents["score.quality"] = [float("nan") if quality is None else quality]
    made.documents["mqm"] = [mqm]
    assert summary(made).why == why


def test_a_score_over_documents_counts_each_by_its_words() -> None:
    both = joined(make_results("a"), make_results("b"))
    both.documents["words"] = [300, 100]
    both.documents["score.quality"] = [40.0, 80.0]
    assert summary(both).scores[0].value == 50.0


def test_a_document_without_a_score_does_not_pull_the_others_down() -> None:
    both = joined(make_results("a"), make_results("b"))
    both.documents["score.quality"] = [60.0, float("nan")]
    assert summary(both).scores[0].value == 60.0


def test_mqm_over_documents_is_that_of_all_words_and_penalties() -> None:
    both = joined(make_results("a"), make_results("b"))
    both.documents["words"], both.documents["penalty"] = [100, 300], [10.0, 10.0]
    said = summary(both)
    assert (said.mqm.value, said.mqm.meaning) == (95.0, "5.0 penalty points per 100 words, taken from 100")


def test_a_run_without_scores_says_that_nothing_was_judged(nothing: Results) -> None:
    said = summary(nothing)
    assert (said.verdict, said.meaning, [score.value for score in said.scores]) == ("", UNJUDGED, [None] * 3)


def test_how_it_was_made_names_version_pack_checksum_and_signatures(results: Results) -> None:
    made = dict(summary(results).made)
    assert made["mtqa"] == "0.1.0"
    assert made["Language pack"] == "de-en 1"
    assert made["Pack checksum"] == "sha256 " + "9f2c" * 16
    assert made["BLEU"].startswith("nrefs:1|")


@pytest.mark.parametrize("pack", ["", None, {}, {"name": "", "version": "", "sha256": ""}])
def test_a_run_without_a_pack_names_none(pack: object) -> None:
    assert "Language pack" not in dict(summary(make_results(pack=pack)).made)


@pytest.mark.parametrize(
    ("quality", "name"),
    [(100.0, "publishable"), (85.0, "publishable"), (84.9, "light edit"), (50.0, "heavy edit"), (0.0, "retranslate")],
)
def test_a_band_begins_at_its_lowest_quality(quality: float, name: str) -> None:
    band = band_of(quality, bands(BANDS))
    assert band is not None
    assert band.name == name


def test_there_is_no_band_without_a_quality_or_a_scale() -> None:
    assert band_of(None, bands(BANDS)) is None
    assert band_of(50.0, bands({})) is None


def test_bands_and_tones_belong_together() -> None:
    assert [band.tone for band in bands(BANDS)] == ["bad", "poor", "fair", "good"]
    assert tone("something else") == "plain"


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("score.quality", SCORES["score.quality"][0]),
        ("score.chrf++", "chrF++"),
        ("bleu", "BLEU"),
        ("score.my_one", "My one"),
        ("score.MonoTransQuest-da", "MonoTransQuest-da"),
    ],
)
def test_a_score_is_called_what_the_field_calls_it(column: str, name: str) -> None:
    assert label(column) == name
