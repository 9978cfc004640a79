"""The judge of rough texts learns from documents, and answers about others."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.data import Segment
from mtqa.judge.evidence import gather
from mtqa.judge.flat import Flat
from mtqa.judge.rates import KINDS
from mtqa.judge.rough import RoughJudge
from training import rough_judge
from training.rough_judge import Texts, fitted, unseen
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
