"""An n-gram model from text: vocabulary, counts, estimation, pruning, packing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mtqa.pack.kneser_ney import Grams, count, estimate, prune
from mtqa.pack.ngrams import Level, NgramModel, fingerprint, mix, quantise
from mtqa.pack.vocabulary import BEGIN, END, Vocabulary
from mtqa.pack.vocabulary_train import beginnings, learn_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mtqa.pack.corpus import Sentences

Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class Size:
    """How large a model may be: its words, and its n-grams of each order from 2; a word must be ``seen`` so often."""

    words: int = 150_000
    grams: tuple[int, ...] = (800_000, 550_000, 250_000)
    seen: int = 2


def train_model(
    names: Sequence[str], text: Sentences, size: Size, tick: Callable[[int, int], None] = lambda _a, _b: None
) -> NgramModel:
    """The model of ``text``, whose tokens are numbers in ``names``."""
    vocabulary = learn_vocabulary(names, text, size.words, size.seen)
    tick(1, 4)
    levels = count(_numbered(vocabulary, names, text), len(vocabulary), len(size.grams) + 1)
    tick(2, 4)
    prune(levels, size.grams)
    tick(3, 4)
    model = _packed(vocabulary, levels)
    tick(4, 4)
    return model


def _numbered(vocabulary: Vocabulary, names: Sequence[str], text: Sentences) -> npt.NDArray[np.int32]:
    """The tokens as numbers of the vocabulary, BEGIN before and END after every sentence."""
    within = np.array([vocabulary.number(name) for name in names], dtype=np.int32)
    begins = np.array([vocabulary.begins(name) for name in names], dtype=np.int32)
    plain = np.where(beginnings(names, text), begins[text.tokens], within[text.tokens])
    framed = np.insert(plain, np.repeat(text.starts[:-1], 1), BEGIN)
    ends = text.starts[1:] + np.arange(1, len(text) + 1)
    return np.insert(framed, ends, END).astype(np.int32)


def _packed(vocabulary: Vocabulary, levels: Sequence[Grams]) -> NgramModel:
    """The kept n-grams with their probabilities; of two with one fingerprint the less frequent is dropped first."""
    states = _states(levels)
    for grams, state in zip(levels[1:], states[1:], strict=True):
        _drop_doubles(grams, fingerprint(state))
    estimates = estimate(levels)
    packed = []
    for order in range(1, len(levels)):
        kept = np.flatnonzero(levels[order].kept)
        kept = kept[np.argsort(fingerprint(states[order][kept]), kind="stable")]
        after = estimates[order + 1].backoff[kept] if order + 1 < len(levels) else np.empty(0)
        keys = fingerprint(states[order][kept])
        packed.append(Level(keys, quantise(estimates[order].probability[kept]), quantise(after)))
    with np.errstate(divide="ignore"):
        unigrams = np.maximum(np.log10(estimates[0].probability), -99)
    return NgramModel(vocabulary, unigrams, np.log10(estimates[1].backoff), packed)


def _states(levels: Sequence[Grams]) -> list[Hashes]:
    """The hash of every n-gram of every order."""
    states = [mix(np.zeros(len(levels[0].words), dtype=np.uint64), levels[0].words)]
    for grams in levels[1:]:
        states.append(mix(states[-1][grams.context], grams.words))
    return states


def _drop_doubles(grams: Grams, keys: npt.NDArray[np.uint32]) -> None:
    kept = np.flatnonzero(grams.kept)
    order = np.lexsort((-grams.seen[kept], keys[kept]))
    ordered = keys[kept][order]
    grams.kept[kept[order[1:][ordered[1:] == ordered[:-1]]]] = False
