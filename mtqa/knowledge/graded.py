"""The graded dictionary: all renderings of a word, each with how much company it needs to be right.

``renderings.tsv`` holds a word and its renderings, each with a digit: 3 usual in general prose, 2 good in some contexts, 1
right only in special company, though dictionaries list it: what a rough engine often writes wrongly. Suggestions come
from here; as evidence it adds nothing to what the lexical tables know (AP of the judge of rough texts .513 with and without).
"""

from __future__ import annotations

from functools import cache

from mtqa.knowledge.table import alternatives, read_table

TABLE = "renderings"

USUAL = 3


@cache
def _cells(source_lang: str, target_lang: str) -> dict[str, str]:
    """Source word in lower case -> the cell of its renderings."""
    return {row["word"].lower(): row["renderings"] for row in read_table(f"{source_lang}-{target_lang}", TABLE)}


def usual_renderings(word: str, source_lang: str, target_lang: str) -> list[str]:
    """The renderings of a source word (a dictionary form) that general prose expects, the first the most usual."""
    cell = _cells(source_lang, target_lang).get(word.lower(), "")
    return [text[:-1] for text in alternatives(cell) if int(text[-1]) >= USUAL]
