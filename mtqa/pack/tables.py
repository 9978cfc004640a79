"""A translation table as arrays: which words of two languages stand for each other, with probabilities both ways.

On disk: two lists of words (:mod:`mtqa.pack.word_list`) and npy arrays, memory-mapped. A probability p is the
byte q = 255 + 84.67 log10 p, rounded, so a step is 2.8 % and the smallest is 0.001; 0 means that it was pruned.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from mtqa.pack.word_list import load_words, save_words

if TYPE_CHECKING:
    from pathlib import Path

Bytes = npt.NDArray[np.uint8]

DECADES = 3.0
"""How many powers of ten a byte spans."""
LEVELS = 254 / DECADES

ARRAYS = ("rows", "columns", "forward", "backward")
PROBABILITY = np.concatenate([[0.0], 10.0 ** ((np.arange(1, 256) - 255) / LEVELS)]).astype(np.float32)
"""The probability that each byte stands for."""


def quantise(probability: npt.NDArray[Any]) -> Bytes:
    """The bytes of probabilities; what is below the smallest becomes 0."""
    with np.errstate(divide="ignore"):
        levels = np.rint(255 + LEVELS * np.log10(probability))
    return np.clip(np.where(levels >= 1, levels, 0), 0, 255).astype(np.uint8)


@dataclass(frozen=True)
class Table:
    """Entries sorted by source, then target: ``source``/``target`` are the words, ``rows`` where each word's begin.

    ``forward`` is p(target | source), ``backward`` p(source | target), as bytes; ``columns`` are target numbers.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    rows: npt.NDArray[np.uint32]
    columns: npt.NDArray[np.uint32]
    forward: Bytes
    backward: Bytes

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """Word -> number, source side."""
        return dict(zip(self.source, range(len(self.source)), strict=True))

    @cached_property
    def target_numbers(self) -> dict[str, int]:
        """Word -> number, target side."""
        return dict(zip(self.target, range(len(self.target)), strict=True))

    def reversed(self) -> Table:
        """The same entries seen from the other side."""
        order = np.argsort(self.columns, kind="stable")
        counts = np.bincount(self.columns, minlength=len(self.target))
        rows = np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32)
        sources = np.repeat(np.arange(len(self.source), dtype=np.uint32), np.diff(self.rows))
        table = Table(self.target, self.source, rows, sources[order], self.backward[order], self.forward[order])
        table.__dict__["source_numbers"], table.__dict__["target_numbers"] = self.target_numbers, self.source_numbers
        return table

    def save(self, folder: Path) -> None:
        """Write the table into ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("source", "target"):
            save_words(folder, name, getattr(self, name))
        for name in ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> Table:
        """The table in ``folder``, its arrays memory-mapped."""
        words = [tuple(load_words(folder, name)) for name in ("source", "target")]
        table = cls(words[0], words[1], *(load_array(folder / f"{name}.npy") for name in ARRAYS))
        sizes = {len(table.columns), len(table.forward), len(table.backward), int(table.rows[-1])}
        if len(table.rows) != len(table.source) + 1 or len(sizes) > 1:
            raise ValueError(f"the arrays of {folder.name} do not belong together")
        return table


def load_array(path: Path) -> npt.NDArray[Any]:
    """The array in an npy file, memory-mapped; nothing in it can run code."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
