"""Verbs that are split."""

from __future__ import annotations

import pytest

from mtqa.knowledge.separable import places_of, rest_of, split_off
from mtqa.text.view import View


def test_the_rest_of_a_verb() -> None:
    assert rest_of("ausschalten") == "schalten"
    assert rest_of("schalten") == "schalten"


@pytest.mark.parametrize(
    ("text", "verb", "places"),
    [
        ("Er schaltet das Gerät aus.", "ausschalten", [1]),
        ("Er schaltet das Gerät aus, und ich gehe.", "ausschalten", [1]),
        ("Er schaltet das Gerät ein.", "ausschalten", []),
        ("Er geht aus, und ich schalte.", "ausschalten", []),
        ("Führe eine gebaute Anwendung aus.", "ausbauen", []),
    ],
)
def test_where_a_verb_stands_split(text: str, verb: str, places: list[int]) -> None:
    assert list(places_of(View(text, "de"), verb)) == places


def test_the_prefix_that_a_verb_leaves() -> None:
    view = View("Der Favorit stieg mit Krämpfen aus.", "de")
    assert split_off(view, 2) == "aus"
    assert split_off(View("Die Preise stiegen.", "de"), 2) == ""
