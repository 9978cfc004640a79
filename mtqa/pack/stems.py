"""Stems and compound parts, so that inflected forms and compounds share what is known of their relatives.

The endings are learned from the vocabulary (which endings, added to a word, often give another word?), so a pack of any
alphabetic language pair gets them without a stemmer of its own; the idea is that of unsupervised suffix discovery by
counting stem-ending pairs (Goldsmith 2001, Computational Linguistics 27(2), without the description length). Compounds
are split into two known words with an optional linking element (Koehn & Knight 2003, EACL, with frequencies' product).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST = 3
SHORTEST_STEM = 4
SHORTEST_PART = 4
LONGEST_WORD = 100
"""Letters of the longest word that is taken apart; what is longer is no word that a language has."""
LINKS = ("", "s", "es", "n", "en", "er", "e")
"""What may stand between the parts of a compound (German linking elements; the empty one serves everywhere)."""


def fold(word: str) -> str:
    """``word`` in lower case without accents: ``Häuser`` and ``Haus`` differ by their ending alone."""
    low = word.lower().replace("ß", "ss")
    if low.isascii():
        return low
    return "".join(char for char in unicodedata.normalize("NFD", low) if not unicodedata.combining(char))


def learn_endings(words: Iterable[str], count: int = 16, share: float = 0.01) -> tuple[str, ...]:
    """At most ``count`` endings, the longest first: those that most often tell two known words apart.

    An ending counts where the word without it is a word too; it must do so for ``share`` of all words.
    """
    folded = sorted({fold(word) for word in words if len(word) >= SHORTEST_STEM and word.isalpha()})
    known = set(folded)
    found: Counter[str] = Counter()
    for word in folded:
        for size in range(1, min(LONGEST, len(word) - SHORTEST_STEM) + 1):
            if word[:-size] in known:
                found[word[-size:]] += 1
    usual = [ending for ending, times in found.items() if times >= max(2, share * len(folded))]
    best = sorted(usual, key=lambda ending: (-found[ending], ending))[:count]
    return tuple(sorted(best, key=lambda ending: (-len(ending), ending)))


def stem(word: str, endings: tuple[str, ...]) -> str:
    """``word`` folded and without its known endings, the longest first, as long as enough of it is left."""
    rest = fold(word)
    while (shorter := _without(rest, endings)) != rest:
        rest = shorter
    return rest


def _without(word: str, endings: tuple[str, ...]) -> str:
    if not word.endswith(endings):
        return word
    for ending in endings:
        if len(word) >= SHORTEST_STEM + len(ending) and word.endswith(ending):
            return word[: -len(ending)]
    return word


def split(word: str, frequency: Mapping[str, int]) -> tuple[str, str] | None:
    """The two known words that a lower-case ``word`` is best explained by, or None.

    The split with the highest product of the parts' frequencies wins, the earliest of equals.
    """
    best: tuple[int, tuple[str, str]] | None = None
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1) if len(word) <= LONGEST_WORD else ()
    for cut in cuts:
        tail = word[cut:]
        if tail not in frequency:
            continue
        head = _head(word[:cut], frequency)
        if head and (best is None or frequency[head] * frequency[tail] > best[0]):
            best = frequency[head] * frequency[tail], (head, tail)
    return best[1] if best else None


def _head(text: str, frequency: Mapping[str, int]) -> str:
    for link in LINKS:
        rest = text[: len(text) - len(link)]
        if len(rest) >= SHORTEST_PART and text.endswith(link) and rest in frequency:
            return rest
    return ""
