"""Sums of vectors by groups, place by place: many times faster than ``np.add.reduceat`` over rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mtqa.align.side import Floats, Ints


def grouped(vectors: Floats, numbers: Ints, starts: Ints, weights: Floats | None = None) -> Floats:
    """Per group g the sum of ``vectors[numbers[starts[g]:starts[g + 1]]]``, shape (groups, dimensions).

    ``weights``, one for each number, are factors. The longest groups come first, so that those that still have a vector
    at a place are always the first rows.
    """
    sizes = np.diff(starts)
    order = np.argsort(-sizes, kind="stable")
    first, descending = starts[:-1][order], sizes[order]
    sums = np.zeros((len(sizes), vectors.shape[1]), dtype=np.float32)
    longest = int(descending[0]) if len(sizes) else 0
    having = np.searchsorted(-descending, -np.arange(longest), side="left")
    for place, rows in enumerate(having.tolist()):
        here = first[:rows] + place
        part = vectors[numbers[here]]
        sums[:rows] += part if weights is None else part * weights[here, None]
    found = np.empty_like(sums)
    found[order] = sums
    return found
