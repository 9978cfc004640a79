"""LIN009."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

STOP = re.compile(r"(?<=[^\W\d_A-Z][^\W\d_A-Z])(\.([“”\"«]))(?= ([^\W\d_]+))")

ENDS = (".“ ", ".” ", '." ', ".« ")


@check(
    "LIN009",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    signs='“”"«',
    target_langs=("de",),
    priority=35,
    examples=[
        Example("“Nobody knows,” he said.", "„Niemand weiß es“, sagte er."),
        Example("He said: “Nobody knows.” Then he left.", "Er sagte: „Niemand weiß es.“ Dann ging er."),
        Example("the “U.S.” of today", "die „U.S.A.“ von heute", note="an abbreviation"),
        Example("Why? “No.”", "Warum? „Nein.“"),
        Example("“Nobody knows,” he said.", "„Niemand weiß es⟦.“⟧ sagte er."),
        Example("“We lost,” wrote Alexander Kots.", "„Wir haben verloren⟦.“⟧ schrieb Alexander Kots."),
        Example("“Stay here,” she said.", '"Bleib hier⟦."⟧ sagte sie.'),
    ],
)
def stop_before_quote(unit: Unit) -> Iterator[Hit]:
    """A full stop ends a quotation though the sentence goes on.

    *„Niemand weiß es.“ sagte er* has the stop of the quotation and lacks the comma; German writes *„Niemand weiß es“,
    sagte er*. Reported where the next word begins with a small letter.
    """
    text = unit.target.masked
    for match in STOP.finditer(text) if any(end in text for end in ENDS) else ():
        if match[3].islower():
            message = "The sentence goes on after the quotation: a comma belongs behind it, and no full stop in it."
            yield Hit(Span(*match.span(1)), message, f"{match[2]},", 0.9)
