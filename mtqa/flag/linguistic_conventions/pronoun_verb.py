"""LIN146."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS = {
    "ich": "bist seid hast habt wirst werdet geht kommt macht sagt weißt können müssen",
    "du": "bin habe werde kann muss müssen will wollen geht kommt macht",
    "er": "bin bist hast habt werdet wirst können müssen wollen gehst kommst",
    "wir": "bin bist hast habe wirst werde kann muss will geht kommt macht weiß",
    "man": "bin bist hast habt werdet wirst",
}
WRONG = frozenset((pronoun, form) for pronoun, forms in FORMS.items() for form in words(forms))


@check(
    "LIN146",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    pairs=WRONG,
    target_langs=("de",),
    priority=54,
    examples=[
        Example("which he must have", "Das soll er haben, die er sind, wollen nicht."),
        Example("I and she has", "Weder du noch ich hat gewonnen, was er werden will."),
        Example("when he can", "Ihr seid, was wir sind; er sei, ich habe."),
        Example("and we are", "Was wir haben, hat er."),
        Example("he has", "Er hat, ich bin, du bist, wir sind."),
        Example("I am there.", "⟦Ich bist⟧ da."),
        Example("We are going.", "⟦Wir geht⟧ los."),
        Example("He is late.", "⟦Er bin⟧ spät."),
        Example("You must go.", "⟦Du muss⟧ gehen."),
        Example("I know it.", "⟦Ich weißt⟧ es."),
    ],
)
def pronoun_verb(unit: Unit) -> Iterator[Hit]:
    """A pronoun has the verb of another person.

    *Er bin, du muss, wir geht*: only forms that never go together are judged, side by side; where the number is wrong
    (*wir ist*), *number-agreement* speaks.
    """
    view = unit.target
    for at, pair in enumerate(pairwise(view.lower)):
        opening = at == 0 or view.lower[at - 1] in ".!?:„“"
        if (
            pair in WRONG
            and view.forms[at + 1] == pair[1]
            and opening
            and view.forms[at] in (pair[0], pair[0].capitalize())
        ):
            span = span_of(view, at, at + 2)
            yield Hit(span, f"„{pair[1]}“ does not go with „{pair[0]}“.", "", 0.9)
