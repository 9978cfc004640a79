"""Boosted oblivious trees in numpy: what the word judges run on, read from one safetensors file.

In an oblivious tree all nodes of a level ask the same question (Kohavi and Li 1995; Prokhorenkova et al. 2018, "CatBoost",
section 4), so a tree of depth d is d comparisons and one look-up for all rows at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Shorts = npt.NDArray[np.int16]

ROWS = 32_768
"""Rows worked on at once: so many that a call costs little beside its work, so few that a long text takes no more memory."""


TINY = 1e-6
"""The smallest chance that is told from none."""


@dataclass(frozen=True)
class Trees:
    """``logit = bias + sum over trees of leaves[tree, number]``; bit k of a row's number says whether it passes split k.

    Shapes: column, border (trees, depth), the split ``value > border``; leaves (trees, 2 ** depth); bias (1,).
    """

    column: Shorts
    border: Floats
    leaves: Floats
    bias: Floats

    def logits(self, values: Floats) -> Floats:
        """Shape (rows,) of log-odds for ``values`` of shape (rows, columns)."""
        out = np.empty(len(values), np.float32)
        for start in range(0, len(values), ROWS):
            out[start : start + ROWS] = self._logits(np.ascontiguousarray(values[start : start + ROWS].T))
        return out

    def _logits(self, columns: Floats) -> Floats:
        """The same for values of shape (columns, rows)."""
        total = np.full(columns.shape[1], self.bias[0], np.float32)
        number = np.empty(columns.shape[1], np.uint8)
        passed = np.empty(columns.shape[1], np.bool_)
        leaf = np.empty(columns.shape[1], np.float32)
        for column, border, leaves in zip(self.column.tolist(), self.border, self.leaves, strict=True):
            number[:] = 0
            for level in range(len(column) - 1, -1, -1):
                np.greater(columns[column[level]], border[level], out=passed)
                np.add(number, number, out=number)  # a bit to the left, in a third of the time that a shift takes
                np.bitwise_or(number, passed.view(np.uint8), out=number)
            total += np.take(
                leaves, number, out=leaf, mode="clip"
            )  # nothing to clip: any other mode makes a copy first
        return total

    def tensors(self, prefix: str, leaves: type[np.floating[Any]] = np.float32) -> dict[str, npt.NDArray[np.generic]]:
        """The parts by name, for a safetensors file; the leaves, which are most of it, in that precision."""
        parts = {**vars(self), "leaves": self.leaves.astype(leaves)}
        return {f"{prefix}.{name}": np.ascontiguousarray(value) for name, value in parts.items()}

    @classmethod
    def of(cls, tensors: dict[str, npt.NDArray[np.generic]], prefix: str) -> Trees:
        """The trees whose parts :meth:`tensors` named with that prefix."""
        column = np.asarray(tensors[f"{prefix}.column"], np.int16)
        border, leaves, bias = (
            np.asarray(tensors[f"{prefix}.{name}"], np.float32) for name in ("border", "leaves", "bias")
        )
        return cls(column, border, leaves, bias)


def probability(logits: Floats) -> Floats:
    """The logistic function."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), np.float32)


def log_odds(chances: Floats) -> Floats:
    """What :func:`probability` was made from."""
    return np.asarray(np.log(np.maximum(chances, TINY)) - np.log(np.maximum(1 - chances, TINY)), np.float32)
