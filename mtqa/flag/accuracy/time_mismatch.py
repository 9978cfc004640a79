"""ACC041."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.differing import numbers_differ

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "ACC041",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    when=numbers_differ,
    needs=("source",),
    priority=61,
    examples=[
        Example("at 5:30 pm", "um 17:30 Uhr"),
        Example("at 5:30 p.m.", "um halb sechs"),
        Example("at half past five", "um 17.30 Uhr"),
        Example("at quarter to six", "um Viertel vor sechs"),
        Example("at noon", "um 12 Uhr"),
        Example("at 12:00", "um Mitternacht"),
        Example("from 9 am to 5 pm", "von 9 bis 17 Uhr"),
        Example("um 20:15 Uhr", "at 8:15 p.m.", "de", "en"),
        Example("at 3 p.m. ET", "um 21 Uhr MEZ", note="another time zone"),
        Example("at 14:00 GMT", "um 15:00 Uhr deutscher Zeit"),
        Example("at 8 p.m. Eastern", "um 2 Uhr", note="told in the reader's zone"),
        Example("um 21 Uhr MEZ", "at 3 p.m. ET", "de", "en"),
        Example("The final score was 3:10.", "Es endete 3:10."),
        Example("at 5:30 pm", "um ⟦16:30 Uhr⟧"),
        Example("at 5:30 pm", "um ⟦halb fünf⟧", note="half an hour before five"),
        Example("at 14:00 GMT", "um ⟦15:00 Uhr⟧ GMT"),
        Example("at 3 p.m. ET", "um ⟦19 Uhr⟧ MEZ", note="six hours apart"),
        Example("It opens at 9 am.", "Es öffnet um ⟦8 Uhr⟧."),
        Example("um halb sechs", "at ⟦half past six⟧", "de", "en", note="a false friend"),
        Example("um 17:45 Uhr", "at ⟦5:15 p.m.⟧", "de", "en"),
    ],
)
def time_mismatch(unit: Unit) -> Iterator[Hit]:
    """A time of day is another one than in the source.

    *5:30 pm*, *17:30 Uhr*, *halb sechs* and *half past five* are the same time. German *halb sechs* is half an hour
    before six, which English *half six* is not. A time without half of the day may be of either. Where the source
    names a time zone, the same moment in the reader's zone is right (*3 p.m. ET*, *21 Uhr MEZ*).
    """
    for one in unit.numbers.mismatches:
        if one.kind == "time":
            yield Hit(Span(one.ours.start, one.ours.end), f"The source says {one.theirs.text}.", confidence=0.85)
