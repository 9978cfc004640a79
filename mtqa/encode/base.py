"""What an encoder is: texts in, one unit vector each out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Any sentence encoder."""

    name: str
    """What it is called in reports and signatures."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), each row of length 1 (all zero for a text without known tokens)."""
