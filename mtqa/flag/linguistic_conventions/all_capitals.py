"""LIN055."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View


@check(
    "LIN055",
    category="linguistic-conventions/spelling",
    severity=Severity.NEUTRAL,
    needs=("source",),
    priority=31,
    examples=[
        Example("NEVER DO THIS AGAIN", "TUN SIE DAS NIE WIEDER"),
        Example("NATO and the UN", "NATO und UN"),
        Example("USA", "Vereinigte Staaten", note="acronyms are no emphasis"),
        Example("BREAKING NEWS: it rains", "EILMELDUNG: Es regnet"),
        Example("Never do this again", "⟦TUN SIE DAS NIE WIEDER⟧"),
        Example("NEVER DO THIS AGAIN", "⟦Tun Sie das nie wieder⟧"),
        Example("NIE WIEDER KRIEG", "⟦Never again war⟧", "de", "en"),
    ],
)
def all_capitals(unit: Unit) -> Iterator[Hit]:
    """The whole segment is in capitals and the source is not, or the other way round.

    Capitals shout; a heading's form should come over. Looked at are segments of three words and more.
    """
    ours, theirs = _shouted(unit.target), _shouted(unit.source)
    if ours is None or theirs is None or ours == theirs:
        return
    message = "The source is in capitals." if theirs else "The source is not in capitals."
    yield Hit(Span(0, len(unit.segment.target)), message, confidence=0.7)


def _shouted(view: View) -> bool | None:
    """Whether all words are in capitals; None where there are too few to tell."""
    text = view.masked
    if text.isupper():
        return True if sum(token.is_word for token in view.tokens) > 2 else None
    return False if text.count(" ") > 1 else None
