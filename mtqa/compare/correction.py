"""Many tests at once: p-values adjusted by Holm (1979), which keeps the chance of any false difference under the level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mtqa.compare.base import Pair

LEVEL = 0.05
"""Adjusted p-values below it count as a difference."""


def holm(values: Sequence[float]) -> list[float]:
    """The adjusted p-values in the order of ``values``."""
    order = sorted(range(len(values)), key=values.__getitem__)
    out = [1.0] * len(values)
    most = 0.0
    for rank, at in enumerate(order):
        most = max(most, min(1.0, (len(values) - rank) * values[at]))
        out[at] = most
    return out


def adjusted(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The pairs with Holm's correction of their randomisation tests; pairs without one stay as they are."""
    told = [at for at, pair in enumerate(pairs) if pair.randomisation is not None]
    values = holm([pair.randomisation for pair in pairs if pair.randomisation is not None])
    out = list(pairs)
    for at, value in zip(told, values, strict=True):
        out[at] = replace(pairs[at], adjusted=value)
    return tuple(out)


def is_significant(pair: Pair) -> bool:
    """Whether the two systems differ by more than chance."""
    return pair.adjusted is not None and pair.adjusted < LEVEL
