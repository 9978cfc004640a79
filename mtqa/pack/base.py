"""What a language pack offers: lexical tables both ways, a language model of each language, a static encoder.

A pack is a folder of plain files (safetensors, npy, JSON, compressed text): nothing in it runs code when loaded. This module says
what stages may ask of it; :mod:`mtqa.pack.load` reads one, :mod:`mtqa.pack.train` builds one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mtqa.encode.static import StaticEncoder

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


class Lexicon(Protocol):
    """p(target word | source word), one direction; words are tokens of :mod:`mtqa.text.words`, any case."""

    def translations(self, word: str) -> list[tuple[str, float]]:
        """The kept translations of ``word`` with their probability, the most probable first."""

    def __contains__(self, word: object) -> bool:
        """Whether the table has the word on its source side."""

    def support(self, source: Sequence[Sequence[str]], target: Sequence[Sequence[str]]) -> list[tuple[Floats, Ints]]:
        """How well the other side supports each target token.

        For each pair of token lists, per target token: the highest p(target | any source token) and which source token
        it was (-1 where none supports it), shapes (len(target[i]),).
        """


class LanguageModel(Protocol):
    """An n-gram model of one language over tokens of :mod:`mtqa.text.words`."""

    def score(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """Per sentence, shape (tokens + 1,): log10 p(token | the tokens before it), the last entry for the end."""

    def unigram(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """Per sentence, shape (tokens,): log10 p(token) without context; unknown tokens get the unknown mass."""

    def order(self, sentences: Sequence[Sequence[str]]) -> list[Ints]:
        """Per sentence, shape (tokens + 1,): the length of the n-gram each score came from; 0 for unknown tokens."""

    def __contains__(self, word: object) -> bool:
        """Whether the word is in the model's vocabulary."""


class Pack(Protocol):
    """A pack of a pair of languages; ``source`` and ``target`` are codes, and it serves both directions."""

    name: str
    source: str
    target: str
    path: Path
    manifest: dict[str, Any]

    def lexicon(self, source_lang: str, target_lang: str) -> Lexicon:
        """The table of that direction; raises PackError where the pack is of another pair."""

    def model(self, lang: str) -> LanguageModel:
        """The language model of that language; raises PackError where the pack has none."""

    def encoder(self) -> StaticEncoder:
        """The pack's static sentence encoder, both languages in one space."""
