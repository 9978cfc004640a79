from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.report.worst import Excerpt, excerpt, worst

if TYPE_CHECKING:
    from mtqa.report.base import Results


def test_the_most_severe_findings_come_first_and_the_surest_of_those(results: Results) -> None:
    shown = worst(results, 5, 40)
    assert [(item.row["severity"], item.row["confidence"]) for item in shown] == [
        ("critical", 0.96), ("critical", 0.95), ("critical", 0.9), ("major", 0.88), ("major", 0.82),
    ]  # fmt: skip


def test_a_finding_brings_the_other_side_of_its_segment(results: Results) -> None:
    shown = {item.row["check"]: item for item in worst(results, 99, 60)}
    assert (shown["number-mismatch"].other_side, shown["omission"].other_side) == ("source", "target")
    assert shown["number-mismatch"].other == "The night ferry to the islands has been running for 12 years."


def test_of_a_long_other_side_the_part_is_shown_that_stands_about_there(results: Results) -> None:
    results.segments["source"] = [" ".join(map(str, range(100, 300))), *results.segments["source"].tolist()[1:]]
    item = next(item for item in worst(results, 99, 40) if item.row["check"] == "number-mismatch")
    assert item.row["start"] / len(results.segments["target"][0]) == 0.8
    assert " 260 " in item.other
    assert (item.other[0], item.other[-1]) == ("…", "…")


def test_words_stand_between_what_comes_before_and_after() -> None:
    assert excerpt("Am 1. März steigt der Preis.", 6, 10, 40) == Excerpt("Am 1. ", "März", " steigt der Preis.")


def test_what_is_cut_off_is_shown_by_an_ellipsis() -> None:
    found = excerpt("eins zwei drei vier fünf sechs sieben acht", 20, 24, 14)
    assert found == Excerpt("…drei vier ", "fünf", " sechs sieben…")


def test_very_long_words_are_cut_in_their_middle() -> None:
    found = excerpt("a" * 500, 0, 500, 20)
    assert found.words == "a" * 80 + " […] " + "a" * 80


@pytest.mark.parametrize("place", [0, 3, 8])
def test_a_missing_thing_has_no_words(place: int) -> None:
    assert excerpt("ab cd ef", place, place, 20).words == ""


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 20), st.integers(5, 30))
def test_an_excerpt_is_on_one_line_and_no_longer_than_asked(text: str, start: int, length: int, around: int) -> None:
    found = excerpt(text, start, start + length, around)
    assert len(found.before) <= around
    assert len(found.after) <= around
    assert not {"\n", "\r", "\t", "\x1b"} & set(found.before + found.words + found.after)
