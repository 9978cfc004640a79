"""What a first alignment teaches about the document: its own lexicon, and how much of it is translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.evidence import share_explained
from mtqa.align.sums import counted, distinct

if TYPE_CHECKING:
    from mtqa.align.lattice import Step
    from mtqa.align.links import Links
    from mtqa.align.side import Floats, Ints, Side
    from mtqa.align.weights import Weights

FEWEST = 5
"""Fewer sure beads teach nothing."""
SAMPLE = 2000
FREQUENT = 0.1
"""Types in more than this share of the sentences are not learned about."""
LEAST, MOST = 0.1, 0.9
CHUNK = 2_000_000


def sure_beads(steps: list[Step], least: float) -> list[Step]:
    """The beads with sentences on both sides, three at most, and at least that probability."""
    return [
        step for step in steps
        if step.sources and step.targets and step.sources + step.targets <= 3 and step.probability >= least
    ]  # fmt: skip


def own_lexicon(source: Side, target: Side, beads: list[Step], weights: Weights) -> tuple[Ints, Ints, Floats]:
    """Pairs of types that go together in ``beads``: their places, and their association (Dice) in [association, 1].

    One common bead is taken off, so that no bead speaks for itself, and pairs need two.
    """
    ids = np.arange(len(beads))
    left = _present(source, ids, [(bead.source, bead.sources) for bead in beads])
    right = _present(target, ids, [(bead.target, bead.targets) for bead in beads])
    code, together = _pairs(left, right, len(beads), len(target.vocabulary))
    rows, columns = code // len(target.vocabulary), code % len(target.vocabulary)
    alone = np.bincount(left[1], minlength=len(source.vocabulary))[rows]
    alone = alone + np.bincount(right[1], minlength=len(target.vocabulary))[columns]
    association = 2 * (together - 1) / alone
    kept = association >= weights.association
    return rows[kept], columns[kept], association[kept].astype(np.float32)


def _present(side: Side, ids: Ints, ranges: list[tuple[int, int]]) -> tuple[Ints, Ints]:
    """(bead, type) for each type in each bead, in order of beads; neither types of one bead nor very frequent ones."""
    first = np.array([start for start, _ in ranges], dtype=np.int64)
    size = np.array([count for _, count in ranges], dtype=np.int64)
    tokens = side.starts[first + size] - side.starts[first]
    ends = np.cumsum(tokens)
    bead = np.repeat(ids, tokens)
    token = np.arange(ends[-1]) - np.repeat(ends - tokens - side.starts[first], tokens)
    code = distinct(bead * len(side.vocabulary) + side.numbers[token])
    bead, types = code // len(side.vocabulary), code % len(side.vocabulary)
    having = np.bincount(types, minlength=len(side.vocabulary))[types]
    kept = (having >= 2) & (having < FREQUENT * len(ids) + 3)
    return bead[kept], types[kept]


def _pairs(left: tuple[Ints, Ints], right: tuple[Ints, Ints], beads: int, width: int) -> tuple[Ints, Ints]:
    """Codes (left type * width + right type) that share at least two beads, and how many."""
    starts = np.searchsorted(right[0], np.arange(beads + 1))
    times = np.diff(starts)[left[0]]
    ends = np.cumsum(times)
    codes = []
    for chunk in np.split(np.arange(len(times)), np.flatnonzero(np.diff(ends // CHUNK)) + 1):
        many = times[chunk]
        before = np.cumsum(many) - many
        place = np.arange(many.sum()) - np.repeat(before - starts[left[0][chunk]], many)
        codes.append(np.repeat(left[1][chunk], many) * width + right[1][place])
    code, together = counted(np.concatenate(codes))
    return code[together >= 2], together[together >= 2]


def translated_share(
    source: Side, target: Side, links: Links, expected: Floats, beads: list[Step], weights: Weights,
    share: float,
) -> float:  # fmt: skip
    """The share of the target's words that the source explains in ``beads``, drawn towards the assumption."""
    some = beads[:: max(1, len(beads) // SAMPLE)]
    groups = [((bead.source, bead.sources), (bead.target, bead.targets)) for bead in some]
    found, tokens = share_explained(source, target, links, expected, groups, share)
    mean = (found * weights.share_scale * tokens + weights.share * weights.share_prior) / (tokens + weights.share_prior)
    return float(np.clip(mean, LEAST, MOST))
