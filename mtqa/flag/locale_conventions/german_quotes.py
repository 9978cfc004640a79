"""LOC023."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTED = re.compile(r"„\w[^„“”\"]{0,400}[“”\"]|»\w[^»«]{0,400}«|‚\w[^‚‘’]{0,200}[‘’]")


@check(
    "LOC023",
    category="locale-conventions/typography",
    severity=Severity.MINOR,
    signs="„»‚",
    target_langs=("en",),
    priority=37,
    examples=[
        Example("Er sagte „OK“.", "He said “OK”.", "de", "en"),
        Example("Er sagte „OK“.", "He said \"OK\".", "de", "en"),
        Example("Er sagte „OK“.", "He said ‘OK’.", "de", "en"),
        Example("Das Zeichen „ öffnet.", "The mark „ opens.", "de", "en", note="about the mark itself"),
        Example("Er sagte „OK“.", "He said ⟦„OK“⟧.", "de", "en"),
        Example("Er nannte es »Kunst«.", "He called it ⟦»art«⟧.", "de", "en"),
        Example("Er sagte ‚nein‘.", "He said ⟦‚no‘⟧.", "de", "en"),
    ],
)  # fmt: skip
def german_quotes(unit: Unit) -> Iterator[Hit]:
    """A quotation has German marks.

    English quotation marks are “…” or ‘…’ (straight ones are common); „…“ and »…« are left over from the source.
    """
    text = unit.target.masked
    for match in QUOTED.finditer(text):
        single = match.group()[0] == "‚"
        mended = f"‘{match.group()[1:-1]}’" if single else f"“{match.group()[1:-1]}”"
        yield Hit(Span(*match.span()), "English quotation marks are “…” or ‘…’.", mended, 0.9)
