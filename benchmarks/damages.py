"""Ways to damage a good translation, each as a slip or a machine does it: for ``benchmarks.slips``.

A damage takes a text, its language and a random generator, and gives the damaged text, or None where there is nothing to
damage.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Damage = Callable[[str, str, Random], str | None]

SCALES = {
    "Millionen": "Milliarden",
    "Milliarden": "Billionen",
    "Mio.": "Mrd.",
    "Mrd.": "Mio.",
    "million": "billion",
    "billion": "million",
    "Million": "Milliarde",
    "trillion": "billion",
}
MONTHS = {
    "Januar": "Juni",
    "Februar": "März",
    "März": "Mai",
    "Mai": "März",
    "Juni": "Juli",
    "Juli": "Juni",
    "August": "April",
    "September": "November",
    "Oktober": "Dezember",
    "November": "September",
    "Dezember": "Oktober",
    "January": "June",
    "February": "March",
    "June": "July",
    "July": "June",
    "September ": "November ",
    "October": "December",
    "December": "October",
}
DAYS = {
    "Montag": "Mittwoch",
    "Dienstag": "Donnerstag",
    "Mittwoch": "Montag",
    "Donnerstag": "Dienstag",
    "Freitag": "Samstag",
    "Samstag": "Sonntag",
    "Sonntag": "Samstag",
    "Monday": "Wednesday",
    "Tuesday": "Thursday",
    "Thursday": "Tuesday",
    "Saturday": "Sunday",
    "Sunday": "Saturday",
}
UNITS = {
    "Kilometer": "Meilen",
    "km": "m",
    "Meilen": "Kilometer",
    "Meter": "Fuß",
    "Kilogramm": "Pfund",
    "kg": "g",
    "Minuten": "Stunden",
    "Stunden": "Minuten",
    "Sekunden": "Minuten",
    "Tage": "Wochen",
    "Wochen": "Tage",
    "Jahre": "Monate",
    "Monate": "Jahre",
    "MB": "GB",
    "GB": "MB",
    "kilometers": "miles",
    "minutes": "hours",
    "hours": "minutes",
    "seconds": "minutes",
    "days": "weeks",
    "weeks": "days",
    "years": "months",
    "months": "years",
}
MONEY = {
    "Euro": "Dollar",
    "Dollar": "Euro",
    "€": "$",
    "$": "€",
    "euros": "dollars",
    "dollars": "euros",
    "Pfund": "Euro",
    "Yen": "Euro",
}
NUMBERS = {
    "drei": "vier",
    "vier": "drei",
    "fünf": "sechs",
    "sechs": "sieben",
    "sieben": "acht",
    "acht": "neun",
    "zehn": "zwölf",
    "zwölf": "zwanzig",
    "zwanzig": "dreißig",
    "dreißig": "vierzig",
    "three": "four",
    "four": "five",
    "five": "six",
    "six": "seven",
    "ten": "twelve",
    "twelve": "twenty",
    "twenty": "thirty",
    "thirty": "forty",
}
DIGITS = re.compile(r"(?<![\w.,:/-])[1-9]\d+(?![\w:/-])")


def _one(pattern: str, text: str, random: Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return random.choice(found) if found else None


def _replaced(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _word(table: dict[str, str], before: str = "") -> Damage:
    def damage(text: str, _lang: str, random: Random) -> str | None:
        words = "|".join(re.escape(word) for word in table)
        match = _one(rf"(?<=\d)[ \u00a0](?:{words})(?!\w)" if before else rf"(?<!\w)(?:{words})(?!\w)", text, random)
        if not match:
            return None
        lead = match.group()[:1] if before else ""
        return _replaced(text, match, lead + table[match.group()[len(lead) :]])

    return damage


def _cut(pattern: str, new: str = "") -> Damage:
    def damage(text: str, _lang: str, random: Random) -> str | None:
        match = _one(pattern, text, random)
        return _replaced(text, match, match.expand(new)) if match else None

    return damage


def digit(text: str, _lang: str, random: Random) -> str | None:
    """One digit is another one."""
    match = _one(DIGITS.pattern, text, random)
    if not match:
        return None
    at = random.randrange(match.start(), match.end())
    return text[:at] + random.choice([char for char in "123456789" if char != text[at]]) + text[at + 1 :]


def swapped(text: str, _lang: str, random: Random) -> str | None:
    """Two digits have changed places."""
    found = [match for match in DIGITS.finditer(text) if match.group()[0] != match.group()[1]]
    if not found:
        return None
    match = random.choice(found)
    return _replaced(text, match, match.group()[1] + match.group()[0] + match.group()[2:])


def separator(text: str, lang: str, random: Random) -> str | None:
    """The decimal mark is that of the other language, or has moved by one digit."""
    mark = "," if lang == "de" else r"\."
    match = _one(rf"(?<![\w.,:/-])\d+{mark}\d{{1,2}}(?![\w.,:/-])", text, random)
    if not match:
        return None
    whole, part = re.split(r"[.,]", match.group())
    return _replaced(
        text, match, whole + part if random.random() < 0.5 else f"{whole}{part[0]}{mark[-1]}{part[1:] or '0'}"
    )


def hour(text: str, _lang: str, random: Random) -> str | None:
    """A time of day is an hour off."""
    match = _one(r"(?<![\d.,:])(\d{1,2})(?=:[0-5]\d(?!\d|:)| Uhr| ?[ap]\.?m)", text, random)
    return _replaced(text, match, str((int(match[1]) % 11) + 1)) if match else None


def bracket(text: str, _lang: str, random: Random) -> str | None:
    """One bracket of a pair is lost."""
    match = _one(r"\([^()]{3,}\)", text, random)
    return _replaced(text, match, match.group()[1:] if random.random() < 0.5 else match.group()[:-1]) if match else None


def quote(text: str, _lang: str, random: Random) -> str | None:
    """One quotation mark of a pair is lost."""
    match = _one(r"„[^“„]{3,}“|“[^”“]{3,}”|\"[^\"]{3,}\"", text, random)
    return _replaced(text, match, match.group()[1:] if random.random() < 0.5 else match.group()[:-1]) if match else None


def doubled(text: str, _lang: str, random: Random) -> str | None:
    """A word stands twice."""
    match = _one(r"(?<= )[^\W\d_]{4,}(?= )", text, random)
    return _replaced(text, match, f"{match.group()} {match.group()}") if match else None


def umlaut(text: str, lang: str, random: Random) -> str | None:
    """A word has ae, oe or ue, or ss, in place of its letter."""
    match = _one(r"(?<!\w)[a-zäöüß]*[äöü][a-zäöüß]*(?!\w)", text, random) if lang == "de" else None
    table = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
    return _replaced(text, match, match.group().translate(table)) if match else None


DAMAGES: dict[str, Damage] = {
    "a digit changed": digit,
    "two digits swapped": swapped,
    "decimal mark lost or moved": separator,
    "number dropped": _cut(r"(?<![\w.,:/-])[1-9]\d+ (?=\w)"),
    "number word changed": _word(NUMBERS),
    "scale changed": _word(SCALES),
    "month changed": _word(MONTHS),
    "weekday changed": _word(DAYS),
    "time an hour off": hour,
    "unit changed": _word(UNITS, before="digit"),
    "currency changed": _word(MONEY, before="digit"),
    "minus lost": _cut(r"(?<=\s)[-−](?=\d)"),
    "bracket lost": bracket,
    "quotation mark lost": quote,
    "question lost": _cut(r"\?$", "."),
    "full stop lost": _cut(r"(?<=\w{3})\.$"),
    "space before a mark": _cut(r"(?<=\w\w)([,;!?])(?= |$)", r" \1"),
    "space after a mark lost": _cut(r"(?<=\w\w)([,;!?]) (?=[^\W\d_]{2})", r"\1"),
    "mark doubled": _cut(r"(?<=\w\w)([,.])(?= |$)", r"\1\1"),
    "two spaces": _cut(r"(?<=\w) (?=\w)", "  "),
    "word doubled": doubled,
    "small letter at the start": lambda text, _lang, _random: text[0].lower() + text[1:] if text[0].isupper() else None,
    "umlaut lost": umlaut,
    "foreign quotation marks": _cut(r"„([^“„]{3,})“", r"“\1”"),
    "number glued to its word": _cut(r"(?<![\w.,])(\d+) (?=[^\W\d_]{4,})", r"\1"),
}
"""What happens, and the function that does it."""
