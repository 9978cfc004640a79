"""LOC028."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.lang.base import language

if TYPE_CHECKING:
    from collections.abc import Iterator

CLUE = re.compile(r"\b[a-zA-Z]\.[a-zA-ZÄ]|\b(?:zB|dh|ua|usw|bzw|etc|ca|d\.h|z\.B|u\.a)\b(?!\.)")
BARE = re.compile(r"(?<![\w.])(?:zB|d\.h|z\.B|d\. h|z\. B)(?![\w.])\.?|(?<![\w.])(?:usw|bzw)(?![\w.])")


@check(
    "LOC028",
    category="locale-conventions/typography",
    severity=Severity.NEUTRAL,
    pattern=CLUE,
    target_langs=("de",),
    priority=30,
    default=False,
    examples=[
        Example("e.g. dogs", "z. B. Hunde"),
        Example("i.e. dogs, etc.", "d. h. Hunde usw."),
        Example("the U.S. and the Z.B.A.", "die USA und die Z.B.A."),
        Example("or rather", "bzw. dann"),
        Example("e.g. dogs", "⟦z.B.⟧ Hunde"),
        Example("i.e. dogs", "⟦d.h.⟧ Hunde"),
        Example("e.g. dogs", "⟦zB⟧ Hunde"),
        Example("and so on", "Hunde ⟦usw⟧ sind da"),
    ],
)
def abbreviation_spacing(unit: Unit) -> Iterator[Hit]:
    """An abbreviation lacks the space between its parts, or its dot.

    Duden and DIN 5008 write *z. B.* and *d. h.* with a (narrow, unbreakable) space. Widely ignored in
    manuals (5.0 of 1,000 segments), so the check is off by default.
    """
    text = unit.target.masked
    for match in _pattern(unit.target.lang).finditer(text):
        mended = re.sub(r"\.(?=\w)", ".\u00a0", match.group())
        yield Hit(Span(*match.span()), f"Duden writes „{mended}“.", mended, 0.6)
    for match in BARE.finditer(text):
        letters = re.sub(r"[^\w]", "", match.group())
        mended = "\u00a0".join(f"{letter}." for letter in letters) if len(letters) == 2 else f"{letters}."
        yield Hit(Span(*match.span()), f"Duden writes „{mended}“.", mended, 0.7)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """The abbreviations of several parts, closed up."""
    closed = sorted(word.replace(" ", "") for word in language(lang).abbreviations if " " in word)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(re.escape(word) for word in closed)})(?![\w])")
