"""LOC022."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT = 40
QUOTED = re.compile(r"„[^„“”\"»«]{1,400}[”\"»«]|[“\"»«][^„“”\"»«]{1,400}“(?!\w)|»[^„“”\"»«]{1,200}[“”\"]")
BODY = re.compile(r"\w")


@check(
    "LOC022",
    category="locale-conventions/typography",
    severity=Severity.NEUTRAL,
    signs="„»",
    target_langs=("de",),
    priority=37,
    examples=[
        Example("He said “OK”.", "Er sagte „OK“.", note="U+201C closes in German"),
        Example("He said “OK”.", "Er sagte »OK«."),
        Example("He said “OK”.", "Er sagte “OK”.", note="all English: another check"),
        Example("He said “OK”.", "Er sagte \"OK\"."),
        Example("a “5\" pipe”", "ein „5\"-Rohr“", note="inches"),
        Example("He said “OK”.", "Er sagte ⟦„OK”⟧."),
        Example("He said “OK”.", "Er sagte ⟦„OK\"⟧."),
        Example("He said “OK”.", "Er sagte ⟦»OK“⟧."),
    ],
)  # fmt: skip
def mixed_quotes(unit: Unit) -> Iterator[Hit]:
    """A quotation opens with the marks of one system and closes with those of another.

    German closes „…“ with U+201C, the mark that opens in English, and »…« with «. Keyboards and converters put U+201D
    or a straight mark there; most readers do not see it, so it is neutral.
    """
    text = unit.target.masked
    for match in QUOTED.finditer(text):
        quotation = match.group()
        if quotation[0] in '"“«' or not BODY.search(quotation) or re.search(r"\d\"$", quotation):
            continue
        closing = "“" if quotation[0] == "„" else "«"
        whole = len(quotation) <= SHORT
        span = Span(*match.span()) if whole else Span(match.end() - 1, match.end())
        mended = quotation[:-1] + closing if whole else closing
        yield Hit(span, f"The quotation opens with {quotation[0]} and closes with {quotation[-1]}.", mended, 0.9)
