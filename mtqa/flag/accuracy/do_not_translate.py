"""ACC301."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import instead_of, quoted, span_of
from mtqa.terms.base import Entry, Status, Terms

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = Status.DO_NOT_TRANSLATE
PRODUCTS = Terms(
    tuple(Entry(name, (name,), status=KEPT, case=True) for name in ("Field Notes", "Windows", "Quick Share", "HTTP")),
    source_lang="en", target_lang="de",
)  # fmt: skip
BACK = Terms((Entry("Schnellwahl", ("Schnellwahl",), status=KEPT, case=True),), source_lang="de", target_lang="en")


@check(
    "ACC301",
    category="accuracy/do-not-translate",
    severity=Severity.MAJOR,
    needs=("source", "glossary"),
    priority=64,
    examples=[
        Example("Open Field Notes.", "Öffnen Sie Field Notes.", terms=PRODUCTS),
        Example("the Windows settings", "die Windows-Einstellungen", note="a compound", terms=PRODUCTS),
        Example("the start page of Quick Share", "Quick Shares Startseite", note="a genitive", terms=PRODUCTS),
        Example("Close the windows.", "Schließen Sie die Fenster.", note="not the product", terms=PRODUCTS),
        Example("über die Schnellwahl", "by Schnellwahl", "de", "en", terms=BACK),
        Example("Open Field Notes.", "Öffnen Sie die ⟦Feldnotizen⟧.", terms=PRODUCTS),
        Example("the settings of Windows", "die Einstellungen der ⟦Fenster⟧", terms=PRODUCTS),
        Example("Send it with ⟦Quick Share⟧.", "Senden Sie es mit Quickshare.", note="changed", terms=PRODUCTS),
        Example("über die ⟦Schnellwahl⟧", "by speed dial", "de", "en", terms=BACK),
    ],
)
def do_not_translate(unit: Unit) -> Iterator[Hit]:
    """A name that the glossary says to leave as it is was translated or changed.

    It must stand in the target to the letter; a German genitive *-s* and compounds with a hyphen (*Windows-Einstellungen*)
    are its only forms.
    """
    assert unit.terms is not None
    if not unit.segment.target.strip():
        return  # all is missing, not the term
    for match in unit.terms.sources.find(unit.source):
        entry = match.what
        if entry.status is KEPT and not _kept(entry.source, unit.segment.target):
            place = instead_of(unit, match.first, match.last)
            span = span_of(unit.target, *place) if place else span_of(unit.source, match.first, match.last, "source")
            note = f" ({entry.note})" if entry.note else ""
            message = f"{quoted(entry.source, unit.source.lang)} must not be translated{note}."
            yield Hit(span, message, "", 0.9)


def _kept(term: str, text: str) -> bool:
    start = r"(?<!\w)" if term[0].isalnum() else ""
    end = r"(?:['’]?s|['’])?(?!\w)" if term[-1].isalnum() else ""
    return re.search(start + re.escape(term) + end, text) is not None
