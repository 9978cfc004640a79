"""The judge of rough texts learns from documents, and answers about others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mtqa.data import Segment
from mtqa.judge import judge
from mtqa.judge.evidence import gather
from mtqa.judge.flat import Flat
from mtqa.judge.rates import KINDS
from mtqa.judge.rough import RoughJudge
from mtqa.pack.base import Pack
from training import rough_judge
from training.real_texts import WEIGHT
from training.rough_judge import Texts, Trained, fitted, half_of, key_of, unseen
from training.rough_texts import GOOD, Mark, RoughPair
from training.train_judge import keep_rough, kept_rough
from training.trees import Plan

pytest.importorskip("catboost")
SMALL = Plan(trees=20, depth=2, rate=0.3, rows=0.6, columns=0.5)


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Texts:
    """Twenty documents of two sentences, in which a word is wrong together with the one behind it."""
    monkeypatch.setattr(rough_judge, "FIRST", SMALL)
    monkeypatch.setattr(rough_judge, "SECOND", SMALL)
    rng = np.random.default_rng(1)
    flat = Flat.of(
        gather([Segment(target="eins zwei drei vier fünf", source="", source_lang="en", target_lang="de")] * 40)
    )
    labels = np.zeros(200, np.float32)
    labels[::5] = rng.random(40).round()
    labels[1::5] = labels[::5]
    matrix = np.stack([labels * (np.arange(200) % 5 == 0), rng.random(200)], axis=1).astype(np.float32)
    words = flat.per_type_hash.astype(np.uint32)
    return Texts(
        flat, matrix, dict.fromkeys(KINDS, words), labels, np.repeat(np.arange(20), 10), np.ones(200, np.float32)
    )


def test_the_second_look_sees_what_only_the_neighbour_shows(texts: Texts) -> None:
    answers = unseen(texts)
    second = np.arange(200) % 5 == 1
    wrong, right = (answers[second & (texts.labels == label)] for label in (1, 0))
    assert wrong.min() > right.max()


def test_a_saved_judge_says_the_same(texts: Texts) -> None:
    judge = fitted(texts, np.ones(200, np.bool_))
    again = RoughJudge.of(judge.tensors("x"), "x")
    asked = texts.matrix, texts.flat, texts.keys, texts.document
    np.testing.assert_allclose(judge.logits(*asked), again.logits(*asked), atol=0.01)


def test_folds_keep_documents_whole(texts: Texts) -> None:
    fold = texts.folds(seed=0)
    assert all(len(set(fold[texts.document == number])) == 1 for number in range(20))
    assert set(fold) == set(range(rough_judge.FOLDS))


def test_of_one_half_nothing_is_said_where_only_the_other_is_asked(texts: Texts) -> None:
    one, both = unseen(texts, halves=1), unseen(texts)
    first = half_of(texts) == 0
    np.testing.assert_array_equal(one[first], both[first])
    assert np.isnan(one[~first]).all()
    assert 0 < first.sum() < len(first)


def test_what_is_kept_comes_back_with_what_was_said_of_each_text(texts: Texts, tmp_path: Path) -> None:
    trained = fitted(texts, np.ones(200, np.bool_))
    said = {key_of((source, "x")): np.full(3, number, np.float32) for number, source in enumerate("ab")}
    keep_rough(Trained(trained, said), tmp_path / "work", "en-de")
    assert [path.name for path in (tmp_path / "work").iterdir()] == ["rough.en-de.safetensors"]
    again = kept_rough(tmp_path / "work", "en-de")
    first, other, second = again.of([("a", "x"), ("a", "y"), ("b", "x")])
    assert first is not None
    assert second is not None
    assert (first.tolist(), other, second.tolist()) == ([0] * 3, None, [1] * 3)
    asked = texts.matrix, texts.flat, texts.keys, texts.document
    np.testing.assert_allclose(trained.logits(*asked), again.judge.logits(*asked), atol=0.01)


def test_a_pair_counts_by_its_weight_where_its_document_has_a_mark(pack: Pack) -> None:
    mark = (Mark(0, 4, "grammar", major=True),)
    pairs = [RoughPair("a", "One", "Eins", mark, weight=WEIGHT), RoughPair("a", "Two", "Zwei", (), weight=WEIGHT),
             RoughPair("b", "One", "Eins", (), weight=WEIGHT), RoughPair("c", "One", "Eins", mark)]  # fmt: skip
    rows = judge([pair.segment for pair in pairs], pack=pack, encoder=pack.encoder())
    found = Texts.of(pairs, rows, pack.path)
    np.testing.assert_allclose(found.weight, [WEIGHT, WEIGHT, GOOD, 1], rtol=1e-6)
    assert found.labels.tolist() == [1, 0, 0, 1]
