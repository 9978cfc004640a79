"""How rarely Python looks for cycles among its values while mtqa works.

A run makes millions of small values, hardly any of them in a cycle; with Python's own thresholds a third of the time went into
looking for some. A process that ends looks through all that it still has, which takes as long as judging 400 segments.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = 2_000_000, 50, 100
"""The thresholds of the three generations (:func:`gc.set_threshold`)."""


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Look rarely inside, and as often as before afterwards."""
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def collect_rarely_to_the_end() -> None:
    """Look rarely from now on, and not at all when the process ends, which gives all of its memory back anyway."""
    gc.set_threshold(*RARELY)
    atexit.register(gc.freeze)
