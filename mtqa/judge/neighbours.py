"""What a judge said of the words around: columns for a second look.

Readers mark phrases, and one wrong word makes its neighbours' part in the error likelier. A second judge that sees the first
one's answers about the neighbours learns how (Cohen and Carvalho 2005, "Stacked Sequential Learning"; of word-level quality
estimation, Specia et al. 2018, ch. 3).
"""

from __future__ import annotations

import numpy as np

from mtqa.judge.flat import Flat, Floats
from mtqa.judge.trees import probability

REACH = 4
"""How many words to either side are looked at."""
OUTSIDE = -6.0
"""The log-odds of words beyond the sentence."""
CLOSE = slice(REACH - 2, REACH + 2)
"""The two words on either side."""
COLUMNS = 2 * REACH + 6


def neighbour_columns(logits: Floats, flat: Flat) -> Floats:
    """Shape (tokens, COLUMNS): the first judge's log-odds of each token and of those around, and how they stand in the sentence.

    The last five: mean chance and highest log-odds of the sentence, how far the token is above that mean, the highest of the
    two on either side, and the mean with the next ones.
    """
    around = [flat.shift(logits, by, OUTSIDE) for by in range(-REACH, REACH + 1) if by]
    mean = flat.mean(probability(logits))
    highest = np.full(len(flat.rows), -np.inf, np.float32)
    np.maximum.at(highest, flat.segment, logits)
    above = logits - np.log(mean / (1 - mean))
    together = [mean, highest[flat.segment], above, np.max(around[CLOSE], axis=0),
                (around[REACH - 1] + logits + around[REACH]) / 3]  # fmt: skip
    return np.stack([logits, *around, *together], axis=1).astype(np.float32)
