"""DES020."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

QUOTE = re.compile(r'(?<!\\)"')
SPACED = re.compile(r"\\ [nrt](?=\s|$)")
NAMES = {"n": "line break", "r": "carriage return", "t": "tab"}


@check(
    "DES020",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=73,
    source_signs="\\",
    examples=[
        Example("One\\nTwo", "Eins\\nZwei"),
        Example('Press \\"OK\\"', "Drücken Sie „OK“", note="German quotes need no escape"),
        Example("Save to C:\\new", "In C:\\new speichern", note="a path"),
        Example("Size:\\t%d", "Größe:\\t%d"),
        Example("Eins\\nZwei", "One\\nTwo", "de", "en"),
        Example("⟦One\\nTwo⟧", "Eins Zwei"),
        Example("One\\nTwo", "Eins⟦\\ n⟧ Zwei", note="a space that an engine put in"),
        Example('Press \\"OK\\"', 'Drücken Sie ⟦"⟧OK⟦"⟧', note="ends the program's string"),
        Example("⟦Name\\tGröße⟧", "Name Size", "de", "en"),
    ],
)
def escape_mismatch(unit: Unit) -> Iterator[Hit]:
    r"""An escape such as `\n` or `\t` is missing, too many or broken, or a quotation mark lost its backslash.

    The program's text breaks lines elsewhere, shows a backslash, or does not compile. Typographic quotation marks need
    no escape.
    """
    text, source = unit.segment.target, unit.segment.source
    if "\\" not in source:
        return
    broken = [] if SPACED.search(source) else list(SPACED.finditer(text))
    for match in broken:
        yield Hit(Span(*match.span()), "A space breaks this escape.", "\\" + match.group()[2], 0.95)
    wrong = [] if broken else [NAMES[sign] for sign in NAMES if _count(unit.source, sign) != _count(unit.target, sign)]
    if wrong:
        span = Span(0, len(source), "source")
        yield Hit(span, f"The number of escapes is not the same: {', '.join(wrong)}.", confidence=0.9)
    if '\\"' in source and not QUOTE.search(source):
        for match in QUOTE.finditer(text):
            yield Hit(Span(*match.span()), "In this text the mark is written with a backslash.", '\\"', 0.95)


def _count(view: View, sign: str) -> int:
    return sum(part.family == "escape" and part.text == f"\\{sign}" for part in view.mask.parts)
