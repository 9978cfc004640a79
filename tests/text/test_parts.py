"""Small helpers of checks: hyphens, quotations, parts, units and nearest words."""

from __future__ import annotations

import re

import pytest

from mtqa.text.hyphens import dashes, joined
from mtqa.text.mask import mask
from mtqa.text.nearest import nearest_words
from mtqa.text.parts import differences
from mtqa.text.quotes import quotations, quoted
from mtqa.text.units import Measure, converted, measures
from mtqa.text.view import View


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("ein Kopf-an-Kopf-Rennen", "an", "Kopf-an-Kopf-Rennen"),
        ("einen Raw -Deal", "Raw", "Raw -Deal"),
        ("Vor- und Nachteile", "Vor", "Vor"),
        ("das Haus", "Haus", "Haus"),
    ],
)
def test_a_hyphenated_word_is_found_whole(text: str, word: str, whole: str) -> None:
    view = View(text, "de")
    at = next(number for number, token in enumerate(view.tokens) if token.text == word)
    first, after = joined(view, at)
    assert text[view.tokens[first].start : view.tokens[after - 1].end] == whole


@pytest.mark.parametrize(
    ("text", "count"), [("a – b", 1), ("a—b", 1), ("a -- b", 1), ("a - b", 1), ("a-b 5–7", 0), ("plain", 0)]
)
def test_dashes_are_told_from_hyphens_and_ranges(text: str, count: int) -> None:
    assert len(dashes(View(text, "en"))) == count


@pytest.mark.parametrize(
    "text", ["„Our Alaska“", "“Our Alaska”", "»Our Alaska«", '"Our Alaska"', "'Our Alaska'", "‚Our Alaska‘"]
)
def test_quotations_of_all_customs_are_found_with_their_marks(text: str) -> None:
    view = View(f"in {text} sein", "de")
    assert [view.text[start:end] for start, end in quotations(view)] == [text]
    assert quoted(view, 5)
    assert quoted(view, 0) is None


def test_an_apostrophe_begins_no_quotation() -> None:
    assert quotations(View("Sony's and Marvel's film isn't it", "en")) == []


def test_differences_count_how_often_a_part_stands() -> None:
    ours, theirs = mask("{a} {b} {b}").parts, mask("{b} {c}").parts
    missing, extra = differences(ours, theirs, lambda part: part.text)
    assert [part.text for part in missing] == ["{a}", "{b}"]
    assert [(part.text, part.start) for part in extra] == [("{c}", 4)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 miles away", "8 km"),
        ("11 stone", "70 Kilo"),
        ("6 Jahrzehnte", "60 years"),
        ("100°F", "38 °C"),
        ("70 degrees", "21 Grad"),
        ("8 ft", "2.5 m"),
        ("20 gallons", "75 Liter"),
        ("2 weeks", "14 Tage"),
        ("5 acres", "2 Hektar"),
        ("60 mph", "100 km/h"),
        ("500 square feet", "46 m²"),
    ],
)
def test_amounts_may_be_converted_and_rounded(one: str, other: str) -> None:
    assert converted(*amount(one), *amount(other))
    assert converted(*amount(other), *amount(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 miles", "12 km"),
        ("5 apples", "8 km"),
        ("5 miles", "5 miles"),
        ("70°F", "26 °C"),
        ("5 kg", "5 km"),
        ("$5", "5 €"),
    ],
)
def test_amounts_that_are_no_conversion_are_told_apart(one: str, other: str) -> None:
    assert not converted(*amount(one), *amount(other))


def amount(text: str) -> tuple[float, tuple[Measure, ...]]:
    """The number of a text and the units that it may have."""
    match = re.search(r"[\d.]+", text)
    assert match
    return float(match.group()), measures(text, *match.span())


@pytest.mark.parametrize(
    ("word", "lang", "best"),
    [("wahsinnig", "de", "wahnsinnig"), ("ehemaige", "de", "ehemalige"), ("indepentent", "en", "independent")],
)
def test_the_word_that_was_meant_comes_first(word: str, lang: str, best: str) -> None:
    assert nearest_words(word, lang, 3.0)[0] == best


def test_a_word_far_from_all_others_has_no_nearest_one() -> None:
    assert nearest_words("qqqqwwww", "de", 1.0) == ()
