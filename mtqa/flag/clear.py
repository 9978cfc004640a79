"""Phrases that are wrong in whatever document they stand, as far as the judge of rough texts can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtqa.data import Span
from mtqa.judge.spans import Stretch, stretches

if TYPE_CHECKING:
    from mtqa.flag.base import Unit
    from mtqa.judge.evidence import Evidence, Floats

BESIDE = 0.3
"""The chance from which a word beside one that is clearly wrong is one phrase with it."""
UNSUPPORTED = 1e-3
"""p(target | source) below which nothing in the source speaks for the word."""


def clear_stretches(unit: Unit) -> list[Stretch]:
    """The phrases of a pair with a word whose chance, the segment seen by itself, reaches :attr:`Unit.clear`."""
    row = unit.evidence
    if row is None or not row.has_lexicon or not len(row.rough) or row.rough.max() < unit.clear:
        return []
    return list(stretches(row, of_known_words(unit, row, row.rough, unit.clear), unit.clear, BESIDE))


def clear_spans(unit: Unit) -> list[Span]:
    """Their places in the target."""
    tokens = unit.target.tokens
    return [Span(tokens[one.first].start, tokens[one.last].end) for one in clear_stretches(unit)]


def of_known_words(unit: Unit, row: Evidence, chances: Floats, seed: float) -> Floats:
    """The chances, below ``seed`` for words whose meaning no table knows: it cannot be said that nothing supports them."""
    if unit.pack is None:
        return chances
    table = unit.pack.lexicon(unit.segment.target_lang, unit.segment.source_lang)
    high = np.flatnonzero((chances >= seed) & (row.support < UNSUPPORTED))
    unknown = [at for at in high if row.target.lower[at] not in table and row.target.bases[at] not in table]
    known = chances.copy()
    known[unknown] = np.minimum(known[unknown], seed - 0.01)
    return known
