"""LIN051."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.old_spelling import misspelt, recased

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "LIN051",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    target_langs=("de",),
    priority=47,
    examples=[
        Example("that he must", "dass er muss"),
        Example("big, hot, outside", "groß, heiß, draußen, Straße, Maß, Fuß, Spaß", note="ß behind a long vowel"),
        Example("Mr. Haß came.", "Herr Haß kam.", note="a name"),
        Example("He knew that.", "Das wusste er."),
        Example("He knows that it is late.", "Er weiß, ⟦daß⟧ es spät ist."),
        Example("He must go.", "Er ⟦muß⟧ gehen."),
        Example("the decision-making process", "der ⟦Entscheidungsprozeß⟧"),
        Example("at the end", "zum ⟦Schluß⟧ der ⟦Schiffahrt⟧"),
    ],
)
def old_spelling(unit: Unit) -> Iterator[Hit]:
    """A word is spelt as before the reform of 1996.

    Texts from before are what many machines learnt from. Since 1996 ss stands behind a short vowel (*dass*, *muss*,
    *Prozess*), and three letters may meet (*Schifffahrt*). Words come from a table made by these rules.
    """
    found = misspelt(unit.target.words)
    for token in unit.target.tokens if found else ():
        one = found.get(token.text.lower())
        if one and one.kind == "old" and token.text.lower() not in unit.source_words:
            right = recased(token.text, one.right)
            yield Hit(Span(token.start, token.end), f"Today this is written „{right}“.", right, 0.92)
