"""Telephone numbers: one and the same may be written in other groups, with its country's code or with a trunk zero."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.text.view import per_view

if TYPE_CHECKING:
    from mtqa.data import Range
    from mtqa.text.view import View

WRITTEN = re.compile(r"(?<![\w.,/])(?:\+ ?|\()?\d(?:[ \u00a0\u202f/.()–-]{0,3}\d){5,}(?![\w/]|[.,]\d)")
"""Digits in groups that may be of a telephone."""

FEWEST, MOST = 6, 15
"""How many digits the number of a telephone has without its zeros (ITU-T E.164)."""

COUNTRY = 3
"""How many digits the code of a country has at most."""

FOREIGN = re.compile(r"\+|00")
ZERO = re.compile(r"\(0\)")


@per_view
def telephones(view: View) -> list[tuple[Range, str]]:
    """The places of what may be telephone numbers, and what of each is left without its marks and first zeros.

    A plus before it says that it begins with a country's code.
    """
    found = []
    for match in WRITTEN.finditer(view.masked) if view.has_digit else ():
        foreign = FOREIGN.match(match.group())
        digits = re.sub(r"\D", "", ZERO.sub("", match.group())).lstrip("0")
        if FEWEST <= len(digits) <= MOST:
            found.append((match.span(), f"{'+' if foreign else ''}{digits}"))
    return found


def same_telephones(source: View, target: View) -> tuple[list[Range], list[Range]]:
    """The places in both texts of the telephone numbers that are the same."""
    pairs = [
        (there, here)
        for there, one in telephones(source)
        for here, other in telephones(target)
        if _same(one, other)
    ]  # fmt: skip
    return [there for there, _ in pairs], [here for _, here in pairs]


def _same(one: str, other: str) -> bool:
    """Whether both are the same, one of them perhaps without its country's code."""
    long, short = sorted((one.lstrip("+"), other.lstrip("+")), key=len, reverse=True)
    if long == short:
        return True
    code = long.removesuffix(short)
    full = one if len(one.lstrip("+")) == len(long) else other
    return len(code) <= COUNTRY and (full.startswith("+") or code == "1")
