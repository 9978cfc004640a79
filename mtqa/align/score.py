"""What a bead is worth: its words both ways, its lengths, its shape, and where the paragraphs begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.lattice import NEVER
from mtqa.align.lengths import measure
from mtqa.align.meaning import worth
from mtqa.align.weights import SHAPES

if TYPE_CHECKING:
    import numpy.typing as npt

    from mtqa.align.band import Band
    from mtqa.align.breaks import Breaks
    from mtqa.align.evidence import Evidence
    from mtqa.align.lengths import Lengths
    from mtqa.align.meaning import Meaning
    from mtqa.align.side import Floats, Ints, Side
    from mtqa.align.weights import Weights


def score_beads(
    sides: tuple[Side, Side], band: Band, evidence: tuple[Evidence, Evidence], lengths: Lengths, breaks: Breaks,
    weights: Weights, meaning: Meaning | None = None,
) -> Floats:  # fmt: skip
    """The scores of all beads that begin and end in the band, shape (shapes, cells); NEVER elsewhere.

    ``evidence`` is of the target's sentences explained by the source's, and the other way round; ``meaning`` is more
    evidence, where there is an encoder to give it.
    """
    chance = (0.0, 1.0)
    scores = np.full((len(SHAPES), int(band.starts[-1])), NEVER, dtype=np.float32)
    for shape, (sources, targets) in enumerate(SHAPES):
        cells = np.flatnonzero(band.shifted(sources, targets) < band.starts[-1])
        i, j = band.row[cells], band.column[cells]
        if targets == 0:
            scores[shape, cells] = weights.null
            continue
        there, here = measure(sides[0], i, sources), measure(sides[1], j, targets)
        scores[shape, cells] = (
            weights.words * _words(evidence, i, j, sources, targets)
            + weights.lengths * lengths.ratio(there, here)
            + _paragraphs(breaks, i, j, sources, targets)
            + weights.shape_cost(sources, targets)
        )
        if meaning:
            likeness = meaning.likeness(i, j, sources, targets)
            chance = (float(likeness.mean()), float(likeness.std())) if shape == 0 else chance
            scores[shape, cells] += worth(likeness, chance)
    return scores


def _words(evidence: tuple[Evidence, Evidence], i: Ints, j: Ints, sources: int, targets: int) -> Floats:
    worth = np.zeros(len(i), dtype=np.float32)
    for offset in range(targets):
        worth += evidence[0].at(sources, i, j + offset)
    for offset in range(sources):
        worth += evidence[1].at(targets, j, i + offset)
    return worth


def _paragraphs(breaks: Breaks, i: Ints, j: Ints, sources: int, targets: int) -> npt.NDArray[np.float64]:
    over = np.zeros(len(i), dtype=np.int64)
    for offset in range(1, sources):
        over += breaks.source[i + offset]
    for offset in range(1, targets):
        over += breaks.target[j + offset]
    total: npt.NDArray[np.float64] = breaks.worth[breaks.source[i], breaks.target[j]] + breaks.inside * over
    return total
