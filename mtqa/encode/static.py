"""A sentence encoder that adds up a vector a token: a StaticEmbedding folder read with numpy and tokenizers alone.

The folder is one that ``sentence_transformers.SentenceTransformer(folder)`` loads too, and both give the same vectors.
A text's vector is the mean of its tokens' rows, brought to length 1; so the sum of a text is the sum of its parts, and
whoever joins sentences (an aligner) adds sums up instead of encoding again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from mtqa.encode.base import unit
from mtqa.encode.weights import Ids, Table
from mtqa.errors import PackError

if TYPE_CHECKING:
    from mtqa.encode.base import Vectors

Counts = npt.NDArray[np.int64]
Rows = Callable[[Ids], npt.NDArray[Any]]

BATCH = 16_384
"""How many texts are in hand at once: bounds the memory, and changes no result."""

ROWS = 4_096
"""About how many rows are gathered at once: keeps them in the processor's cache."""

RUNS = 256
"""How many words the tokenizer gets as one list."""

LOCAL_NORMALISERS = {"NFC", "NFD", "NFKC", "NFKD", "Lowercase", "StripAccents"}
"""Normalisers of ``tokenizers`` that change a run between spaces the same way wherever it stands."""


class StaticEncoder:
    """The mean of a text's token vectors, at length 1 (the bag of words of a StaticEmbedding)."""

    def __init__(self, folder: str | Path, name: str = "") -> None:
        """Read ``folder`` (``tokenizer.json``, ``model.safetensors``); it is called ``name``, or as the folder is.

        Raises:
            PackError: where a file is missing or damaged, or the two do not belong together.
        """
        folder = Path(folder)
        self.name = name or folder.name
        self._tokenizer = _tokenizer(folder / "tokenizer.json")
        self._table = Table(folder / "model.safetensors")
        size = self._tokenizer.get_vocab_size()
        if size > len(self._table):
            raise PackError(
                f"{folder}: expected a row for each of the tokenizer's {size} tokens, found {len(self._table)}; "
                "take both files from the same model."
            )
        self._by_word = _splits_at_spaces(self._tokenizer)

    @property
    def dimensions(self) -> int:
        """How long each vector is."""
        return self._table.dimensions

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), each row of length 1; all zero for a text without known tokens."""
        sums, _ = self.sums(texts)
        return unit(sums)

    def sums(self, texts: Sequence[str]) -> tuple[Vectors, Counts]:
        """The sum of each text's token vectors, shape (len(texts), dimensions), and how many tokens it has.

        Sums add up: ``sums(["a b"]) == sums(["a"]) + sums(["b"])`` wherever the texts were parted at a space.
        """
        sums = np.zeros((len(texts), self.dimensions), np.float32)
        counts = np.zeros(len(texts), np.int64)
        for start in range(0, len(texts), BATCH):
            part = slice(start, start + BATCH)
            sums[part], counts[part] = self._sum_words(texts[part]) if self._by_word else self._sum_texts(texts[part])
        return sums, counts

    def embed_words(self, words: Sequence[str]) -> Vectors:
        """The mean of each word's subword vectors, shape (len(words), dimensions), not brought to length 1.

        The length says how much the word weighs in a sentence; cosines of these rows find a word's neighbours.
        """
        sums, counts = self.sums(words)
        means: Vectors = np.divide(sums, np.maximum(counts, 1)[:, None], dtype=np.float32)
        return means

    def _sum_words(self, texts: Sequence[str]) -> tuple[Vectors, Counts]:
        """Sums over runs between spaces; each different run is tokenized and added up once."""
        runs = [text.split(" ") for text in texts]
        place: dict[str, int] = {}
        ids = np.fromiter([place.setdefault(run, len(place)) for run in chain.from_iterable(runs)], np.int64)
        sums, counts = self._sum(*self._tokenize_runs(list(place)))
        lengths = _lengths(runs)
        return _add_up(sums.__getitem__, ids, lengths), _add_up(counts[:, None].__getitem__, ids, lengths)[:, 0]

    def _sum_texts(self, texts: Sequence[str]) -> tuple[Vectors, Counts]:
        """Sums over texts, each tokenized whole."""
        found = [text.ids for text in self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
        return self._sum(_joined(found), _lengths(found))

    def _sum(self, ids: Ids, counts: Counts) -> tuple[Vectors, Counts]:
        return _add_up(self._table.rows, ids, counts), counts

    def _tokenize_runs(self, runs: list[str]) -> tuple[Ids, Counts]:
        """The runs' token ids, all in a row, and how many each run has.

        Runs go to the tokenizer in long lists, because each call result costs about as much as ten words.
        """
        lists = [runs[start : start + RUNS] for start in range(0, len(runs), RUNS)]
        found = self._tokenizer.encode_batch(lists, is_pretokenized=True, add_special_tokens=False)
        of_run = [np.asarray(part.word_ids, np.int64) + RUNS * number for number, part in enumerate(found)]
        counts = np.bincount(np.concatenate(of_run), minlength=len(runs)) if of_run else np.zeros(0, np.int64)
        return _joined([part.ids for part in found]), counts


def _joined(parts: Sequence[Sequence[int]]) -> Ids:
    return np.fromiter(chain.from_iterable(parts), np.int64)


def _lengths(parts: Sequence[Sequence[Any]]) -> Counts:
    return np.fromiter(map(len, parts), np.int64, len(parts))


def _add_up(rows: Rows, ids: Ids, lengths: Counts) -> npt.NDArray[Any]:
    """For each stretch of ``ids``, in order and of those lengths, the sum of its rows; zeros for an empty stretch."""
    none = rows(ids[:0])
    sums = np.zeros((len(lengths), none.shape[1]), none.dtype)
    some = np.flatnonzero(lengths)
    ends = np.cumsum(lengths[some])
    starts = ends - lengths[some]
    for here in np.split(np.arange(len(some)), np.flatnonzero(np.diff(starts // ROWS)) + 1):
        if len(here):
            first = starts[here[0]]
            sums[some[here]] = np.add.reduceat(rows(ids[first : ends[here[-1]]]), starts[here] - first, axis=0)
    return sums


def _tokenizer(path: Path) -> Tokenizer:
    if not path.is_file():
        raise PackError(f"{path}: expected the tokenizer of a static encoder, found no such file; "
                        "name a folder that has one.")  # fmt: skip
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the Rust side raises nothing narrower
        raise PackError(f"{path}: expected a tokenizer, found {error}; fetch or build the model again.") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _splits_at_spaces(tokenizer: Tokenizer) -> bool:
    """Whether a text's tokens are those of its runs between spaces, one after the other.

    So it is where the pre-tokenizer first splits at white space, the normaliser looks at no neighbours, and no added
    token holds a space; elsewhere texts are tokenized whole.
    """
    parts = json.loads(tokenizer.to_str())
    return (
        [step["type"] for step in _steps(parts["pre_tokenizer"], "pretokenizers")][:1] == ["WhitespaceSplit"]
        and all(_is_local(step) for step in _steps(parts["normalizer"], "normalizers"))
        and not any(" " in token["content"] for token in parts["added_tokens"])
    )


def _steps(part: dict[str, Any] | None, inner: str) -> list[dict[str, Any]]:
    if part is None:
        return []
    return list(part[inner]) if part["type"] == "Sequence" else [part]


def _is_local(normaliser: dict[str, Any]) -> bool:
    if normaliser["type"] == "Replace":  # of a plain string; an expression may look around
        return " " not in normaliser["pattern"].get("String", " ")
    return normaliser["type"] in LOCAL_NORMALISERS
