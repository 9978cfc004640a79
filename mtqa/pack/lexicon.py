"""Lexical tables in use: translations of a word, and how well a sentence's words are supported by the other side.

A word that the table lacks is looked up by its stem, then by the two parts of a compound, each at a discount; words
that the table has are supported by relatives of their translations too (``Haus`` by what ``Häuser`` stands for).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mtqa.pack.keys import Keys, Longs
from mtqa.pack.tables import PROBABILITY, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtqa.pack.base import Floats, Ints

Bytes = npt.NDArray[np.uint8]

SAME_NUMBER = 250
"""The byte for a number that stands on both sides; separators do not count."""
CHUNK = 256
"""Segments that share one local table."""
CELLS = 2_000_000
"""About how many token pairs are looked at at once: bounds the memory, and changes no result."""


class TableLexicon:
    """p(target word | source word) in one direction, from a table of words and one of stems (implements Lexicon)."""

    def __init__(self, words: Table, stems: Table, endings: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        """Hold both tables, seen from the source side, and the endings of both languages."""
        self.words = words
        self.stems = stems
        digits: dict[str, int] = {}
        self.source_keys = Keys(words.source_numbers, stems.source_numbers, endings[0], digits)
        self.target_keys = Keys(words.target_numbers, stems.target_numbers, endings[1], digits)

    def __contains__(self, word: object) -> bool:
        """Whether the table has the word itself, in any case, on its source side."""
        return isinstance(word, str) and word.lower() in self.words.source_numbers

    def translations(self, word: str) -> list[tuple[str, float]]:
        """The kept translations of ``word``, lower-cased, with p(translation | word), the most probable first."""
        number = self.words.source_numbers.get(word.lower())
        if number is None:
            return []
        entries = slice(int(self.words.rows[number]), int(self.words.rows[number + 1]))
        found = zip(self.words.columns[entries].tolist(), self.words.forward[entries].tolist(), strict=True)
        kept = [(self.words.target[column], float(PROBABILITY[level])) for column, level in found if level]
        return sorted(kept, key=lambda item: (-item[1], item[0]))

    def support(self, source: Sequence[Sequence[str]], target: Sequence[Sequence[str]]) -> list[tuple[Floats, Ints]]:
        """How well the other side supports each target token.

        For each pair of token lists, per target token: the highest p(target | any source token) in [0, 1] and the first
        source token that gives it (-1 where none does), shapes (len(target[i]),). A number is supported by the same
        digits. Relatives count at a discount: 0.4 by stem, 0.2 by a compound's part.
        """
        self.source_keys.refresh()
        self.target_keys.refresh()
        found = [(np.zeros(len(side), np.float32), np.full(len(side), -1, np.int32)) for side in target]
        sizes = [(len(one), len(other)) for one, other in zip(source, target, strict=True)]
        for chunk in _chunks(sizes):
            sides = (
                _padded([source[i] for i in chunk], self.source_keys),
                _padded([target[i] for i in chunk], self.target_keys),
            )
            values, best = self._support(*sides) if _is_dense(sides) else self._support_of_one(*sides)
            for row, index in enumerate(chunk):
                size = sizes[index][1]
                found[index] = values[row, :size].copy(), best[row, :size].copy()
        return found

    def _support(self, source: tuple[Longs, Ints], target: tuple[Longs, Ints]) -> tuple[Floats, Ints]:
        """Probability and place of the best source token for each place of the padded target sides."""
        local = self._local(source[0], target[0])
        cells = source[1][:, :, None] * np.int32(local.shape[1]) + target[1][:, None, :]
        levels = local.ravel()[cells]
        best = levels.argmax(axis=1).astype(np.int32)
        highest = np.take_along_axis(levels, best[:, None, :], axis=1)[:, 0, :]
        return PROBABILITY[highest], np.where(highest > 0, best, np.int32(-1))

    def _support_of_one(self, source: tuple[Longs, Ints], target: tuple[Longs, Ints]) -> tuple[Floats, Ints]:
        """:meth:`_support` of one long pair: in memory that grows with its words, not with their product."""
        row, column, level = self._written(source[0], target[0])
        cell = row * len(target[0]) + column
        _, last = np.unique(cell[::-1], return_index=True)  # of what was written to a place the last counts
        row, column, level = row[::-1][last], column[::-1][last], level[::-1][last]
        first = np.zeros(len(source[0]), np.int32)
        first[source[1][0, ::-1]] = np.arange(source[1].shape[1], dtype=np.int32)[::-1]
        highest, best = np.zeros(len(target[0]), np.uint8), np.full(len(target[0]), -1, np.int32)
        order = np.lexsort((-first[row], level))  # the highest level last, and of those the first source token
        highest[column[order]], best[column[order]] = level[order], first[row[order]]
        best[highest == 0] = -1
        return PROBABILITY[highest][target[1]], best[target[1]]

    def _local(self, source: Longs, target: Longs) -> Bytes:
        """The bytes for these words alone, one row and column more for padding; the highest evidence wins."""
        width = len(target) + 1
        local = np.zeros((len(source) + 1) * width, dtype=np.uint8)
        row, column, level = self._written(source, target)
        local[row * width + column] = level
        return local.reshape(-1, width)

    def _written(self, source: Longs, target: Longs) -> tuple[Longs, Longs, Bytes]:
        """All evidence about these words: place in ``source``, place in ``target``, byte.

        In the order in which it is written to a table: what comes last to a place stays, the highest, or the same number.
        """
        from_source, table = self.source_keys.table()[source], self.target_keys.table()[target]
        column, key, discount = _listed(table)
        row, entry_key, entry_level, entry_discount = self._expand(from_source)
        entry, at = _matches(entry_key, key, len(self.words.target) + len(self.stems.target))
        level = entry_level[entry] - np.maximum(entry_discount[entry], discount[at])
        by_level = np.argsort(level.astype(np.int16), kind="stable")
        numbers, same = self._same_numbers(from_source[:, 4], table[:, 4])
        return (
            np.concatenate([row[entry][by_level], numbers]),
            np.concatenate([column[at][by_level], same]),
            np.concatenate([np.maximum(level[by_level], 0), np.full(len(numbers), SAME_NUMBER)]).astype(np.uint8),
        )

    def _same_numbers(self, source: Longs, target: Longs) -> tuple[Longs, Longs]:
        """The places, on both sides, of numbers with the same digits."""
        numbers, others = np.flatnonzero(source >= 0), np.flatnonzero(target >= 0)
        one, other = _matches(source[numbers], target[others], len(self.source_keys.digits))
        return numbers[one], others[other]

    def _expand(self, source: Longs) -> tuple[Longs, Longs, Longs, Longs]:
        """All entries of the source words (rows of Keys): whose, which target key, which level, which discount."""
        row, key, discount = _listed(source)
        starts, columns, levels = self._joined
        times = starts[key + 1] - starts[key]
        at = np.repeat(starts[key], times) + _ranges(times)
        return np.repeat(row, times), columns[at], levels[at], np.repeat(discount, times)

    @cached_property
    def _joined(self) -> tuple[Longs, Longs, Longs]:
        """Both tables as one, the entries of this direction alone: words first, then stems, on both sides."""
        levels = np.concatenate([self.words.forward, self.stems.forward])
        columns = np.concatenate([self.words.columns, self.stems.columns.astype(np.int64) + len(self.words.target)])
        ends = np.concatenate(
            [self.words.rows.astype(np.int64), self.stems.rows[1:].astype(np.int64) + len(self.words.columns)]
        )
        kept = levels > 0
        starts = np.concatenate([[0], np.cumsum(kept)])[ends]
        return starts, columns[kept], levels[kept].astype(np.int64)


def _is_dense(sides: Sequence[tuple[Longs, Ints]]) -> bool:
    """Whether a table of all pairs of tokens is small enough to be worth its ease."""
    (_, source), (_, target) = sides
    return len(source) > 1 or source.shape[1] * target.shape[1] <= CELLS


def _chunks(sizes: list[tuple[int, int]]) -> Iterator[list[int]]:
    """The pairs with tokens on both sides, by size, in pieces of at most CHUNK pairs and about CELLS padded cells."""
    piece: list[int] = []
    rows = cols = 0
    for index in sorted((index for index, size in enumerate(sizes) if all(size)), key=sizes.__getitem__):
        rows, cols = max(rows, sizes[index][0]), max(cols, sizes[index][1])
        if piece and (len(piece) == CHUNK or rows * cols * (len(piece) + 1) > CELLS):
            yield piece
            piece, (rows, cols) = [], sizes[index]
        piece.append(index)
    if piece:
        yield piece


def _padded(sides: list[Sequence[str]], keys: Keys) -> tuple[Longs, Ints]:
    """The distinct words' numbers, and each side's places among them, padded with one past the last."""
    lengths = np.array([len(side) for side in sides])
    flat = np.array([number for side in sides for number in map(keys.__getitem__, side)])
    words, places = np.unique(flat, return_inverse=True)
    index = np.full((len(sides), int(lengths.max())), len(words), dtype=np.int32)
    index[np.arange(index.shape[1]) < lengths[:, None]] = places
    return words, index


def _listed(table: Longs) -> tuple[Longs, Longs, Longs]:
    """All keys of the words that a table of Keys tells of: whose, the key, its discount."""
    first, second = np.flatnonzero(table[:, 0] >= 0), np.flatnonzero(table[:, 2] >= 0)
    place = np.concatenate([first, second])
    return (
        place,
        np.concatenate([table[first, 0], table[second, 2]]),
        np.concatenate([table[first, 1], table[second, 3]]),
    )


def _matches(wanted: Longs, keys: Longs, key_count: int) -> tuple[Longs, Longs]:
    """All (place in ``wanted``, place in ``keys``) with the same key, which is below ``key_count``."""
    order = np.argsort(keys, kind="stable")
    counts = np.bincount(keys, minlength=key_count)
    times = counts[wanted]
    starts = np.cumsum(counts) - counts
    return np.repeat(np.arange(len(wanted)), times), order[np.repeat(starts[wanted], times) + _ranges(times)]


def _ranges(times: Longs) -> Longs:
    """0 … times[0]-1, 0 … times[1]-1, and so on."""
    ends = np.cumsum(times)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - times, times)
