"""LIN221."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import phrases_in, wrong_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View


@check(
    "LIN221",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    pairs=wrong_phrases,
    target_langs=("en",),
    priority=52,
    examples=[
        Example("Es hängt davon ab.", "It depends on him; he is interested in it.", "de", "en"),
        Example("heiratete in Berlin", "He married in Berlin with three guests.", "de", "en"),
        Example("Am Montag", "on Monday, in June, in mid-June", "de", "en"),
        Example("im Durchschnitt", "on average, in the usual case", "de", "en"),
        Example("Sie nahm teil.", "She participated in the race.", "de", "en"),
        Example("Es hängt vom Ölpreis ab.", "It depends on the price of oil.", "de", "en"),
        Example("im Handumdrehen Saft", "It turns fruit into juice in next to no time.", "de", "en"),
        Example("Tom lächelte vor sich hin.", "Tom smiled to himself.", "de", "en"),
        Example(
            "Lass es mich erklären, bevor es zu spät ist.",
            "Let me explain them, or escape before it is too late.",
            "de",
            "en",
        ),
        Example("Es hängt von dir ab.", "It ⟦depends from⟧ you.", "de", "en"),
        Example("Wir haben darüber diskutiert.", "We ⟦discussed about⟧ it.", "de", "en"),
        Example("Er interessiert sich für Musik.", "He is ⟦interested for⟧ music.", "de", "en"),
        Example("Am Montag kam er.", "⟦At Monday⟧ he came.", "de", "en"),
        Example("spätestens morgen", "tomorrow ⟦at latest⟧", "de", "en"),
        Example("Sie ist mit ihm verheiratet.", "She is ⟦married with⟧ him.", "de", "en"),
        Example("Mitte Juni", "He came ⟦middle June⟧.", "de", "en"),
    ],
)
def english_preposition(unit: Unit) -> Iterator[Hit]:
    """A preposition or small word is that of the German phrase.

    Which preposition goes with a verb, an adjective or a time is a matter of the language: *depend on, interested in, on
    Monday, at the latest*. The table ``mtqa/knowledge/en/prepositions.tsv`` holds what is not said, with what is.
    """
    view = unit.target
    for at, phrase in phrases_in(view):
        end = at + len(phrase.tokens) - 1
        if _apart(view, at, end):
            span = span_of(view, at, end + 1)
            said = unit.segment.target[span.start : span.end]
            yield Hit(span, f"“{said}” is not said in English; usual is “{phrase.right}”.", "", 0.85)


def _apart(view: View, first: int, last: int) -> bool:
    """Whether no hyphen joins the phrase to anything, and no name goes on behind it (*on Monday Night Football*)."""
    beside = [view.lower[at] for at in (first - 1, last + 1) if 0 <= at < len(view.lower)]
    return "-" not in beside and "/" not in beside
