"""Confidence: what people said about a check's findings, mixed with what it says of itself."""

from __future__ import annotations

import pytest

from mtqa.flag.base import CHECKS
from mtqa.flag.confidence import TRUST, bin_of, confidence, counted


def test_every_row_is_about_a_check_and_counts_no_more_right_than_judged() -> None:
    codes = {check.code for check in CHECKS}
    assert counted()
    for (code, number), (right, judged) in counted().items():
        assert code in codes
        assert 0 <= number <= 9
        assert 0 <= right <= judged


def test_a_check_that_nobody_judged_keeps_its_own_figure() -> None:
    assert confidence("XYZ999", 0.7) == 0.7


def test_judged_findings_pull_the_figure_to_what_people_said() -> None:
    (code, number), (right, judged) = max(counted().items(), key=lambda item: item[1][1])
    own = number / 10 + 0.05
    assert confidence(code, own) == pytest.approx((right + TRUST * own) / (judged + TRUST), abs=1e-4)
    assert min(own, right / judged) <= confidence(code, own) <= max(own, right / judged)


@pytest.mark.parametrize(("value", "number"), [(0.0, 0), (0.3, 3), (0.39, 3), (0.7, 7), (0.999, 9), (1.0, 9)])
def test_bins_are_tenths(value: float, number: int) -> None:
    assert bin_of(value) == number


def test_the_surer_a_garbled_phrase_the_more_often_it_is_right() -> None:
    low, middle, high = (confidence("LIN001", own) for own in (0.45, 0.65, 0.95))
    assert low < middle < high
