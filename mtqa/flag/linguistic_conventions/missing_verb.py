"""LIN109."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE, BOUNDARIES, COORDINATORS, clause_end, verb_like
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import any_forms, finite_forms, participles, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

STOPS = (".", "!", "?")
QUOTES = ("“", "”", '"', "«", "»", "‘", "’", ")")

PREDICATES = words(
    "vorbei fertig möglich unmöglich nötig bereit weg klar richtig falsch wahr sicher wichtig allein zufrieden"
)
"""Words that only a form of *sein* makes a clause of."""


@check(
    "LIN109",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=("dass", "weil", "nachdem"),
    target_langs=("de",),
    priority=56,
    examples=[
        Example("that it is over", "Er hofft, dass es vorbei ist."),
        Example("that he came and went", "Sie sagt, dass er gekommen und gegangen sei."),
        Example("because he grinned", "Man lachte, weil er grinste."),
        Example("that, as he said, it is true", "Ich glaube, dass das, wie er sagte, stimmt.", note="cut by commas"),
        Example("There is hope that the worst is over.", "Es gibt Hoffnung, ⟦dass das Schlimmste vorbei⟧."),
        Example("that he had never asked", "Es heißt, ⟦dass er den Fonds nie um Erlaubnis gebeten⟧."),
        Example("after the ship had sunk", "Alle weinten, ⟦nachdem das Schiff gesunken⟧."),
    ],
)
def missing_verb(unit: Unit) -> Iterator[Hit]:
    """A clause with *dass, weil* or *nachdem* has no finite verb.

    The verb, or its auxiliary, was lost: *dass das Schlimmste vorbei*, *nachdem das Schiff gesunken*. The check looks at
    clauses that run to the end of the sentence without a comma, and speaks where no word can be a finite verb.

    Measured on newstest2020: no finding in 4,254 human translations.
    """
    view = unit.target
    for at, low in enumerate(view.lower):
        if low in ("dass", "weil", "nachdem") and view.tokens[at].text == low:
            end = clause_end(view.lower, at)
            if end - at > 3 and _ends_text(view, end) and not _has_verb(view, at + 1, end):
                span = span_of(view, at, end)
                yield Hit(span, f"The clause with „{low}“ has no finite verb.", "", 0.9)


def _ends_text(view: View, at: int) -> bool:
    """Whether the text ends here, rather than a clause or an abbreviation."""
    rest = view.lower[at:]
    return bool(rest) and rest[0] in STOPS and all(low in QUOTES for low in rest[1:]) and view.lower[at - 1].isalpha()


def _has_verb(view: View, start: int, end: int) -> bool:
    """Whether the clause may hold a finite verb, or is of a kind that cannot be judged."""
    last = view.lower[end - 1]
    if view.lower[start] in BOUNDARIES or not COORDINATORS.isdisjoint(view.lower[start:end]):
        return True
    lost = last in participles() and last not in finite_forms() and last not in verbs()
    if not (lost or last in PREDICATES or view.tokens[end - 1].text[0].isupper()):
        return True
    return any(_may_be_verb(view, at) for at in range(start, end - 1 if lost else end))


def _may_be_verb(view: View, at: int) -> bool:
    low = view.lower[at]
    return low in any_forms() or low + "n" in verbs() or low in BE or verb_like(view, at)
