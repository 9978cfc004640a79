"""LIN134."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

ADJECTIVES = words("""
alt groß klein schön schnell langsam teuer billig wichtig schwierig einfach interessant gefährlich bekannt erfolgreich
kompliziert populär beliebt stark schwach modern häufig selten jung hoch niedrig lang kurz breit tief dick dünn warm kalt heiß
kühl dunkel hell laut leise reich arm klug dumm freundlich höflich günstig nützlich effizient effektiv mächtig gesund sicher
bequem komfortabel nah weit früh spät sauber schmutzig leicht schwer dringend ernst glücklich traurig attraktiv praktisch
""")
TRIGGERS = words("mehr meisten genauso ebenso")
EQUAL = words("genauso ebenso")


@check(
    "LIN134",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=TRIGGERS,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("She is older than me.", "Sie ist älter als ich."),
        Example(
            "more dead than alive, more bad than good", "mehr tot als lebendig, mehr schlecht als recht", note="idioms"
        ),
        Example("It is worth more than gold.", "Es ist mehr wert als Gold."),
        Example("It is as big as a house.", "Es ist genauso groß wie ein Haus."),
        Example("at most important questions", "bei den meisten wichtigen Fragen"),
        Example("He is just as good when he sings.", "Er war ebenso alt, als er starb."),
        Example("She is older than me.", "Sie ist ⟦mehr alt als⟧ ich."),
        Example("It is more dangerous than that.", "Das ist ⟦mehr gefährlich als⟧ früher."),
        Example("as big as a house", "Es ist genauso ⟦groß als⟧ ein Haus."),
        Example("the most important question", "Das ist die ⟦am meisten wichtige⟧ Frage."),
        Example("This is most dangerous.", "Das ist ⟦am meisten gefährlich⟧."),
    ],
)
def comparison(unit: Unit) -> Iterator[Hit]:
    """An adjective is compared as in English, by *mehr* and *am meisten*, or an equal by *als*.

    German compares by endings (*älter, am wichtigsten*) and says *genauso groß wie*.
    """
    view = unit.target
    if TRIGGERS.isdisjoint(view.words):
        return
    for at, low in enumerate(view.lower):
        if low == "mehr" and view.lower[at + 2 : at + 3] == ["als"] and view.lower[at + 1] in ADJECTIVES:
            yield _hit(unit, at, at + 2, "German forms the comparative by an ending.")
        elif low == "meisten" and at and view.lower[at - 1] == "am" and _base(view.lower[at + 1 : at + 2]):
            yield _hit(unit, at - 1, at + 1, "German forms the superlative by an ending.")
        elif low in EQUAL and view.lower[at + 2 : at + 3] == ["als"] and view.lower[at + 1] in ADJECTIVES:
            yield _hit(unit, at + 1, at + 2, f"„{low}“ goes with „wie“.")


def _base(after: list[str]) -> bool:
    """Whether a common adjective follows, with or without an ending."""
    return bool(after) and not ADJECTIVES.isdisjoint((after[0], after[0][:-1], after[0][:-2]))


def _hit(unit: Unit, first: int, last: int, message: str) -> Hit:
    tokens = unit.target.tokens
    return Hit(Span(tokens[first].start, tokens[last].end), message, "", 0.88)
