"""Measures against values worked out by hand or by the field's own programs, and against each other."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.evaluate.bootstrap import Estimate, draws
from mtqa.evaluate.measures import Column, f1, kendall, mcc, pearson, spearman, taus
from mtqa.evaluate.pairs import SegmentPairs, numbered, system_accuracy

HUMAN = np.array([3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0])
SCORE = np.array([2.0, 7.0, 1.0, 8.0, 2.0, 8.0, 1.0, 8.0])
ONES = np.ones(8)


def test_correlations_are_those_of_scipy() -> None:
    one, other = Column.of(HUMAN), Column.of(SCORE)
    assert pearson(HUMAN, SCORE, ONES) == pytest.approx(0.209655, abs=1e-6)
    assert spearman(one, other, ONES) == pytest.approx(0.198854, abs=1e-6)
    assert kendall(one, other) == pytest.approx(0.160514, abs=1e-6)


def test_a_weight_stands_for_as_many_rows() -> None:
    weight = np.array([0.0, 2, 1, 1, 3, 0, 1, 1])
    again = weight.astype(int)
    human, score = HUMAN.repeat(again), SCORE.repeat(again)
    many = np.ones(len(human))
    one, other = Column.of(HUMAN), Column.of(SCORE)
    repeated = Column.of(human), Column.of(score)
    assert pearson(HUMAN, SCORE, weight) == pytest.approx(pearson(human, score, many))
    assert spearman(one, other, weight) == pytest.approx(spearman(*repeated, many))
    assert taus(one, other, weight[None])[0] == pytest.approx(kendall(*repeated), abs=1e-6)


def test_what_does_not_vary_has_no_correlation() -> None:
    flat = np.full(8, 2.0)
    assert np.isnan(pearson(flat, SCORE, ONES))
    assert np.isnan(spearman(Column.of(flat), Column.of(SCORE), ONES))
    assert np.isnan(kendall(Column.of(flat), Column.of(SCORE)))


def test_pairs_count_ties_at_the_best_threshold() -> None:
    human = np.array([1.0, 1.0, 0.0, 5.0, 4.0])
    score = np.array([0.50, 0.51, 0.10, 0.90, 0.95])
    groups = np.array([0, 0, 0, 1, 1])
    pairs = SegmentPairs.of(human, score, groups)
    assert pairs.accuracy(np.ones(2)) == pytest.approx(
        3 / 4
    )  # the tie and two orders; the second segment is turned round
    assert pairs.accuracy(np.array([1.0, 0.0])) == 1
    assert np.isnan(SegmentPairs.of(human, score, np.arange(5)).accuracy(np.ones(5)))


def test_systems_that_people_hold_equal_are_left_out() -> None:
    human, score = np.array([1.0, 1.0, 2.0, 3.0]), np.array([5.0, 6.0, 4.0, 9.0])
    assert system_accuracy(human, score, np.arange(4), np.ones(4)) == pytest.approx(3 / 5)
    assert np.isnan(system_accuracy(human, score, np.zeros(4, np.int64), np.ones(4)))


def test_word_measures_are_nothing_where_there_is_nothing() -> None:
    zero, one = np.zeros(1), np.ones(1)
    assert np.isnan(mcc(one, zero, zero, zero)[0])
    assert mcc(one, zero, zero, one)[0] == 1
    assert f1(zero, zero, zero)[0] == 0


def test_resamples_are_the_same_every_time_and_intervals_hold_their_middle() -> None:
    weights = draws(5, 20)
    assert (weights.sum(axis=1) == 5).all()
    assert (weights == draws(5, 20)).all()
    one = Estimate(0.5, np.linspace(0, 1, 1001))
    assert one.interval == pytest.approx((0.025, 0.975))
    assert one.minus(one).interval == (0, 0)
    assert Estimate(0.5).interval is None


def test_equal_names_have_equal_numbers() -> None:
    assert numbered(["b", "a", "b"]).tolist() == [0, 1, 0]
