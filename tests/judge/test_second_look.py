"""The second look of the judges of words: what it reads, that each row stands by itself, and what there is without it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mtqa.data import Segment
from mtqa.judge import judge
from mtqa.judge.evidence import Evidence, gather
from mtqa.judge.flat import Flat
from mtqa.judge.grammar import COLUMNS, grammar_columns
from mtqa.judge.model import ROWS, QualityModel, Regression, WordJudge, quality_model
from mtqa.judge.rough import RULES, fit_of, rough_matrix
from mtqa.judge.sentence import quality_columns, risk_columns
from mtqa.judge.trees import log_odds, probability
from mtqa.pack.base import Pack

PAIRS = [
    ("Alaska was not on many people's bingo cards.", "Alaska war nicht auf den Bingo -Karten der vielen Völker."),
    ("The house is small.", "Das Haus ist klein."),
    ("The central bank raised the interest rates.", "Die Zentralbank hat die Zinsen erhöht."),
    ("He sat down on the bank.", "Er setzte sich auf die Bank."),
]
SEGMENTS = [Segment(target=target, source=source, target_lang="de", source_lang="en") for source, target in PAIRS]


@pytest.fixture(scope="module")
def model(pack: Pack) -> QualityModel:
    return quality_model(pack)


@pytest.fixture
def rows(pack: Pack, model: QualityModel) -> list[Evidence]:
    found = gather(SEGMENTS, pack=pack, encoder=pack.encoder())
    model.judge(found, pack)
    return found


def test_the_second_look_is_another_one_than_the_first(rows: list[Evidence]) -> None:
    for row in rows:
        assert row.looks.shape == (len(row.target.tokens), 2)
        assert len(row.rough) == len(row.risk) == len(row.edits) == len(row.target.tokens)
        assert np.abs(row.risk - row.looks[:, 0]).max() > 1e-4
        assert np.abs(row.edits - row.looks[:, 1]).max() > 1e-4


def test_each_row_stands_by_itself(rows: list[Evidence], pack: Pack, model: QualityModel) -> None:
    for row, segment in zip(rows, SEGMENTS, strict=True):
        alone = gather([segment], pack=pack, encoder=pack.encoder())
        model.judge(alone, pack)
        for name in ("risk", "edits", "rough"):
            np.testing.assert_allclose(getattr(row, name), getattr(alone[0], name), atol=1e-6)


def test_what_is_garbled_is_likelier_wrong_than_what_is_not(rows: list[Evidence]) -> None:
    garbled, sound = rows[0], rows[1]
    assert garbled.rough.max() > 2 * sound.rough.max()
    assert garbled.edits.max() > sound.edits.max()


def test_the_sentences_around_say_more_of_accused_words_alone(pack: Pack, model: QualityModel) -> None:
    site = [("The building site was busy.", "Auf der Baustelle war viel los."),
            ("The crane stood still.", "Der Kranich stand still.")]  # fmt: skip
    rows = gather(
        [Segment(target=there, source=here, source_lang="en", target_lang="de") for here, there in site],
        pack=pack, encoder=pack.encoder(),
    )  # fmt: skip
    model.judge(rows, pack)
    fit = fit_of(rows, pack)
    matrix = rough_matrix(rows, fit)[1]
    assert (rough_matrix(rows, fit, ["one", "other"])[1] == matrix).all()
    different = np.argwhere(rough_matrix(rows, fit, ["one", "one"])[1] != matrix)
    features = rows[0].features
    assert features is not None
    accused = len(rows[0].target.tokens) + rows[1].target.lower.index("kranich")
    assert different.tolist() == [[accused, features.shape[1] + RULES.stop - 1]]
    assert (rough_matrix(rows, fit)[1] == matrix).all()


def test_what_is_known_of_a_row_ends_with_its_grammar(rows: list[Evidence]) -> None:
    for row in rows:
        assert row.known is not None
        assert (row.known[:, -len(COLUMNS) :] == grammar_columns(Flat.of([row]))).all()


def test_without_a_second_look_the_first_one_counts(pack: Pack, model: QualityModel) -> None:
    rows = gather(SEGMENTS, pack=pack, encoder=pack.encoder())
    replace(model, edits=replace(model.edits, second=None)).judge(rows, pack)
    for row in rows:
        assert (row.risk == row.looks[:, 0]).all()
        assert (row.edits == row.looks[:, 1]).all()
        assert not len(row.rough)


def test_what_was_said_at_second_sight_is_forgotten_where_there_is_none(
    rows: list[Evidence], pack: Pack, model: QualityModel
) -> None:
    replace(model, edits=replace(model.edits, second=None)).judge(rows, pack)
    assert all(not len(row.rough) and row.known is None for row in rows)
    rows[0].risk[0] = 0.5
    assert rows[0].looks[0, 0] != 0.5


def test_a_long_list_is_judged_like_a_short_one(pack: Pack, model: QualityModel) -> None:
    many = [*SEGMENTS, Segment(target="", source="Only a source.", source_lang="en", target_lang="de")]
    many *= ROWS // len(many) + 2
    rows = gather(many, pack=pack, encoder=pack.encoder())
    model.judge(rows, pack)
    assert all(not len(row.rough) for row in rows if not row.target.tokens)
    for first, last in zip(rows[: len(SEGMENTS)], rows[-len(SEGMENTS) - 1 : -1], strict=True):
        np.testing.assert_allclose(first.risk, last.risk, atol=1e-6)


def test_a_pair_without_a_judge_of_rough_texts_has_the_first_look(pack: Pack, model: QualityModel) -> None:
    rows = gather(SEGMENTS, pack=pack, encoder=pack.encoder())
    replace(model, rough={"fr-de": model.rough["en-de"]}).judge(rows, pack)
    assert all(not len(row.rough) for row in rows)
    assert np.isnan(risk_columns(rows).values["rough_mean"]).all()
    columns = quality_columns(rows)
    assert np.isfinite(model.quality.value(columns)).all()


def test_what_is_not_known_counts_as_average() -> None:
    regression = Regression(np.array([1, 5], np.float32), np.ones(2, np.float32), np.array([1, 1], np.float32), 0.5)
    values = regression.value(np.array([[2, np.nan], [2, 5]], np.float32))
    assert values.tolist() == [1.5, 1.5]


def test_a_saved_judge_says_the_same(model: QualityModel) -> None:
    again = WordJudge.of(model.marks.tensors("x"), "x")
    assert again.second is not None
    assert model.marks.second is not None
    columns = int(model.marks.second.column.max()) + 1
    values = np.random.default_rng(0).normal(size=(20, columns)).astype(np.float32)
    np.testing.assert_allclose(again.second.logits(values), model.marks.second.logits(values), atol=1e-5)


def test_what_was_judged_before_is_judged_again_the_same(rows: list[Evidence], pack: Pack, model: QualityModel) -> None:
    before = [row.risk.copy() for row in rows]
    model.judge(rows, pack)
    assert all((row.risk == was).all() for row, was in zip(rows, before, strict=True))
    assert judge(SEGMENTS, pack=pack, encoder=pack.encoder())[0].risk.tolist() == before[0].tolist()


def test_log_odds_undo_the_logistic_function() -> None:
    values = np.array([-9, -1, 0, 2, 9], np.float32)
    np.testing.assert_allclose(log_odds(probability(values)), values, atol=1e-2)
    assert np.isfinite(log_odds(np.array([0, 1], np.float32))).all()
