"""German words in the spelling of before 1996, and words that lost an umlaut or their ß.

Which words had ß, and which need it, is told by ``de/old_spelling.tsv``; lost umlauts by how frequent the word is with and
without. Every word is judged once and remembered.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from mtqa.knowledge.table import read_table
from mtqa.text.lexicon import lemma, zipf

ENDINGS = "(?:e|en|er|es|em|n|s|st|t|te|ten|test|tet|ere|eren|erer|eres|ste|sten|ster)?"
WHERE = {"word": ("", ENDINGS), "end": (r"[^\W\d_]*", ENDINGS), "part": (r"[^\W\d_]*", r"[^\W\d_]*")}
TWO = re.compile("[aou]e")
UMLAUTS = {"ae": "ä", "oe": "ö", "ue": "ü"}
DOTS = {"a": "ä", "o": "ö", "u": "ü"}

COMMON, FAR = 3.3, 1.3
"""The Zipf frequency of a word that was meant, and by how much the word as it stands must be rarer."""

BARE, BARER = 4.3, 2.2
"""The same for words that lost the dots only, which are likelier to be other words."""

Kind = Literal["old", "sharp", "umlaut"]
LONGEST = 40
"""Letters of the longest word that is looked at; every letter may have lost its dots."""

REMEMBERED = 1 << 17
_FINE: set[str] = set()


class Spelling(NamedTuple):
    """What is wrong with a word, and how it is written (both in lower case)."""

    kind: Kind
    right: str


def misspelt(words: frozenset[str]) -> dict[str, Spelling]:
    """Those of the lower-case words that are spelt wrongly in one of these ways."""
    out = {}
    for word in words - _FINE:
        if found := spelling(word):
            out[word] = found
        elif len(_FINE) < REMEMBERED:
            _FINE.add(word)
    return out


@lru_cache(1 << 12)
def spelling(word: str) -> Spelling | None:
    """What is wrong with one lower-case word; None where nothing is."""
    if not 3 <= len(word) <= LONGEST or not word.isalpha():
        return None
    if "ß" in word or "ff" in word or word.isascii() or "ss" in word:
        for kind in ("old", "sharp"):
            if _pattern(kind).fullmatch(word):
                return Spelling("old" if kind == "old" else "sharp", _respelt(word, kind))
    if not (right := _umlaut(word)):
        return None
    return Spelling("umlaut", _respelt(right, "sharp") if _pattern("sharp").fullmatch(right) else right)


@cache
def _rows(kind: str) -> dict[str, str]:
    return {row["wrong"]: row["right"] for row in read_table("de", "old_spelling") if row["kind"] == kind}


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    rows = [row for row in read_table("de", "old_spelling") if row["kind"] == kind]
    return re.compile("|".join(WHERE[row["where"]][0] + row["wrong"] + WHERE[row["where"]][1] for row in rows))


def _respelt(word: str, kind: str) -> str:
    """The word with the longest part that is known to be wrong put right."""
    wrong = max((part for part in _rows(kind) if part in word), key=len)
    at = word.rindex(wrong)
    return word[:at] + _rows(kind)[wrong] + word[at + len(wrong) :]


def _umlaut(word: str) -> str:
    """The common word that it is with an umlaut, while it is rare or no word as it stands; empty where there is none."""
    right = TWO.sub(lambda pair: UMLAUTS[pair.group()], word)
    if right != word and _gain(word, right) >= FAR and zipf(right, "de") >= COMMON:
        return right
    if not word.isascii() or lemma(word, "de"):
        return ""
    for at, letter in enumerate(word):
        right = word[:at] + DOTS.get(letter, letter) + word[at + 1 :]
        if right != word and _gain(word, right) >= BARER and zipf(right, "de") >= BARE:
            return right
    return ""


def _gain(word: str, right: str) -> float:
    return zipf(right, "de") - zipf(word, "de")


def recased(word: str, right: str) -> str:
    """The lower-case ``right`` with the capitals of ``word``."""
    return right.upper() if word.isupper() else right.capitalize() if word[0].isupper() else right
