"""Judgments made for these tests: judges who mind what the shipped score overlooks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mtqa.calibration.fit import Judged


def made(
    count: int = 300, *, minded: float = 25.0, points: bool = True, documents: int = 30, systems: int = 3
) -> Judged:
    """``count`` translations whose judged points are the quality, ten less, and ``minded`` less for each unit of fluency."""
    rng = np.random.default_rng(5)
    quality = np.clip(rng.normal(80, 10, count), 5, 99)
    fluency = rng.normal(0, 1, count)
    human = np.clip(quality - 10 - minded * np.maximum(fluency, 0) + rng.normal(0, 4, count), 0, 100)
    document = np.arange(count) % documents
    return Judged(
        name="team", langs=("en", "de"), scale="da" if points else "z", grouped_by="document", quality=quality,
        features={"fluency": fluency, "words": rng.normal(3, 0.5, count), "major": np.zeros(count)},
        human=human, points=human if points else np.full(count, np.nan), words=np.full(count, 12.0), groups=document,
        units=document * systems + rng.integers(0, systems, count),
    )  # fmt: skip


def some(judged: Judged, count: int) -> Judged:
    """The first of the translations."""
    rows = np.arange(len(judged.human)) < count
    quality, features, human = judged.part(rows)
    return replace(judged, quality=quality, features=features, human=human, points=judged.points[rows], words=judged.words[rows],
                   groups=judged.groups[rows], units=judged.units[rows])  # fmt: skip
