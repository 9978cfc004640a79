"""Times of day as they are written in running text: ``5:30 pm``, ``17.30 Uhr``, ``halb sechs``, ``half past five``, ``noon``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.lang.base import language, short
from mtqa.text.date_part import DatePart
from mtqa.text.number_words import word_value

if TYPE_CHECKING:
    from collections.abc import Iterator

COLON = re.compile(r"(?<![\w.:,])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")

SPOKEN = {
    "de": re.compile(
        r"(?<!\w)(?:(?P<half>halb)|(?P<minutes>[^\W\d_]+|\d\d?) (?P<sign>nach|vor) (?P<halved>halb )?)"
        r" ?(?P<hour>[^\W\d_]{3,6}|1?\d)(?!\w)(?! (?:Jahr|Monat|Woche|Tag|Stunde|Minute|Sekunde))"
    ),
    "en": re.compile(
        r"(?<!\w)(?P<minutes>half|quarter|[^\W\d_]+|\d\d?) (?P<sign>past|to) (?P<hour>[^\W\d_]{3,6}|1?\d)(?!\w)",
        re.IGNORECASE,
    ),
}
"""How a time of day is said in words; the minutes are counted from the hour, in German also from the half before it."""

MINUTES = {"half": 30, "quarter": 15, "viertel": 15}
CLUES = {"de": ("halb ", " nach ", " vor "), "en": (" past ", " to ")}


@lru_cache(64)
def _clock_pattern(lang: str) -> re.Pattern[str] | None:
    clock = language(lang).clock
    if not clock:
        return None
    words = "|".join(rf"{word}|{word[0]}\.\s?{word[1]}\." if len(word) == 2 else re.escape(word) for word in clock)
    return re.compile(
        rf"(?<![\w.:,])([01]?\d|2[0-4])(?:[:.]([0-5]\d))?\s?(?P<word>{words})(?!\w)(?:\s([0-5]\d)(?![\d.,]\d|\d))?",
        re.IGNORECASE,
    )


def times(text: str, lang: str) -> Iterator[DatePart]:
    """Times of day with digits, in hours: ``5:30 pm`` and ``17:30 Uhr`` are both 17.5.

    A time that does not say which half of the day may be of either.
    """
    pattern, seen = _clock_pattern(lang), set()
    for match in pattern.finditer(text) if pattern else ():
        seen.add(match.start())
        hours, minutes = int(match[1]), int(match[2] or match[4] or 0)
        added = language(lang).clock.get(re.sub(r"[.\s]", "", match["word"].lower()), 0)
        marked = match["word"][0].lower() in "ap" and match["word"][-1:].lower() in "m."
        value = (hours % 12 + added if marked else hours) + minutes / 60
        also = (hours + minutes / 60, *((24.0,) if value == 0 else ())) if marked else other_half(value)
        yield DatePart("time", *match.span(), value, also)
    for match in COLON.finditer(text):
        if match.start() not in seen:
            value = int(match[1]) + int(match[2]) / 60
            yield DatePart("time", *match.span(), value, other_half(value))


def told_times(text: str, lang: str) -> Iterator[DatePart]:
    """Of :func:`times` those that say which half of the day they are in, with that value alone: ``3 p.m.`` and ``15 Uhr``.

    By the clock of 24 hours, by ``a.m.`` and ``p.m.``, or by what follows: ``3 Uhr morgens``, ``3 in the morning``.
    """
    after = DAY.get(short(lang))
    for part in times(text, lang):
        word = after.match(text, part.end) if after else None
        if part.value >= 13 or part.value < 1 or text[part.start : part.end].rstrip(".")[-1:].lower() == "m":
            yield DatePart("time", part.start, part.end, part.value % 24)
        elif word:
            yield DatePart("time", part.start, word.end(), _in_half(part.value, word))
    for match in BARE.finditer(text) if short(lang) == "en" else ():
        if word := DAY["en"].match(text, match.end()):
            yield DatePart("time", match.start(), word.end(), _in_half(int(match[1]), word))


BARE = re.compile(r"(?<![\w.:,])(1[0-2]|[1-9])(?= (?:in the|at night))")
"""An hour alone, which only the words for the half of the day make one: *3 in the morning*."""

DAY = {
    "de": re.compile(
        r" (?:(?P<first>morgens|früh|vormittags|am (?:Morgen|Vormittag)|in der Früh)"
        r"|(?P<second>mittags|nachmittags|abends|am (?:Mittag|Nachmittag|Abend))|(?P<night>nachts|in der Nacht))(?!\w)"
    ),
    "en": re.compile(
        r" (?:in the (?:(?P<first>morning)|(?P<second>afternoon|evening))|(?P<night>at night))(?!\w)", re.IGNORECASE
    ),
}
"""What after a time says which half of the day it is in; a night has some of both."""

EVENING = 6
"""From this hour on a time *at night* is before midnight."""


def _in_half(hours: float, word: re.Match[str]) -> float:
    if word["second"] in ("mittags", "am Mittag") and 11 <= hours < 12:
        return hours
    late = bool(word["second"]) or (bool(word["night"]) and hours % 12 >= EVENING)
    return hours % 12 + 12 * late


def spoken_times(text: str, lang: str) -> Iterator[DatePart]:
    """Times of day in words, of kind ``daytime``: ``halb sechs``, ``Viertel nach fünf``, ``half past five``."""
    lang = short(lang)
    if lang not in SPOKEN or not any(clue in text for clue in CLUES[lang]):
        return
    for match in SPOKEN[lang].finditer(text):
        hour, away = _value(match["hour"], lang), _minutes(match, lang)
        if hour is not None and 1 <= hour <= 12 and away is not None:
            value = (hour + away / 60) % 12
            yield DatePart("daytime", *match.span(), value, other_half(value))


def _value(word: str, lang: str) -> float | None:
    return float(word) if word.isdigit() else word_value(word.lower(), lang)


def _minutes(match: re.Match[str], lang: str) -> float | None:
    """How many minutes after the full hour that is named (less than 0: before it)."""
    if lang == "de" and match["half"]:
        return -30
    minutes = MINUTES.get(match["minutes"].lower()) or _value(match["minutes"], lang)
    if minutes is None or not (minutes in (5, 10, 15, 20, 25, 30) or (minutes < 30 and minutes == int(minutes) > 0)):
        return None
    signed = minutes if match["sign"].lower() in ("past", "nach") else -minutes
    return signed - 30 if lang == "de" and match["halved"] else signed


def day_points(lower: frozenset[str], lang: str) -> frozenset[float]:
    """The hours of the words for a point of the day that a text has: ``noon`` is 12, ``Mitternacht`` 0."""
    points = language(lang).day_points
    return frozenset(points[word] for word in points.keys() & lower)


def other_half(hours: float) -> tuple[float, ...]:
    """The same time on the clock's other half of the day."""
    return (hours + 12,) if hours < 12 else (hours - 12,)
