"""LOC005."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTED = re.compile(r"“([^“”„\"]*[^\W\d_]{2}[^“”„\"]*)”")
SHORT = 40
"""A quotation of so many characters is marked whole; of a longer one only the opening mark."""


@check(
    "LOC005",
    category="locale-conventions/typography",
    severity=Severity.MINOR,
    signs="“",
    target_langs=("de",),
    needs=("source",),
    priority=36,
    examples=[
        Example("He called it “art”.", "Er nannte es „Kunst“."),
        Example("He called it “art”.", 'Er nannte es "Kunst".', note="straight marks are common"),
        Example("He called it “art”.", "Er nannte es »Kunst«."),
        Example("The provider “%@” answers.", "Der Anbieter “%@” antwortet.", note="a placeholder"),
        Example("He called it “art”.", "Er nannte es „Kunst”.", note="the opening mark is German"),
        Example("He called it “art”.", "Er nannte es ⟦“Kunst”⟧."),
        Example("“Nobody knows”, he said.", "⟦“Niemand weiß es”⟧, sagte er."),
        Example(
            "He said “that nobody knows what happened in those days” again.",
            "Er sagte ⟦“⟧dass niemand weiß, was in jenen Tagen geschehen ist” noch einmal.",
        ),
    ],
)
def foreign_quotes(unit: Unit) -> Iterator[Hit]:
    """A quotation has English marks.

    German quotation marks are „…“ or »…«; English “…” ends with what a German reader knows as an opening mark of another
    language. Straight marks are left alone.
    """
    text = unit.target.masked
    if "“" not in text or "”" not in text or "„" in text:
        return
    for match in QUOTED.finditer(text):
        whole = len(match.group()) <= SHORT
        span = Span(*match.span()) if whole else Span(match.start(), match.start() + 1)
        yield Hit(span, "German quotation marks are „…“.", f"„{match[1]}“" if whole else "„", 0.8)
