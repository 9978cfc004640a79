"""LOC004."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

AMOUNT = re.compile(
    r"(?<![\w€$£])(?P<sign>(?:US|A|C|NZ)?[€$£])\s?(?P<number>\d+(?:[.,]\d+)*)"
    r"(?P<more> (?:Millionen?|Milliarden?|Mio\.|Mrd\.))?(?![\w%])"
)
NAMES = {"€": "Euro", "$": "Dollar", "£": "Pfund", "US$": "US-Dollar"}


@check(
    "LOC004",
    category="locale-conventions/currency-format",
    severity=Severity.MINOR,
    words="€$£",
    target_langs=("de",),
    needs=("source",),
    priority=52,
    examples=[
        Example("It costs €4.", "Es kostet 4 €."),
        Example("It costs $20.", "Es kostet 20 Dollar."),
        Example("Type $1 and $HOME.", "Gib `$1` und $HOME ein.", note="code"),
        Example("the variable $x", "die Variable $x"),
        Example("It costs €4.", "It costs €4.", "de", "en"),
        Example("It costs €4.", "Es kostet ⟦€4⟧."),
        Example("for $4.5 million", "für ⟦$4,5 Millionen⟧"),
        Example("They paid £125.", "Sie zahlten ⟦£ 125⟧ dafür."),
    ],
)
def currency_position(unit: Unit) -> Iterator[Hit]:
    """A currency sign stands in front of its amount, as in English.

    German writes *4 Euro* or *4 €*, in running text with a space and behind the number.
    """
    text = unit.target.masked
    if not any(sign in text for sign in "€$£") or "$(" in text or '"$' in text:
        return
    for match in AMOUNT.finditer(text):
        name = NAMES.get(match["sign"], match["sign"])
        mended = f"{match['number']}{match['more'] or ''} {name}"
        yield Hit(Span(*match.span()), f"The currency stands behind the amount: „{mended}“.", mended, 0.85)
