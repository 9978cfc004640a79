"""What an encoder is: texts in, one unit vector each out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Any sentence encoder."""

    name: str
    """What it is called in reports and signatures."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), each row of length 1 (all zero for a text without known tokens)."""


def unit(vectors: Vectors) -> Vectors:
    """The rows at length 1; a row of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    at_length_one: Vectors = np.divide(vectors, np.where(lengths > 0, lengths, 1), dtype=np.float32)
    return at_length_one
