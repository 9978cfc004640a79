"""LOC024."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

DASH = re.compile(
    r"(?<=[^\W_])(?: ?— ?| -{1,2} |--)(?=[^\W_])|(?<=[^\W\d_]{2})–(?=[a-zäöüß]{2})|(?<=\w) –(?=\w{2})|(?<=\w{2})– (?=\w)"
)


@check(
    "LOC024",
    category="locale-conventions/typography",
    severity=Severity.NEUTRAL,
    signs="-–—",
    target_langs=("de",),
    priority=30,
    default=False,
    examples=[
        Example("He came—late—again.", "Er kam – spät – wieder."),
        Example("pages 5–7", "Seiten 5–7", note="no spaces in ranges"),
        Example("input and output", "Ein- und Ausgabe, Sonnenauf- und -untergang"),
        Example("5 - 3 = 2", "5 - 3 = 2", note="a minus"),
        Example("the Berlin–Munich line", "die Strecke Berlin–München"),
        Example("He came—late.", "Er kam⟦—⟧spät."),
        Example("He came — late.", "Er kam⟦ — ⟧spät."),
        Example("He came - late.", "Er kam⟦ - ⟧spät."),
        Example("He came – late.", "Er kam⟦ –⟧spät."),
    ],
)
def dash(unit: Unit) -> Iterator[Hit]:
    """A dash is not the German one: an en dash with a space on each side.

    English has em dashes without spaces, and typists have hyphens between spaces. A matter of house style: 21 of 1,000
    segments of professional news translations have such a dash, so the check is off by default.
    """
    text = unit.target.masked
    for match in DASH.finditer(text):
        if not (text[match.start() - 1].isdigit() and text[match.end() : match.end() + 1].isdigit()):
            yield Hit(Span(*match.span()), "German writes „ – “.", " – ", 0.6)
