"""STY102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit
from mtqa.flag.consistency.base import Collector, Row, document_check, sureness
from mtqa.flag.style.mixed_address import FAMILIAR, FORMAL, STARTS
from mtqa.flag.terms import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Span
    from mtqa.text.view import View

YOU = frozenset("you your yours yourself yourselves".split())
QUOTES = frozenset('„“”"»«‚‘›‹')


class _Registers:
    """The first word of address in each segment that has one."""

    def __init__(self, least: int, share: float) -> None:
        self.least = least
        self.share = share
        self.formal: list[tuple[Row, Span]] = []
        self.familiar: list[tuple[Row, Span]] = []

    def add(self, row: Row, unit: Unit) -> None:
        """Keep the segment if it speaks to the reader, in one way."""
        view = unit.target
        if not QUOTES.isdisjoint(row.target) or (row.source and YOU.isdisjoint(unit.source_words)):
            return
        formal, familiar = _formal(view), _familiar(view)
        if formal is not None and familiar is None:
            self.formal.append((row, span_of(view, formal, formal + 1)))
        elif familiar is not None and formal is None:
            self.familiar.append((row, span_of(view, familiar, familiar + 1)))

    def hits(self) -> Iterator[tuple[Row, Hit]]:
        """A hit for each segment of the rarer address, where the other one is clearly the text's."""
        usual, rare = sorted((self.formal, self.familiar), key=lambda one: -len(one))
        if not rare or len(usual) < self.least or len(rare) > self.share * (len(usual) + len(rare)):
            return
        word = "Sie" if usual is self.formal else "du"
        for row, span in rare:
            message = (
                f"The text addresses the reader as „{word}“ in {len(usual)} segments, first in {usual[0][0].number}."
            )
            yield row, Hit(span, message, "", sureness(len(usual), len(rare)))


def _formal(view: View) -> int | None:
    places = (at for at, form in enumerate(view.forms) if form in FORMAL and at and view.forms[at - 1] not in STARTS)
    return next(places, None)


def _familiar(view: View) -> int | None:
    return next((at for at, low in enumerate(view.lower) if low in FAMILIAR), None)


@document_check(
    "STY102",
    category="style/register",
    severity=Severity.MINOR,
    target_langs=("de",),
    options={"least": 3, "share": 0.25},
    examples=[
        Example("You can go.\nYour bag\nThen you pay.", "Dann können Sie gehen.\nnehmen Sie Ihre Tasche\nDann zahlen Sie."),
        Example("You can go.\nYou pay.", "Dann können Sie gehen.\nDann zahlst du.", note="too few to tell"),
        Example("You go.\nThen you pay.\nYour bag\n“Are you coming?” he asked.",
                "Jetzt gehen Sie.\nDann zahlen Sie.\nhier ist Ihre Tasche\n„Kommst du?“, fragte er.", note="speech"),
        Example("You go.\nThen you pay.\nYour bag\nYou leave.",
                "Jetzt gehen Sie.\nDann zahlen Sie.\nhier ist Ihre Tasche\nDann gehst ⟦du⟧."),
        Example("You go.\nThen you pay.\nYour bag\nYou leave.",
                "Jetzt gehst du.\nDann zahlst du.\nhier ist deine Tasche\nDann gehen ⟦Sie⟧."),
        Example("You go.\nThen you pay.\nYour bag\nYour coat",
                "Jetzt gehst du.\nDann zahlst du.\nhier ist deine Tasche\nhier ist ⟦Ihr⟧ Mantel"),
    ],
)  # fmt: skip
def register_inconsistent(least: int, share: float) -> Collector:
    """A text that says *Sie* to its reader says *du* in places, or the other way round.

    Reported are segments of the rarer address if at least ``least`` segments have the usual one and at most ``share`` the
    other. Speech in quotation marks and segments whose source addresses nobody are left alone.
    """
    return _Registers(least, share)
