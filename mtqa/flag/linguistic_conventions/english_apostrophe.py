"""LIN215."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import ENDS, STOPS, nouns
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

MANY = words("many several few these those")
VERBAL = words("a an the been not going")
TRIGGERS = MANY | {"its", "it's", "it’s"}


@check(
    "LIN215",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    words=TRIGGERS,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Es ist sein Haus.", "It’s his house, it’s been long.", "de", "en"),
        Example("die Autos der Leute", "many people’s cars, these children’s toys, two weeks’ time", "de", "en"),
        Example("in den 1990ern", "in the 1990’s", "de", "en"),
        Example("Alle Kinder haben eigene.", "It has its own users and its name.", "de", "en"),
        Example("diese Autotür", "these car doors", "de", "en"),
        Example("sein eigenes Haus", "It has ⟦it's own⟧ rules.", "de", "en"),
        Example("viele Fotos", "He took many ⟦photo's⟧.", "de", "en"),
        Example("Es ist ein Haus.", "⟦Its a⟧ house.", "de", "en"),
        Example("diese Autos", "He bought these ⟦car's⟧.", "de", "en"),
        Example("Es war schon da.", "⟦Its been⟧ there.", "de", "en"),
    ],
)
def english_apostrophe(unit: Unit) -> Iterator[Hit]:
    """An apostrophe that does not belong there, or *it’s* for *its*.

    *It’s* is *it is*; the possessive is *its*. Plurals have no apostrophe.
    """
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        curly = low.replace("’", "'")
        if curly == "it's" and after == "own":
            yield Hit(span_of(view, at, at + 2), "“it’s” is “it is”: “its own”.", "its own", 0.92)
        elif low == "its" and (at == 0 or view.lower[at - 1] in STOPS | {","}) and after in VERBAL:
            yield Hit(span_of(view, at, at + 2), "“its” is a possessive: “it’s”.", "", 0.88)
        elif low in MANY and after.replace("’", "'").endswith("'s") and after[:-2] in nouns() and _last(view, at + 2):
            yield Hit(
                span_of(view, at + 1, at + 2),
                f"The plural has no apostrophe: “{nouns()[after[:-2]].plural}”.",
                nouns()[after[:-2]].plural,
                0.88,
            )


def _last(view: View, at: int) -> bool:
    """Whether nothing follows that could belong to a genitive."""
    return at >= len(view.lower) or view.lower[at] in ENDS | words("and or are were have in on at from with")
