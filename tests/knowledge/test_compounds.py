from __future__ import annotations

import pytest

from mtqa.knowledge.compounds import agrees_with_second_only, joined, may_be_new, only_genitive, open_compound


@pytest.mark.parametrize(
    ("first", "second", "compound"),
    [
        ("Kunden", "Dienst", "Kundendienst"),
        ("Gründer", "Väter", "Gründerväter"),
        ("Freitag", "Abend", "Freitagabend"),
        ("Glas", "Wasser", ""),
        ("Tag", "Zeit", ""),
        ("Frau", "Ministerin", ""),
    ],
)
def test_two_nouns_make_one_word_unless_they_may_stand_so(first: str, second: str, compound: str) -> None:
    assert open_compound(first, second) == compound


def test_a_compound_that_nobody_has_written_down_is_none() -> None:
    assert joined("Bauer", "Zweifel") == ""


def test_a_determiner_may_belong_to_the_second_noun_alone() -> None:
    assert agrees_with_second_only("das", "Frauen", "Turnier")
    assert not agrees_with_second_only("das", "Turnier", "Turnier")
    assert not agrees_with_second_only("und", "Frauen", "Turnier")


def test_measures_and_adjectives_open_no_new_compound_and_a_genitive_is_known() -> None:
    assert may_be_new("Arzt", "Gebühr")
    assert not may_be_new("Liter", "Gebühr")
    assert only_genitive("Jahrhunderts")
    assert not only_genitive("Jahrhundert")
