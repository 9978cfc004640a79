"""Digits in groups with plain spaces, which may be one number or several: *86 400*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtqa.data import Range
    from mtqa.text.numbers import Number

SPACED = re.compile(r"(?<![\w.,])\d{1,3}(?: \d{3})+(?![\w]|[.,]\d)")


def joined(text: str) -> float:
    """The number that digits in groups make together."""
    return float(re.sub(r"\D", "", text))


def in_groups(text: str, others: Iterable[Number]) -> list[Range]:
    """The places of digits in groups of which the other text has that number."""
    values = {number.value for number in others}
    return [match.span() for match in SPACED.finditer(text) if joined(match.group()) in values]
