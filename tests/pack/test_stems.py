from __future__ import annotations

import pytest

from mtqa.pack.stems import fold, learn_endings, split, stem

FORMS = [f"{root}{ending}" for root in ("wand", "hund", "kind", "bild", "feld", "geld") for ending in ("", "er", "en")]


@pytest.mark.parametrize(
    ("word", "folded"), [("Häuser", "hauser"), ("GROSS", "gross"), ("groß", "gross"), ("été", "ete")]
)
def test_folding_drops_case_and_accents(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_endings_are_learned_from_words_that_differ_by_them() -> None:
    assert learn_endings(FORMS) == ("en", "er")


def test_no_ending_is_learned_from_words_without_relatives() -> None:
    assert learn_endings(["apple", "banana", "cherry"]) == ()


@pytest.mark.parametrize(
    ("word", "expected"), [("Führern", "fuhr"), ("Führer", "fuhr"), ("der", "der"), ("Meer", "meer"), ("2019", "2019")]
)
def test_a_stem_has_lost_all_its_endings_but_stays_long_enough(word: str, expected: str) -> None:
    assert stem(word, ("ern", "en", "er", "n")) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("strategiespiel", ("strategie", "spiel")),
        ("regierungschef", ("regierung", "chef")),
        ("spiel", None),
        ("unbekanntes", None),
    ],
)
def test_a_compound_falls_into_two_known_words(word: str, expected: tuple[str, str] | None) -> None:
    known = {"strategie": 3, "spiel": 5, "regierung": 2, "chef": 1, "iespiel": 1}
    assert split(word, known) == expected
