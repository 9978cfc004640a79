"""Numbers by value, in German and in English."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mtqa.text.numbers import numbers
from mtqa.text.view import View


def values(text: str, lang: str) -> list[float]:
    return [round(number.value, 4) for number in numbers(View(text, lang))]


@pytest.mark.parametrize(
    ("german", "english", "expected"),
    [
        ("7,2 Millionen US-Dollar", "7.2 million US dollars", [7.2e6]),
        ("3 Mrd. Euro", "3 billion euros", [3e9]),
        ("2 Billionen", "2 trillion", [2e12]),
        ("1.234.567,89", "1,234,567.89", [1234567.89]),
        ("1’234.5", "1,234.5", [1234.5]),
        ("12 500 000 Menschen", "12.5 million people", [12.5e6]),
        ("einundzwanzig Leute", "twenty-one people", [21]),
        ("zweihundertfünftausend", "two hundred and five thousand", [205000]),
        ("anderthalb Jahre", "1.5 years", [1.5]),
        ("drei Dutzend", "three dozen", [36]),
        ("zwei Millionen dreihunderttausend", "two million three hundred thousand", [2.3e6]),
        ("3,5 %", "3.5%", [3.5]),
        ("am 31. Dezember 2024", "on December 31, 2024", [31, 12, 2024]),
        ("am 31.12.2024", "on 31/12/2024", [31, 12, 2024]),
        ("2024-12-31", "2024-12-31", [2024, 12, 31]),
        ("um 17:30 Uhr", "at 5:30 pm", [17.5]),
        ("um 17 Uhr 45", "at 5:45 p.m.", [17.75]),
        ("zum dritten Mal", "the 3rd time", [3]),
        ("5–7 Tage", "5–7 days", [5, 7]),
        ("1½ Liter", "1 ½ litres", [1.5]),
        ("Heinrich VIII.", "Henry VIII", [8]),
        ("die 1990er Jahre", "the 1990s", [1990]),
        ("achtzehnhundert", "eighteen hundred", [1800]),
    ],
)
def test_both_languages_read_the_same_values(german: str, english: str, expected: list[float]) -> None:
    assert sorted(values(german, "de")) == sorted(expected)
    assert sorted(values(english, "en")) == sorted(expected)


@pytest.mark.parametrize(
    "text", ["H2O und MP3", "G7-Gipfel", "COVID-neunzehnte", "Achtung", "MIX, CD, DVD", "may march"]
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert [number for number in numbers(View(text, "de")) if number.kind != "word"] == []


def test_the_other_convention_is_kept_as_a_second_reading() -> None:
    [number] = numbers(View("1.234 Euro", "de"))
    assert number.values == (1234.0, 1.234)


def test_a_time_without_half_of_the_day_may_be_either() -> None:
    [number] = numbers(View("um 5 Uhr", "de"))
    assert number.values == (5.0, 17.0)


def test_day_and_month_that_may_be_swapped_have_both_values() -> None:
    day, month, _ = sorted(numbers(View("am 05/06/2024", "en")), key=lambda number: number.kind)
    assert (day.kind, day.values, month.kind, month.values) == ("day", (6, 5), "month", (5, 6))


def test_numbers_in_masked_parts_are_none() -> None:
    assert numbers(View("Siehe https://a.example/2024/31 und {0}", "de")) == []


def test_the_place_is_exactly_the_number() -> None:
    text = "Er zahlte 1.500 Euro und zwanzig Cent."
    assert [text[number.start : number.end] for number in numbers(View(text, "de"))] == ["1.500", "zwanzig"]


SEPARATORS = {"de": (",", "."), "en": (".", ",")}
ADDRESS = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}")


@given(st.integers(0, 10**12), st.integers(0, 999), st.integers(0, 3), st.sampled_from(["de", "en"]), st.booleans())
def test_any_number_written_in_either_locale_reads_back_as_itself(
    whole: int, fraction: int, places: int, lang: str, grouped: bool
) -> None:
    decimal, group = SEPARATORS[lang]
    digits = f"{whole:,}".replace(",", group) if grouped else str(whole)
    assume(not ADDRESS.fullmatch(digits))  # 5.176.132.100 is an address of the internet in either language
    tail = f"{decimal}{fraction:03d}"[: places + 1] if places else ""
    expected = float(f"{whole}.{tail[1:] or 0}")
    [number] = numbers(View(f"x {digits}{tail} y", lang))
    assert number.value == pytest.approx(expected)
    assert number.text == digits + tail


UNITS = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
         "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]  # fmt: skip
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def in_german(value: int) -> str:
    if value >= 1000:
        return in_german(value // 1000) + "tausend" + (in_german(value % 1000) if value % 1000 else "")
    if value >= 100:
        return UNITS[value // 100] + "hundert" + (in_german(value % 100) if value % 100 else "")
    if value < 20:
        return UNITS[value]
    return (UNITS[value % 10] + "und" if value % 10 else "") + TENS[value // 10]


@given(st.integers(2, 999_999))
def test_any_number_in_german_words_reads_back_as_itself(value: int) -> None:
    assert values(in_german(value), "de") == [value]
