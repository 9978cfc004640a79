"""The graded dictionary: all renderings of a word, each with how much company it needs to be right.

``renderings.tsv`` holds a word and its renderings, each with a digit: 3 usual in general prose, 2 good in some contexts, 1
right only in special company, though dictionaries list it: what a rough engine often writes wrongly. A direction without such a
table has the plain dictionary's renderings, as usual ones, and the other direction's table read backwards. Suggestions come
from here; as evidence it adds nothing to what the lexical tables know (AP of the judge of rough texts .513 with and without).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from mtqa.knowledge.table import alternatives, read_table
from mtqa.text.lexicon import zipf

TABLE, PLAIN = "renderings", "dictionary"

USUAL = 3
WORD = 2.5
"""The frequency (Zipf) from which a word of the table is one that people write; some are but stems that a lemmatizer makes."""
PROPER = frozenset(
    """
africa african america american april arabic asia asian august australian austrian belgian bible britain
british canadian catholic chinese christian christmas czech danish december dutch easter england english
europe european february france french friday german germany god greek hungarian indian irish islamic italian
january japanese jewish july june latin march mexican monday muslim norwegian november october polish
portuguese protestant russian saturday scottish september spanish sunday swedish swiss thursday tuesday
turkish wednesday welsh
""".split()
)
"""English words that have a capital everywhere; the table has its words without."""

Grades = dict[str, int]
"""Renderings with their grades, the most usual first."""
NONE: Grades = {}


@cache
def _cells(source_lang: str, target_lang: str) -> dict[str, str]:
    """Source word in lower case -> the cell of its renderings; empty where there is no table."""
    return {row["word"].lower(): row["renderings"] for row in read_table(f"{source_lang}-{target_lang}", TABLE)}


def _graded(cell: str) -> Grades:
    return {text[:-1]: int(text[-1]) for text in alternatives(cell)}


@cache
def _backwards(source_lang: str, target_lang: str) -> dict[str, Grades]:
    """The plain dictionary in its order, then what renders to the word, the more frequent first."""
    out: dict[str, Grades] = defaultdict(dict)
    for row in read_table(f"{source_lang}-{target_lang}", PLAIN):
        out[row["word"].lower()] |= dict.fromkeys(alternatives(row["renderings"]), USUAL)
    there = _cells(target_lang, source_lang)
    often = {word: frequency for word in there if (frequency := zipf(word, target_lang)) >= WORD}
    for word in sorted(often, key=lambda word: (-often[word], word)):
        for text, grade in _graded(there[word]).items():
            out[text.lower()].setdefault(word.capitalize() if word in PROPER else word, grade)
    return dict(out)


def usual_renderings(word: str, source_lang: str, target_lang: str) -> list[str]:
    """The renderings of a source word (a dictionary form) that general prose expects, the first the most usual."""
    return [text for text, grade in grades(word, source_lang, target_lang).items() if grade >= USUAL]


def grades(word: str, source_lang: str, target_lang: str) -> Grades:
    """All renderings of a source word (a dictionary form), with their grades."""
    cells = _cells(source_lang, target_lang)
    return (
        _graded(cells.get(word.lower(), "")) if cells else _backwards(source_lang, target_lang).get(word.lower(), NONE)
    )


def is_graded(source_lang: str, target_lang: str) -> bool:
    """Whether there is a graded dictionary of the pair."""
    return bool(_cells(source_lang, target_lang) or _backwards(source_lang, target_lang))
