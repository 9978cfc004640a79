"""LIN225."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import BE, PREPOSITIONS, nouns, plurals
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

SEEN = {
    "see": "sehen",
    "find": "finden",
    "hear": "hören",
    "read": "lesen",
    "buy": "kaufen",
    "observe": "beobachten",
    "expect": "erwarten",
}
FOLLOW = (
    (PREPOSITIONS - {"to", "for"})
    | words("again here there everywhere only also still already publicly")
    | frozenset(".!;,")
)
AIMS = words(
    "aim goal plan task idea purpose point problem challenge trick objective job wish decision first next step solution question"
)


@check(
    "LIN225",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=SEEN,
    source_words=("zu",),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Ziel ist es zu sehen, wie es läuft.", "The aim is to see how it goes.", "de", "en"),
        Example("Sie sollen ihn sehen.", "They are to see him tomorrow.", "de", "en"),
        Example("Es ist zu sehen.", "It is to be seen and can be found.", "de", "en"),
        Example("Er ist zu finden.", "The trick is to find it. What matters is to see.", "de", "en"),
        Example("Schön, wie leicht das Bild zu sehen ist.", "Note how easy the picture is to see.", "de", "en"),
        Example("Die Bilder sind im Museum zu sehen.", "The pictures ⟦are to see⟧ in the museum.", "de", "en"),
        Example(
            "Die Lösung war nicht zu finden.",
            "The solution was hard, but the keys ⟦were to find⟧ on the table.",
            "de",
            "en",
        ),
        Example("Die Musik ist im Haus zu hören.", "The music ⟦is to hear⟧ in the house.", "de", "en"),
        Example("Die Werke sind wieder zu sehen.", "His works ⟦are to see⟧ again.", "de", "en"),
    ],
)
def passive_infinitive(unit: Unit) -> Iterator[Hit]:
    """*Is to see* for *can be seen*: the German *ist zu sehen* is passive.

    *Sein* with *zu* and an infinitive is passive in German and says what can or must be done; English *is to see* is active.
    """
    view = unit.target
    if "zu" not in unit.source_words or "how" in view.words:
        return
    for at, low in enumerate(view.lower[:-2]):
        verb = view.lower[at + 2]
        after = view.lower[at + 3] if at + 3 < len(view.lower) else "."
        if (
            low in BE
            and view.lower[at + 1] == "to"
            and verb in SEEN
            and SEEN[verb] in unit.source_words
            and after in FOLLOW
            and _thing(view, at)
        ):
            yield Hit(
                span_of(view, at, at + 3),
                f"“zu {SEEN[verb]}” is passive: “can be …”.",
                "",
                0.88,
            )


def _thing(view: View, at: int) -> bool:
    """Whether a thing stands right before *is*, and no aim or task."""
    low = view.lower[at - 1] if at else ""
    noun = plurals().get(low) or nouns().get(low)
    return (
        low not in AIMS
        and view.lower[at - 1 : at] != ["it"]
        and (low == "them" or (noun is not None and noun.kind == "thing") or low in ("works", "music"))
    )
