"""LIN204."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import ENDS, NUMBERS, PERIODS, PREPOSITIONS, TIMES, finite
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

GERMAN = {"since": "seit", "before": "vor"}
COUNTS = NUMBERS | words("one many several some few more")
VAGUE = words("about over almost nearly around roughly a more than over the last past")
"""Words that may stand before the number."""
EARLIER = PERIODS | words("ago even just long shortly")


@check(
    "LIN204",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=GERMAN,
    source_words=("seit", "vor"),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("seit 2010", "He has lived here since 2010.", "de", "en", note="a year"),
        Example("seit drei Uhr", "since three o’clock, since 9 am", "de", "en", note="a clock"),
        Example("Drei Jahre sind vergangen, seit er ging.", "It is three years since he left.", "de", "en"),
        Example(
            "Es ist gut, denn zwei Tage reichten.", "I am glad, since two days were enough.", "de", "en", note="because"
        ),
        Example("Er kam zwei Jahre vor dem Krieg.", "He came two years before the war.", "de", "en"),
        Example("bevor zwei Jahre vergangen waren", "before two years had passed", "de", "en"),
        Example("Er wartet seit drei Jahren.", "He has waited ⟦since three years⟧.", "de", "en"),
        Example("Seit drei Jahren leidet sie.", "⟦Since three years⟧ suffers she.", "de", "en"),
        Example("seit Jahrzehnten", "He is known ⟦since decades⟧ there.", "de", "en"),
        Example("Er arbeitet hier seit einem Jahr.", "He works here ⟦since one year⟧.", "de", "en"),
        Example("Seit über hundert Jahren baut er.", "⟦Since over hundred years⟧ he builds.", "de", "en"),
        Example("Er kam vor zwei Jahren.", "He came ⟦before two years⟧.", "de", "en"),
        Example("Seit vielen Jahren ist er da.", "He is there ⟦since many years⟧.", "de", "en"),
    ],
)
def since_duration(unit: Unit) -> Iterator[Hit]:
    """*Since* with a length of time, or *before* it for *ago*.

    German *seit* covers English *since* (a point in time) and *for* (a length of time); *vor drei Jahren* is *three years
    ago*. *Since three years* and *before three years* are the German preposition.
    """
    view = unit.target
    for at, low in enumerate(view.lower):
        if low in GERMAN and GERMAN[low] in unit.source_words:
            end = _duration(view, at + 1)
            if end and not (low == "before" and at and view.lower[at - 1] in EARLIER):
                span = span_of(view, at, end)
                right = "for" if low == "since" else "… ago"
                yield Hit(span, f"“{low}” does not go with a length of time: “{right}”.", "", 0.9)


def _duration(view: View, at: int) -> int:
    """The token after number and unit; 0 where there is no length of time, or it is the subject of a clause."""
    low, place = view.lower, at
    if (
        low[at - 1] == "since"
        and low[at : at + 1]
        and low[at] in TIMES
        and low[at + 1 : at + 2]
        and low[at + 1] not in ("of", "-")
    ):
        return at + 1
    while place < len(low) and low[place] in VAGUE:
        place += 1
    counted = place < len(low) and (low[place] in COUNTS or low[place].isdigit())
    if not counted or (low[place].isdigit() and int(low[place]) > LARGE):
        return 0
    place += 2 if low[place + 1 : place + 2] == ["hundred"] else 1
    unit = low[place] if place < len(low) else ""
    since = low[at - 1] == "since"
    if unit not in TIMES and not (unit in PERIODS and low[place - 1] == "one") and not (since and unit in GAMES):
        return 0
    after = low[place + 1] if place + 1 < len(low) else "."
    clause = (
        (after in finite() and not (since and unit in PERIODS)) or after in ("of", "-", "'", "old") or place >= len(low)
    )
    return 0 if clause or not (after in ENDS or after in PREPOSITIONS or after.isalpha()) else place + 1


LARGE = 1000
GAMES = words("games matches rounds generations seasons")
