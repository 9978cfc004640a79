"""LIN211."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import verbs
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

WITHOUT = words("must should might shall")
WITH = words("""
wants wanted decided decides hoped hopes promised promises refused refuses managed manages tried tries wishes wished
intends intended agreed agrees
""")
TRIGGERS = WITH | WITHOUT | {"for", "order"}


@check(
    "LIN211",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=TRIGGERS,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Er tut alles, um zu helfen.", "He does all he can to help.", "de", "en", note="to belongs to all"),
        Example("Er will Hilfe.", "He wants help and decided against it.", "de", "en"),
        Example("zum Beispiel", "He went there to help, for to him it was clear.", "de", "en", note="a preposition"),
        Example("Er muss heute fahren.", "He must go today, to help.", "de", "en"),
        Example("Er versuchte es.", "She tried hard and managed well.", "de", "en"),
        Example("Er muss gehen.", "He ⟦must to go⟧ home.", "de", "en"),
        Example("um das Haus zu kaufen", "He came ⟦for to buy⟧ the house.", "de", "en"),
        Example("Er will gehen.", "He ⟦wants go⟧ home.", "de", "en"),
        Example("Sie beschlossen zu essen.", "They ⟦decided eat⟧ there.", "de", "en"),
        Example("um es zu vermeiden", "He left ⟦in order avoid⟧ it.", "de", "en"),
        Example("Man sollte nicht kommen.", "One ⟦should to choose⟧ it.", "de", "en"),
    ],
)
def infinitive_marker(unit: Unit) -> Iterator[Hit]:
    """An infinitive has one *to* too many, or lacks it.

    After *must, should, may* stands no *to*; after *want, decide, try, in order* it cannot be missing; *for to* is *to*.
    """
    view = unit.target
    for at, low in enumerate(view.lower[:-2]):
        one, two = view.lower[at + 1], view.lower[at + 2]
        if (
            one == "to"
            and two in verbs()
            and (low in WITHOUT or low == "for")
            and (verbs()[two].verbal or two in ("go", "buy", "help"))
        ):
            yield Hit(
                span_of(view, at, at + 3),
                f"“{low} to {two}”: there is one word too many.",
                "",
                0.9,
            )
        elif (low in WITH or (low == "in" and one == "order")) and _bare(view, at + 1 + (low == "in")):
            end = at + 1 + (low == "in")
            yield Hit(span_of(view, at, end + 1), f"“{view.forms[end]}” lacks its “to”.", "", 0.88)


def _bare(view: View, at: int) -> bool:
    """Whether a plain form that is no noun stands there."""
    low = view.lower[at]
    verb = verbs().get(low)
    return (
        verb is not None
        and view.forms[at] == low
        and (verb.verbal or low == "go")
        and low not in (verb.participle, "open")
    )
