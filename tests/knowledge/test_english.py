"""English words and their forms, and the tables they come from."""

from __future__ import annotations

import pytest

from mtqa.knowledge import english
from mtqa.knowledge.table import read_table
from mtqa.text.lexicon import zipf
from mtqa.text.view import View

RARE = 0.9
"""Zipf frequency below which nothing is a word: *orientates* has 1.0, *stoped* none."""
TABLES = ("articles", "comparisons", "not_reflexive", "nouns", "prepositions", "professions", "uncountable", "verbs",
          "without_article", "wrong_forms")  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_and_says_nothing_twice(name: str) -> None:
    rows = [tuple(row.values()) for row in read_table("en", name)]
    assert rows == sorted(set(rows))
    assert len(rows) > 40


@pytest.mark.parametrize(
    ("plain", "forms"),
    [
        ("go", {"go", "goes", "went", "gone", "going"}),
        ("try", {"try", "tries", "tried", "trying"}),
        ("play", {"play", "plays", "played", "playing"}),
        ("stop", {"stop", "stops", "stopped", "stopping"}),
        ("decide", {"decide", "decides", "decided", "deciding"}),
        ("watch", {"watch", "watches", "watched", "watching"}),
        ("blorp", {"blorp"}),
    ],
)
def test_forms_of_a_verb(plain: str, forms: set[str]) -> None:
    assert english.forms_of(plain) == forms


@pytest.mark.parametrize("kind", ["verbs", "nouns", "comparatives"])
def test_forms_that_are_made_are_words(kind: str) -> None:
    made = {
        "verbs": [form for verb in english.verbs().values() for form in verb[:4]],
        "nouns": [noun.plural for noun in english.nouns().values()],
        "comparatives": list(english.comparatives()),
    }[kind]
    assert [form for form in made if zipf(form, "en") < RARE] == []


def test_a_right_form_is_never_among_the_wrong_ones() -> None:
    right = {form for verb in english.verbs().values() for form in verb[:4]} | set(english.plurals())
    assert right.isdisjoint(english.wrong_forms())
    assert not set(english.wrong_plurals()) & right


def test_the_longest_phrase_of_a_place_is_found_in_all_forms_of_its_verb() -> None:
    view = View("It depended from him, and he discussed about it at latest today.", "en")
    assert [(at, phrase.right) for at, phrase in english.phrases_in(view)] == [
        (1, "depend on"), (7, "discuss"), (10, "at the latest"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "at", "opens"), [("He goes.", 0, True), ("because he goes", 1, True), ("let he", 1, False)]
)
def test_where_a_clause_opens(text: str, at: int, opens: bool) -> None:
    assert english.opens_clause(View(text, "en"), at) is opens


def test_whether_a_sentence_is_a_question() -> None:
    view = View("Why came he? He left.", "en")
    assert english.asked(view, 0)
    assert not english.asked(view, 4)
