"""Proper names: which words of a text are names, and whether two spellings are the same name.

``Zelensky`` and ``Selenskyj``, ``Chukotka`` and ``Tschukotka`` are one name written by two languages' customs. Both are
reduced to a skeleton of consonants in which those customs agree (the idea of Soundex and of Philips' Metaphone, 1990,
with the sound rules of German and English romanisation).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mtqa.text.view import View, per_view

SOUNDS: tuple[tuple[str, str], ...] = (
    ("schtsch|shch|dsch|tsch|sch|tch|dzh|cz|kh|ch|sh|zh|sz|dj|š|ž", "č"),
    ("ph|ff?|v|w", "v"),
    ("ts|tz|z|ß|c(?=[eiy])", "s"),
    ("x|ks|cks", "ks"),
    ("ck|qu?|c", "k"),
    ("th|dt", "t"),
    ("gh", "g"),
    ("h", ""),
    ("[aeiouyj]+", ""),
)
"""Letter groups that stand for the same sounds in the two spellings, applied in order."""

RULES = tuple((re.compile(pattern), sound) for pattern, sound in SOUNDS)

POSSESSIVE = re.compile("['’]s?$")

STARTS = frozenset(".!?:;–—-•*\"“”„»«‚‘'()[]…")
"""After these a capital may be the sentence's and not the word's."""


@lru_cache(1 << 15)
def skeleton(name: str) -> str:
    """What of the name's sound survives transliteration: consonants without doubling."""
    text = name.casefold()
    for pattern, sound in RULES[:1]:
        text = pattern.sub(sound, text)
    plain = "".join(char if char == "č" else unicodedata.normalize("NFD", char)[0] for char in text)
    for pattern, sound in RULES[1:]:
        plain = pattern.sub(sound, plain)
    return re.sub(r"(.)\1+", r"\1", plain)


VOWELS: tuple[tuple[str, str], ...] = (
    ("(?<=[bcdfghklmnpqrstvwxz])y(?![aeou])|[ij]?[yi]j?(?![aeou])|ee|ie(?=[^aeiou]|$)", "e"),
    ("(?<=[aeiou])[yj]|[ij](?=[aeou])|y", ""),
    ("ae|ä", "e"), ("oe|ö|ou|oo|[ou]", "o"), ("ue|ü", "o"), ("[ei]", "e"),
    ("(?<=č)o(?=[vw]$)", "e"),
)  # fmt: skip
"""What of a name's vowels survives transliteration: whether they are dark, light, or *a*; *y* and *j* come and go."""

VOWEL_RULES = tuple((re.compile(pattern), sound) for pattern, sound in VOWELS)


@lru_cache(1 << 15)
def sounds(name: str) -> str:
    """The name as both customs of transliteration write it: consonants as in :func:`skeleton`, vowels by kind.

    ``Zelensky`` and ``Selenskyj`` sound alike, ``Hartwell`` and ``Hertwell`` do not, though they share a skeleton.
    """
    text = name.casefold()
    for pattern, sound in RULES[:1]:
        text = pattern.sub(sound, text)
    for pattern, sound in VOWEL_RULES[:4]:
        text = pattern.sub(sound, text)
    text = "".join(char if char == "č" else unicodedata.normalize("NFD", char)[0] for char in text)
    for pattern, sound in (*VOWEL_RULES[4:], *RULES[1:-1]):
        text = pattern.sub(sound, text)
    return re.sub(r"(.)\1+", r"\1", text)


@lru_cache(1 << 16)
def same_name(one: str, other: str) -> bool:
    """Whether the two may be spellings of one name: the same sounds, or one is the other with an ending."""
    if skeleton(one) == skeleton(other):
        return True
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return len(short) > 2 and long.startswith(short) and len(long) - len(short) <= 4


@lru_cache(1 << 15)
def _plain(name: str) -> str:
    return POSSESSIVE.sub("", name).casefold()


@per_view
def inner_capitals(view: View) -> dict[str, int]:
    """The words, without ’s, whose capital no sentence beginning explains, and the token where each first stands."""
    found: dict[str, int] = {}
    tokens = view.tokens
    for number, token in enumerate(tokens):
        if token.text[0].isupper() and number and tokens[number - 1].text not in STARTS:
            found.setdefault(POSSESSIVE.sub("", token.text), number)
    return found
