"""How the chance that a phrase is marked is fitted."""

from __future__ import annotations

import numpy as np

from training.crossfit import auc
from training.phrases import hands_apart, regression
from training.rough_texts import RoughPair, rough_pairs


def test_the_regression_finds_the_weights_that_labels_were_drawn_by() -> None:
    random = np.random.default_rng(1)
    columns = random.normal(size=(40_000, 2))
    chances = 1 / (1 + np.exp(-(columns @ [0.6, -1.2] + 0.3)))
    weights = regression(columns, random.random(len(chances)) < chances)
    assert np.abs(weights - [0.6, -1.2, 0.3]).max() < 0.05


def test_order_is_the_chance_that_a_marked_phrase_is_higher() -> None:
    marked = np.array([False, True, False, True])
    assert auc(marked, np.array([0.1, 0.2, 0.3, 0.4])) == 0.75
    assert auc(marked, np.array([1.0, 2.0, 0.0, 3.0])) == 1.0


def test_a_fourth_of_the_hands_is_left_out_with_all_their_documents() -> None:
    pairs = [*rough_pairs("en-de"), RoughPair("comments b 0", "a", "b", ()), RoughPair("comments a 0", "a", "b", ())]
    apart = hands_apart(pairs, "en-de")
    assert 0.1 < apart.mean() < 0.4
    assert {pair.document for pair, left in zip(pairs, apart, strict=True) if left}.isdisjoint(
        pair.document for pair, left in zip(pairs, apart, strict=True) if not left
    )
    assert list(apart[-2:]) == [True, False]
