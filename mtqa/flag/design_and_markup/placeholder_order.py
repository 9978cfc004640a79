"""DES006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.placeholders import conversions, placeholders, uses_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "DES006",
    category="design-and-markup/placeholder",
    severity=Severity.CRITICAL,
    needs=("source",),
    priority=76,
    signs="%",
    examples=[
        Example("Copied %d files to %s", "%d Dateien nach %s kopiert"),
        Example("%s of %s", "%s von %s", note="of one type: nobody can tell"),
        Example("Copied %d files to %s", "Nach %2$s kopiert: %1$d Dateien", note="numbered for the new order"),
        Example("%(count)d files in %(folder)s", "%(folder)s: %(count)d Dateien", note="names may stand anywhere"),
        Example("%s hat %d Dateien", "%s has %d files", "de", "en"),
        Example("Copied %d files to %s", "Nach ⟦%s⟧ wurden %d Dateien kopiert"),
        Example("%s has %d new messages", "⟦%d⟧ neue Nachrichten für %s"),
        Example("%d Treffer in %s", "⟦%s⟧: %d hits", "de", "en"),
    ],
)
def placeholder_order(unit: Unit) -> Iterator[Hit]:
    """Placeholders without numbers stand in another order, so each gets the other's value.

    `%s` and `%d` are filled in the order in which they stand. Exchanged, a number is printed as a text, which shows
    nonsense or ends the program. A translation that needs another order writes `%2$s` and `%1$d`.
    """
    if not unit.coded:
        return
    ours, theirs = placeholders(unit.source.mask.parts), placeholders(unit.target.mask.parts)
    one, other = conversions(ours), conversions(theirs)
    if one == other or sorted(one) != sorted(other) or uses_numbers(theirs):
        return
    plain = [part for part in theirs if part.family == "printf"]
    place = next(at for at, sign in enumerate(one) if sign != other[at])
    span = Span(plain[place].start, plain[place].end)
    message = f"The program fills this place with the value of %{one[place]}; number the placeholders by the source."
    yield Hit(span, message, confidence=0.9)
