"""What a judge said of the words around, and of the rest of the document: columns for a second look.

Readers mark phrases, and one wrong word makes its neighbours' part in the error likelier. A second judge that sees the first
one's answers about the neighbours learns how (Cohen and Carvalho 2005, "Stacked Sequential Learning"; of word-level quality
estimation, Specia et al. 2018, ch. 3). And the same word is likelier wrong in a document of which much is: without the document's
columns four times as many words of good documents looked wrong.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from mtqa.judge.flat import Flat, Floats, Ints
from mtqa.judge.trees import probability

REACH = 4
"""How many words to either side are looked at."""
OUTSIDE = -6.0
"""The log-odds of words beyond the sentence."""
CLOSE = slice(REACH - 2, REACH + 2)
"""The two words on either side."""
COLUMNS = 2 * REACH + 6
LIKELY = 0.5
"""The chance from which a word counts as likely wrong."""
KNOWN, USUAL = 20, 0.12
"""Every document is given so many words more, so much of which is wrong: a short one says little about itself."""


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


def document_columns(logits: Floats, flat: Flat, document: Ints) -> Floats:
    """Shape (tokens, 2): of the other sentences of a token's document the mean chance, and the share of likely wrong words.

    ``document`` holds the number of each token's document.
    """
    chance = probability(logits)
    return np.stack([_of_the_others(values, flat, document) for values in (chance, chance > LIKELY)], axis=1)


def _of_the_others(values: npt.NDArray[np.generic], flat: Flat, document: Ints) -> Floats:
    """The mean over the document without the own sentence, drawn to :data:`USUAL`."""
    value = values.astype(np.float64)
    total = np.bincount(document, value)[document] - np.bincount(flat.segment, value)[flat.segment]
    count = np.bincount(document)[document] - np.bincount(flat.segment)[flat.segment]
    return ((total + KNOWN * USUAL) / (count + KNOWN)).astype(np.float32)
