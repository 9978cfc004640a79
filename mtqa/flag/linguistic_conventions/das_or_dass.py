"""LIN141."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import BE, BECOME, HAVE, MODALS, clause_end
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import finite_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

SAID = words("""
weiß wissen wusste wussten sagt sagen sagte sagten glaubt glaube glauben glaubte glaubten hofft hoffe hoffen hoffte hofften
meint meine meinen meinte meinten denkt denke denken dachte dachten behauptet behaupten behauptete behaupteten findet finde
finden fand fanden fürchtet fürchte erklärt erklärte erklären bedeutet heißt zeigt zeigte zeigen ergab vermutet vermute
bestätigt bestätigte versichert versicherte berichtet berichtete stimmt freut klar wichtig gut schade möglich wahrscheinlich
sicher schön froh überzeugt
""")
"""Words after whose comma a clause with *dass* is usual."""
PRONOUNS = words("ich er wir man")
LINKS = words("ist war sind waren wird hat heißt bedeutet kann muss")
FINITE = BE | HAVE | BECOME | MODALS


@check(
    "LIN141",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=("das", "dass"),
    target_langs=("de",),
    priority=54,
    examples=[
        Example("I know the house that he buys.", "Ich kenne das Haus, das er kauft."),
        Example("I know, that is good.", "Ich weiß, das ist gut; Wissen, das wir teilen."),
        Example("That he knows, I know.", "Dass er kommt, weiß ich; das weiß er."),
        Example("I believe that is his.", "Ich glaube, das wird er schaffen."),
        Example("He said, that I know", "Er sagte, das wisse ich doch."),
        Example("what she said", "Was sie sagte, das wir nicht hörten, war klug."),
        Example("I know that he is coming.", "Ich weiß, ⟦das⟧ er kommt."),
        Example("She said that we are late.", "Sie sagte, ⟦das⟧ wir zu spät sind."),
        Example("This is good.", "⟦Dass⟧ ist gut."),
        Example("They hope that I stay.", "Sie hoffen, ⟦das⟧ ich bleibe."),
        Example("He believes that one can learn it.", "Er glaubt, ⟦das⟧ man es lernen kann."),
    ],
)
def das_or_dass(unit: Unit) -> Iterator[Hit]:
    """*Das* for *dass*, or *dass* for *das*.

    *Dass* opens a clause (*ich weiß, dass er kommt*), *das* is article and pronoun. Engines seldom confuse them, people who
    edit do. Judged after verbs of saying and knowing, and where a verb or noun follows that only one of them goes with.
    """
    view = unit.target
    for at, low in enumerate(view.lower):
        token = view.tokens[at]
        if low == "das" and at > 1 and _clause(view, at):
            yield Hit(Span(token.start, token.end), "Before a clause stands „dass“.", "dass", 0.88)
        elif (
            low == "dass"
            and (at == 0 or view.lower[at - 1] in ".!?")
            and view.lower[at + 1 : at + 2]
            and view.lower[at + 1] in LINKS
            and _main(view, at)
        ):
            yield Hit(Span(token.start, token.end), "The pronoun is „das“.", "Das", 0.88)


def _clause(view: View, at: int) -> bool:
    """Whether *das* stands before a subject, and the clause ends in its verb."""
    low = view.lower
    if (
        low[at - 1] != ","
        or low[at - 2] not in SAID
        or view.forms[at - 2] != low[at - 2]
        or at + 2 >= len(low)
        or low[at + 1] not in PRONOUNS
        or view.forms[at] != "das"
    ):
        return False
    end = clause_end(low, at + 1)
    last = low[end - 1]
    known = last in FINITE or last in finite_forms() or last.endswith(("e", "en"))
    return (
        end - at > 2 and known and not any(word in FINITE for word in low[at + 2 : end - 1]) and not _relative(view, at)
    )


def _relative(view: View, at: int) -> bool:
    """Whether an earlier word may be what *das* stands for: a clause before with *was, das, alles*."""
    return not {"was", "alles", "etwas", "nichts", "vieles"}.isdisjoint(view.lower[:at])


def _main(view: View, at: int) -> bool:
    """Whether the verb stands second and no comma follows: *Dass ist gut.*."""
    end = clause_end(view.lower, at)
    last = view.lower[end - 1]
    return (end >= len(view.lower) or view.lower[end] in ".!?") and last not in FINITE and last not in finite_forms()
