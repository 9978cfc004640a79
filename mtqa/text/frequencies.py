"""How frequent words are: wordfreq's lists (Speer 2022), the "large" ones where there are any.

As Python's dictionaries the two lists of a pair take half a second to load and a hundred megabytes. So they are kept in the
user's cache (:mod:`mtqa.cache`) as two sorted arrays, a fingerprint and a frequency each word, in which a word is found in
a microsecond.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from os import SEEK_END
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.cache import keep, recall

PRIME = 7744488023662304339
"""A word's fingerprint is the number that its bytes spell, modulo this: that any two of a million words share one
happens to one list in ten million."""

ARRAYS = ("keys", "centibels")
TRAILER = 8
"""Bytes at the end of a gzip file: checksum and length of what it holds."""


def fingerprint(word: str) -> int:
    """The word's key in the arrays."""
    return int.from_bytes(word.encode("utf-8", "surrogatepass"), "little") % PRIME


class Frequencies:
    """Words and their frequencies, as a share of all words."""

    def __init__(self, keys: npt.NDArray[np.uint64], centibels: npt.NDArray[np.uint16]) -> None:
        """Hold sorted fingerprints, and for each -100 times the common logarithm of the frequency."""
        self._keys, self._centibels = keys, centibels
        self._bisected, self._found = keys.data, centibels.data
        self._shares = [10 ** (-value / 100) for value in range(int(centibels.max(initial=0)) + 1)]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._keys)

    def get(self, word: str) -> float:
        """The word's frequency, 0 if it is unknown; letters as the list has them."""
        key = fingerprint(word)
        at = bisect_left(self._bisected, key)
        return self._shares[self._found[at]] if at < len(self._bisected) and self._bisected[at] == key else 0.0

    def known(self, words: list[str]) -> Iterator[str]:
        """Those of many words that the list has, in their order."""
        keys = np.fromiter(map(fingerprint, words), np.uint64, len(words))
        at = np.minimum(np.searchsorted(self._keys, keys), max(0, len(self._keys) - 1))
        if len(self._keys):
            yield from (words[number] for number in np.flatnonzero(self._keys[at] == keys).tolist())


def frequencies(lang: str) -> Frequencies:
    """The language's words; none where there is no list."""
    path = _list(lang)
    key = _ending(path) if path is not None else ""
    kept = recall(f"words-{lang}", key, ARRAYS) if key else None
    if kept is None:
        kept = packed(enumerate(_words(lang)))
        if key:
            keep(f"words-{lang}", key, kept)
    return Frequencies(kept["keys"], kept["centibels"])


def packed(bands: Iterable[tuple[int, Iterable[str]]]) -> dict[str, npt.NDArray[Any]]:
    """The arrays of (centibels below 1, words that are so frequent)."""
    found = {fingerprint(word): centibels for centibels, words in bands for word in words}
    keys = np.fromiter(found, np.uint64, len(found))
    order = np.argsort(keys)
    return {"keys": keys[order], "centibels": np.fromiter(found.values(), np.uint16, len(found))[order]}


def _words(lang: str) -> list[list[str]]:
    """The words, those with a frequency of n centibels below 1 at place n."""
    from wordfreq import available_languages, get_frequency_list

    return get_frequency_list(lang, "best") if lang in available_languages() else []


def _ending(path: Path) -> str:
    with path.open("rb") as file:
        file.seek(-TRAILER, SEEK_END)
        return file.read().hex()


def _list(lang: str) -> Path | None:
    """The file of the list; None where there is none or wordfreq keeps it elsewhere."""
    spec = find_spec("wordfreq")
    for folder in (spec.submodule_search_locations or []) if spec is not None else []:
        for size in ("large", "small"):
            path = Path(folder) / "data" / f"{size}_{lang}.msgpack.gz"
            if path.is_file():
                return path
    return None
