"""Oblivious trees: what they compute, and that they survive being saved."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.judge.trees import ROWS, Trees, probability

TREES = Trees(
    np.array([[0, 1], [1, 1]], np.int16),
    np.array([[0.5, 2.0], [1.0, np.inf]], np.float32),
    np.array([[0, 1, 10, 11], [100, 200, 0, 0]], np.float32),
    np.array([0.25], np.float32),
)


@pytest.mark.parametrize(
    ("row", "logit"),
    [
        ((0.5, 2.0), 0.25 + 0 + 200),  # a split is passed above its border, not on it
        ((0.6, 0.0), 0.25 + 1 + 100),
        ((0.0, 3.0), 0.25 + 10 + 200),
        ((9.0, 9.0), 0.25 + 11 + 200),
    ],
)
def test_each_split_passed_sets_its_bit_of_the_leaf(row: tuple[float, float], logit: float) -> None:
    assert TREES.logits(np.array([row], np.float32)).tolist() == [logit]


def test_many_rows_are_judged_like_each_alone() -> None:
    values = np.random.default_rng(0).normal(size=(ROWS + 3, 2)).astype(np.float32)
    assert TREES.logits(values)[-3:].tolist() == TREES.logits(values[-3:]).tolist()


def test_trees_survive_being_saved() -> None:
    again = Trees.of(TREES.tensors("x"), "x")
    values = np.random.default_rng(1).normal(size=(9, 2)).astype(np.float32)
    assert (again.logits(values) == TREES.logits(values)).all()


def test_the_logistic_function_has_no_overflow() -> None:
    assert probability(np.array([-99, 0, 99], np.float32)).tolist() == pytest.approx([0, 0.5, 1], abs=1e-6)
