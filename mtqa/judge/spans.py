"""Words that neither their context nor the source explains, and the stretch of them that a reader would mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtqa.judge.evidence import Evidence

UNSUPPORTED = 1e-3
"""p(target | source) below which nothing in the source speaks for the word."""
ALIKE = 4
"""Letters that a word and a source word share at their beginning where one may come from the other."""
BRIDGE = 1
"""How many calmer words may lie between two that are part of one stretch."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` to ``last`` (inclusive); ``words`` those among them that nothing explains."""

    first: int
    last: int
    words: tuple[int, ...]


def stretches(row: Evidence) -> Iterator[Stretch]:
    """Runs of words that nothing explains, joined over :data:`BRIDGE` others, in order.

    There are none where all of the source's content is accounted for.
    """
    if not _something_lost(row):
        return
    run: list[int] = []
    for at in (at for at in range(len(row.target.tokens)) if unexplained(row, at)):
        if run and at - run[-1] > BRIDGE + 1:
            yield _phrase(row, run)
            run = []
        run.append(at)
    if run:
        yield _phrase(row, run)


def _phrase(row: Evidence, run: Sequence[int]) -> Stretch:
    """The run with the determiners before it: a reader marks „der vielen Völker“, not „Völker“."""
    first = run[0]
    while first > run[0] - 2 and first > 0 and row.target.lower[first - 1] in row.target.language.before_nouns:
        first -= 1
    return Stretch(first, run[-1], tuple(run))


def unexplained(row: Evidence, at: int) -> bool:
    """Whether the token is a content word that neither its neighbours nor the source explain.

    The model has never seen it after the word before, nor its successor after it, and no source word supports or resembles it.
    """
    return bool(row.order[at] <= 1 and row.order[at + 1] <= 1) and unsupported(row, at)


def unsupported(row: Evidence, at: int) -> bool:
    """Whether the token is a content word that nothing in the source speaks for."""
    token, low = row.target.tokens[at], row.target.lower[at]
    if not token.is_word or len(low) < ALIKE or low in row.target.language.function_words:
        return False
    return bool(row.support[at] < UNSUPPORTED) and not _resembles(low, row.source.lower)


def _resembles(word: str, sources: Sequence[str]) -> bool:
    return any(word[:ALIKE] == other[:ALIKE] for other in sources)


def _something_lost(row: Evidence) -> bool:
    """Whether a content word of the source finds nothing in the target."""
    functions = row.source.language.function_words
    return any(
        probability < UNSUPPORTED and len(word) >= ALIKE and word not in functions
        for probability, word in zip(row.coverage, row.source.lower, strict=True)
    )
