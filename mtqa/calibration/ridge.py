"""The order that judges give, by ridge regression (Hoerl & Kennard 1970) pulled towards the shipped one.

The judgments' ranks are regressed on the place of the shipped quality and on the features. Only the features' weights are
penalised, so that a strong prior leaves the shipped order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtqa.calibration.apply import placed, standard, weighed
from mtqa.calibration.base import PLACES, Weight
from mtqa.calibration.features import CONTINUOUS, Floats

MIDDLE = (5, 95)
"""Percentiles between which a continuous feature is taken to vary; they become -1.65 and 1.65."""
Rows = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Order:
    """The shipped quality of judged translations at :data:`PLACES`, and the weights of the features."""

    qualities: tuple[float, ...]
    features: Mapping[str, Weight]

    def of(self, quality: Floats, features: Mapping[str, Floats]) -> Floats:
        """The place of each translation in the order."""
        out: Floats = placed(quality, self.qualities) + weighed(features, self.features)
        return out


def shipped(quality: Floats) -> Order:
    """The order as it is."""
    return Order(tuple(float(one) for one in np.percentile(quality, [100 * place for place in PLACES])), {})


def fit(quality: Floats, features: Mapping[str, Floats], human: Floats, prior: float) -> Order:
    """The order of ``human`` as far as ``prior`` lets it leave the shipped one."""
    base = shipped(quality)
    units = {name: _unit(name, values) for name, values in features.items()}
    standards = [standard(features[name], one) for name, one in units.items()]
    columns = np.column_stack([placed(quality, base.qualities), *standards])
    columns = columns - columns.mean(axis=0)
    penalty = np.diag([1e-6, *[prior] * len(units)])
    solved = np.linalg.solve(columns.T @ columns + penalty, columns.T @ _ranks(human))
    if solved[0] <= 0:  # the judges turn the shipped order round: too few of them to believe it
        return base
    weights = {name: Weight(one.center, one.spread, float(weight / solved[0])) for (name, one), weight in
               zip(units.items(), solved[1:], strict=True)}  # fmt: skip
    return Order(base.qualities, weights)


def _ranks(human: Floats) -> Floats:
    """Mean ranks with mean 0 and variance 1."""
    _, codes, counts = np.unique(human, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[codes]
    out: Floats = (ranks - ranks.mean()) / max(float(ranks.std()), 1e-9)
    return out


def _unit(name: str, values: Floats) -> Weight:
    there = values[~np.isnan(values)]
    if name not in CONTINUOUS or not len(there):
        return Weight(0.0, 1.0, 0.0)
    low, high = np.percentile(there, MIDDLE)
    return Weight(float(low + high) / 2, max(float(high - low) / 3.3, 1e-3), 0.0)
