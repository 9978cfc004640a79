"""The table of names in two languages."""

from __future__ import annotations

import pytest

from mtqa.knowledge.names import entities, forms
from mtqa.knowledge.table import alternatives, read_table

ROWS = read_table("names", "exonyms")


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Moscow", "Moskaus"), ("French", "französischen"), ("Dane", "Dänen"), ("Viennese", "Wiener"), ("Zelensky", "Selenskyj"),
        ("Ukraine's", "Ukrainekrieg"), ("Irish", "Iren"), ("Peking", "Peking"), ("Americans", "US"), ("Chukotka", "Tschukotka"),
    ],
)  # fmt: skip
def test_forms_of_one_name_meet(english: str, german: str) -> None:
    assert entities(english, "en-GB") & entities(german, "de")


@pytest.mark.parametrize(
    ("word", "lang"),
    [("Person", "de"), ("Irrtum", "de"), ("polish", "en"), ("Indien", "en"), ("Roman", "de"), ("in", "de")],
)
def test_other_words_are_no_names(word: str, lang: str) -> None:
    assert not entities(word, lang)


def test_the_usual_form_comes_first() -> None:
    [number] = entities("Prague", "en")
    assert forms(number, "de")[0] == "Prag"


def test_there_are_several_hundred_and_each_row_says_both() -> None:
    assert len(ROWS) >= 600
    assert all(alternatives(row["en"]) and alternatives(row["de"]) for row in ROWS)
    assert len({(row["en"], row["de"]) for row in ROWS}) == len(ROWS)
