"""Scores are shown so that they agree with the bands beside them."""

from __future__ import annotations

import pytest

from mtqa.report.bands import band_of, bands, points


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (74.8, "74 74.8"),
        (75.0, "75 75.0"),
        (74.9999999999, "75 75.0"),
        (0.2, "0 0.2"),
        (71.9897, "71 71.9"),
        (100.0, "100 100.0"),
    ],
)
def test_a_score_is_shown_rounded_down(score: float, shown: str) -> None:
    assert f"{points(score)} {points(score, 1)}" == shown


def test_a_band_begins_where_its_first_number_is_shown() -> None:
    scale = bands({"bad": 0, "good": 75})
    for score in (74.2, 74.8, 75.0, 75.4):
        found = band_of(score, scale)
        assert found is not None
        assert (found.name == "good") == (int(points(score)) >= 75)
