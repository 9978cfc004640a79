"""ACC043."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.differing import numbers_differ
from mtqa.flag.trigger import DIGITS
from mtqa.text.number_pairs import signed

if TYPE_CHECKING:
    from collections.abc import Iterator

SAID = re.compile(
    r"(?i)\bminus|negativ|unter null|below|under|unter|rückgang|verlust|loss|drop|decline|fell|fiel|sank|tief"
)
RANGE = re.compile(r"\d\s?[-−–]\s?\d")


@check(
    "ACC043",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    when=numbers_differ,
    signs=DIGITS,
    source_signs=DIGITS,
    needs=("source",),
    priority=58,
    examples=[
        Example("It was -5 °C.", "Es waren −5 °C.", note="hyphen or minus"),
        Example("It was -5 degrees.", "Es waren minus 5 Grad."),
        Example("pages 3-5", "Seiten 3–5", note="a range"),
        Example("Agent 007 is here.", "Agent 007 ist da."),
        Example("on 03/05/2020", "am 3.5.2020", note="a date"),
        Example("Call +49 7532 440-400.", "Rufen Sie 07532 440-400 an.", note="dialled from abroad, and at home"),
        Example("Call +44 (0)20 7946 0018.", "Rufen Sie 0044 20 7946 0018 an."),
        Example("– 5 apples", "5 Äpfel", note="a list"),
        Example("It was -5 °C in May.", "Es waren im Mai ⟦5⟧ °C."),
        Example("Set the offset to 12.", "Setzen Sie den Versatz auf ⟦-12⟧."),
        Example("Enter the code 0042.", "Geben Sie den Code ⟦42⟧ ein."),
        Example("Die Abweichung beträgt -3.", "The deviation is ⟦3⟧.", "de", "en"),
    ],
)
def sign_mismatch(unit: Unit) -> Iterator[Hit]:
    """A number lost or got a minus, or lost zeros at its beginning.

    The value of a code, an offset or a temperature changes with them. Nothing is said where a word tells the sign
    (*minus*, *below*, *Rückgang*).
    """
    for one in unit.numbers.mismatches:
        if one.kind == "zeros":
            yield Hit(Span(one.ours.start, one.ours.end), f"The source says {one.theirs.text}.", one.theirs.text, 0.8)
        elif one.kind == "sign" and not _told(unit):
            sign = "with" if signed(unit.source.masked, one.theirs) else "without"
            start = one.ours.start - signed(unit.target.masked, one.ours)
            yield Hit(Span(start, one.ours.end), f"The source says {one.theirs.text} {sign} a minus.", confidence=0.8)


def _told(unit: Unit) -> bool:
    """Whether words tell the sign, or the dash is that of a list or a range."""
    texts = unit.source.masked, unit.target.masked
    return any(SAID.search(text) or text.lstrip()[:1] in ("-", "–", "−") or RANGE.search(text) for text in texts)
