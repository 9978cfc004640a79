"""LOC026."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

DOTS = re.compile(r"(?<![.\w]\.)(?<!\.)(?:\.{3}|\. \. \.)(?![.\w/\\])|(?<=[^\W\d_]{3})…(?!\w)")


@check(
    "LOC026",
    category="locale-conventions/typography",
    severity=Severity.NEUTRAL,
    signs=".…",
    pattern=re.compile(r"\.\.|…|\. \."),
    target_langs=("de",),
    priority=29,
    default=False,
    examples=[
        Example("Wait…", "Warte …"),
        Example("He is an id…", "Er ist ein I…", note="letters of the word were left out"),
        Example("../readme and a...z", "../readme und a...z"),
        Example("Wait...", "Warte ⟦...⟧"),
        Example("Wait…", "Warte⟦…⟧"),
        Example("Wait . . . what?", "Warte ⟦. . .⟧ was?"),
    ],
)
def ellipsis(unit: Unit) -> Iterator[Hit]:
    """An ellipsis is typed as three dots, or stands close to a whole word.

    German writes „Warte …“: one character, with a space where whole words were left out. House style, and 9 of 1,000
    segments of professional translations do otherwise, so the check is off by default.
    """
    text = unit.target.masked
    for match in DOTS.finditer(text):
        mended = "…" if match.group() != "…" else " …"
        yield Hit(Span(*match.span()), "German writes „ …“.", mended, 0.5)
