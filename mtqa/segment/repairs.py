"""What sentencex is known to get wrong, as rules about the two sides of a boundary.

Each rule says "this is one sentence" and works from the language's data alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from mtqa.lang.base import Language, language

BRACKETS = ")]}"
EITHER = "\"'’"
"""Marks that open and close alike; at the beginning of a piece they close where white space follows."""
NUMBERED = re.compile(r"[.!?:;]\s+(\(?\d{1,2}[.)]\s*)$")
MARKER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]")
ORDINAL = re.compile(r"(?:(\w+)\s+)?(\d{1,3})\.$")
WORD = re.compile(r"[^\W\d_]+")
ENDING = re.compile(r"[^\W\d_]{4,}\.$")
SAID = re.compile(r"[!?.…,][”“»«\"'’]$")
SHORTEST_MONTH = 3


def belongs_left(left: str, right: str, lang: Language) -> int:
    """How many characters of ``right`` close what ``left`` opened: brackets and quotation marks."""
    match = _closing(lang.code).match(right)
    if not match or (right[0] == '"' and left.count('"') % 2 == 0):
        return 0
    return match.end()


def belongs_right(left: str, right: str, lang: Language) -> int:
    """How many characters at the end of ``left`` are the number of a list item that ``right`` is."""
    match = NUMBERED.search(left)
    if not match or not right[:1].isupper():
        return 0
    return 0 if _is_abbreviation(left[: match.start(1)].rsplit(maxsplit=1)[-1], lang) else len(match.group(1))


def is_one_sentence(left: str, right: str, lang: Language) -> bool:
    """Whether any rule says that the boundary between the two (stripped, not empty) is none."""
    return any(rule(left, right, lang) for rule in RULES)


def _goes_on_in_lower_case(left: str, right: str, lang: Language) -> bool:  # noqa: ARG001 - every rule's signature
    """„Was?“ fragte er."""
    return bool(SAID.search(left)) and right[0].islower()


def _only_marks(left: str, right: str, lang: Language) -> bool:  # noqa: ARG001
    """A list item's number, and pieces without any letter or digit."""
    return bool(MARKER.fullmatch(left)) or not any(map(str.isalnum, right))


def _ordinal(left: str, right: str, lang: Language) -> bool:
    """Der 2. Weltkrieg; BERLIN, 3. Jan. (dpa)."""
    match = ORDINAL.search(left) if lang.ordinal_dot else None
    if not match:
        return False
    word = _first_word(right)
    if _is_month(word, lang):
        return True
    opened = match.group(1) is None or match.group(1).lower() in lang.function_words
    return opened and word[:1].isupper() and not _opens_sentence(word, lang)


def _abbreviation(left: str, right: str, lang: Language) -> bool:
    """Fa. Müller; Jan. 2020; Hauptstr. 12. Before a capitalised function word an abbreviation may end a sentence."""
    word = left.rsplit(maxsplit=1)[-1].lstrip("(„“\"‚'[»«")
    if not _is_abbreviation(word, lang) or (word not in lang.abbreviations and not right[0].isdigit()):
        return False
    return not _opens_sentence(_first_word(right), lang) and not QUOTED.match(right)


QUOTED = re.compile('[„“"»‚]')
Rule = Callable[[str, str, Language], bool]
RULES: tuple[Rule, ...] = (_goes_on_in_lower_case, _only_marks, _ordinal, _abbreviation)


def _first_word(text: str) -> str:
    match = WORD.match(text)
    return match.group() if match else ""


def _opens_sentence(word: str, lang: Language) -> bool:
    return word[:1].isupper() and word.lower() in lang.function_words


def _is_month(word: str, lang: Language) -> bool:
    low = word.lower()
    return len(low) >= SHORTEST_MONTH and any(month.lower().startswith(low) for month in lang.months)


def _is_abbreviation(word: str, lang: Language) -> bool:
    """Whether ``word`` is an abbreviation of the language, or a compound that ends in one (Hauptstr.)."""
    if word in lang.abbreviations:
        return True
    return bool(ENDING.search(word)) and word.lower().endswith(_long_abbreviations(lang.code))


@cache
def _long_abbreviations(code: str) -> tuple[str, ...]:
    """Abbreviations of at least three letters that words may end in (str.), lower case."""
    known = language(code).abbreviations
    return tuple(sorted({item.lower() for item in known if len(item) > SHORTEST_MONTH and item[:-1].isalpha()}))


@cache
def _closing(code: str) -> re.Pattern[str]:
    """Closing marks at the beginning of a piece, with the white space after them, as the language writes them."""
    pairs = language(code).quotes
    openers = {opener for opener, _ in pairs}
    sure = {*BRACKETS, *"”", *(closer for _, closer in pairs)} - openers - set(EITHER)
    return re.compile(rf"(?:[{re.escape(''.join(sorted(sure)))}]+|[{EITHER}]+(?=\s|$))\s*")
