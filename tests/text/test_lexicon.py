"""The word lists: what is a word, how frequent, and how a compound comes apart."""

from __future__ import annotations

import pytest

from mtqa.text.lexicon import base_form, base_forms, compound_parts, has_words, known, lemma, unlisted, zipf


def test_frequent_words_stand_above_rare_ones() -> None:
    assert zipf("und", "de") > zipf("Zimmer", "de") > zipf("Kinderzimmer", "de") > 0


def test_case_sharp_s_and_apostrophe_forms_do_not_count() -> None:
    assert zipf("Straße", "de") == zipf("STRASSE", "de") > 0
    assert zipf("don’t", "en") == zipf("don't", "en") > 0


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Präsidentschaftsgipfel", ("präsidentschaft", "gipfel")),
        ("Wurzelursachen", ("wurzel", "ursachen")),
        ("Hörübung", ("hör", "übung")),
        ("russischen", ()),
        ("Expandation", ()),
        ("G7-Gipfel", ()),
    ],
)
def test_compounds_come_apart_into_known_words(word: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(word, "de") == parts


def test_a_language_that_writes_its_nouns_apart_has_no_compounds() -> None:
    assert compound_parts("tablecloth", "en") == ()


@pytest.mark.parametrize(
    "word", ["Haus", "Hauses", "Meinungsverschiedenheitsunterschied", "Militärbloggerin", "größten"]
)
def test_german_words_are_known_inflected_and_compounded(word: str) -> None:
    assert known(word, "de")


@pytest.mark.parametrize("word", ["Expandation", "Bolsters", "Grossbeutlichung"])
def test_words_that_german_lacks_are_not_known(word: str) -> None:
    assert not known(word, "de")


def test_a_language_without_a_word_list_believes_every_word() -> None:
    assert not has_words("xx")
    assert known("qwrtz", "xx")
    assert zipf("qwrtz", "xx") == 0
    assert lemma("qwrtz", "xx") == ""


@pytest.mark.parametrize(
    ("word", "form"), [("Hauses", "Haus"), ("HÄUSER", "Haus"), ("gegangen", "gehen"), ("Qwrtz", "")]
)
def test_lemmas_are_found_in_any_letter_case(word: str, form: str) -> None:
    assert lemma(word, "de") == form


def test_regional_codes_share_their_language() -> None:
    assert zipf("Haus", "de-AT") == zipf("Haus", "de")


def test_unlisted_words_are_those_without_a_frequency_however_often_one_asks() -> None:
    words = frozenset(("haus", "zirfelhaftig", "2024", ","))
    assert unlisted(words, "de") == unlisted(words, "de") == {"zirfelhaftig"}


@pytest.mark.parametrize(
    ("word", "base"),
    [("driver's", "driver"), ("people’s", "people"), ("children's", "child"), ("it's", "its"), ("he's", "he's")],
)
def test_an_owner_is_found_as_itself_and_a_contraction_as_it_stands(word: str, base: str) -> None:
    assert base_form(word, "en") == base
    assert base_forms((word, "houses", word), "en") == [base, "house", base]
