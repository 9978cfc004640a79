"""From chances to stretches that a reader would mark."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.judge.evidence import Evidence
from mtqa.judge.spans import REACH, stretches
from mtqa.text.view import View

TEXT = "Alaska stand auf den Karten der vielen Völker ."


@pytest.mark.parametrize(
    ("chances", "marked"),
    [
        ({}, []),
        ({7: 0.6}, ["der vielen Völker"]),  # with the determiners before it
        ({7: 0.6, 4: 0.3}, ["der vielen Völker"]),  # too weak to begin, and not next to it
        ({4: 0.5, 7: 0.6, 6: 0.3, 5: 0.3}, ["den Karten der vielen Völker"]),
        ({1: 0.5, 7: 0.6}, ["stand", "der vielen Völker"]),
        ({8: 0.9}, []),  # a mark begins nothing
        ({4: 0.21, 7: 0.9, 6: 0.21, 5: 0.21}, ["der vielen Völker"]),  # doubtful words beside a sure one
    ],
)
def test_a_stretch_grows_from_its_seed(chances: dict[int, float], marked: list[str]) -> None:
    row = Evidence(View(TEXT, "de"), View("", "en"))
    values = np.zeros(len(row.target.tokens), np.float32)
    for at, chance in chances.items():
        values[at] = chance
    found = list(stretches(row, values, 0.4, 0.2))
    tokens = row.target.tokens
    assert [TEXT[tokens[one.first].start : tokens[one.last].end] for one in found] == marked
    assert all(one.first <= one.peak <= one.last for one in found)


def test_a_stretch_does_not_reach_far() -> None:
    row = Evidence(View("x " * 30, "de"), View("", "en"))
    values = np.full(30, 0.35, np.float32)
    values[15] = 0.9
    (one,) = stretches(row, values, 0.4, 0.25)
    assert (one.first, one.last) == (15 - REACH, 15 + REACH)
