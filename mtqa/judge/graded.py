"""What the graded dictionary says about each target word: whether one expects it, or dictionaries merely list it too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.knowledge.graded import graded
from mtqa.lang.base import short

Floats = npt.NDArray[np.float32]
Entry = Mapping[str, int]

COLUMNS = ("grade", "best_grade", "listed", "elsewhere", "unsaid", "orphan")
"""The grade of the token as a rendering of the word that supports it, and of any source word; whether that word is in the
dictionary; whether another token renders it well; the share of the source's listed words that nothing renders; whether the
token is a word of content that no source word has among its renderings."""

PART = 5
"""Letters that a rendering must have to count within a compound."""
GOOD = 2


def grade_columns(row: Evidence) -> Floats:
    """Shape (tokens, len(COLUMNS)); zeros where there is no dictionary of the pair."""
    out = np.zeros((len(row.target.tokens), len(COLUMNS)), np.float32)
    table = graded(short(row.source.lang), short(row.target.lang))
    if not table or not len(out) or not row.source.tokens:
        return out
    entries = [table.get(low) or table.get(base) for low, base in zip(row.source.lower, row.source.bases, strict=True)]
    grades = _grades(row, entries)
    functions = row.target.language.function_words
    listed = np.array([entry is not None for entry in entries])
    said = grades.max(1) > 0
    best = grades.max(0)
    for at, origin in enumerate(row.support_from.tolist()):
        if origin >= 0:
            out[at, 0] = grades[origin, at]
            out[at, 2] = listed[origin]
            out[at, 3] = np.delete(grades[origin], at).max(initial=0) >= GOOD
    out[:, 1] = best
    out[:, 4] = (listed & ~said).sum() / max(1, listed.sum())
    out[:, 5] = [
        token.is_word and low not in functions and not grade
        for token, low, grade in zip(row.target.tokens, row.target.lower, best, strict=True)
    ]
    return out


def _grades(row: Evidence, entries: Sequence[Entry | None]) -> Floats:
    """Shape (source tokens, target tokens): the grade of each target token as a rendering of each source token."""
    out = np.zeros((len(entries), len(row.target.tokens)), np.float32)
    words = [(at, low, base) for at, (low, base) in enumerate(zip(row.target.lower, row.target.bases, strict=True))
             if low[0].isalpha()]  # fmt: skip
    for source, entry in enumerate(entries):
        if entry is None:
            continue
        for at, low, base in words:
            out[source, at] = entry.get(low) or entry.get(base) or _within(low, entry)
    return out


def _within(word: str, entry: Entry) -> int:
    """The grade of the best rendering that is a part of the compound, 0 for none."""
    if len(word) < 2 * PART:
        return 0
    return max((grade for text, grade in entry.items() if len(text) >= PART and text in word), default=0)
