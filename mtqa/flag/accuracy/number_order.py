"""ACC049."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View


@check(
    "ACC049",
    category="accuracy/mistranslation",
    severity=Severity.NEUTRAL,
    signs=DIGITS,
    source_signs=DIGITS,
    needs=("source",),
    priority=32,
    default=False,
    examples=[
        Example("from 3 to 5", "von 3 bis 5"),
        Example("12 of 30 members", "12 der 30 Mitglieder"),
        Example("on March 3, 2019", "am 3. März 2019", note="dates have an order of their own"),
        Example("20 men and 30 women", "⟦30⟧ Männer und ⟦20⟧ Frauen"),
        Example("It rose from 12 to 18 percent.", "Es stieg auf ⟦18⟧ von ⟦12⟧ Prozent."),
        Example("8 Hunde, 7 Katzen", "⟦7⟧ dogs, ⟦8⟧ cats", "de", "en"),
    ],
)
def number_order(unit: Unit) -> Iterator[Hit]:
    """The same numbers stand in another order than in the source.

    They may have been swapped (*20 men and 30 women*), but a language may also say what came first last. Off by default:
    13 of 1,000 segments of professional news translations have their numbers in another order.
    """
    ours, theirs = _values(unit.target), _values(unit.source)
    if len(ours) < 2 or sorted(ours) != sorted(theirs) or len(set(ours)) != len(ours):
        return
    numbers = [number for number in unit.target.numbers if number.kind in KINDS]
    for number, value, there in zip(numbers, ours, theirs, strict=True):
        if value != there:
            message = "The source has the same numbers in another order."
            yield Hit(Span(number.start, number.end), message, confidence=0.3)


KINDS = ("number", "percent", "time")


def _values(view: View) -> list[float]:
    return [number.value for number in view.numbers if number.kind in KINDS]
