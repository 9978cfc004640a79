"""Names: spellings that are one name, and capitals that make one."""

from __future__ import annotations

import pytest

from mtqa.text.names import inner_capitals, same_name
from mtqa.text.view import View


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Selenskyj"),
        ("Chukotka", "Tschukotka"),
        ("Gorbachev", "Gorbatschow"),
        ("Kyiv", "Kiew"),
        ("Tchaikovsky", "Tschaikowski"),
        ("Volodymyr", "Wolodymyr"),
        ("Anchorage", "Anchorager"),
        ("Witkoff", "Witkoffs"),
        ("Witkoff's", "Witkoff"),
    ],
)
def test_customs_of_spelling_and_endings_leave_the_name_the_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("Putin", "Trump"), ("Witkoff", "Witkopp"), ("Moscow", "Anchorage")])
def test_other_names_are_other_names(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_capital_counts_where_no_sentence_begins() -> None:
    view = View("Yesterday Steve Witkoff's team met. “Nobody knows,” he told Reuters.", "en")
    assert list(inner_capitals(view)) == ["Steve", "Witkoff", "Reuters"]
