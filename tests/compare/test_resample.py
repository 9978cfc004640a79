"""Chance, held against simulations of which the truth is known."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.compare.correction import holm
from mtqa.compare.resample import bootstrap, intervals, pairs, randomisation
from tests.compare.cases import measure


def test_identical_systems_do_not_differ_whatever_the_test() -> None:
    values = np.random.default_rng(1).gamma(2.0, 20.0, 60)
    one = measure(np.array([values, values]))
    pair = pairs(one, bootstrap([one], 200)[0], randomisation([one], 500)[0])[0]
    assert (pair.difference, pair.bootstrap, pair.randomisation) == (0.0, 1.0, 1.0)


def test_a_small_but_steady_loss_is_sure() -> None:
    rng = np.random.default_rng(2)
    values = rng.gamma(2.0, 20.0, 100)
    one = measure(np.array([values, values - rng.uniform(0.5, 1.5, 100)]))
    pair = pairs(one, bootstrap([one], 500)[0], randomisation([one], 1000)[0])[0]
    assert pair.difference == pytest.approx(1.0, abs=0.2)
    assert pair.bootstrap is not None
    assert pair.bootstrap < 0.01
    assert pair.randomisation is not None
    assert pair.randomisation < 0.01


def test_one_changed_unit_is_never_sure() -> None:
    values = np.full(50, 70.0)
    other = values.copy()
    other[7] = 10.0
    one = measure(np.array([values, other]))
    assert pairs(one, bootstrap([one], 200)[0], randomisation([one], 500)[0])[0].randomisation == 1.0


def test_intervals_hold_the_truth_in_about_95_percent_of_samples() -> None:
    rng = np.random.default_rng(3)
    held = []
    for trial in range(300):
        above = rng.gamma(2.0, 20.0, (1, 80))  # skewed, with mean 40
        words = rng.integers(5, 30, (1, 80)).astype(float)
        one = measure(above)
        weighted = type(one)("quality", "Quality", "", above * words, words)
        found = intervals(weighted, bootstrap([weighted], 200, seed=trial + 1)[0])[0]
        assert found.low is not None
        assert found.high is not None
        held.append(found.low <= 40.0 <= found.high)
    assert 0.90 <= np.mean(held) <= 0.98


def test_systems_that_are_equally_good_differ_significantly_in_about_5_percent_of_samples() -> None:
    rng = np.random.default_rng(4)
    hits = []
    for trial in range(300):
        one = measure(rng.gamma(2.0, 20.0, (2, 60)))
        pair = pairs(one, np.zeros((0, 2)), randomisation([one], 200, seed=trial + 1)[0])[0]
        assert pair.randomisation is not None
        hits.append(pair.randomisation < 0.05)
    assert 0.02 <= np.mean(hits) <= 0.085


def test_blocks_draw_the_same_as_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    one = measure(np.random.default_rng(5).gamma(2.0, 20.0, (3, 40)))
    whole = bootstrap([one], 100)[0], randomisation([one], 100)[0]
    monkeypatch.setattr("mtqa.compare.resample.BLOCK", 40 * 7)
    assert bootstrap([one], 100)[0].mean() == pytest.approx(whole[0].mean(), rel=0.02)
    assert bootstrap([one], 100)[0].shape == whole[0].shape == (100, 3)
    assert randomisation([one], 100)[0].shape == whole[1].shape == (100, 3)


def test_what_nobody_has_cannot_be_told() -> None:
    one = measure(np.zeros((2, 5)))
    nothing = type(one)("x", "X", "", np.zeros((2, 5)), np.zeros((2, 5)))
    pair = pairs(nothing, bootstrap([nothing], 10)[0], randomisation([nothing], 10)[0])[0]
    assert (pair.difference, pair.bootstrap, pair.randomisation) == (None, None, None)
    assert intervals(nothing, bootstrap([nothing], 10)[0])[0].value is None


def test_holm_multiplies_the_smallest_by_all_and_never_goes_down() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.5, 0.9]) == [1.0, 1.0]
    assert holm([]) == []
