"""Names that two languages write differently: which names a word may be, whatever form it has.

``names/exonyms.tsv`` has countries with their people and adjectives, cities, rivers, persons and institutions, in all
forms that English and German give them: *Moscow, Muscovite* and *Moskau, Moskauer*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from mtqa.knowledge.table import alternatives, read_table
from mtqa.lang.base import short

SHORT = 4
"""Letters of a stem up to which only the endings of inflection may follow."""

COMPOUND = 6
"""Letters from which any word may follow a stem: *Ukrainekrieg*."""

LONGEST = 6
"""Letters of an ending."""

INFLECTION = {
    "de": re.compile("(?:e|en|er|ern|ers|es|em|n|s|in|innen)?"),
    "en": re.compile("(?:s|n|ns|an|ans|ian|ians|ese|is|ish|i)?"),
}
NOTHING = re.compile("")

_NONE: frozenset[int] = frozenset()


@cache
def _stems(lang: str) -> dict[str, list[tuple[str, bool, int]]]:
    """The first two letters -> (stem, whether endings may follow, number of the name)."""
    found: dict[str, list[tuple[str, bool, int]]] = defaultdict(list)
    for number, row in enumerate(read_table("names", "exonyms")):
        for form in alternatives(row.get(lang, "")):
            stem = form.removesuffix("*")
            found[stem[:2]].append((stem, form.endswith("*"), number))
    return found


@lru_cache(1 << 16)
def entities(word: str, lang: str) -> frozenset[int]:
    """The numbers of the names that a word of the language may stand for; empty for most words."""
    code = short(lang)
    bare = re.sub("['’]s?$", "", word)
    near = _stems(code).get(bare[:2])
    if not near:
        return _NONE
    return frozenset(number for stem, is_open, number in near if _fits(bare, stem, code, is_open=is_open))


def _fits(word: str, stem: str, lang: str, *, is_open: bool) -> bool:
    if not word.startswith(stem):
        return False
    ending = word[len(stem) :]
    inflected = INFLECTION.get(lang, NOTHING).fullmatch(ending) is not None
    if not is_open or len(stem) <= SHORT:
        return not ending or (is_open and inflected) or (lang == "de" and ending == "s")
    return len(ending) <= LONGEST or (lang == "de" and len(stem) >= COMPOUND)


@cache
def _plain_forms(lang: str) -> dict[int, tuple[str, ...]]:
    """Number of a name -> its forms without endings, capitalised ones alone."""
    rows = read_table("names", "exonyms")
    return {
        number: tuple(form.removesuffix("*") for form in alternatives(row.get(lang, "")) if form[0].isupper())
        for number, row in enumerate(rows)
    }


def forms(number: int, lang: str) -> tuple[str, ...]:
    """What the name is called in a language, the usual form first; stems where only stems are known."""
    return _plain_forms(short(lang)).get(number, ())
