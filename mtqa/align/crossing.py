"""Passages that stand elsewhere in the translation than in the source: found among what the monotone path leaves alone.

Sentences that may stand alone are held against each other, each pair by what a bead of the two is worth over two nulls,
and chains of neighbours are looked for as local alignments (Smith & Waterman 1981): each pair adds its worth, and a
chain pays for beginning, more the further away it is. What is found is aligned like a text of its own; the rest once
more without it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mtqa.align.band import Band
from mtqa.align.chains import Chain, chains
from mtqa.align.evidence import explain
from mtqa.align.lattice import Step
from mtqa.align.lengths import measure
from mtqa.align.meaning import worth
from mtqa.align.pairing import without

if TYPE_CHECKING:
    import numpy.typing as npt

    from mtqa.align.lattice import Lattice
    from mtqa.align.pairing import Knowledge, Pairing
    from mtqa.align.side import Floats, Ints

    Probabilities = tuple[Floats, Floats]

POSSIBLE = 1e-4
"""The least probability of standing alone with which a sentence may belong elsewhere."""
LIKELY = 0.3
"""That with which one beside a passage that moved may belong to it."""
BESIDE = 2
WIDEST = 1200
"""The most such sentences of a side that are held against each other at a time."""
ROUNDS = 3


class Loose(NamedTuple):
    """Sentences that may stand alone: their places, and what it costs that they do (-log of its probability)."""

    places: Ints
    cost: Floats

    def part(self, chosen: Ints | slice) -> Loose:
        """Some of them."""
        return Loose(self.places[chosen], self.cost[chosen])


def uncross(pairing: Pairing, known: Knowledge, lattice: Lattice, found: Probabilities, path: Ints) -> list[Step]:
    """The best alignment of ``lattice`` with probabilities ``found``, and in it the passages that moved."""
    known = replace(known, weights=replace(known.weights, null=known.weights.apart))
    taken = np.zeros(len(pairing.source), dtype=bool), np.zeros(len(pairing.target), dtype=bool)
    moved: list[Step] = []
    for _ in range(ROUNDS):
        more = _moved(pairing, known, _loose(lattice, found, taken), path)
        if not more:
            break
        moved += more
        for step in more:
            taken[0][step.source : step.source + step.sources] = True
            taken[1][step.target : step.target + step.targets] = True
        lattice = without(lattice, *taken)
        found = lattice.probabilities()
    steps = lattice.best(*found)
    if not moved:
        return steps
    alone = [taken[0][step.source] if step.sources else taken[1][step.target] for step in steps]
    return moved + [step for step, gone in zip(steps, alone, strict=True) if not gone]


def _loose(
    lattice: Lattice, found: Probabilities, taken: tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]
) -> tuple[Loose, Loose]:
    """The sentences of both sides that may stand alone and were not taken yet."""
    sides = []
    for chance, gone in zip(lattice.loose(*found), taken, strict=True):
        places = np.flatnonzero((chance[:-1] > POSSIBLE) & ~gone)
        sides.append(Loose(places, -np.log(chance[places])))
    return sides[0], sides[1]


def _moved(pairing: Pairing, known: Knowledge, loose: tuple[Loose, Loose], path: Ints) -> list[Step]:
    steps: list[Step] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for there, here in _windows(loose, path):
        worths = _worths(pairing.taken(there.places, here.places), known)
        worths -= np.maximum(there.cost[:, None], here.cost)
        expected = np.interp(there.places, path[:, 0], path[:, 1])
        weights = known.weights
        fees = weights.move + weights.far * np.log1p(np.abs(expected[:, None] - here.places))
        for chain in chains(worths, (there.places, here.places), fees.astype(np.float32)):
            for step in _aligned(pairing, known, (there, here), chain):
                spans = range(step.source, step.source + step.sources), range(step.target, step.target + step.targets)
                if taken[0].isdisjoint(spans[0]) and taken[1].isdisjoint(spans[1]):
                    steps.append(step)
                    taken[0].update(spans[0])
                    taken[1].update(spans[1])
    return steps


def _windows(loose: tuple[Loose, Loose], path: Ints) -> list[tuple[Loose, Loose]]:
    """Parts of both sides that are looked at together: all, or for each stretch of the source what lies nearest."""
    there, here = loose
    windows = []
    for first in range(0, len(there.places), WIDEST):
        part = there.part(slice(first, first + WIDEST))
        middle = float(np.median(np.interp(part.places, path[:, 0], path[:, 1])))
        near = int(np.searchsorted(here.places, middle)) - WIDEST // 2
        begin = max(0, min(near, len(here.places) - WIDEST))
        window = here.part(slice(begin, begin + WIDEST))
        if len(window.places):
            windows.append((part, window))
    return windows


def _worths(pairing: Pairing, known: Knowledge) -> Floats:
    """What each source sentence and each target sentence are worth as a bead over standing alone, shape (n, m)."""
    n, m = len(pairing.source), len(pairing.target)
    band = Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m))
    weights, cap = known.weights, known.weights.cap
    forth = explain(pairing.source, pairing.target, known.links[0], pairing.expected[1], band, known.shares[0], cap, 1)
    back = explain(
        pairing.target, pairing.source, known.links[1], pairing.expected[0], band.turned, known.shares[1], cap, 1
    )
    words = forth.worth[0].reshape(n, m) + back.worth[0].reshape(m, n).T
    lengths = known.lengths.ratio(
        measure(pairing.source, np.arange(n), 1)[:, None], measure(pairing.target, np.arange(m), 1)[None, :]
    )
    worths: Floats = (weights.words * words + weights.lengths * lengths - 2 * weights.null).astype(np.float32)
    if pairing.meaning:
        i, j = np.divmod(np.arange(n * m), m)
        likeness = pairing.meaning.likeness(i, j, 1, 1)
        worths += worth(likeness, (float(likeness.mean()), float(likeness.std()))).reshape(n, m)
    return worths


def _aligned(pairing: Pairing, known: Knowledge, loose: tuple[Loose, Loose], chain: Chain) -> list[Step]:
    """The beads of a passage that moved, their probabilities times that it did."""
    there = _widened(loose[0], chain.source)
    here = _widened(loose[1], chain.target)
    part = pairing.taken(there, here)
    n, m = len(there), len(here)
    lattice = part.lattice(Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m)), known)
    steps = lattice.best(*lattice.probabilities())
    gain = lattice.total - (n + m) * lattice.null - chain.cost
    moved = 1 / (1 + np.exp(-min(max(gain, -30.0), 30.0)))
    both = [step for step in steps if step.sources and step.targets and step.probability * moved >= 0.5]
    return [
        Step(int(there[step.source]), int(here[step.target]), step.sources, step.targets,
             float(step.probability * moved), number)
        for number, step in enumerate(both, 1)
    ]  # fmt: skip


def _widened(loose: Loose, places: tuple[int, int]) -> Ints:
    """The places from the first to the last, and up to :data:`BESIDE` more on both ends that probably stand alone."""
    likely = set(loose.places[loose.cost <= -np.log(LIKELY)].tolist())
    first, last = places
    for _ in range(BESIDE):
        first -= first - 1 in likely
        last += last + 1 in likely
    return np.arange(first, last + 1)
