"""Which words of a translation no other system has at that place."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.data import Range
from mtqa.text.words import Token, tokens


def own_words(texts: Sequence[str]) -> list[list[Range]]:
    """For each text the places of the words that it shares with none of the others, neighbours in one.

    Shared is what the longest common subsequence of two texts holds (Levenshtein alignment without substitutions).
    """
    cut = [tokens(text) for text in texts]
    shared: list[set[int]] = [set() for _ in texts]
    for first in range(len(texts)):
        for second in range(first + 1, len(texts)):
            _share(cut[first], cut[second], shared[first], shared[second])
    return [_places(own, kept) for own, kept in zip(cut, shared, strict=True)]


def _share(first: Sequence[Token], second: Sequence[Token], ours: set[int], theirs: set[int]) -> None:
    from rapidfuzz.distance import LCSseq

    words = [token.text for token in first], [token.text for token in second]
    for code in LCSseq.opcodes(*words):
        if code.tag == "equal":
            ours.update(range(code.src_start, code.src_end))
            theirs.update(range(code.dest_start, code.dest_end))


def _places(own: Sequence[Token], shared: set[int]) -> list[Range]:
    out: list[Range] = []
    last = -2
    for number, token in enumerate(own):
        if number in shared:
            continue
        if last == number - 1:
            out[-1] = (out[-1][0], token.end)
        else:
            out.append((token.start, token.end))
        last = number
    return out
