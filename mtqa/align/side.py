"""One side of a text as numbers: what the aligner counts, multiplies and adds."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mtqa.align.sums import distinct
from mtqa.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Side:
    """Sentences as token numbers.

    ``vocabulary`` lists the different tokens in lower case, ``numbers`` all tokens of all sentences as places in it;
    sentence i has ``numbers[starts[i]:starts[i + 1]]`` and is ``characters[i]`` long. A sentence without tokens has one
    empty token, so that every sentence has some.
    """

    def __init__(self, sentences: Sequence[str]) -> None:
        """Count ``sentences``."""
        places: dict[str, int] = {}
        tokens = [words(sentence.lower()) or [""] for sentence in sentences]
        self.numbers: Ints = np.array(
            [places.setdefault(token, len(places)) for token in chain.from_iterable(tokens)], dtype=np.int64
        )
        self.vocabulary = list(places)
        self.places = places
        self.lengths: Ints = np.array([len(sentence) for sentence in tokens], dtype=np.int64)
        self.starts: Ints = np.concatenate([[0], np.cumsum(self.lengths)]).astype(np.int64)
        self.characters = np.array([max(len(sentence), 1) for sentence in sentences], dtype=np.float64)
        self.sentence: Ints = np.repeat(np.arange(len(tokens)), self.lengths)

    def taken(self, places: Ints) -> Side:
        """A side of the sentences ``places`` alone, with the same vocabulary."""
        some = object.__new__(Side)
        some.vocabulary, some.places = self.vocabulary, self.places
        some.numbers = self.numbers[self.tokens(places)]
        some.lengths, some.characters = self.lengths[places], self.characters[places]
        some.starts = np.concatenate([[0], np.cumsum(some.lengths)]).astype(np.int64)
        some.sentence = np.repeat(np.arange(len(places)), some.lengths)
        return some

    def tokens(self, places: Ints) -> Ints:
        """The places of the tokens of the sentences ``places``, one sentence after the other."""
        sizes = self.lengths[places]
        ends = np.cumsum(sizes)
        tokens: Ints = np.arange(sizes.sum()) + np.repeat(self.starts[places] - ends + sizes, sizes)
        return tokens

    def __len__(self) -> int:
        """How many sentences there are."""
        return len(self.lengths)

    def rarity(self) -> Floats:
        """Per type, log of sentences over sentences that have it (inverse document frequency)."""
        pairs = distinct(self.numbers * max(len(self), 1) + self.sentence)
        having = np.bincount(pairs // max(len(self), 1), minlength=len(self.vocabulary))
        rarity: Floats = np.log((len(self) + 1) / having).astype(np.float32)
        return rarity

    def expectation(self, nearby: float, reach: int, rarest: float) -> Floats:
        """Per token, how likely it is there without any translation, shape (tokens,).

        A mixture of its frequency in the text (at least ``rarest``) and, with weight ``nearby``, that among the
        ``reach`` sentences on either side, its own not counted: a cache model (Kuhn & De Mori 1990). The words of a
        topic are no evidence for one sentence of that topic over its neighbour.
        """
        frequency = np.bincount(self.numbers, minlength=len(self.vocabulary)) / max(len(self.numbers), 1)
        general = np.maximum(frequency, rarest)[self.numbers]
        around = self._around(reach)
        mixture: Floats = ((1 - nearby) * general + nearby * around).astype(np.float32)
        return mixture

    def _around(self, reach: int) -> npt.NDArray[np.float64]:
        """Per token, its relative frequency in the sentences around its own."""
        stride = len(self) + 2 * reach + 2
        keys = np.sort(self.numbers * stride + self.sentence)
        base = self.numbers * stride
        first, last = np.maximum(self.sentence - reach, 0), np.minimum(self.sentence + reach, len(self) - 1)
        every = np.searchsorted(keys, base + last, "right") - np.searchsorted(keys, base + first, "left")
        own = np.searchsorted(keys, base + self.sentence, "right") - np.searchsorted(keys, base + self.sentence, "left")
        size = self.starts[last + 1] - self.starts[first] - self.lengths[self.sentence]
        around: npt.NDArray[np.float64] = (every - own) / np.maximum(size, 1)
        return around
