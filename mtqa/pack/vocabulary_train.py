"""A vocabulary from counted text: which words are kept, and which casing a word has where its sentence begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mtqa.pack.vocabulary import CAPITALISED, CLASSES, MARK, OPENERS, UNKNOWN, Vocabulary
from mtqa.text.words import FILLER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.pack.corpus import Sentences

Counts = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def learn_vocabulary(names: Sequence[str], text: Sentences, most: int, least: int) -> Vocabulary:
    """The ``most`` frequent words seen ``least`` times; ``names`` are the tokens by the numbers that ``text`` has."""
    first = beginnings(names, text)
    within = np.bincount(text.tokens[~first], minlength=len(names))
    usual = _usual_casing(names, within)
    counts = within + np.bincount(usual[text.tokens[first]], minlength=len(names))
    words = _kept(names, counts, most, least)
    number = {word: place for place, word in enumerate(words, len(CLASSES))}
    initial = np.arange(len(CLASSES) + len(words), dtype=np.int32)
    for old in np.flatnonzero(usual != np.arange(len(names))).tolist():
        if names[old] in number and names[int(usual[old])] in number:
            initial[number[names[old]]] = number[names[int(usual[old])]]
    return Vocabulary(words, initial, _class_sizes(names, counts, set(words), len(initial)))


def beginnings(names: Sequence[str], text: Sentences) -> Flags:
    """Which tokens stand where a sentence (or a quotation, a clause after a colon …) begins."""
    opens = np.fromiter((name in OPENERS for name in names), dtype=bool, count=len(names))[text.tokens]
    letters = np.fromiter((name[0].isalpha() for name in names), dtype=bool, count=len(names))[text.tokens]
    place = np.arange(len(text.tokens))
    trigger = np.where(opens, place + 1, -1)  # the place from which a beginning is open
    word = np.where(letters, place + 1, 0)
    trigger = np.concatenate([[-1], trigger])[:-1]
    trigger[text.starts[:-1][text.lengths > 0]] = text.starts[:-1][text.lengths > 0]
    closed = np.concatenate([[0], np.maximum.accumulate(word)])[:-1]
    return np.asarray(np.maximum.accumulate(trigger) >= closed)


def _usual_casing(names: Sequence[str], within: Counts) -> npt.NDArray[np.int64]:
    """For each token, the token that it is where a sentence begins: its lower-cased form, if that is more usual."""
    numbers = {name: number for number, name in enumerate(names)}
    usual = np.arange(len(names))
    for number, name in enumerate(names):
        lower = numbers.get(name.lower()) if name[0].isupper() else None
        if lower is not None and within[lower] > within[number]:
            usual[number] = lower
    return usual


def _kept(names: Sequence[str], counts: Counts, most: int, least: int) -> list[str]:
    """Words and marks by frequency, then alphabet; what begins with a digit or is masked has a class of its own."""
    frequent = np.flatnonzero(counts >= least).tolist()
    able = [number for number in frequent if not (names[number][0].isdigit() or names[number][0] == FILLER)]
    return [names[number] for number in sorted(able, key=lambda number: (-counts[number], names[number]))[:most]]


def _class_sizes(names: Sequence[str], counts: Counts, words: set[str], entries: int) -> npt.NDArray[np.int32]:
    """How many distinct tokens each class of unknown tokens stood for; 1 for everything that is one token."""
    sizes = np.ones(entries, dtype=np.int32)
    unknown = [
        name for name, count in zip(names, counts, strict=True) if count and name not in words and not name[0].isdigit()
    ]
    for number, wanted in ((UNKNOWN, (True, False)), (CAPITALISED, (True, True)), (MARK, (False, False))):
        sizes[number] = max(
            1, sum((name[0].isalpha(), name[0].isupper()) == wanted for name in unknown if name[0] != FILLER)
        )
    return sizes
