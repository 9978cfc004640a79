"""From the chance that each word is wrong to the stretch of words that a reader would mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mtqa.judge.evidence import Evidence, Floats
from mtqa.judge.trees import TINY, log_odds, probability

HYPHENS = frozenset("-–")

NEAR = 0.25
"""The share of the highest chance in a stretch that each of its words has. On unseen documents, by their worst words, .25 found
.61 of the major errors and was right in .715; .35 .60 and .707, .5 .57 and .69, for .01 and .04 more precision of characters."""
CERTAIN = 0.999
"""No word's chance counts more."""
LONGEST = 12
"""How many words two runs with a word between them may be in all: who marks a phrase does not mark the sentence."""
REACH = 4
"""How many words a stretch reaches to either side of the one it began with: readers mark phrases, not sentences."""


PEAK, MASS, BIAS = 0.63, 0.67, 0.11
"""The log-odds that a reader marks anything of a stretch, from the log-odds of its likeliest word, the logarithm of what all its
words amount to, and nothing (``python -m training.phrases`` fits them to texts by hands that the judge did not learn from). Four
doubtful words in a row are an error more often than a single one that is worse."""


CLEAR = 0.75
"""The chance of a word, its segment seen by itself, from which its phrase is named in whatever document it stands, if that
looks as :data:`DOUBTED` does: from there on six in seven phrases of good engines' news touch a mark of one of three reviewers
(.19 of their words do), and one human translation of news in a thousand has any."""
DOUBTED, LEANING = 0.07, 0.5
"""The mean chance of a document that is neither good (.04) nor told rough (.12), and how much the log-odds of a document's own
mean, beside it, move those of :data:`CLEAR`: what looks wrong among much that does is wrong more often."""
FEW, GOOD = 20, 0.06
"""So many words of good engines' mean chance are added to a document before its own is taken: a sentence proves nothing."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` to ``last`` (inclusive); ``chance`` is the highest of any of them, ``peak`` the token that has it."""

    first: int
    last: int
    peak: int
    chance: float


def clear_chance(chances: Floats) -> float:
    """The chance from which a word of a document with these chances (each segment seen by itself) is clearly wrong."""
    mean = (np.add.reduce(chances) + FEW * GOOD) / (len(chances) + FEW)
    clear, own, doubted = log_odds(np.array([CLEAR, mean, DOUBTED], np.float32))
    return float(probability(clear - LEANING * (own - doubted)))


def stretches(row: Evidence, chances: Floats, seed: float, join: float, *, bare: bool = False) -> Iterator[Stretch]:
    """Runs around words with a chance of at least ``seed``, over neighbours of at least ``join``, in order.

    Beside a word that is surely wrong, what is merely doubtful is none of the error: a neighbour has :data:`NEAR` of the peak's
    chance. A run takes the determiners before it and leaves those at its end: a reader marks „der vielen Völker“, not
    „Völker“. Runs that meet, or have one word between them, are one. A capitalised word that the source has too begins none:
    it is a name, or the business of who looks for what is untranslated. ``bare`` leaves determiners and words between runs as
    they are: post-editors change the words alone.
    """
    tokens = row.target.tokens
    able = [token.is_word or token.text in HYPHENS for token in tokens]
    copied = {token.text.lower() for token in row.source.tokens if token.text[:1].isupper()}
    found: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        reached = found[-1][1] if found else -1
        if at <= reached or not token.is_word or chances[at] < seed or _is_copied(token.text, copied):
            continue
        floor = max(join, NEAR * _highest(chances, *_grown(chances, able, at, join)))
        if chances[at] < floor:
            continue  # the peak beside it makes a run of its own
        first, last = _grown(chances, able, at, floor)
        if not bare:
            first, last = _with_determiners(row, chances, (first, last), at, seed)
        if found and _are_one(row, chances, found[-1], (first, last), apart=bare):
            first = found.pop()[0]
        found.append((first, last))
    for first, end in found:
        peak = max((at for at in range(first, end + 1) if tokens[at].is_word), key=lambda at: float(chances[at]))
        yield Stretch(first, end, peak, float(chances[peak]))


def _are_one(row: Evidence, chances: Floats, run: tuple[int, int], later: tuple[int, int], *, apart: bool) -> bool:
    """Whether two runs are one: where they meet, or have one word between them; ``apart``: only where they meet."""
    between = range(run[1] + 1, later[0])
    if not between:
        return True
    if apart or len(between) > 1 or not row.target.tokens[between[0]].is_word or later[1] - run[0] >= LONGEST:
        return False
    peaks = sorted(_highest(chances, *one) for one in (run, later))
    return peaks[0] >= NEAR * peaks[1]


def marked(row: Evidence, chances: Floats, stretch: Stretch) -> float:
    """The chance that a reader marks anything of the stretch, from those of its words."""
    odds = (
        PEAK * log_odds(np.minimum(chances[stretch.peak], CERTAIN))
        + MASS * np.log(mass_of(row, chances, stretch))
        + BIAS
    )
    return float(probability(odds))


def mass_of(row: Evidence, chances: Floats, stretch: Stretch) -> float:
    """What the chances of the stretch's words amount to: minus the logarithm of the chance that all are right, each by itself."""
    words = [at for at in range(stretch.first, stretch.last + 1) if row.target.tokens[at].is_word]
    return max(TINY, -float(np.log1p(-np.minimum(chances[words], CERTAIN)).sum()))


def _highest(chances: Floats, first: int, last: int) -> float:
    return float(chances[first : last + 1].max())


def _grown(chances: Floats, able: Sequence[bool], at: int, floor: float) -> tuple[int, int]:
    first = last = at
    while first > max(0, at - REACH) and able[first - 1] and chances[first - 1] >= floor:
        first -= 1
    while last + 1 < min(len(able), at + REACH + 1) and able[last + 1] and chances[last + 1] >= floor:
        last += 1
    return first, last


def _with_determiners(row: Evidence, chances: Floats, run: tuple[int, int], at: int, seed: float) -> tuple[int, int]:
    (first, last), words = run, row.target.language.before_nouns
    while first > 0 and row.target.lower[first - 1] in words:
        first -= 1
    while last > at and chances[last] < seed and row.target.lower[last] in words:
        last -= 1
    return first, last


def _is_copied(word: str, copied: set[str]) -> bool:
    return word[0].isupper() and word.lower() in copied
