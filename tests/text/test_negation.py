"""Negation: which texts say no."""

from __future__ import annotations

import pytest

from mtqa.text.negation import is_taken_back, known, negations, says_no
from mtqa.text.view import View


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("He did not come.", "en", 1),
        ("He didn't come, never.", "en", 2),
        ("He came.", "en", 0),
        ("Er kam nicht.", "de", 1),
        ("Keine der Karten gilt, niemand zahlt.", "de", 2),
        ("Er kam.", "de", 0),
        ("Il ne vient pas.", "fr", 0),  # nothing is known of French
    ],
)
def test_negations_are_counted(text: str, lang: str, count: int) -> None:
    assert len(negations(View(text, lang))) == count


@pytest.mark.parametrize(
    ("text", "lang", "no"),
    [
        ("Er kam kaum.", "de", True),
        ("Das ist unmöglich.", "de", True),
        ("Das Kind singt.", "de", False),
        ("She failed.", "en", True),
        ("The child sings.", "en", False),
    ],
)
def test_some_words_nearly_say_no(text: str, lang: str, no: bool) -> None:
    assert says_no(View(text, lang)) is no


def test_twice_no_is_yes() -> None:
    view = View("It was not unusual.", "en")
    assert is_taken_back(view, negations(view)[0])
    view = View("It was not bright.", "en")
    assert not is_taken_back(view, negations(view)[0])


def test_languages_without_data_are_not_judged() -> None:
    assert known(("en", "de"))
    assert not known(("en", "fr"))
