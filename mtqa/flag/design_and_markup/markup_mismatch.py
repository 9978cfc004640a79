"""DES002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.tags import tags, unlike
from mtqa.text.parts import differences

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "DES002",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=74,
    either_signs="<{",
    examples=[
        Example("Press <b>OK</b> now.", "Drücken Sie jetzt <b>OK</b>."),
        Example('<a href="en.html">Help</a>', '<a href="de.html">Hilfe</a>', note="attributes may change"),
        Example("Enter <filename>.", "Geben Sie <Dateiname> ein.", note="a blank to fill in is words"),
        Example("Line<br>break", "Zeilen<br/>umbruch", note="the same tag"),
        Example("3 < 5 & 7 > 2", "3 < 5 und 7 > 2"),
        Example("<0>Sign in</0> or <1>register</1>", "<1>Registrieren</1> oder <0>anmelden</0>"),
        Example("<i>Titel</i>", "<i>Title</i>", "de", "en"),
        Example("Press ⟦<b>⟧OK</b> now.", "Drücken Sie OK</b> jetzt."),
        Example("Press <b>OK</b> now.", "Drücken Sie <b>OK⟦<b>⟧ jetzt.⟦</i>⟧</b>"),
        Example('Text ⟦<x id="1"/>⟧ more', 'Text ⟦<x id="2"/>⟧ mehr'),
        Example("⟦<0>⟧Sign in</0>", "⟦<1>⟧Anmelden</1>", note="numbered by a program; a pair counts once"),
        Example("⟦<i>⟧Titel</i>", "Title", "de", "en"),
    ],
)
def markup_mismatch(unit: Unit) -> Iterator[Hit]:
    """A tag is missing, is too many, or is another one.

    The page breaks, or words lose their emphasis or link. Tags are compared by name, by being an opening, closing or
    empty one, and by `id`; other attributes, the order, and entities such as `&amp;` have checks of their own. A pair that
    is lost as a whole is one finding, at its opening tag.
    """
    if not unit.coded:
        return
    ours, theirs = tags(unit.source.mask.parts), tags(unit.target.mask.parts)
    missing, extra = differences(ours, theirs, lambda tag: tag.key)
    yield from unlike(missing, extra)
