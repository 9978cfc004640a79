from __future__ import annotations

import pytest

from mtqa.knowledge.persons import feminine, first_names, full_name, masculine
from mtqa.text.view import View


def test_a_first_name_has_one_sex() -> None:
    names = first_names()
    assert (names["Rosalind"], names["Alexander"]) == ("F", "M")
    assert set(names.values()) == {"F", "M"}
    assert "Kim" not in names


@pytest.mark.parametrize(("word", "woman", "man"), [
    ("Bloggerin", True, False), ("Militärbloggerin", True, False), ("Berlin", False, False), ("Forscher", False, True),
    ("Star", False, False), ("Fenster", False, False), ("Termin", False, False),
])  # fmt: skip
def test_a_noun_names_a_woman_by_its_ending_and_a_man_where_there_is_one(word: str, woman: bool, man: bool) -> None:
    assert (feminine(word), masculine(word)) == (woman, man)


def test_a_full_name_has_a_surname() -> None:
    assert full_name(View("Anna Weber kam.", "de"), 0) == 2
    assert full_name(View("Anna kam.", "de"), 0) == 0
