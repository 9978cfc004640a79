"""LIN229."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import BE, ENDS
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

LINKS = BE | words("""
be been become becomes became becoming smell smells smelled taste tastes tasted sound sounds sounded seem seems seemed
""")
ADVERBS = words("""
beautifully expensively cheaply sourly bitterly sweetly carefully dangerously easily quickly slowly heavily loudly
quietly strongly weakly happily safely nicely simply perfectly terribly wonderfully horribly cleverly angrily hungrily
nervously patiently politely proudly softly brightly freshly smoothly richly poorly tightly narrowly deeply thickly
thinly coldly hotly warmly coolly dirtily cleanly comfortably helpfully usefully successfully seriously responsibly
reliably healthily importantly interestingly
""")


@check(
    "LIN229",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=ADVERBS,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Sie singt schön.", "She sings beautifully; it is beautifully made.", "de", "en"),
        Example("Er ist, traurigerweise, krank.", "He is, sadly, ill, as it was slowly changing.", "de", "en"),
        Example("Sie war früh da.", "She was early, friendly and lovely.", "de", "en"),
        Example("Es riecht stark nach Gas.", "It smells strongly of gas.", "de", "en"),
        Example("Das ist schön.", "This ⟦is beautifully⟧.", "de", "en"),
        Example("Sie werden teuer.", "They are ⟦becoming expensively⟧.", "de", "en"),
        Example("Es riecht nicht säuerlich.", "It must not ⟦smell sourly⟧.", "de", "en"),
        Example("Er war sehr vorsichtig.", "He ⟦was very carefully⟧, she said.", "de", "en"),
    ],
)
def adverb_predicate(unit: Unit) -> Iterator[Hit]:
    """An adverb stands where an adjective belongs: *is beautifully*.

    After *be, become, smell, taste, sound* stands an adjective; German does not tell the two apart.
    """
    view = unit.target
    for at, low in enumerate(view.lower[:-1]):
        end = at + 2 if view.lower[at + 1] in ("very", "so", "too") else at + 1
        last = end + 1 >= len(view.lower) or view.lower[end + 1] in ENDS
        if low in LINKS and end < len(view.lower) and view.lower[end] in ADVERBS and last:
            yield Hit(span_of(view, at, end + 1), f"“{low}” goes with an adjective.", "", 0.88)
