"""A piece of a date or of a time of day at its place."""

from __future__ import annotations

from typing import NamedTuple


class DatePart(NamedTuple):
    """Its kind (``day month year time daytime``), place and value, and other values that it may have."""

    kind: str
    start: int
    end: int
    value: float
    also: tuple[float, ...] = ()

    @property
    def values(self) -> tuple[float, ...]:
        """Every value it may have, the likeliest first."""
        return (self.value, *self.also)
