"""Sums and counts by groups, faster than numpy's own for the sizes at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mtqa.align.side import Floats, Ints


def grouped(vectors: Floats, numbers: Ints, starts: Ints, weights: Floats | None = None) -> Floats:
    """Per group g the sum of ``vectors[numbers[starts[g]:starts[g + 1]]]``, shape (groups, dimensions).

    Place by place, many times faster than ``np.add.reduceat`` over rows. ``weights``, one for each number, are factors.
    The longest groups come first, so that those that still have a vector
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


def distinct(numbers: Ints) -> Ints:
    """The different numbers in ascending order: for many of them faster than ``np.unique``, which hashes."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    found: Ints = ordered[first]
    return found


def counted(numbers: Ints) -> tuple[Ints, Ints]:
    """The different numbers in ascending order, and how often each is there."""
    ordered = np.sort(numbers)
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else np.zeros(0, int)
    return ordered[starts], np.diff(np.append(starts, len(ordered)))
