"""Words with two spellings."""

from __future__ import annotations

import pytest

from mtqa.knowledge.table import read_table
from mtqa.knowledge.variants import found, respelled, spellings
from mtqa.text.view import View


@pytest.mark.parametrize(
    ("text", "lang", "other"),
    [
        ("zwei Delphine", "de", "Delfine"), ("das Potential", "de", "Potenzial"), ("Email", "de", ""), ("auf Grund", "de", ""),
        ("the colours", "en", "colors"), ("organised", "en", "organized"), ("bei Weitem", "de", "bei weitem"),
        ("Panthers", "de", "Panters"),
    ],
)  # fmt: skip
def test_the_other_spelling_is_told_with_its_ending(text: str, lang: str, other: str) -> None:
    view = View(text, lang)
    [hit] = found(view)
    start, end = view.tokens[hit.first].start, view.tokens[hit.last - 1].end
    assert respelled(hit, text[start:end], lang) == other


@pytest.mark.parametrize(
    ("text", "lang"), [("Emaille", "de"), ("Hundert Mark", "de"), ("centuries", "en"), ("so, dass", "de")]
)
def test_other_words_have_none(text: str, lang: str) -> None:
    assert not list(found(View(text, lang)))


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_tables_are_long_and_say_nothing_twice(lang: str) -> None:
    rows = [(row["one"], row["other"]) for row in read_table(lang, "variants")]
    assert len(rows) == len(set(rows)) == len(spellings(lang)) >= 150
    assert all(one != other for one, other in rows)
