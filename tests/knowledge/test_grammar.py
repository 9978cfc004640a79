from __future__ import annotations

import pytest

from mtqa.knowledge.grammar import adjective_ending, adjective_stems, determiners, genitive, noun, noun_forms, nouns
from mtqa.text.morphology import ALL, spelled


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("Haus", "Nnda"),
        ("Häusern", "Pd"),
        ("Summe", "F"),
        ("Beschwerden", "P"),
        ("Staat", "Mnda"),
        ("Meinungsverschiedenheitsunterschied", "Mnda"),
        ("Militärbloggerin", "F"),
        ("Stimmungsumschwung", "Mnda"),
    ],
)
def test_a_noun_is_read_by_the_table_its_last_part_or_its_suffix(word: str, reading: str) -> None:
    entry = noun(word)
    assert entry is not None
    assert spelled(entry.cells) == reading


@pytest.mark.parametrize("word", ["Appalachen", "Trump", "Kranke", "Polizeibeamte", "Selenskyj", "Dreiecke"])
def test_names_and_adjectives_made_nouns_are_no_business_of_the_table(word: str) -> None:
    assert noun(word) is None


@pytest.mark.parametrize(
    ("word", "ending"),
    [("großem", "em"), ("wiederauflebende", "e"), ("inzwischen", ""), ("weniger", ""), ("neunziger", ""), ("der", "")],
)
def test_only_inflected_adjectives_have_an_ending(word: str, ending: str) -> None:
    assert adjective_ending(word) == ending


def test_genitives_are_known_of_compounds_too() -> None:
    assert genitive("Staat") == "Staates"
    assert genitive("Sonnensystem") == "Sonnensystems"
    assert genitive("Auftritt") == "Auftritts"
    assert genitive("Nähmaschine") == ""
    assert genitive("Blahfasel") == ""


def test_the_tables_are_large_and_say_something_of_every_word() -> None:
    assert len(noun_forms()) >= 15_000
    assert len(nouns()) >= 5_000
    assert len(adjective_stems()) >= 3_000
    assert all(0 < entry.cells <= ALL for entry in noun_forms().values())
    assert all(entry.cells for entry in determiners().values())


def test_every_noun_with_one_gender_agrees_with_its_form() -> None:
    letters = {"M": 0x000F, "F": 0x00F0, "N": 0x0F00, "P": 0xF000}
    wrong = [
        word for word, row in nouns().items() for gender in row["gender"].split()
        if word in noun_forms() and not noun_forms()[word].cells & letters[gender]
    ]  # fmt: skip
    assert wrong == []
