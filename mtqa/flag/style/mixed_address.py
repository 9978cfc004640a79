"""STY001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

FAMILIAR = words("du dich dir dein deine deinen deinem deiner deines")
FORMAL = frozenset("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres".split())
STARTS = frozenset(".!?:;„“”\"»«‚‘’'–—-…(*/[]•|")
"""After these a capital says nothing."""


@check(
    "STY001",
    category="style/register",
    severity=Severity.MINOR,
    words=FAMILIAR,
    target_langs=("de",),
    priority=50,
    examples=[
        Example("You can keep your seat.", "Sie können Ihren Platz behalten."),
        Example("You know that she is here.", "Du weißt, dass sie hier ist. Sie hat dich gesehen."),
        Example("“You!” he said to you.", "„Du!“, sagte er. Kommen Sie?", note="a quotation"),
        Example("Are they yours?", "Sind das deine? Sie sind schön."),
        Example("You pay as much as you like.", "Sie zahlen, was ⟦du⟧ willst, und behalten Ihren Platz."),
        Example(
            "Tell us your name so that we know you.", "Nennen Sie uns ⟦deinen⟧ Namen, damit wir Ihnen helfen können."
        ),
        Example("You can change your seat.", "Wenn Sie wollen, können Sie ⟦deinen⟧ Platz wechseln."),
    ],
)
def mixed_address(unit: Unit) -> Iterator[Hit]:
    """The reader is addressed as *du* and as *Sie* in one segment.

    English *you* is both; a text keeps to one. Speech in quotation marks is left alone, as are capitals that may begin a
    sentence.
    """
    view = unit.target
    found = [at for at, low in enumerate(view.lower) if low in FAMILIAR and view.forms[at] == low]
    if not found or any(mark in view.text for mark in '„“”"»«‚‘'):
        return
    if _formal(view) and not _dialogue(unit):
        token = view.tokens[found[0]]
        yield Hit(
            Span(token.start, token.end), "The same reader is addressed as „Sie“ elsewhere in the sentence.", "", 0.8
        )


def _formal(view: View) -> bool:
    """Whether a capital *Sie* or *Ihr* stands where no sentence begins."""
    return any(form in FORMAL and at and view.forms[at - 1] not in STARTS for at, form in enumerate(view.forms))


def _dialogue(unit: Unit) -> bool:
    """Whether the source does not speak to anybody, or to God and the world."""
    return bool(unit.segment.source) and not {"you", "your", "yours", "yourself"} & unit.source_words
