"""A batch of segments laid end to end: columns of numbers with one entry a target token."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from zlib import crc32

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@cache
def hashed(word: str) -> int:
    """The word's hash; the same in every process."""
    return crc32(word.encode("utf-8", "surrogatepass"))


@dataclass
class Columns:
    """Named columns of the same length, in the order they were added."""

    values: dict[str, Floats] = field(default_factory=dict)

    def add(self, name: str, values: npt.ArrayLike) -> None:
        """Append a column."""
        self.values[name] = np.asarray(values, np.float32)

    def matrix(self) -> Floats:
        """Shape (tokens, columns)."""
        return np.stack(list(self.values.values()), axis=1)

    def by_column(self) -> Floats:
        """The same, each column's values side by side in memory, as trees read them."""
        return np.stack(list(self.values.values())).T


def beside(*parts: Floats) -> Floats:
    """The parts' columns beside each other, each column's values side by side in memory, as trees read them."""
    return np.concatenate([part.T for part in parts]).T


@dataclass(frozen=True)
class Flat:
    """A batch of segments as one long run of target tokens: where each segment starts, and which one a token is of."""

    rows: Sequence[Evidence]
    starts: Ints
    lengths: Ints
    segment: Ints
    position: Ints
    types: list[str]
    type: Ints

    @classmethod
    def of(cls, rows: Sequence[Evidence]) -> Flat:
        """The batch laid end to end; ``types`` are the distinct token texts, ``type`` which one a token is."""
        lengths = np.array([len(row.target.tokens) for row in rows], np.int64)
        starts = np.concatenate([[0], np.cumsum(lengths)])[:-1]
        segment = np.repeat(np.arange(len(rows)), lengths)
        numbers: dict[str, int] = {}
        ids = [numbers.setdefault(token.text, len(numbers)) for row in rows for token in row.target.tokens]
        position = np.arange(lengths.sum()) - starts[segment]
        return cls(rows, starts, lengths, segment, position, list(numbers), np.array(ids, np.int64))

    def per_type(self, value: Callable[[str], float]) -> Floats:
        """A value of each token that depends on its text alone, computed once a type."""
        values: Floats = np.array([value(text) for text in self.types], np.float32)
        return values.take(self.type)

    @cached_property
    def per_type_hash(self) -> npt.NDArray[np.uint64]:
        """The hash of each token in lower case."""
        return np.array([hashed(text.lower()) for text in self.types], np.uint64)[self.type]

    def join_ints(self, parts: Sequence[npt.ArrayLike]) -> Ints:
        """One array a segment -> one for all."""
        return np.concatenate([np.asarray(part, np.int64) for part in parts]) if parts else np.zeros(0, np.int64)

    def join(self, parts: Sequence[npt.ArrayLike]) -> Floats:
        """One array a segment -> one for all."""
        return np.concatenate([np.asarray(part, np.float32) for part in parts]) if parts else np.zeros(0, np.float32)

    def shift(self, values: Floats, by: int, fill: float = 0.0) -> Floats:
        """Each token's value of the token ``by`` places on (behind for negative ``by``), within its segment."""
        out = np.full(len(values), fill, np.float32)
        here, there = (slice(0, len(values) - by), slice(by, None)) if by >= 0 else (slice(-by, None), slice(0, by))
        if abs(by) < len(values):
            out[here] = np.where(self.segment[here] == self.segment[there], values[there], np.float32(fill))
        return out

    def mean(self, values: Floats) -> Floats:
        """Each segment's mean, given to each of its tokens."""
        sums = np.bincount(self.segment, values, len(self.rows))
        return (sums / np.maximum(1, self.lengths))[self.segment].astype(np.float32)
