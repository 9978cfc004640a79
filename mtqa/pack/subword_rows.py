"""A vector for each subword, put together while training from its own and those of its character n-grams.

So words that training met seldom, or in one language only, move with those that are spelled alike: inflections,
compounds, and what both languages borrowed (Bojanowski et al. 2017, arXiv:1607.04606, section 3.2). When training is
done the sums are folded into one row a token, and nothing of the n-grams is needed any more. Imports torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from mtqa.pack.train_tokenizer import PREFIX, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]

BUCKETS = 65_536
"""How many vectors the n-grams share, each by its checksum."""

SHORTEST, LONGEST = 3, 5
"""How long n-grams are, in characters."""

AT_ONCE = 4_096
"""How many rows are folded at once: bounds the memory."""


@dataclass(frozen=True)
class Grams:
    """The n-gram buckets of all tokens in one array; token ``i`` has ``ids[starts[i] : starts[i] + lengths[i]]``."""

    ids: Ids
    starts: Ids
    lengths: Ids

    @classmethod
    def of(cls, tokens: Sequence[str]) -> Grams:
        """The n-grams of those tokens."""
        found = [buckets(token) for token in tokens]
        lengths = np.array([len(one) for one in found], np.int64)
        flat = np.array([number for one in found for number in one], np.int64)
        return cls(flat, np.cumsum(lengths) - lengths, lengths)

    def take(self, tokens: Ids) -> tuple[Ids, Ids]:
        """The buckets of those tokens in a row, and where each token's begin."""
        lengths = self.lengths[tokens]
        offsets = np.cumsum(lengths) - lengths
        places = np.arange(lengths.sum()) + np.repeat(self.starts[tokens] - offsets, lengths)
        return self.ids[places], offsets


def buckets(token: str) -> list[int]:
    """The buckets of a token's n-grams; a mark stands before a token that begins a word. The unknown token has none."""
    if token == UNKNOWN:
        return []
    text = token.removeprefix(PREFIX) if token.startswith(PREFIX) else f"<{token}"
    sizes = range(SHORTEST, LONGEST + 1)
    grams = (text[at : at + size] for size in sizes for at in range(len(text) - size + 1))
    return [crc32(gram.encode("utf-8")) % BUCKETS for gram in grams]


class SubwordRows(torch.nn.Module):
    """Rows of tokens, and the mean of some of them for each text of a batch."""

    def __init__(self, tokens: Sequence[str], lengths: Floats, dimensions: int, random: np.random.Generator) -> None:
        """Begin at random.

        Args:
            tokens: all tokens by number.
            lengths: how long a row shall about be at the beginning, shape (len(tokens),), relative to the others.
            dimensions: how long each vector is, in numbers.
            random: where the vectors come from.
        """
        super().__init__()
        self._grams = Grams.of(tokens)
        own = random.standard_normal((len(tokens), dimensions), np.float32) * lengths[:, None]
        shared = random.standard_normal((BUCKETS, dimensions), np.float32) * np.float32(lengths.max())
        table: Any = torch.nn.Embedding
        self.own = table.from_pretrained(torch.from_numpy(own), freeze=False, sparse=True)
        self.shared = table.from_pretrained(torch.from_numpy(shared), freeze=False, sparse=True)
        share = lengths / lengths.max() / np.sqrt(np.maximum(self._grams.lengths, 1))
        self._share = torch.from_numpy(share.astype(np.float32))[:, None]
        self._rows = torch.zeros(0)

    def prepare(self, bags: Sequence[tuple[Ids, Ids]]) -> list[dict[str, torch.Tensor]]:
        """Features of each side of a batch, given as (token ids in a row, where each text's begin).

        The rows of all tokens in the batch are put together here, once for both sides; ids count those rows.
        """
        tokens, places = np.unique(np.concatenate([ids for ids, _ in bags]), return_inverse=True)
        self._rows = self._compose(tokens)
        cuts = np.cumsum([len(ids) for ids, _ in bags])[:-1]
        return [
            {"input_ids": torch.from_numpy(part), "offsets": torch.from_numpy(starts)}
            for part, (_, starts) in zip(np.split(places, cuts), bags, strict=True)
        ]

    def forward(self, features: dict[str, Any]) -> dict[str, Any]:
        """The features with ``sentence_embedding``, the mean of each text's rows, as losses expect it."""
        mean = functional.embedding_bag(features["input_ids"], self._rows, features["offsets"], mode="mean")
        return {**features, "sentence_embedding": mean}

    def fold(self) -> Floats:
        """One row for each token, shape (tokens, dimensions)."""
        numbers = np.arange(self.own.num_embeddings)
        with torch.no_grad():
            parts = [self._compose(numbers[at : at + AT_ONCE]) for at in range(0, len(numbers), AT_ONCE)]
        folded: Floats = torch.cat(parts).numpy()
        return folded

    def _compose(self, tokens: Ids) -> torch.Tensor:
        grams, offsets = self._grams.take(tokens)
        numbers = torch.from_numpy(tokens)
        sums = functional.embedding_bag(
            torch.from_numpy(grams), self.shared.weight, torch.from_numpy(offsets), mode="sum", sparse=True
        )
        rows: torch.Tensor = self.own(numbers) + sums * self._share[numbers]
        return rows
