"""LOC032."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "LOC032",
    category="locale-conventions/typography",
    severity=Severity.NEUTRAL,
    needs=("source",),
    priority=30,
    examples=[
        Example("Name: ", "Name: "),
        Example(" and so on", " und so weiter"),
        Example("Yes.", "Ja."),
        Example("Name: ", "⟦Name:⟧"),
        Example("Yes.", "Ja.⟦ ⟧"),
        Example("Yes.", "⟦  ⟧Ja."),
        Example("Ja.", "⟦\u00a0⟧Yes.", "de", "en"),
    ],
)
def edge_space(unit: Unit) -> Iterator[Hit]:
    """The segment begins or ends with spaces that the source does not have, or lacks those that it has.

    Programs join segments: a lost space glues two words (*Name:Anna*). Harmless in running text, so it is neutral.
    """
    text, source = unit.segment.target, unit.segment.source
    if not text or not (text[0].isspace() or text[-1].isspace() or source[0].isspace() or source[-1].isspace()):
        return
    if not text.strip() or not source.strip():
        return
    ends = ((len(text) - len(text.lstrip()), source[0].isspace(), True),
            (len(text) - len(text.rstrip()), source[-1].isspace(), False))  # fmt: skip
    for spaces, wanted, first in ends:
        if spaces and not wanted:
            span = Span(0, spaces) if first else Span(len(text) - spaces, len(text))
            yield Hit(span, f"The source does not {'begin' if first else 'end'} with a space.", "", 0.9)
        elif wanted and not spaces:
            word = text.split()[0 if first else -1]
            span = Span(0, len(word)) if first else Span(len(text) - len(word), len(text))
            yield Hit(span, f"The source {'begins' if first else 'ends'} with a space.", confidence=0.9)
