"""Numbers as readers see them."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.evaluate.bootstrap import Estimate
from mtqa.evaluate.said import number, percent, short, with_interval


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.333, ".33"), (-0.07, "-.07"), (-0.001, ".00"), (1.0, "1"), (-1.0, "-1"), (0.999, "1.00"), (float("nan"), "–")],
)
def test_a_measure_has_no_zero_before_its_point(value: float, said: str) -> None:
    assert short(value) == said


def test_a_measure_comes_with_its_interval() -> None:
    assert with_interval(Estimate(0.5, np.linspace(0, 1, 101))) == ".50 (.03–.97)"
    assert with_interval(Estimate(0.5), 3) == ".500"


def test_small_shares_have_a_decimal() -> None:
    assert [percent(share) for share in (0.0, 0.004, 0.099, 0.36, 1.0, float("nan"))] == [
        "0\u00a0%", "0.4\u00a0%", "9.9\u00a0%", "36\u00a0%", "100\u00a0%", "–",
    ]  # fmt: skip
    assert number(None) == "–"
