"""Numbers, dates and times in every form that a locale writes: what is written reads back as itself.

The forms are those of the Unicode CLDR, as Babel writes them; it knows nothing of how they are read here.
"""

from __future__ import annotations

from datetime import date, time

import pytest
from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.text.dates import dates
from mtqa.text.number_words import word_runs
from mtqa.text.numbers import numbers
from mtqa.text.view import View

LOCALES = ["de", "de_AT", "de_CH", "en", "en_GB"]
DAYS = st.dates(date(1100, 1, 1), date(2099, 12, 31))


def in_english(value: int) -> str:
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if value >= size:
            rest = value % size
            return f"{in_english(value // size)} {word}" + (f" {in_english(rest)}" if rest else "")
    if value >= 100:
        rest = value % 100
        return f"{in_english(value // 100)} hundred" + (f" and {in_english(rest)}" if rest else "")
    if value < 20:
        return SMALL[value]
    return TENS[value // 10] + (f"-{SMALL[value % 10]}" if value % 10 else "")


SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
         "eighteen nineteen").split()  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
EINS = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn",
        "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]  # fmt: skip
ZEHNER = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def in_german(value: int) -> str:
    for size, one, many in (
        (10**12, "Billion", "Billionen"),
        (10**9, "Milliarde", "Milliarden"),
        (10**6, "Million", "Millionen"),
    ):
        if value >= size:
            count, rest = divmod(value, size)
            head = f"eine {one}" if count == 1 else f"{in_german(count)} {many}"
            return head + (f" {in_german(rest)}" if rest else "")
    if value >= 1000:
        return in_german(value // 1000) + "tausend" + (in_german(value % 1000) if value % 1000 else "")
    if value >= 100:
        return EINS[value // 100] + "hundert" + (in_german(value % 100) if value % 100 else "")
    if value < 20:
        return EINS[value]
    return (EINS[value % 10] + "und" if value % 10 else "") + ZEHNER[value // 10]


@settings(deadline=None)
@given(st.integers(0, 10**12), st.integers(0, 999), st.integers(0, 3), st.sampled_from(LOCALES))
def test_any_number_that_a_locale_writes_reads_back_as_itself(whole: int, part: int, places: int, locale: str) -> None:
    value = whole + (part / 1000 if places else 0)
    english = format_decimal(value, locale="en", format="#,##0.###")
    swiss = english.replace(",", "’")  # Babel groups de_CH wrongly from a thousand million on
    written = swiss if locale == "de_CH" else format_decimal(value, locale=locale, format="#,##0.###")
    [number] = numbers(View(f"x {written} y", locale))
    assert number.text == written
    assert number.value == pytest.approx(value)


@settings(deadline=None)
@given(st.integers(0, 10**15 - 1))
def test_any_number_in_english_words_reads_back_as_itself(value: int) -> None:
    view = View(in_english(value), "en")
    assert [run.value for run in word_runs(view.tokens, view.lower, "en")] == [value]


@settings(deadline=None)
@given(st.integers(0, 10**15 - 1))
def test_any_number_in_german_words_reads_back_as_itself(value: int) -> None:
    view = View(in_german(value), "de")
    assert [run.value for run in word_runs(view.tokens, view.lower, "de")] == [value]


@settings(deadline=None)
@given(DAYS, st.sampled_from(["full", "long", "medium"]), st.sampled_from(LOCALES))
def test_any_date_that_a_locale_writes_reads_back_as_itself(day: date, form: str, locale: str) -> None:
    written = format_date(day, form, locale=locale)
    [found] = dates(f"x {written} y", locale)
    assert found.day
    assert found.year
    assert day.day in found.day.values
    assert day.month in found.month.values
    assert found.year.value == day.year
    assert found.swapped or found.weekday == day.weekday()


@settings(deadline=None)
@given(DAYS, st.sampled_from(["dd.MM.yyyy", "d.M.yyyy", "d. M. yyyy", "yyyy-MM-dd", "dd.MM.yy"]))
def test_any_german_date_in_digits_reads_back_as_itself(day: date, pattern: str) -> None:
    [found] = dates(f"am {format_date(day, pattern, locale='de')} kam er", "de")
    assert found.day
    assert found.year
    assert (found.day.value, found.month.value) == (day.day, day.month)
    assert day.year in found.year.values or found.year.value == day.year % 100


@settings(deadline=None)
@given(DAYS, st.sampled_from(["MM/dd/yyyy", "M/d/yyyy", "MMM d, yyyy", "MMMM d yyyy", "d MMMM yyyy", "dd MMM yyyy"]))
def test_any_english_date_reads_back_as_itself(day: date, pattern: str) -> None:
    [found] = dates(f"on {format_date(day, pattern, locale='en')} he came", "en")
    assert found.day
    assert found.year
    assert (found.day.value, found.month.value, found.year.value) == (day.day, day.month, day.year)


@settings(deadline=None)
@given(st.times())
def test_any_time_reads_back_as_itself_on_both_clocks(moment: time) -> None:
    hours = moment.hour + moment.minute / 60
    english = format_time(moment, "h:mm a", locale="en").replace("\u202f", " ")
    for written, lang in (
        (f"{moment:%H:%M} Uhr", "de"),
        (f"{moment:%H.%M} Uhr", "de"),
        (english, "en"),
        (f"{moment:%H:%M}", "en"),
    ):
        [number] = numbers(View(f"x {written} y", lang))
        assert number.kind == "time"
        assert any(value % 24 == pytest.approx(hours) for value in number.values)


@pytest.mark.parametrize(
    ("text", "lang", "hours"),
    [
        ("um halb sechs", "de", 5.5),
        ("um Viertel nach fünf", "de", 5.25),
        ("um Viertel vor sechs", "de", 5.75),
        ("um zehn vor halb sechs", "de", 5 + 20 / 60),
        ("um fünf nach halb sechs", "de", 5 + 35 / 60),
        ("at half past five", "en", 5.5),
        ("at quarter past five", "en", 5.25),
        ("at ten to six", "en", 5 + 50 / 60),
    ],
)
def test_times_in_words_are_read(text: str, lang: str, hours: float) -> None:
    [number] = [number for number in numbers(View(text, lang)) if number.kind == "daytime"]
    assert number.values == pytest.approx((hours, hours + 12))


@pytest.mark.parametrize(
    ("german", "english", "value"),
    [
        ("zwei Drittel", "two thirds", 2 / 3),
        ("zweieinhalb", "two and a half", 2.5),
        ("anderthalb Millionen", "one and a half million", 1.5e6),
        ("eine halbe Million", "half a million", 5e5),
        ("eine Viertelmillion", "a quarter of a million", 2.5e5),
        ("5 Bio. Euro", "5 trillion euros", 5e12),
        ("drei Dutzend", "three dozen", 36),
        ("dreiunddreißigjährig", "thirty-three", 33),
        ("zehnfach", "tenfold", 10),
        ("einundzwanzigste", "twenty-first", 21),
        ("tausend", "a thousand", 1000),
    ],
)
def test_the_same_value_is_read_in_both_languages(german: str, english: str, value: float) -> None:
    for text, lang in ((german, "de"), (english, "en")):
        assert any(number.value == pytest.approx(value) for number in numbers(View(text, lang)))


def test_separators_of_a_region_go_before_those_of_the_language() -> None:
    for locale, values in (("de", (1234.0, 1.234)), ("de-CH", (1.234, 1234.0))):
        [number] = numbers(View("1.234 m", locale))
        assert number.values == values


def test_numbers_one_after_the_other_are_two() -> None:
    assert [number.value for number in numbers(View("tausend und zweitausend Dollar", "de"))] == [1000, 2000]
