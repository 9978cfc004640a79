"""DES007."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

INVARIANT = re.compile(
    r"\b[A-ZÄÖÜ]\w*(?:er|el|en|chen|lein|s)\b|\b(?:sheep|series|species|aircraft|data|hits?|new|more)\b"
)
"""Nouns that often are the same in both numbers (der Ordner, die Ordner)."""


def _forms(*texts: str, form: int = 0) -> dict[str, object]:
    return {"syntax": "po, c-format", "forms": texts, "form": form}


def _has_forms(unit: Unit) -> bool:
    """Whether the message has plural forms."""
    return bool(unit.segment.forms)


@check(
    "DES007",
    category="design-and-markup/placeholder",
    severity=Severity.MINOR,
    when=_has_forms,
    priority=74,
    examples=[
        Example("%d files", "%d Dateien", given=_forms("%d Datei", "%d Dateien", form=1)),
        Example("%d folders", "%d Ordner", given=_forms("%d Ordner", "%d Ordner", form=1), note="the same in both numbers"),
        Example("%d files", "", given=_forms("", "", form=1), note="nothing translated yet"),
        Example("%d Dateien", "%d files", "de", "en", given=_forms("%d file", "%d files", form=1)),
        Example("%d files", "⟦%d Datei⟧", given=_forms("%d Datei", "%d Datei", form=1)),
        Example("⟦%d files⟧", "", given=_forms("%d Datei", "", form=1)),
        Example("%d file", "⟦%d Datei⟧", given=_forms("%d Datei"), note="the language has two forms"),
        Example("%d Dateien", "⟦%d file⟧", "de", "en", given=_forms("%d file", "%d file", form=1)),
    ],
)  # fmt: skip
def plural_forms(unit: Unit) -> Iterator[Hit]:
    """A plural form is missing, or all forms of a message are the same though the language tells one from many.

    Users read "1 Dateien" or nothing at all. A missing form is a major error. Nouns that may be the same in both
    numbers (der Ordner, die Ordner) are let go.
    """
    forms = unit.segment.forms
    if not forms or not any(forms):
        return
    text, several = unit.segment.target, len(unit.target.language.plurals) > 1
    if not text.strip():
        span = Span(0, len(unit.segment.source), "source")
        yield Hit(span, f"Plural form {unit.segment.form + 1} of {len(forms)} is empty.", "", 0.97, Severity.MAJOR)
    elif several and len(forms) == 1:
        yield Hit(Span(0, len(text)), "The message has one plural form, the language more.", "", 0.9, Severity.MAJOR)
    elif several and unit.segment.form and len(set(forms)) == 1 and not INVARIANT.search(text):
        yield Hit(Span(0, len(text)), f"All {len(forms)} plural forms are the same.", "", 0.7)
