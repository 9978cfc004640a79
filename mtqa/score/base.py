"""What a metric is: a name and a function from a batch of segments to one number each.

mtqa's own metrics are 0-100, higher is better, and need no reference. Metrics of sacrebleu compare the target with a
trusted translation and keep sacrebleu's own numbers and signatures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from mtqa.data import Segment
from mtqa.judge.evidence import Evidence
from mtqa.registry import Registry

Numbers = npt.NDArray[np.float64]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Batch:
    """Segments with what the judge gathered about each, and the scores computed so far (name -> numbers)."""

    segments: Sequence[Segment]
    evidence: Sequence[Evidence]
    scores: dict[str, Numbers] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, compute: Callable[[], T]) -> T:
        """What ``compute`` gives, computed for the first metric that asks for ``name`` and kept for the others."""
        if name not in self.shared:
            self.shared[name] = compute()
        found: T = self.shared[name]
        return found


@dataclass(frozen=True, slots=True)
class Metric:
    """``score(batch)``: a number a segment, NaN where it cannot be told; ``after`` names metrics that come before it.

    ``corpus(targets, references)`` gives one number for all (only metrics with a reference), ``signature`` how it was
    made, ``sacre`` sacrebleu's own object for its tests. ``default`` metrics run unasked.
    """

    name: str
    summary: str
    score: Callable[[Batch], Numbers]
    needs: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    corpus: Callable[[Sequence[str], Sequence[str]], float] | None = None
    signature: Callable[[], str] | None = None
    sacre: Callable[[], Any] | None = None
    default: bool = True


METRICS: Registry[Metric] = Registry("metric", "mtqa.score", Metric)
