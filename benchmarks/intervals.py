"""Whether the intervals and tests of ``mtqa compare`` keep what they promise, on simulated systems.

    OMP_NUM_THREADS=1 python -m benchmarks.intervals

Needs nothing but the repository, and a minute. Segments' scores are drawn from a skewed distribution (gamma, mean 40) with
lengths of 5 to 29 words; a 95 % interval should hold the true mean in 95 % of samples, and two systems that are equally
good should differ significantly (p < .05) in 5 %.
"""

from __future__ import annotations

import numpy as np

from benchmarks.table import markdown, save
from mtqa.compare.measures import Measure
from mtqa.compare.resample import bootstrap, intervals, pairs, randomisation

SAMPLES, RESAMPLES = 1000, 300
SIZES = (20, 40, 80, 160, 320)
MEAN = 40.0


def sample(rng: np.random.Generator, segments: int) -> Measure:
    """Two systems that are equally good."""
    words = np.broadcast_to(rng.integers(5, 30, segments).astype(np.float64), (2, segments))
    return Measure("quality", "Quality", "", rng.gamma(2.0, MEAN / 2, (2, segments)) * words, words)


def kept(segments: int) -> tuple[float, float]:
    """The shares of samples whose interval holds the mean, and that have a significant difference."""
    rng = np.random.default_rng(segments)
    held, found = [], []
    for number in range(1, SAMPLES + 1):
        one = sample(rng, segments)
        drawn, shuffled = bootstrap([one], RESAMPLES, number)[0], randomisation([one], RESAMPLES, number)[0]
        interval, pair = intervals(one, drawn)[0], pairs(one, drawn, shuffled)[0]
        held.append((interval.low or 0.0) <= MEAN <= (interval.high or 0.0))
        found.append((pair.randomisation or 0.0) < 0.05)
    return float(np.mean(held)), float(np.mean(found))


def main() -> None:
    """Simulate and write the table."""
    rows = [[size, *(f"{share:.3f}" for share in kept(size))] for size in SIZES]
    body = markdown(["segments", "intervals that hold the mean (95 %)", "equal systems found different (5 %)"], rows)
    save("intervals", "Intervals and tests of mtqa compare", "python -m benchmarks.intervals", body)


if __name__ == "__main__":
    main()
