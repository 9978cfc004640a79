"""LIN138."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import BE, BECOME, HAVE, MODALS
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import any_forms, finite_forms, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

WORDS = words("wo wie warum wann wer was wohin woher wieso weshalb wen wem")
SUBJECTS = words("sie er es ich wir du man ihr der die das diese dieser dieses mein meine ihre sein seine")
ENGLISH = words("where how why when who what which whom")
AUXILIARIES = words("do does did is are was were can could will would should has have had must may 's")
HELPERS = HAVE | BE | BECOME | MODALS


@check(
    "LIN138",
    category="linguistic-conventions/word-order",
    severity=Severity.MAJOR,
    words="?",
    target_langs=("de",),
    needs=("source",),
    priority=55,
    examples=[
        Example("Where do you live?", "Wo wohnen Sie?"),
        Example("How old is the house?", "Wie alt ist das Haus?"),
        Example("Where he lives? I do not know.", "Wo er wohnt? Ich weiß es nicht.", note="an echo, as in the source"),
        Example("Who is the man?", "Wer der Mann ist, fragte sie?"),
        Example("What do you think he wants?", "Was Sie wohl denken, was er will?"),
        Example("Where do you live?", "⟦Wo Sie wohnen?⟧"),
        Example("Who is the man with the hat?", "⟦Wer der Mann mit dem Hut ist?⟧"),
        Example("How does this machine work?", "⟦Wie diese Maschine funktioniert?⟧"),
    ],
)
def question_order(unit: Unit) -> Iterator[Hit]:
    """A question has its verb at the end, as if it depended on another clause.

    Behind the question word comes the verb: *Wo wohnen Sie?* The check wants a question in the source whose second word
    is an auxiliary.
    """
    view, source = unit.target, unit.source.lower
    if view.lower[-1:] != ["?"] or len(view.lower) < 4 or len(source) < 3 or view.lower[0] not in WORDS:
        return
    if (
        source[0] in ENGLISH
        and source[1] in AUXILIARIES
        and source[-1] == "?"
        and view.lower[1] in SUBJECTS
        and _last(view)
    ):
        yield Hit(Span(view.tokens[0].start, view.tokens[-1].end), "In a question the verb comes second.", "", 0.85)


def _last(view: View) -> bool:
    """Whether the only verb stands at the end, and no clause depends on the question."""
    low = view.lower[-2]
    if "," in view.lower or view.forms[-2] != low:
        return False
    verb = low in finite_forms() or low in HELPERS or low in verbs() or low + "n" in verbs()
    return verb and not any(one in HELPERS or one in finite_forms() or one in any_forms() for one in view.lower[1:-2])
