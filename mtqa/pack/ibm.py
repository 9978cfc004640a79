"""Word alignment by expectation maximisation: which words of a pair stand for each other, and how often.

IBM model 1 (Brown et al. 1993, Computational Linguistics 19(2), 4.2), then the same with a prior for the diagonal
(Dyer, Chahuneau & Smith 2013, NAACL, "A Simple, Fast, and Effective Reparameterization of IBM Model 2", section 2),
both directions trained to agree (Liang, Taskar & Klein 2006, NAACL, section 3.2): what is counted is the geometric mean
of the two directions' posteriors, which keeps rare words from collecting garbage. (Their product loses a third of the
second-best translations; measured on held-out pairs, the mean tells right from wrong pairs of words better.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mtqa.pack.corpus import Sentences

Reals = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int32]

TENSION = 4.0
"""How strongly the diagonal attracts (lambda of Dyer et al.)."""
NULL = 0.08
"""The prior probability that a word stands for nothing on the other side."""
UNEXPLAINED = 1e-4
"""What null gives any one word: about one over the number of words that carry no meaning of their own."""
PAIRS = 4096
"""Pairs whose links are laid out at once."""
MERGED = 16
"""Pieces whose entries are merged at once: the two bound the memory."""
LONGEST = 80
"""Pairs with a longer side are left out: their links grow with the square."""


@dataclass(frozen=True)
class Links:
    """Every possible link of every pair: which entry (pair of words) it is an instance of, and which tokens it joins.

    ``diagonal`` are the two priors of a link, each normalised over the other side's tokens and null; ``weight`` is that
    of each source token's pair.
    """

    entry: Indices
    source_token: Indices
    target_token: Indices
    diagonal: tuple[Reals, Reals]
    weight: Reals
    entry_source: Indices
    entry_target: Indices
    source_tokens: int
    target_tokens: int


def usable(source: Sentences, target: Sentences) -> npt.NDArray[np.bool_]:
    """Which pairs can be aligned: neither side empty or longer than :data:`LONGEST`."""
    rows, cols = source.lengths, target.lengths
    return np.asarray((rows > 0) & (cols > 0) & (rows <= LONGEST) & (cols <= LONGEST))


def collect(source: Sentences, target: Sentences, weights: Reals) -> Links:
    """All possible links of aligned sentences (same number on both sides); ``weights``: one a pair."""
    width = np.int64(target.tokens.max(initial=0) + 1)
    entries = _entries(source, target, width)
    total = int((source.lengths * target.lengths).sum())
    entry, rows, cols = (np.empty(total, dtype=np.int32) for _ in range(3))
    diagonal = np.empty(total, dtype=np.float32), np.empty(total, dtype=np.float32)
    at = 0
    for row, col, attraction in _pieces(source, target):
        to = slice(at, at + len(row))
        at += len(row)
        keys, inverse = np.unique(source.tokens[row] * width + target.tokens[col], return_inverse=True)
        entry[to] = np.asarray(np.searchsorted(entries, keys))[inverse]  # sorted keys are found several times as fast
        rows[to], cols[to] = row, col
        diagonal[0][to], diagonal[1][to] = _prior(attraction, col), _prior(attraction, row)
    weight = np.repeat(weights, source.lengths).astype(np.float32)
    pair = (entries // width).astype(np.int32), (entries % width).astype(np.int32)
    return Links(entry, rows, cols, diagonal, weight, *pair, len(source.tokens), len(target.tokens))


def _entries(source: Sentences, target: Sentences, width: np.int64) -> npt.NDArray[np.int64]:
    """All pairs of words that occur in a pair, as source number times ``width`` plus target number, sorted."""
    found = [np.empty(0, dtype=np.int64)]
    for row, col, _ in _pieces(source, target):
        found.append(np.unique(source.tokens[row] * width + target.tokens[col]))
        if len(found) == MERGED:
            found = [np.unique(np.concatenate(found))]
    return np.unique(np.concatenate(found))


def _pieces(source: Sentences, target: Sentences) -> Iterator[tuple[Indices, Indices, Reals]]:
    """Source token, target token and attraction to the diagonal of all links, some thousand pairs at a time."""
    for start in range(0, len(source), PAIRS):
        pairs = slice(start, start + PAIRS)
        rows, cols = source.lengths[pairs], target.lengths[pairs]
        pair = np.repeat(np.arange(len(rows)), rows * cols)
        within = np.arange(len(pair)) - np.repeat(np.cumsum(rows * cols) - rows * cols, rows * cols)
        row, col = np.divmod(within, cols[pair])
        distance = np.abs((row + 1) / rows[pair] - (col + 1) / cols[pair])
        source_token, target_token = source.starts[pairs][pair] + row, target.starts[pairs][pair] + col
        attraction = np.exp(-TENSION * distance).astype(np.float32)
        yield source_token.astype(np.int32), target_token.astype(np.int32), attraction


def train(links: Links, flat: int = 4, bent: int = 4, tick: Callable[[int, int], None] = lambda _a, _b: None) -> Reals:
    """Expected joint counts per entry after ``flat`` rounds of model 1 and ``bent`` with diagonal and agreement."""
    forward = np.ones(len(links.entry_source), dtype=np.float32)
    backward = forward
    counts = forward
    for round_ in range(flat + bent):
        diagonal = links.diagonal if round_ >= flat else (None, None)
        there = _posterior(links.entry, forward, links.target_token, links.target_tokens, diagonal[0])
        back = _posterior(links.entry, backward, links.source_token, links.source_tokens, diagonal[1])
        if round_ >= flat:
            counts = _expected(links, np.sqrt(there * back))
            forward, backward = normalise(counts, links.entry_source), normalise(counts, links.entry_target)
        else:
            forward = normalise(_expected(links, there), links.entry_source)
            backward = normalise(_expected(links, back), links.entry_target)
        tick(round_ + 1, flat + bent)
    return counts


def normalise(counts: Reals, given: Indices, smooth: float = 0.0) -> Reals:
    """``counts`` divided by the sum over all entries with the same ``given``, plus ``smooth``."""
    total = np.bincount(given, weights=counts).astype(np.float32) + np.float32(smooth)
    return np.asarray(np.divide(counts, total[given], out=np.zeros_like(counts), where=total[given] > 0))


def _prior(attraction: Reals, token: Indices) -> Reals:
    """The attraction of each link, normalised over the links of its token; the rest is null's."""
    first = int(token.min(initial=0))
    total = np.bincount(token - first, weights=attraction)
    return np.asarray((1 - NULL) * attraction / total[token - first], dtype=np.float32)


def _posterior(entry: Indices, table: Reals, token: Indices, tokens: int, prior: Reals | None) -> Reals:
    """p(link | its explained token), null taking its share of each token's probability."""
    mass = table[entry]
    if prior is None:
        total = np.bincount(token, weights=mass, minlength=tokens)
        null = total * NULL
    else:
        mass *= prior
        total = np.bincount(token, weights=mass, minlength=tokens)
        null = np.full(tokens, NULL * UNEXPLAINED)
    inverse = np.divide(1.0, total + null, out=np.zeros_like(total), where=total + null > 0).astype(np.float32)
    return np.asarray(mass * inverse[token], dtype=np.float32)


def _expected(links: Links, posterior: Reals) -> Reals:
    weighted = posterior * links.weight[links.source_token]
    return np.bincount(links.entry, weights=weighted, minlength=len(links.entry_source)).astype(np.float32)
