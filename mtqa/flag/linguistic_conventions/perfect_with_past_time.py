"""LIN210."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import MODALS, PERIODS, ending, finite, participles
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

PERFECT = words("has have")
BEFORE = MODALS | words("to couldn't wouldn't shouldn't mightn't")
"""Before *have* these make no present perfect of it: *must have drunk too much last night*."""
OVER = words("yesterday ago last in")
YEAR = re.compile(r"(?:1\d|20[01])\d\d?")
PAUSES = words("not already also only just never been even all it he she we they now all again both")
"""Words that may stand between *have* and its participle."""
CLAUSES = words(
    "that which who where when since than from until and but as because if after before of for to long had what"
)
"""Words with which something of its own begins, to which the time may belong."""
DAYS = PERIODS | words(
    "night summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december"
)


@check(
    "LIN210",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=OVER,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("seit letztem Jahr", "He has lived here since last year, and has known it since 2010.", "de", "en"),
        Example("Er hatte es gestern gekauft.", "He had bought it yesterday.", "de", "en"),
        Example("Das ist lange her.", "They have long ago forgotten it.", "de", "en", note="long ago"),
        Example(
            "Er hat ein Haus, das letztes Jahr gebaut wurde.",
            "He has bought a house that was built last year.",
            "de",
            "en",
            note="a clause of its own",
        ),
        Example("Er ist gestern angekommen.", "The parcel he has bought, as I said yesterday, is here.", "de", "en"),
        Example(
            "Er muss gestern Abend zu viel getrunken haben.", "He must have drunk too much last night.", "de", "en"
        ),
        Example("Du hättest gestern nicht kommen sollen.", "You shouldn't have come yesterday.", "de", "en"),
        Example("Er hat gestern ein Haus gekauft.", "He ⟦has bought a house yesterday⟧.", "de", "en"),
        Example("Sie sind vor zwei Jahren angekommen.", "They ⟦have arrived two years ago⟧.", "de", "en"),
        Example("Wir haben ihn letzte Woche getroffen.", "We ⟦have met him last week⟧.", "de", "en"),
        Example("Sie hat es gestern gesagt.", "She ⟦has said it yesterday⟧.", "de", "en"),
    ],
)
def perfect_with_past_time(unit: Unit) -> Iterator[Hit]:
    """A present perfect goes with a time that is over.

    German tells the past with its perfect (*hat gestern gekauft*); the English present perfect cannot have *yesterday, two
    days ago, last year*: *bought yesterday*.
    """
    view = unit.target
    for at, low in enumerate(view.lower[:-2]):
        if low in PERFECT and not (at and view.lower[at - 1] in BEFORE):
            end = _over(view, at)
            if end:
                yield Hit(
                    span_of(view, at, end + 1),
                    f"“{view.forms[end]}” is over: the simple past.",
                    "",
                    0.88,
                )


def _over(view: View, at: int) -> int:
    """The word that ends a time that is over, in the clause of *have* and a participle; 0 where there is none."""
    verb = at + 1
    while verb < len(view.lower) and view.lower[verb] in PAUSES:
        verb += 1
    stop = ending(view, at)
    if verb >= stop or view.lower[verb] not in participles():
        return 0
    for place in range(verb + 1, stop):
        low = view.lower[place]
        if low in CLAUSES or (low in finite() and low not in participles()):
            return 0
        year = low == "in" and place + 1 < stop and YEAR.fullmatch(view.lower[place + 1])
        if year and place + 2 in (stop, stop - 2):
            return place + 1
        if low == "yesterday" or (low == "ago" and view.lower[place - 1] in PERIODS):
            return place
        if (
            low == "last"
            and view.lower[place - 1] not in ("the", "at", "his", "her")
            and view.lower[place + 1 : place + 2]
            and view.lower[place + 1] in DAYS
        ):
            return place + 1
    return 0
