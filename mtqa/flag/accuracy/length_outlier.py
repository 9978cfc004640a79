"""ACC009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lengths import expected_ratio, length_deviation

if TYPE_CHECKING:
    from collections.abc import Iterator

SELECTED = {"icu", "fluent_select"}
"""Messages with branches: a language has as many as it needs."""

LONG = (
    "Dies ist ein Satz, der um einiges länger ist als das, was in der Quelle steht, und der deshalb auffallen muss, "
    "weil er sich in die Länge zieht."
)


@check(
    "ACC009",
    category="accuracy/omission",
    severity=Severity.MINOR,
    needs=("source",),
    priority=20,
    options={"z": 4.0},
    examples=[
        Example("OK", "In Ordnung", note="short texts may differ by much"),
        Example("The committee adjourned.", "Der Ausschuss vertagte sich."),
        Example("He's in.", "Er ist hier, im Haus."),
        Example("E-Mail-Benachrichtigungseinstellungen", "Email notification settings", "de", "en"),
        Example("It is a short sentence in the source.", f"⟦{LONG}⟧"),
        Example(
            "The White House said that Trump expects to focus squarely on ending the war, and that other issues could "
            "be left for another time.", "⟦Das Weiße Haus sprach vom Krieg.⟧",
        ),
        Example("Der Sprecher sagte gestern in Berlin, dass die Verhandlungen über den Haushalt weitergehen.",
                "⟦The talks go on.⟧", "de", "en"),
    ],
)  # fmt: skip
def length_outlier(unit: Unit, z: float) -> Iterator[Hit]:
    """The target is far shorter or longer than translations of such a source are.

    Something was probably left out or added. The logarithm of the ratio of lengths in characters is compared with that
    of human translations, whose spread shrinks as texts grow: a source of 20 characters may lead to twice as many, one
    of 300 may not. Option `z`: how many standard deviations are too many.
    """
    away = length_deviation(unit.source, unit.target)
    if abs(away) >= z and not any(part.family in SELECTED for part in unit.source.mask.parts):
        yield _hit(unit, short=away < 0)


def _hit(unit: Unit, *, short: bool) -> Hit:
    text = unit.segment.target
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    ratio, expected = (end - start) / len(unit.segment.source.strip()), expected_ratio(unit.source, unit.target)
    word, category = ("shorter", "accuracy/omission") if short else ("longer", "accuracy/addition")
    message = (
        f"The target is {ratio:.2f} times as long as its source, much {word} than translations are ({expected:.2f})."
    )
    return Hit(Span(start, end), message, confidence=0.5, category=category)
