"""The date of a run, out of its name; never out of the clock."""

from __future__ import annotations

import re
from datetime import date

from mtqa.errors import SettingsError

DAY = re.compile(r"(?<!\d)(\d{4})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
WEEK = re.compile(r"(?<!\d)(\d{4})[-_.]?[Ww]?(0[1-9]|[1-4]\d|5[0-3])(?!\d|[-_.]\d\d(?!\d))")


def date_in(name: str) -> str:
    """The ISO date that a name says: ``2026-11-29``, or ``2026-47`` and ``2026-W47`` for the Monday of that ISO week.

    Empty where it says none. A day goes before a week, the last before the first.
    """
    for match in reversed([*DAY.finditer(name)]):
        try:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        except ValueError:
            continue
    for match in reversed([*WEEK.finditer(name)]):
        try:
            return date.fromisocalendar(int(match[1]), int(match[2]), 1).isoformat()
        except ValueError:
            continue
    return ""


def given_date(text: str, where: str) -> str:
    """The ISO date that someone gave; SettingsError where it is none."""
    found = date_in(text.strip())
    if text.strip() and not found:
        raise SettingsError(
            f"{where}: expected a date such as 2026-11-29 or a week such as 2026-47, found {text!r}; correct it."
        )
    return found
