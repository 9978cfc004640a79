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
Longs = npt.NDArray[np.uint64]

KINDS = ("word", "pair", "before", "source")
"""The token; with the source token that supports it; with the token before it; the source token alone."""

COMPANY = ("after", "ending", "source after", "source before")
"""What the judge of rough texts, which has more to count, asks as well: the token with the one behind it; its last letters
and capital with the token before it; the supporting source token with the one behind it; with the one before it and the token."""

LETTERS = 2
"""How many of its last letters tell a word's form."""

STEPS = 25
"""Steps a unit of log-odds: a byte holds up to 5."""


def keys(flat: Flat) -> dict[str, Hashes]:
    """For each of :data:`KINDS` the key of every target token."""
    _, supporter, _ = _supporters(flat)
    return _own_keys(flat.per_type_hash, supporter, _before(flat))


def company_keys(flat: Flat) -> dict[str, Hashes]:
    """For each of :data:`KINDS` and :data:`COMPANY` the key of every target token."""
    word, (previous, supporter, following), before = flat.per_type_hash, _supporters(flat), _before(flat)
    behind = np.zeros_like(word)
    behind[:-1] = np.where(flat.segment[1:] == flat.segment[:-1], word[1:], 0)  # none behind the last of a sentence
    forms = np.array([hashed(f"{text[-LETTERS:]}{text[:1].isupper()}") for text in flat.types], np.uint64)
    return _own_keys(word, supporter, before) | {
        "after": _mixed(behind, word + np.uint64(11)), "ending": _mixed(before, forms[flat.type] + np.uint64(13)),
        "source after": _mixed(following, supporter + np.uint64(17)),
        "source before": _mixed(_mixed(previous, supporter).astype(np.uint64), word + np.uint64(19)),
    }  # fmt: skip


def _own_keys(word: Longs, supporter: Longs, before: Longs) -> dict[str, Hashes]:
    return {
        "word": word.astype(np.uint32), "pair": _mixed(supporter, word), "before": _mixed(before, word + np.uint64(7)),
        "source": supporter.astype(np.uint32),
    }  # fmt: skip


def _before(flat: Flat) -> Longs:
    """The hash of the token before each one in its sentence, 0 at the beginning."""
    word = flat.per_type_hash
    return np.where(flat.position > 0, np.concatenate([[0], word[:-1]]) if len(word) else word, 0).astype(np.uint64)


def _supporters(flat: Flat) -> tuple[Longs, Longs, Longs]:
    """The hashes of the source token before the one that supports each target token, of that one, and of the next; 0: none."""
    padded = [[0, *(hashed(low) for low in row.source.lower), 0] for row in flat.rows]
    source = flat.join_ints(padded).astype(np.uint64)
    starts = np.cumsum([0, *(len(part) for part in padded)])[:-1]
    origin = flat.join_ints([row.support_from for row in flat.rows])
    at = np.where(origin >= 0, starts[flat.segment] + origin + 1, 0)
    before, own, behind = (np.where(origin >= 0, source[at + by], 0).astype(np.uint64) for by in (-1, 0, 1))
    return before, own, behind


def _mixed(one: Longs, other: Longs) -> Hashes:
    mixed = (one.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) ^ (other * np.uint64(0xBF58476D1CE4E5B9))
    return np.asarray(mixed >> np.uint64(32), np.uint32)


@dataclass(frozen=True)
class Rates:
    """Per kind sorted keys and their rates: log-odds of being marked minus the average's, times :data:`STEPS`.

    The kinds are :data:`KINDS`, or :data:`COMPANY` as well.
    """

    keys: Mapping[str, Hashes]
    rates: Mapping[str, npt.NDArray[np.int8]]

    def columns(self, asked: Mapping[str, Hashes]) -> Floats:
        """Shape (tokens, kinds): the rate of each token of each kind, 0 where nothing is known."""
        return np.stack([self._look_up(kind, asked[kind]) for kind in self.keys], axis=1)

    def _look_up(self, kind: str, asked: Hashes) -> Floats:
        known = self.keys[kind]
        if not len(known):
            return np.zeros(len(asked), np.float32)
        at = np.minimum(np.searchsorted(known, asked), len(known) - 1)
        return np.where(known[at] == asked, self.rates[kind][at] / np.float32(STEPS), 0).astype(np.float32)

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[np.generic]]:
        """The tables by name, for a safetensors file."""
        out: dict[str, npt.NDArray[np.generic]] = {}
        for kind in self.keys:
            out[f"{prefix}.{kind}.keys"] = np.ascontiguousarray(self.keys[kind])
            out[f"{prefix}.{kind}.rates"] = np.ascontiguousarray(self.rates[kind])
        return out

    @classmethod
    def of(cls, tensors: Mapping[str, npt.NDArray[np.generic]], prefix: str) -> Rates:
        """The tables that :meth:`tensors` named with that prefix."""
        kinds = [*KINDS, *(kind for kind in COMPANY if f"{prefix}.{kind}.keys" in tensors)]
        return cls(
            {kind: np.asarray(tensors[f"{prefix}.{kind}.keys"], np.uint32) for kind in kinds},
            {kind: np.asarray(tensors[f"{prefix}.{kind}.rates"], np.int8) for kind in kinds},
        )
