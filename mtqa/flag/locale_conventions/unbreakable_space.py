"""LOC029."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOSE = re.compile(
    r"(?<=§) (?=\d)|(?<=\bNr\.) (?=\d)|(?<=\bS\.) (?=\d)|(?<=\bAbs\.) (?=\d)|(?<=\bArt\.) (?=\d)"
    r"|(?<=\d) (?=(?:%|€|°C|[kcm]?m|[km]?g|Uhr)(?!\w))|(?<=\b[zZ]\.) (?=B\.)|(?<=\b[dD]\.) (?=h\.)|(?<=\bu\.) (?=a\.)"
    r"|(?<=\bDr\.) (?=[A-ZÄÖÜ])"
)


@check(
    "LOC029",
    category="locale-conventions/typography",
    severity=Severity.NEUTRAL,
    target_langs=("de",),
    priority=28,
    default=False,
    examples=[
        Example("section 5", "§\u00a05"),
        Example("e.g. 5 km", "z.\u202fB. 5\u00a0km"),
        Example("5 apples", "5 Äpfel"),
        Example("section 5", "§⟦ ⟧5"),
        Example("e.g. dogs", "z.⟦ ⟧B. Hunde"),
        Example("5 km away", "5⟦ ⟧km entfernt"),
        Example("Dr. Meier", "Dr.⟦ ⟧Meier"),
    ],
)
def unbreakable_space(unit: Unit) -> Iterator[Hit]:
    """A space where no line may break is an ordinary one.

    Typesetters put a no-break space (U+00A0, narrow U+202F) between a number and its unit, § and its number, the parts of
    *z. B.*, a title and its name. Hardly any translation has them (32 of 1,000 segments lack one), so the check is
    off by default.
    """
    text = unit.target.masked
    for match in LOOSE.finditer(text):
        yield Hit(Span(*match.span()), "No line may break here: use a no-break space.", "\u00a0", 0.5)
