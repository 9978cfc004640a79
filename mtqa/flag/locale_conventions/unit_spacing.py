"""LOC027."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

GERMAN = re.compile(
    r"(?<![\w.,-])\d+(?:[.,]\d+)*(%(?!ig|-|\w)|(?:[kcm]?m|[km]?g|km/h|°C|°F|€|[kM]?W|[kMG]?Hz|[KMGT]B|ml|ha)(?![\w/-]))"
)
ENGLISH = re.compile(r"\d[ \u00a0\u202f]%")


@check(
    "LOC027",
    category="locale-conventions/typography",
    severity=Severity.NEUTRAL,
    signs=DIGITS,
    target_langs=("de", "en"),
    priority=30,
    default=False,
    examples=[
        Example("3.5% of 5kg", "3,5 % von 5 kg"),
        Example("100% sure", "100%ig sicher, eine 5%-Hürde", note="words"),
        Example("a 5G phone, the A4 sheet", "ein 5G-Handy, das A4-Blatt"),
        Example("5 %", "5%", "de", "en"),
        Example("It rose by 3.5%.", "Es stieg um ⟦3,5%⟧."),
        Example("It weighs 5 kg.", "Es wiegt ⟦5kg⟧."),
        Example("Es stieg um 3,5 %.", "It rose by ⟦3.5 %⟧.", "de", "en"),
    ],
)
def unit_spacing(unit: Unit) -> Iterator[Hit]:
    """The space between a number and its percent sign or unit is missing, or in English before a percent sign too many.

    DIN 5008 and the SI ask for a space (*3,5 %*, *5 kg*), English style guides for none before the percent sign. Many
    German publishers write *3,5%*, so the check is off by default: it flags 0.9 of 1,000 segments of news translations.
    """
    text = unit.target.masked
    if unit.target.language.decimal == ".":
        for match in ENGLISH.finditer(text) if "%" in text else ():
            start = match.start()
            while start and (text[start - 1].isdigit() or text[start - 1] in ".,"):
                start -= 1
            mended = text[start : match.start() + 1] + "%"
            yield Hit(Span(start, match.end()), f"English writes „{mended}“.", mended, 0.6)
        return
    for match in GERMAN.finditer(text):
        mended = f"{text[match.start() : match.start(1)]}\u00a0{match[1]}"
        yield Hit(Span(*match.span()), "A space belongs between the number and its unit.", mended, 0.6)
