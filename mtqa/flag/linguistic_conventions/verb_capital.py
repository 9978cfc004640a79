"""LIN148."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE, BECOME, HAVE, MODALS
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

PRONOUNS = words("ich du er es wir man")
VERBS = (
    BE
    | HAVE
    | BECOME
    | MODALS
    | words("geht kommt macht sagt weiß gibt steht liegt findet bleibt geht heißt hält läuft nimmt ging kam sagte gab")
) - words("habt")
QUOTES = frozenset('„“”»«"')


@check(
    "LIN148",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    words=VERBS,
    target_langs=("de",),
    priority=54,
    examples=[
        Example(
            "The saying, eating", "Ihm fehlt das Essen, wir Deutschen essen gern.", note="a noun of the same letters"
        ),
        Example("We can", "Wir können. Können wir? Er Ist ein Titel.", note="a beginning"),
        Example("“I am Legend”", "Der Film „Ich Bin Ein Star“ läuft.", note="a title"),
        Example("you Americans", "ihr Amerikaner, wir Können-Woller"),
        Example("She", "Wenn Sie Müller kennen, kann er Kant lesen."),
        Example("We can go.", "Heute ⟦wir Können⟧ gehen."),
        Example("He went home.", "Dann sagte sie, dass ⟦er Wurde⟧ gefragt."),
        Example("if it is good", "Ich frage, ob ⟦es Ist⟧ gut."),
        Example("that I have time", "Sie weiß, dass ⟦ich Habe⟧ Zeit."),
    ],
)
def verb_capital(unit: Unit) -> Iterator[Hit]:
    """A verb or adverb has a capital within a sentence.

    Only nouns have capitals in German. English headlines and menus do that to every word, and an engine copies it. Judged
    after a pronoun, for forms that can be no noun; where most words have capitals, *title-case* speaks.
    """
    view = unit.target
    if len(view.capitals) * 2 > len(view.words) or not QUOTES.isdisjoint(view.signs):
        return
    for at in view.capitals:
        low = view.lower[at]
        if (
            at > 1
            and low in VERBS
            and view.lower[at - 1] in PRONOUNS
            and view.forms[at - 1] == view.lower[at - 1]
            and view.forms[at] == low.capitalize()
        ):
            after = view.lower[at + 1] if at + 1 < len(view.lower) else "-"
            if after != "-":
                span = span_of(view, at - 1, at + 1)
                yield Hit(span, f"„{view.forms[at]}“ is a verb: „{low}“.", f"{view.forms[at - 1]} {low}", 0.88)
