"""The graded dictionary: all renderings of a word, each with how much company it needs to be right.

``renderings.tsv`` holds a word and its renderings, each with a digit: 3 usual in general prose, 2 good in some contexts, 1
right only in special company, though dictionaries list it: what a rough engine often writes wrongly.
"""

from __future__ import annotations

from functools import cache

from mtqa.knowledge.table import alternatives, read_table
from mtqa.text.lexicon import base_form

TABLE = "renderings"

GRADES = "123"


@cache
def graded(source_lang: str, target_lang: str) -> dict[str, dict[str, int]]:
    """Source word in lower case -> its renderings in lower case, as they stand and in dictionary form -> grade."""
    return {
        row["word"].lower(): _renderings(row["renderings"], target_lang)
        for row in read_table(f"{source_lang}-{target_lang}", TABLE)
    }


def _renderings(cell: str, lang: str) -> dict[str, int]:
    out: dict[str, int] = {}
    for text in alternatives(cell):
        word, grade = text[:-1], int(text[-1])
        for form in {word.lower(), base_form(word, lang)}:
            out[form] = max(out.get(form, 0), grade)
    return out
