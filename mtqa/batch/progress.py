"""How far a batch is, for people: documents, segments a second, time left."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Progress:
    """Counts what is done and says it through ``say``; ``weight`` is what is to do now, in bytes of input."""

    documents: int
    weight: float
    say: Callable[[str], None]
    done: int = 0
    worked: float = 0.0
    segments: int = 0
    clock: Callable[[], float] = time.monotonic
    began: float = field(init=False)

    def __post_init__(self) -> None:
        """Look at the clock."""
        self.began = self.clock()

    def add(self, *, weight: float, segments: int, documents: int = 0) -> None:
        """Something was done."""
        self.worked += weight
        self.segments += segments
        self.done += documents
        self.say(self.line())

    def line(self) -> str:
        """One line: ``128 of 400 documents · 45,120 segments · 580 a second · 3 min left``."""
        passed = max(self.clock() - self.began, 1e-9)
        parts = [f"{self.done:,} of {self.documents:,} documents"]
        if self.segments:
            parts += [f"{self.segments:,} segments", f"{self.segments / passed:,.0f} a second"]
        if 0 < self.worked < self.weight:
            parts.append(f"{duration(passed * (self.weight - self.worked) / self.worked)} left")
        return " · ".join(parts)


def duration(seconds: float) -> str:
    """``40 s``, ``3 min``, ``2 h 05 min``."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
