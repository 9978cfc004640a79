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
