"""LIN223."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import STOPS
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

ONCE = words("submit pay deliver reply respond register return finish complete send confirm answer")
MUST = words("must please will shall should need have to")
DATES = words("""
monday tuesday wednesday thursday friday saturday sunday tomorrow january february march april june july august september october
november december may
""")
LASTING = words("not don't never can cannot may used wait open valid continue stay be keep before and or only")
REACH = 7


@check(
    "LIN223",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=("until",),
    source_words=("bis",),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Der Laden ist bis Freitag offen.", "The shop is open until Friday.", "de", "en"),
        Example("Warten Sie mit der Zahlung bis Freitag.", "Wait until Friday to pay.", "de", "en"),
        Example("Zahlen Sie nicht bis Freitag", "Do not submit it until Friday.", "de", "en", note="negated"),
        Example("Sie lieferten bis 1990 Milch.", "They used to deliver milk until 1990.", "de", "en"),
        Example("bis dahin", "He will stay until then.", "de", "en"),
        Example("Reichen Sie es bis Freitag ein.", "Please submit it ⟦until⟧ Friday.", "de", "en"),
        Example("Sie müssen bis Montag zahlen.", "You must pay ⟦until⟧ Monday.", "de", "en"),
        Example("Wir liefern bis morgen.", "We will deliver it ⟦until⟧ tomorrow.", "de", "en"),
        Example("Bitte antworten Sie bis 3. Mai.", "Please reply ⟦until⟧ 3 May.", "de", "en"),
    ],
)
def until_for_by(unit: Unit) -> Iterator[Hit]:
    """*Until* for a deadline: *by*.

    German *bis* is *until* for what lasts, and *by* for the latest time at which something happens once (*submit it by
    Friday*).
    """
    view = unit.target
    if "bis" not in unit.source_words:
        return
    for at, low in enumerate(view.lower):
        if low == "until" and at + 1 < len(view.lower) and _deadline(view, at):
            yield Hit(span_of(view, at, at + 1), "A deadline has “by”.", "by", 0.8)


def _deadline(view: View, at: int) -> bool:
    """Whether a date follows, and a verb that happens once is asked for before, in the same sentence and without *not*."""
    low = view.lower
    after = low[at + 1]
    dated = after in DATES or (after.isdigit() and low[at + 2 : at + 3] and low[at + 2] in DATES)
    start = max((place for place in range(at) if low[place] in STOPS), default=-1) + 1
    before = low[max(start, at - REACH) : at]
    once = [place for place, word in enumerate(before) if word in ONCE]
    return bool(dated and once and not MUST.isdisjoint(low[start:at]) and LASTING.isdisjoint(low[start:at]))
