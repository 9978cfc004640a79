from __future__ import annotations

import pytest

from mtqa.knowledge.fixed_prepositions import misplaced, wrong_phrases
from mtqa.knowledge.table import alternatives, read_table
from mtqa.text.view import View


def found(text: str) -> list[str]:
    view = View(text, "de")
    return [" ".join(wrong.tokens) for _, wrong in misplaced(view)]


def test_no_phrase_of_the_table_is_right_and_wrong_at_once_or_stands_twice() -> None:
    rows = read_table("de", "fixed_prepositions")
    wrong = [phrase for row in rows for phrase in alternatives(row["wrong"])]
    assert len(wrong) == len(set(wrong)) >= 300
    assert not {row["right"] for row in rows} & set(wrong)
    assert all(len(phrase.split()) > 1 for phrase in wrong)


@pytest.mark.parametrize("text", ["an Bord", "in Sommer- und Winterkleidung", "in Winter Park", "Das Brett, auf bord"])
def test_what_is_right_or_part_of_something_longer_is_left_alone(text: str) -> None:
    assert found(f"Es war {text} dort.") == []


def test_the_longest_phrase_at_a_place_is_named_and_a_word_can_make_it_right() -> None:
    assert found("Sie waren für die erste Mal hier.") == ["für die erste Mal"]
    assert found("Das Bild wird durch Kerzenlicht erhellt.") == []
    assert ("auf", "bord") in wrong_phrases()
