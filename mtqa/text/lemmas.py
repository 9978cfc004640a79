"""simplemma's dictionaries, looked up where they lie.

They are front-coded streams (each key says how many bytes it shares with the one before), which can only be read from the
beginning, or from a place where the key is known. Such places, one every few records, take half a second to find; they are
kept in the user's cache (:mod:`mtqa.cache`), and so close together that a word is found in three microseconds. The layout is that
of simplemma 2 (``SMFC1``); a dictionary in any other is opened by simplemma itself.
"""

from __future__ import annotations

import lzma
from bisect import bisect_right
from functools import cache
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Protocol

import numpy as np

from mtqa.cache import keep, recall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.cache import Arrays

MAGIC = b"SMFC1"
REVERSED = 1
"""The flag that says that keys and values are written backwards, so that endings are shared."""
SAME, LITERAL = 254, 255
"""In place of the number of bytes to cut off the key: the value is the one before; the value follows as it is."""
ARRAYS = ("data", "starts", "lengths", "keys")
APART = 8
"""Records between two places where reading may begin."""


class Lookup(Protocol):
    """What gives the dictionary form of a word, or nothing."""

    def get(self, word: str, /) -> str | None:
        """The dictionary form."""


def dictionary(lang: str) -> Lookup:
    """Simplemma's dictionary of the language; an empty one where there is none."""
    name, key = f"lemmas-{lang}", digest(lang)
    if not key:
        return {}
    kept = recall(name, key, ARRAYS)
    if kept is None:
        data = lzma.decompress(_packed(lang))
        if not data.startswith(MAGIC):
            from simplemma.strategies.dictionaries import StreamDictionaryFactory

            return StreamDictionaryFactory().get_dictionary(lang)
        kept = places(data)
        keep(name, key, kept)
    return Stream(kept)


@cache
def digest(lang: str) -> str:
    """What tells the language's dictionary from any other; empty where there is none."""
    packed = _packed(lang)
    return sha256(packed).hexdigest()[:16] if packed else ""


def _packed(lang: str) -> bytes:
    from simplemma.strategies.dictionaries.dictionary_factory import DATA_FOLDER, SUPPORTED_LANGUAGES

    return (DATA_FOLDER / f"{lang}.plzma").read_bytes() if lang in SUPPORTED_LANGUAGES else b""


class Stream:
    """A front-coded stream and the places where reading it may begin."""

    def __init__(self, kept: Arrays) -> None:
        """Hold what :func:`places` gives."""
        self.data = kept["data"].tobytes()
        self.backwards = bool(self.data[len(MAGIC)] & REVERSED)
        self.starts: list[int] = kept["starts"].tolist()
        ends = [0, *accumulate(kept["lengths"].tolist())]
        keys = kept["keys"].tobytes()
        self.keys = [keys[start:end] for start, end in pairwise(ends)]

    def get(self, word: str) -> str | None:
        """The dictionary form of the word as it is written; None where the dictionary lacks it."""
        wanted = word.encode()[::-1] if self.backwards else word.encode()
        place = bisect_right(self.keys, wanted) - 1
        if place < 0:
            return None
        value = _value(self.data, self.starts[place], self.starts[place + 1], self.keys[place], wanted)
        return value if value is None else (value[::-1] if self.backwards else value).decode()


def _value(data: bytes, at: int, stop: int, key: bytes, wanted: bytes) -> bytes | None:
    """The value of the key ``wanted`` if it is among the records from ``at`` to ``stop``: :func:`records`, but less work."""
    cut = length = end = 0
    base = key  # what the last value was written as an edit of
    while at < stop:
        shared, own = data[at], data[at + 1]
        if shared < 0x80 and own < 0x80:
            at += 2
        else:
            shared, at = _number(data, at)
            own, at = _number(data, at)
        key = key[:shared] + data[at : at + own]
        at += own + 1
        if data[at - 1] != SAME:
            base, cut = key, data[at - 1]
            length, at = _number(data, at)
            end = at = at + length
        if key >= wanted:
            if key > wanted:
                return None
            return (b"" if cut == LITERAL else base[: len(base) - cut]) + data[end - length : end]
    return None


def places(data: bytes) -> Arrays:
    """The ``data``, and where reading may begin: ``starts`` of records and the end, the ``keys`` there with ``lengths``.

    Never at a record whose value is that of the one before.
    """
    starts, keys = [], []
    _, at = _number(data, len(MAGIC) + 1)
    since = APART
    for start, key, _ in records(data, at, len(data), b""):
        if since >= APART and not _borrows(data, start):
            starts.append(start)
            keys.append(key)
            since = 0
        since += 1
    return {
        "data": np.frombuffer(data, np.uint8),
        "starts": np.array([*starts, len(data)], np.uint32),
        "lengths": np.array([len(key) for key in keys], np.uint16),
        "keys": np.frombuffer(b"".join(keys), np.uint8),
    }


def _borrows(data: bytes, at: int) -> bool:
    """Whether the record takes the value of the one before."""
    _, at = _number(data, at)
    own, at = _number(data, at)
    return data[at + own] == SAME


def records(data: bytes, at: int, stop: int, key: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Start, key and value of the records from ``at`` to ``stop``; ``key``: one that begins as the first of them does."""
    value = b""
    while at < stop:
        start = at
        shared, own = data[at], data[at + 1]
        at += 2
        if shared >= 0x80 or own >= 0x80:
            shared, at = _number(data, start)
            own, at = _number(data, at)
        key = key[:shared] + data[at : at + own]
        at += own
        cut = data[at]
        at += 1
        if cut != SAME:
            length, at = _number(data, at)
            kept = b"" if cut == LITERAL else key[: len(key) - cut]
            value = kept + data[at : at + length]
            at += length
        yield start, key, value


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, low ones first, and where it ends."""
    found = shift = 0
    while True:
        byte = data[at]
        at += 1
        found |= (byte & 0x7F) << shift
        if byte < 0x80:
            return found, at
        shift += 7
