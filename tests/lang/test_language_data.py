"""Languages are data; these are the promises that shared code relies on."""

from __future__ import annotations

import re

import pytest

from mtqa.lang.base import LANGUAGES, Language, language

EVERY = pytest.mark.parametrize("one", list(LANGUAGES), ids=lambda one: one.code)


@EVERY
def test_words_that_are_compared_in_lower_case_are_written_so(one: Language) -> None:
    for word in (*one.function_words, *one.number_words, *one.letters):
        assert word == word.lower()


@EVERY
def test_a_year_has_twelve_different_months(one: Language) -> None:
    assert len(set(one.months)) == 12


@EVERY
def test_an_abbreviation_ends_with_its_dot(one: Language) -> None:
    assert one.abbreviations
    assert all(word.endswith(".") and word == word.strip() for word in one.abbreviations)


@EVERY
def test_the_decimal_sign_groups_no_digits(one: Language) -> None:
    assert one.decimal not in one.group
    assert one.quotes
    assert all(len(mark) == 1 for pair in one.quotes for mark in pair)


@EVERY
def test_there_are_enough_function_words_to_tell_the_language(one: Language) -> None:
    assert len(one.function_words) >= 120
    assert not {word for word in one.function_words if not re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*", word)}


@EVERY
def test_letters_are_those_beyond_a_to_z(one: Language) -> None:
    assert not set(one.letters) & set("abcdefghijklmnopqrstuvwxyz")
    assert len(set(one.letters)) == len(one.letters)


@EVERY
def test_typical_spellings_are_patterns_that_some_letters_match(one: Language) -> None:
    for pattern in one.spellings:
        assert not re.compile(pattern).search("")


def test_no_two_languages_have_the_same_words() -> None:
    known = list(LANGUAGES)
    for number, one in enumerate(known):
        for other in known[number + 1 :]:
            shared = one.function_words & other.function_words
            assert len(shared) < 0.4 * min(len(one.function_words), len(other.function_words))


@pytest.mark.parametrize("written", ["de", "de-AT", "de_CH", "DE"])
def test_a_region_does_not_change_the_language(written: str) -> None:
    assert language(written) is LANGUAGES["de"]


def test_a_language_without_data_is_neutral() -> None:
    assert language("tlh") == Language("tlh", "tlh")
    assert language("") == Language("", "unknown")


@pytest.mark.parametrize(
    ("code", "abbreviation"),
    [("de", word) for word in ("z. B.", "z.B.", "d. h.", "u. a.", "usw.", "bzw.", "ca.", "Dr.", "Prof.", "Nr.", "Str.",
                               "Jan.", "Feb.", "Mio.", "Mrd.")]
    + [("en", word) for word in ("Mr.", "Mrs.", "Dr.", "e.g.", "i.e.", "No.", "U.S.", "a.m.", "et al.")],
)  # fmt: skip
def test_the_usual_abbreviations_are_known(code: str, abbreviation: str) -> None:
    assert abbreviation in LANGUAGES[code].abbreviations


@pytest.mark.parametrize(("code", "word"), [("de", "So."), ("de", "Do."), ("en", "in."), ("en", "no."), ("en", "so.")])
def test_a_word_that_often_ends_a_sentence_is_no_abbreviation(code: str, word: str) -> None:
    assert word not in LANGUAGES[code].abbreviations
