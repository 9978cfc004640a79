"""Lexical tables from aligned sentences: align words, count, prune, quantise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mtqa.pack.corpus import Sentences
from mtqa.pack.ibm import Indices, Reals, collect, normalise, train, usable
from mtqa.pack.stems import learn_endings, stem
from mtqa.pack.tables import Table, quantise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Pruning:
    """What a table keeps: the ``best`` translations of a word with at least the probability ``least``.

    An entry needs an expected count of ``seen``; ``smooth`` is added to each word's total, so that a word met once
    does not seem certain.
    """

    best: int = 16
    least: float = 0.003
    seen: float = 0.15
    smooth: float = 0.5


@dataclass(frozen=True)
class Counted:
    """Expected joint counts of pairs of names: entry ``i`` is (``source[i]``, ``target[i]``) with ``counts[i]``."""

    source_names: Sequence[str]
    target_names: Sequence[str]
    source: Indices
    target: Indices
    counts: Reals


def count_links(
    source: Sentences, target: Sentences, names: tuple[Sequence[str], Sequence[str]], weights: Reals,
    tick: Callable[[int, int], None] = lambda _a, _b: None,
) -> Counted:  # fmt: skip
    """How often each lower-cased word stands for each word of the other side; ``weights``: one a pair, above 0."""
    keep = usable(source, target) & (weights > 0)
    (source_map, source_names), (target_map, target_names) = (merge(side, str.lower) for side in names)
    sides = [_relabelled(side.pick(keep), to) for side, to in ((source, source_map), (target, target_map))]
    links = collect(sides[0], sides[1], weights[keep])
    return Counted(source_names, target_names, links.entry_source, links.entry_target, train(links, tick=tick))


def merge(names: Sequence[str], key: Callable[[str], str]) -> tuple[Indices, list[str]]:
    """The number of each name's key, and the keys by number (first come, first numbered)."""
    numbers: dict[str, int] = {}
    to = np.fromiter((numbers.setdefault(key(name), len(numbers)) for name in names), dtype=np.int32, count=len(names))
    return to, list(numbers)


def stemmed(counted: Counted, endings: tuple[tuple[str, ...], tuple[str, ...]]) -> Counted:
    """The same counts by stem."""
    source_map, sources = merge(counted.source_names, lambda name: stem(name, endings[0]))
    target_map, targets = merge(counted.target_names, lambda name: stem(name, endings[1]))
    keys = source_map[counted.source].astype(np.int64) * len(targets) + target_map[counted.target]
    unique, inverse = np.unique(keys, return_inverse=True)
    counts = np.bincount(inverse, weights=counted.counts).astype(np.float32)
    pair = (unique // len(targets)).astype(np.int32), (unique % len(targets)).astype(np.int32)
    return Counted(sources, targets, *pair, counts)


def endings_of(counted: Counted) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The endings of both languages."""
    return learn_endings(counted.source_names), learn_endings(counted.target_names)


def table(counted: Counted, pruning: Pruning) -> Table:
    """The pruned table of the counts; only words with an entry are kept, in alphabetical order."""
    forward = normalise(counted.counts, counted.source, pruning.smooth)
    backward = normalise(counted.counts, counted.target, pruning.smooth)
    seen = counted.counts >= pruning.seen
    forward = np.where(seen & _best(counted.source, forward, pruning), forward, 0)
    backward = np.where(seen & _best(counted.target, backward, pruning), backward, 0)
    kept = (forward > 0) | (backward > 0)
    source, source_words = _compact(counted.source[kept], counted.source_names)
    target, target_words = _compact(counted.target[kept], counted.target_names)
    order = np.lexsort((target, source))
    rows = np.concatenate([[0], np.cumsum(np.bincount(source, minlength=len(source_words)))]).astype(np.uint32)
    return Table(
        source_words, target_words, rows, target[order].astype(np.uint32),
        quantise(forward[kept][order]), quantise(backward[kept][order]),
    )  # fmt: skip


def _best(given: Indices, probability: Reals, pruning: Pruning) -> npt.NDArray[np.bool_]:
    """Which entries are among the best of their word and probable enough."""
    order = np.lexsort((-probability, given))
    counts = np.bincount(given)
    firsts = (np.cumsum(counts) - counts)[given[order]]
    keep = np.zeros(len(given), dtype=bool)
    keep[order] = np.arange(len(given)) - firsts < pruning.best
    return keep & (probability >= pruning.least)


def _compact(numbers: Indices, names: Sequence[str]) -> tuple[Indices, tuple[str, ...]]:
    used = sorted({int(number) for number in np.unique(numbers)}, key=lambda number: names[number])
    to = np.zeros(len(names), dtype=np.int32)
    to[used] = np.arange(len(used))
    return to[numbers], tuple(names[number] for number in used)


def _relabelled(sentences: Sentences, to: Indices) -> Sentences:
    return Sentences(to[sentences.tokens], sentences.starts)
