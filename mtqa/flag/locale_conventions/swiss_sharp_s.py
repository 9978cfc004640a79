"""LOC030."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_]*[ßẞ][^\W\d_]*")
SWISS = frozenset(("CH", "LI"))


@check(
    "LOC030",
    category="locale-conventions/typography",
    severity=Severity.MINOR,
    signs="ßẞ",
    target_langs=("de",),
    priority=49,
    examples=[
        Example("the big street", "die große Straße", note="right in Germany and Austria"),
        Example("the big street", "die grosse Strasse", "en", "de-CH"),
        Example("Mr. Weiß of Berlin", "Herr Weiß aus Berlin", "en", "de-CH", note="a name: the source has it so"),
        Example("the big street", "die ⟦große⟧ ⟦Straße⟧", "en", "de-CH"),
        Example("outside", "⟦außen⟧ und innen", "en", "de-LI"),
        Example("It is hot.", "Es ist ⟦heiß⟧.", "en", "de_CH"),
    ],
)
def swiss_sharp_s(unit: Unit) -> Iterator[Hit]:
    """A Swiss text has an ß.

    In Switzerland and Liechtenstein ss is written for it throughout; names of people and places elsewhere keep it.
    """
    text = unit.target.masked
    if unit.segment.target_lang.replace("_", "-").rpartition("-")[2].upper() not in SWISS:
        return
    for match in WORD.finditer(text):
        if match.group() not in unit.segment.source:
            mended = match.group().replace("ß", "ss").replace("ẞ", "SS")
            yield Hit(Span(*match.span()), f"Swiss German writes „{mended}“.", mended, 0.9)
