"""ACC044."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.lang.base import language
from mtqa.text.date_pairs import differing, months

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.date_pairs import Named
    from mtqa.text.view import View


@check(
    "ACC044",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=63,
    examples=[
        Example("on March 3, 2019", "am 3. März 2019"),
        Example("on 12/31/2024", "am 31.12.2024", note="only this order makes a date"),
        Example("on 5/6/2024", "am 5.6.2024", note="either order may be meant"),
        Example("on 2024-03-05", "am 5. März 2024"),
        Example("on the 3rd of May", "am 03.05."),
        Example("on May 3 at 9 p.m. ET", "am 4. Mai um 3 Uhr MESZ", note="another time zone"),
        Example("in early March", "Anfang März"),
        Example("They march in May; we may not.", "Im Mai marschieren sie; wir wohl nicht."),
        Example("since December", "seit Dezember 2019", note="what was added is no other date"),
        Example("from May to June 2020", "von Mai bis Juni 2020"),
        Example("am 24. Dez. 1999", "on December 24, 1999", "de", "en"),
        Example("on March 3, 2019", "am 3. März ⟦2018⟧"),
        Example("on March 3, 2019", "am 3. ⟦Mai⟧ 2019"),
        Example("on March 13, 2019", "am ⟦31⟧. März 2019"),
        Example("It begins in July.", "Es beginnt im ⟦Juni⟧."),
        Example("am 24. Dezember", "on ⟦November⟧ 24", "de", "en"),
        Example("am 03.12.2020", "on ⟦October⟧ 3, 2020", "de", "en"),
    ],
)
def date_mismatch(unit: Unit) -> Iterator[Hit]:
    """A date has another day, month or year than in the source.

    Compared part by part: *12/31/2024*, *31.12.2024* and *31. Dezember 2024* are one date; where day and month may be
    either (*5/6*), both are. Reported is a date that shares something with one of the source that the target lacks, and
    a month alone where each side names one that the other does not.
    """
    views = unit.source, unit.target
    named = not any(_names(view.lang).isdisjoint(view.forms) for view in views)
    written = all(view.has_digit for view in views) and all(view.dates for view in views)
    if not named and not written:
        return
    found = differing(*views) if written else []
    for ours, theirs in found:
        said = unit.segment.source[theirs.start : theirs.end]
        yield Hit(Span(ours.start, ours.end), f"The source says {said}.", confidence=0.9)
    if not found and named and (pair := _other_month(*views)):
        said = unit.segment.source[pair[1].start : pair[1].end]
        yield Hit(Span(pair[0].start, pair[0].end), f"The source says {said}.", confidence=0.85)


@cache
def _names(lang: str) -> frozenset[str]:
    return frozenset(language(lang).months)


def _other_month(source: View, target: View) -> tuple[Named, Named] | None:
    """The one month of the target that the source lacks, and the one that the target lacks; None where there are more."""
    theirs, ours = months(source), months(target)
    extra = [one for one in ours if one.value not in {other.value for other in theirs}]
    missing = [one for one in theirs if one.value not in {other.value for other in ours}]
    return (extra[0], missing[0]) if len(extra) == len(missing) == 1 else None
