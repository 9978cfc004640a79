"""A small multilayer perceptron in numpy: what the word judge runs on, read from one safetensors file.

Two stages, both one hidden layer: the first reads a token's features, the second reads the first one's answers about the
token and its neighbours (the smoothing that carried word-level quality estimation in OpenKiwi's stacked systems,
Kepler et al. 2019, section 3.2).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Network:
    """``logit = relu(((x - mean) / scale) @ first + first_bias) @ second + second_bias``.

    Shapes: mean, scale (columns,); first (columns, hidden); first_bias (hidden,); second (hidden,); second_bias (1,).
    """

    mean: Floats
    scale: Floats
    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats

    def logits(self, values: Floats) -> Floats:
        """Shape (rows,) of log-odds for ``values`` of shape (rows, columns)."""
        hidden = (values - self.mean) / self.scale
        np.clip(hidden, -8, 8, out=hidden)
        hidden = hidden @ self.first + self.first_bias
        np.maximum(hidden, 0, out=hidden)
        return np.asarray(hidden @ self.second + self.second_bias[0], np.float32)

    def tensors(self, prefix: str) -> dict[str, Floats]:
        """The weights by name, for a safetensors file."""
        return {f"{prefix}.{name}": np.ascontiguousarray(value, np.float32) for name, value in vars(self).items()}

    @classmethod
    def of(cls, tensors: dict[str, Floats], prefix: str) -> Network:
        """The network whose weights :meth:`tensors` named with that prefix."""
        names = ("mean", "scale", "first", "first_bias", "second", "second_bias")
        return cls(*(np.asarray(tensors[f"{prefix}.{name}"], np.float32) for name in names))


def probability(logits: Floats) -> Floats:
    """The logistic function."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), np.float32)
