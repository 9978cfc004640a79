"""Whether numbers differ at all: what the checks about numbers ask first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.flag.base import Unit


def numbers_differ(unit: Unit) -> bool:
    """Whether a number of the target stands for one of the source that it does not render."""
    return bool(unit.numbers.mismatches)


def numbers_are_missing(unit: Unit) -> bool:
    """Whether a number of the source is nowhere in the target."""
    return bool(unit.numbers.missing)


def numbers_are_added(unit: Unit) -> bool:
    """Whether a number of the target is nowhere in the source."""
    return bool(unit.numbers.added)
