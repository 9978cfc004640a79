"""LIN228."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import DETERMINERS
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT = 3


@check(
    "LIN228",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=("also",),
    source_words=("auch",),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Außerdem regnete es.", "Also, the weather was bad.", "de", "en"),
        Example("Auch die Eltern kamen.", "The parents came too.", "de", "en"),
        Example("Auch dabei: zwei Ärzte", "Also present were two doctors.", "de", "en"),
        Example("Zudem kam die Polizei.", "Also the police came.", "de", "en"),
        Example("Auch die Eltern kamen.", "⟦Also the parents⟧ came.", "de", "en"),
        Example("Auch ein Spaziergang hilft.", "⟦Also a walk⟧ helps.", "de", "en"),
        Example("Auch seine Frau war da.", "⟦Also his wife⟧ was there.", "de", "en"),
    ],
)
def also_first(unit: Unit) -> Iterator[Hit]:
    """*Also* opens the sentence for a German *auch* that belongs to the subject.

    *Auch die Eltern kamen* is *The parents came too*. *Also* at the beginning of an English sentence adds a sentence, with a
    comma.
    """
    view = unit.target
    if (
        view.lower[:1] == ["also"]
        and unit.source.lower[:1] == ["auch"]
        and len(view.lower) > SHORT
        and view.lower[1] in DETERMINERS - words("that")
    ):
        yield Hit(span_of(view, 0, 3), "“auch” belongs to the subject: “… too”.", "", 0.85)
