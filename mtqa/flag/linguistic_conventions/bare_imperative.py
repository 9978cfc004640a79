"""LIN139."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE, BECOME, HAVE, MODALS
from mtqa.knowledge.grammar import noun, past_adjectives, words
from mtqa.knowledge.verbs import any_forms, finite_forms, verbs
from mtqa.text.morphology import MASCULINE, cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

OBJECTS = words("den einen ihren seinen deinen keinen")
OTHERS = words("die das ihre eine ein uns ihr")
SUBJECTS = words("sie wir man es er")
ASKING = words("if do does did are is were was have has had should can could will would")
HELPERS = HAVE | BE | BECOME | MODALS


@check(
    "LIN139",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    target_langs=("de",),
    needs=("source",),
    priority=55,
    examples=[
        Example("Press the button.", "Drücken Sie den Knopf."),
        Example("Press the button.", "Den Knopf drücken."),
        Example("Do the children read?", "Lesen die Kinder?"),
        Example("If the guests come, we leave.", "Kommen die Gäste, gehen wir."),
        Example("Then the guests come.", "Kommen die Gäste dann, ist es gut."),
        Example("We have seen the man.", "Haben den Mann gesehen.", note="a diary"),
        Example("Press the button to start.", "⟦Drücken den⟧ Knopf, um zu starten."),
        Example("If you like it, you can book it.", "Wenn Sie es mögen, können Sie einen Kurs buchen."),
        Example("If you like it, book a course.", "Wenn Sie es mögen, ⟦einen Kurs buchen⟧."),
        Example("Take your shoes off.", "⟦Nehmen Ihre⟧ Schuhe ab."),
        Example("Let us go to the cinema.", "⟦Lassen uns⟧ ins Kino gehen."),
        Example("Open the lid.", "⟦Öffnen den⟧ Deckel."),
    ],
)
def bare_imperative(unit: Unit) -> Iterator[Hit]:
    """A polite request lacks its *Sie*.

    English has the verb alone (*Press the button*); German says *Drücken Sie den Knopf*, or puts the infinitive last. The
    check looks at sentences that open with an infinitive and its object.
    """
    view = unit.target
    if view.lower[:1] in (["wenn"], ["falls"]):
        start = _request(unit)
        if start:
            span = Span(view.tokens[start].start, view.tokens[-2].end)
            yield Hit(span, f"The request lacks its „Sie“: „{view.forms[-2]} Sie …“.", "", 0.7)
        return
    if (
        len(view.lower) < 4
        or not view.forms[0][0].isupper()
        or view.lower[0] not in verbs()
        or view.lower[0] in HELPERS
    ):
        return
    if view.lower[-1] == "?" or unit.source.lower[:1] == [] or unit.source.lower[0] in ASKING:
        return
    if not SUBJECTS.isdisjoint(view.lower) or (noun(view.forms[0]) is not None and view.lower[1] in OTHERS - {"uns"}):
        return
    if (view.lower[1] in OBJECTS and _accusative(view)) or (view.lower[1] in OTHERS and _no_subject(view)):
        span = span_of(view, 0, 2)
        yield Hit(span, f"The request lacks its „Sie“: „{view.forms[0]} Sie“.", "", 0.85)


def _accusative(view: View) -> bool:
    """Whether *den, einen …* belong to a masculine singular."""
    at = past_adjectives(view.forms, 2)
    entry = noun(view.forms[at]) if at < len(view.forms) and view.forms[at][0].isupper() else None
    return (
        entry is not None
        and bool(entry.cells & MASCULINE)
        and (view.lower[1] != "den" or not entry.cells & cells("Pd"))
    )


def _no_subject(view: View) -> bool:
    """Whether the phrase is no subject: only where the sentence is short and has one phrase and no other verb."""
    if view.lower[1] == "uns":
        return "," not in view.lower
    rest = view.lower[2:-1]
    return view.forms[1] in ("Ihre", "eine", "ein") and "," not in rest and not any(
        low in finite_forms() or low in HELPERS or low in any_forms() for low in rest
    )  # fmt: skip


def _request(unit: Unit) -> int:
    """Where the main clause begins that follows *Wenn Sie …* with an object, an infinitive and no *Sie*; 0 without one."""
    view = unit.target
    if view.lower.count(",") != 1 or view.lower[-1] != "." or "you" not in unit.source_words:
        return 0
    start = view.lower.index(",") + 1
    inside = view.lower[start:-2]
    if (
        "Sie" not in view.forms[:start]
        or not inside
        or view.forms[-2] != view.lower[-2]
        or view.lower[-2] not in verbs()
    ):
        return 0
    if not inside or inside[0] not in OBJECTS | OTHERS | {"bitte"} or "zu" in inside:
        return 0
    return (
        0
        if any(low in HELPERS or low in finite_forms() or (low in any_forms() and low not in OBJECTS) for low in inside)
        else start
    )
