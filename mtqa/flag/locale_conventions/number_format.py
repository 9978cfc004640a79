"""LOC001."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS
from mtqa.text.digits import RUN, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.lang.base import Language

MARKED = re.compile(r"\d[.,]\d")


@check(
    "LOC001",
    category="locale-conventions/number-format",
    severity=Severity.MINOR,
    signs=DIGITS,
    needs=("source",),
    priority=55,
    examples=[
        Example("It costs 1,299.50 euros.", "Es kostet 1.299,50 Euro."),
        Example("7.2 million", "7,2 Millionen"),
        Example("version 7.2.1 of 3.5.2024", "Version 7.2.1 vom 3.5.2024"),
        Example("at 5.30 pm", "um 5.30 Uhr", note="a time of day"),
        Example("1.234 mm", "1,234 mm", note="three decimals"),
        Example("iOS 14.5 and section 3.2", "iOS 14.5 und Abschnitt 3.2", note="numbers of versions and chapters"),
        Example("Es kostet 1.299,50 Euro.", "It costs 1,299.50 euros.", "de", "en"),
        Example("7.2 million dollars", "⟦7.2⟧ Millionen Dollar"),
        Example("It costs 1,299.50 euros.", "Es kostet ⟦1,299.50⟧ Euro."),
        Example("3.5 % of all", "⟦3.5⟧ % aller"),
        Example("tickets at €7.50", "Karten für €⟦7.50⟧"),
        Example("2,600 visitors", "⟦2,600⟧ Besucher", note="reads as two point six"),
        Example("Es sind 7,25 %.", "It is ⟦7,25⟧%.", "de", "en"),
    ],
)
def number_format(unit: Unit) -> Iterator[Hit]:
    """A number has the separators of the source's language.

    German readers take *7.2* for a version and *1,299* for something over one. Reported are numbers that were copied
    and that are, as they stand, no number in the target's language but one in the source's, with a unit of money,
    measure, share or size beside them; numbers of versions, chapters and times stay. A copied *2,600* is a major error
    in German: it reads as a decimal.
    """
    text = unit.target.masked
    if not unit.target.has_digit or not MARKED.search(text):
        return
    ours, theirs = unit.target.language, unit.source.language
    if ours.decimal == theirs.decimal:
        return
    for match in RUN.finditer(text):
        run = match.group()
        if run not in unit.segment.source:
            continue
        graver = _misread(run, ours, theirs)
        if graver or (_foreign(run, ours, theirs) and _measured(text, match)):
            mended = _mended(run, ours, theirs)
            yield Hit(Span(*match.span()), f"In {ours.name} this number is written {mended}.", mended, 0.85,
                      Severity.MAJOR if graver else None)  # fmt: skip


def _foreign(run: str, ours: Language, theirs: Language) -> bool:
    """Whether it is a number in the source's language and none in the target's."""
    return value_of(run, ours.decimal, ours.group) is None and value_of(run, theirs.decimal, theirs.group) is not None


def _misread(run: str, ours: Language, theirs: Language) -> bool:
    """Whether it is a whole number in groups there, and a decimal here: ``2,600`` in a German text."""
    here, there = value_of(run, ours.decimal, ours.group), value_of(run, theirs.decimal, theirs.group)
    return here is not None and there is not None and here != there and there >= 1000 and ours.decimal in run


UNIT = re.compile(
    r"\s?(?:%|°|€|\$|£|[kKMGT]?B\b|[kcm]?m\b|km|kg|mg|[gl]\b|Prozent|percent|per cent|Milli|Mrd|Mio|[mb]illion|thousand"
    r"|tausend|Euro|Dollar|US-Dollar|Pfund|Cent|Kilo|Meter|Meilen|Grad|Tonnen|Liter|euro|dollar|pound|met|mile|degree"
    r"|ton|lit)"
)


MONEY = re.compile(r"[€$£]\s?$")


def _measured(text: str, match: re.Match[str]) -> bool:
    """Whether a unit stands behind it, a currency before it, or both separators in it."""
    run = match.group()
    return (
        UNIT.match(text, match.end()) is not None or MONEY.search(text, 0, match.start()) is not None
        or ("." in run and "," in run)
    )  # fmt: skip


def _mended(run: str, ours: Language, theirs: Language) -> str:
    swapped = {theirs.decimal: ours.decimal, theirs.group[0]: ours.group[0]}
    return "".join(swapped.get(char, char) for char in run)
