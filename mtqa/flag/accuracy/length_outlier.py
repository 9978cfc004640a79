"""ACC009."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

SPREAD = 0.12
SHORT_SPREAD = 1.15
"""Standard deviation of log(target length / source length) for n characters of source: sqrt(SPREAD² + SHORT_SPREAD²/n).
Fitted on 10,283 English-German human translations (news, talks, everyday sentences, software), where it is right within
0.03 at every length from 10 characters to 1,000."""

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
    target, source = len(unit.segment.target.strip()), len(unit.segment.source.strip())
    if not target or not source:
        return
    expected = unit.target.language.length / unit.source.language.length
    away = log(target / (source * expected)) / sqrt(SPREAD**2 + SHORT_SPREAD**2 / source)
    if abs(away) >= z:
        yield _hit(unit, target / source, expected, short=away < 0)


def _hit(unit: Unit, ratio: float, expected: float, *, short: bool) -> Hit:
    text = unit.segment.target
    start = len(text) - len(text.lstrip())
    word, category = ("shorter", "accuracy/omission") if short else ("longer", "accuracy/addition")
    message = (
        f"The target is {ratio:.2f} times as long as its source, much {word} than translations are ({expected:.2f})."
    )
    return Hit(Span(start, len(text.rstrip())), message, confidence=0.5, category=category)
