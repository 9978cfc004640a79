"""Weighing rules by human translations: what becomes of a row."""

from __future__ import annotations

import pytest

from training.weigh_rules import Verdict, verdict


@pytest.mark.parametrize(
    ("alarms", "met", "said"),
    [
        ({}, 100.0, Verdict(frozenset(), False)),
        ({"Brett": 0.75}, 1.0, Verdict(frozenset(), False)),  # less than one pair proves nothing
        ({"Brett": 50.0, "Bord": 1.0}, 100.0, Verdict(frozenset({"Brett"}), False)),
        ({"Brett": 5.0}, 100.0, Verdict(frozenset(), True)),
        ({"Brett": 7.0}, 5000.0, Verdict(frozenset(), True)),  # rare, but too many readers would meet it
    ],
)
def test_renderings_that_people_use_are_struck_and_others_doubted(
    alarms: dict[str, float], met: float, said: Verdict
) -> None:
    assert verdict(alarms, met) == said
