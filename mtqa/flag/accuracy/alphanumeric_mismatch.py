"""ACC046."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

CODE = re.compile(
    r"(?<![\w.,'’€$£%°/-])(?=[\w-]*[A-Z])(?=[\w-]*\d)[A-Z0-9][A-Za-z0-9]*(?:[-_/.][A-Za-z0-9]*\d[A-Za-z0-9]*)*(?![\w%])"
)
MIXED = re.compile(r"\d(?:(?<=[^\W\d_].)|(?<=[^\W\d_]-.)|[^\W\d_]|-[A-Z])")
ORDINARY = re.compile(
    r"\d+(?:st|nd|rd|th|s|er|fach|mal|ig|k|m|mn|bn|b|am|pm|AM|PM|[kcm]?m|[km]?g|[KMGT]B|[KMGT]?Hz|h|l|V|W|kW|C|F|D|G|K|M|P)"
    r"|(?:US|A|C)\d+|[A-Z]?\d+[x.]\d*"
)
"""Numbers with an ending or a unit, which have checks of their own."""


@check(
    "ACC046",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    signs=DIGITS,
    source_signs=DIGITS,
    pattern=MIXED,
    needs=("source",),
    priority=64,
    examples=[
        Example("the part XK-2034B", "das Teil XK-2034B"),
        Example("a B2B platform in 3D", "eine B2B-Plattform in 3D"),
        Example("COVID-19 and the G7", "COVID-19 und die G7"),
        Example("the A4 motorway", "die Autobahn A4"),
        Example("the 1980s, a 5K run at 5pm", "die 1980er, ein 5-km-Lauf um 17 Uhr"),
        Example("Boeing 737MAX jets", "die Boeing 737 MAX", note="spaces do not count"),
        Example("Column1 and Day2", "Spalte1 und Tag2"),
        Example("H1N1 and CO2", "H1N1 und CO2"),
        Example("Bestellen Sie Art. RX480.", "Order item RX480.", "de", "en"),
        Example("the part XK-2034B", "das Teil ⟦XK-2043B⟧"),
        Example("the H1N1 virus", "das ⟦H1N2⟧-Virus"),
        Example("Use the USB3 port.", "Benutzen Sie den ⟦USB2⟧-Anschluss."),
        Example("Bestellen Sie Art. RX480.", "Order item ⟦RX840⟧.", "de", "en"),
    ],
)
def alphanumeric_mismatch(unit: Unit) -> Iterator[Hit]:
    """A part number, model or identifier is another one than in the source.

    Letters and digits that name a thing must come over as they are; one swapped digit orders another part. Hyphens and
    spaces do not count. Reported where source and target each have one that the other lacks and that is alike.
    """
    theirs, ours = _codes(unit.source), _codes(unit.target)
    if not ours or not theirs:
        return
    there, here = _bare(unit.segment.source), _bare(unit.segment.target)
    missing = [match for match in theirs if _bare(match.group()) not in here]
    for match in ours:
        code = _bare(match.group())
        if code in there:
            continue
        alike = [other.group() for other in missing if _alike(code, _bare(other.group()))]
        if len(alike) == 1:
            yield Hit(Span(*match.span()), f"The source says {alike[0]}.", alike[0], 0.85)


def _codes(view: View) -> list[re.Match[str]]:
    return [match for match in CODE.finditer(view.masked) if not ORDINARY.fullmatch(match.group())]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).upper()


def _alike(one: str, other: str) -> bool:
    """Whether they have the same letters, or the same characters in another order, or the same three digits or more.

    Few digits alone say little: *Column1* is *Spalte1*.
    """
    letters = [re.sub(r"\d", "", text) for text in (one, other)]
    digits = [re.sub(r"\D", "", text) for text in (one, other)]
    return letters[0] == letters[1] or (digits[0] == digits[1] and len(digits[0]) > 2) or sorted(one) == sorted(other)
