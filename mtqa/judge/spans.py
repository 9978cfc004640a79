"""From risks of words to the stretch a reader would mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtqa.judge.evidence import Evidence
from mtqa.text.words import Token

UNLIKELY = -4.0
"""log10 p(token | context) below which a reader would not expect the word."""
UNSUPPORTED = 1e-3
"""p(target | source) below which nothing in the source speaks for the word."""
BRIDGE = 2
"""How many calmer words may lie between two that are part of one stretch."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` to ``last`` (inclusive), and the one among them that is most at risk."""

    first: int
    last: int
    worst: int
    risk: float


def stretches(row: Evidence, high: float, low: float) -> Iterator[Stretch]:
    """Runs of tokens of at least ``low`` risk, joined over :data:`BRIDGE` calmer ones, that hold one of ``high`` risk."""
    tokens = row.target.tokens
    hot = [at for at, token in enumerate(tokens) if row.risk[at] >= low and token.text[0].isalnum()]
    for run in _joined(hot, tokens):
        worst = max(run, key=lambda at: (float(row.risk[at]), -at))
        if row.risk[worst] >= high:
            yield Stretch(run[0], run[-1], worst, float(row.risk[worst]))


def _joined(hot: Sequence[int], tokens: Sequence[Token]) -> Iterator[list[int]]:
    run: list[int] = []
    for at in hot:
        if run and (at - run[-1] > BRIDGE + 1 or _parted(tokens[run[-1] + 1 : at])):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _parted(between: Sequence[Token]) -> bool:
    """Whether a mark that ends a clause lies between."""
    return any(token.text in ".,;:!?–—()„“”«»" for token in between)


def unlikely(row: Evidence, at: int) -> bool:
    """Whether the language model did not expect the token, nor what follows it."""
    return bool(row.logprob[at] < UNLIKELY and row.order[at] <= 2)


def unsupported(row: Evidence, at: int) -> bool:
    """Whether the token is a word that nothing in the source speaks for."""
    return bool(row.support[at] < UNSUPPORTED) and row.target.tokens[at].is_word
