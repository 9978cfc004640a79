"""From chances to stretches that a reader would mark."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from mtqa.judge.evidence import Evidence
from mtqa.judge.spans import CLEAR, DOUBTED, REACH, clear_chance, marked, stretches
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
        ({2: 0.5, 4: 0.5}, ["auf den Karten"]),  # a single word between two bad ones is part of the error
        ({1: 0.5, 4: 0.5}, ["stand auf den Karten"]),  # the determiner goes with its noun
        ({8: 0.9}, []),  # a mark begins nothing
        ({4: 0.21, 7: 0.9, 6: 0.21, 5: 0.21}, ["der vielen Völker"]),  # doubtful words beside a sure one
    ],
)
def test_a_stretch_grows_from_its_seed(chances: dict[int, float], marked: list[str]) -> None:
    row, values = told(chances)
    found = list(stretches(row, values, 0.4, 0.2))
    tokens = row.target.tokens
    assert [TEXT[tokens[one.first].start : tokens[one.last].end] for one in found] == marked
    assert all(one.first <= one.peak <= one.last for one in found)


def test_post_editors_change_the_words_alone() -> None:
    row, values = told({2: 0.5, 4: 0.5})
    assert [(one.first, one.last) for one in stretches(row, values, 0.4, 0.2, bare=True)] == [(2, 2), (4, 4)]


def test_a_mark_between_parts_two_stretches() -> None:
    row = Evidence(View("Das rote Fleisch , stürmen sie", "de"), View("", "en"))
    values = np.array([0, 0, 0.5, 0.0, 0.5, 0], np.float32)
    assert [(one.first, one.last) for one in stretches(row, values, 0.4, 0.2)] == [(2, 2), (4, 4)]


def test_several_doubtful_words_are_an_error_as_surely_as_one_bad_word() -> None:
    found = []
    for chances in ({7: 0.4}, {5: 0.4, 6: 0.4, 7: 0.4}, {7: 0.6}):
        row, values = told(chances)
        (one,) = stretches(row, values, 0.2, 0.2)
        found.append(marked(row, values, one))
    assert found[0] < min(found[1:])
    assert all(0 < chance < 1 for chance in found)


def test_a_certain_error_is_marked_for_certain() -> None:
    row, values = told({7: 1.0})
    (one,) = stretches(row, values, 0.2, 0.2)
    assert 0.95 < marked(row, values, one) < 1


def told(chances: dict[int, float]) -> tuple[Evidence, npt.NDArray[np.float32]]:
    """The text, and a chance for each of its tokens."""
    row = Evidence(View(TEXT, "de"), View("", "en"))
    return row, np.array([chances.get(at, 0.0) for at in range(len(row.target.tokens))], np.float32)


def test_a_stretch_does_not_reach_far() -> None:
    row = Evidence(View("x " * 30, "de"), View("", "en"))
    values = np.full(30, 0.35, np.float32)
    values[15] = 0.9
    (one,) = stretches(row, values, 0.4, 0.25)
    assert (one.first, one.last) == (15 - REACH, 15 + REACH)


def test_what_is_clearly_wrong_is_told_sooner_in_a_document_of_which_more_looks_wrong() -> None:
    good, doubted, rough = (clear_chance(np.full(500, mean, np.float32)) for mean in (0.03, DOUBTED, 0.12))
    assert rough < doubted < good < 0.85
    assert doubted == pytest.approx(CLEAR, abs=0.01)


def test_a_short_document_proves_little_about_itself() -> None:
    odd = np.full(6, 0.5, np.float32)
    assert clear_chance(odd) > clear_chance(np.tile(odd, 50))
    assert clear_chance(np.zeros(0, np.float32)) == pytest.approx(CLEAR, abs=0.03)
