"""What was measured of the checks, and what follows from it."""

from __future__ import annotations

import pytest

from mtqa.flag.base import CHECKS
from mtqa.flag.catalogue import record
from mtqa.flag.explain import explained
from mtqa.flag.measured import Figures, measured, said


@pytest.mark.parametrize("code", [check.code for check in CHECKS if check.default])
def test_a_check_that_is_wrong_too_often_is_off_by_default(code: str) -> None:
    figures = measured().get(code)
    assert figures is None or not figures.too_often_wrong, f"{said(code)} Give it default=False or mend it."


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        (Figures(1000, 0, 0, 0, 0, 0.0, 0.0), False),
        (Figures(1000, 3, 10, 5, 0, 0.0, 0.0), False),
        (Figures(1000, 3, 10, 4, 0, 0.0, 0.0), True),
        (Figures(1000, 0, 9, 0, 0, 0.0, 0.0), False),
        (Figures(1000, 4, 0, 0, 0, 0.0, 0.0), True),
    ],
)
def test_what_is_too_often_wrong(figures: Figures, wrong: bool) -> None:
    assert figures.too_often_wrong is wrong


def test_counts_fit_together_and_are_of_checks_that_there_are() -> None:
    for code, one in measured().items():
        assert code in CHECKS
        assert one.major <= one.right <= one.judged
        assert one.chance_major <= one.chance <= one.judged
        assert one.alarms <= one.good * 5


def test_a_check_is_explained_with_its_figures() -> None:
    figures = measured()["ACC101"]
    assert f"at {figures.right} of {figures.judged} findings" in " ".join(explained(CHECKS["ACC101"]).split())
    assert record(CHECKS["ACC101"])["judged"] == figures.judged
    assert said("no such code") == "Measured: not yet."
