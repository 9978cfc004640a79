"""LIN126."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BOUNDARIES
from mtqa.knowledge.grammar import noun, past_adjectives, prepositions, words
from mtqa.knowledge.verbs import any_forms, finite_forms
from mtqa.text.morphology import DATIVE, FEMININE, MASCULINE, PLURAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

GOVERNING = words("mit von aus bei nach")


@check(
    "LIN126",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=GOVERNING,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("a film by Anna Berg, a woman from York", "ein Film von Anna Berg, einer Frau aus York"),
        Example("with Anna, a woman came", "Mit Anna, eine Frau kam.", note="what follows may be a clause"),
        Example("from York, a ship sails", "Von York, ein Schiff fährt heute ab."),
        Example(
            "He comes from York, Hull, a city", "Er kommt aus York, aus Hull, eine Stadt dort.", note="several commas"
        ),
        Example("after York to bring about a change", "Es gilt, nach York eine Klärung zu finden."),
        Example("with Anna, one of us", "mit Anna, eine von uns"),
        Example("The town of Port Aldern, a port in the north", "Er kam aus Port Aldern, ⟦eine Stadt⟧ im Norden."),
        Example("a film by Ann Berg, a young woman from York", "ein Film von Ann Berg, ⟦eine junge Frau⟧ aus York."),
        Example("a deal with Peter Hill, a farmer in Kent", "ein Geschäft mit Peter Hill, ⟦ein Bauer⟧ in Kent."),
        Example("near Leeds, a big town.", "Das war bei Leeds, ⟦eine große Stadt⟧."),
    ],
)
def apposition_case(unit: Unit) -> Iterator[Hit]:
    """An apposition to a name has not the name's case.

    *Aus Port Aldern, einer Stadt im Norden*: the apposition takes the dative of *aus*. English shows no case, and
    engines write the nominative. The check looks at names after *mit, von, aus, bei, nach* and appositions that run to
    the end of the sentence without a verb.
    """
    view = unit.target
    if view.lower.count(",") != 1 or GOVERNING.isdisjoint(view.lower):
        return
    for at in range(2, len(view.lower) - 2):
        if view.lower[at] in ("ein", "eine") and view.lower[at - 1] == "," and _after_name(view, at - 2):
            last = _noun(view, at)
            if last and _to_the_end(view, last + 1):
                span = span_of(view, at, last + 1)
                yield Hit(span, "The apposition takes the dative of the name before.", "", 0.85)


def _after_name(view: View, at: int) -> bool:
    """Whether a name of one to three words stands before, with its preposition and no article."""
    start = at
    while start > 0 and at - start < 3 and view.forms[start][0].isupper() and view.forms[start].isalpha():
        start -= 1
    return start < at and view.lower[start] in GOVERNING and (at - start > 1 or noun(view.forms[at]) is None)


def _noun(view: View, at: int) -> int:
    """The noun of the phrase if its article cannot be a dative, and the noun one of that gender; 0 otherwise."""
    place = past_adjectives(view.forms, at + 1)
    entry = noun(view.forms[place]) if place < len(view.forms) and view.forms[place][0].isupper() else None
    mask = (FEMININE if view.lower[at] == "eine" else MASCULINE) & DATIVE
    return place if entry is not None and entry.cells & mask and entry.cells & ~PLURAL else 0


def _to_the_end(view: View, at: int) -> bool:
    """Whether nothing but a prepositional phrase follows up to the full stop."""
    if at < len(view.lower) and view.lower[at] in (".", "!", "?"):
        return True
    if at >= len(view.lower) or (view.lower[at] not in prepositions() and view.lower[at] not in ("im", "am")):
        return False
    rest = view.lower[at:]
    stop = next((place for place, low in enumerate(rest) if low in BOUNDARIES), len(rest))
    return (
        stop < 6
        and rest[stop : stop + 1] == ["."]
        and not any(low in any_forms() or low in finite_forms() for low in rest[:stop])
    )
