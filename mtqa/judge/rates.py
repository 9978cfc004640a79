"""How often people mark a word, alone and in its company: a few small tables of log-odds, by hash.

What no general evidence explains, counting does: some words, some renderings of a source word and some pairs of
neighbours are marked far more often than others. A table holds sorted 32-bit hashes and one byte a rate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtqa.judge.flat import Flat, hashed

Floats = npt.NDArray[np.float32]
Hashes = npt.NDArray[np.uint32]

KINDS = ("word", "pair", "before", "source")
"""The token; with the source token that supports it; with the token before it; the source token alone."""

STEPS = 25
"""Steps a unit of log-odds: a byte holds up to 5."""


def keys(flat: Flat) -> dict[str, Hashes]:
    """For each of :data:`KINDS` the key of every target token."""
    word = flat.per_type_hash
    source = flat.join_ints([[hashed(low) for low in row.source.lower] + [0] for row in flat.rows])
    ends = np.cumsum([len(row.source.tokens) + 1 for row in flat.rows])
    starts = np.concatenate([[0], ends[:-1]]) if len(ends) else np.zeros(0, np.int64)
    origin = flat.join_ints([row.support_from for row in flat.rows])
    at = np.where(origin >= 0, starts[flat.segment] + origin, ends[flat.segment] - 1)
    supporter = source[at].astype(np.uint64)
    before = np.where(flat.position > 0, np.concatenate([[0], word[:-1]]) if len(word) else word, 0)
    return {
        "word": word.astype(np.uint32), "pair": _mixed(supporter, word), "before": _mixed(before, word + np.uint64(7)),
        "source": supporter.astype(np.uint32),
    }  # fmt: skip


def _mixed(one: npt.NDArray[np.uint64], other: npt.NDArray[np.uint64]) -> Hashes:
    mixed = (one.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) ^ (other * np.uint64(0xBF58476D1CE4E5B9))
    return np.asarray(mixed >> np.uint64(32), np.uint32)


@dataclass(frozen=True)
class Rates:
    """Per kind sorted keys and their rates: log-odds of being marked minus the average's, times :data:`STEPS`."""

    keys: Mapping[str, Hashes]
    rates: Mapping[str, npt.NDArray[np.int8]]

    def columns(self, asked: Mapping[str, Hashes]) -> Floats:
        """Shape (tokens, kinds): the rate of each token of each kind, 0 where nothing is known."""
        return np.stack([self._look_up(kind, asked[kind]) for kind in KINDS], axis=1)

    def _look_up(self, kind: str, asked: Hashes) -> Floats:
        known = self.keys[kind]
        if not len(known):
            return np.zeros(len(asked), np.float32)
        at = np.minimum(np.searchsorted(known, asked), len(known) - 1)
        return np.where(known[at] == asked, self.rates[kind][at] / np.float32(STEPS), 0).astype(np.float32)

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[np.generic]]:
        """The tables by name, for a safetensors file."""
        out: dict[str, npt.NDArray[np.generic]] = {}
        for kind in KINDS:
            out[f"{prefix}.{kind}.keys"] = np.ascontiguousarray(self.keys[kind])
            out[f"{prefix}.{kind}.rates"] = np.ascontiguousarray(self.rates[kind])
        return out

    @classmethod
    def of(cls, tensors: Mapping[str, npt.NDArray[np.generic]], prefix: str) -> Rates:
        """The tables that :meth:`tensors` named with that prefix."""
        return cls(
            {kind: np.asarray(tensors[f"{prefix}.{kind}.keys"], np.uint32) for kind in KINDS},
            {kind: np.asarray(tensors[f"{prefix}.{kind}.rates"], np.int8) for kind in KINDS},
        )
