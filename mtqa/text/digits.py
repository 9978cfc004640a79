"""What a run of digits may mean: the reading of its own language, and that of the other convention."""

from __future__ import annotations

import re
from functools import lru_cache

RUN = re.compile(r"\d+(?:[.,'’\u00a0\u202f]\d+)*")
"""Digits with what may stand inside a number."""

SPACES = "\u00a0\u202f"


@lru_cache(256)
def _pattern(decimal: str, group: str) -> re.Pattern[str]:
    mark = re.escape(decimal)
    return re.compile(rf"(\d{{1,3}}(?:([{re.escape(group)}])\d{{3}})(?:\2\d{{3}})*|\d+)(?:{mark}(\d+))?")


def value_of(run: str, decimal: str, group: str) -> float | None:
    """The number that ``run`` writes with these separators, or None where it writes none.

    Groups have three digits and one separator throughout: with ``,`` as decimal and ``.`` as group mark,
    ``1.234.567,8`` is a number, ``1.23`` and ``1.234.56`` are none.
    """
    match = _pattern(decimal, group).fullmatch(run)
    if not match:
        return None
    whole = re.sub(r"\D", "", match[1])
    return float(f"{whole}.{match[3] or 0}")


@lru_cache(1 << 14)
def readings(run: str, decimal: str, group: str) -> tuple[float, ...]:
    """The values that ``run`` may have, the language's own reading first; empty where it is no number but a list."""
    other = "," if decimal == "." else "."
    values = [value_of(run, decimal, group), value_of(run, other, decimal + "'’" + SPACES)]
    return tuple(dict.fromkeys(value for value in values if value is not None))
