"""LIN227."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import NUMBERS, TIMES
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS = TIMES | words("""
metres meters miles kilometres kilometers euros pages kilos litres
""")
NOUNS = words("""
break pause contract trip journey walk drive flight ride stay holiday vacation course training period plan project
warranty guarantee sentence ban war search wait delay race dive jump film video lesson notice rest leave cycle tour
programme program report fine
""")


@check(
    "LIN227",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=UNITS,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("eine zweiwöchige Pause", "a two-week break, a two weeks’ break", "de", "en"),
        Example("gut zwei Wochen", "It took a good two weeks and ten minutes more.", "de", "en"),
        Example("eine von zwei Wochen", "a hundred years ago, a few days later", "de", "en"),
        Example("die zwei Wochen", "the two weeks before Easter, 20 metres deep", "de", "en"),
        Example("eine zweiwöchige Pause", "They had ⟦a two weeks⟧ break.", "de", "en"),
        Example("ein dreijähriger Vertrag", "He has ⟦a 3 years⟧ contract.", "de", "en"),
        Example("eine fünfminütige Pause", "After ⟦a five minutes⟧ pause he went.", "de", "en"),
    ],
)
def plural_modifier(unit: Unit) -> Iterator[Hit]:
    """A unit before a noun has a plural: *a two weeks break*.

    Before a noun the unit is singular, with a hyphen: *a two-week break*.
    """
    view = unit.target
    for at, low in enumerate(view.lower[:-3]):
        one, unit_name, noun = view.lower[at + 1 : at + 4]
        if (
            low in ("a", "an")
            and (one in NUMBERS - {"hundred"} or one.isdigit())
            and unit_name in UNITS
            and noun in NOUNS
        ):
            yield Hit(
                span_of(view, at, at + 3),
                f"“{one}-{unit_name.removesuffix('s')} {noun}”.",
                f"{view.forms[at]} {one}-{unit_name.removesuffix('s')}",
                0.85,
            )
