"""LIN052."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.locale_conventions.swiss_sharp_s import SWISS
from mtqa.knowledge.old_spelling import misspelt, recased

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "LIN052",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    target_langs=("de",),
    priority=46,
    examples=[
        Example("new blue poetry, at once", "neue blaue Poesie, zuerst", note="no umlauts"),
        Example("the size", "die Größe"),
        Example("Goethe and Mr. Mueller", "Goethe und Herr Mueller", note="names: the source has them so"),
        Example("the big street", "die grosse Strasse", "en", "de-CH", note="Swiss German has no ß"),
        Example("mass and foot", "Masse und Busse", note="words of their own"),
        Example("for the size", "⟦fuer⟧ die ⟦Groesse⟧"),
        Example("about the office", "⟦ueber⟧ das ⟦Buero⟧"),
        Example("the big street", "die ⟦grosse⟧ ⟦Strasse⟧"),
        Example("for the children", "⟦fur⟧ die Kinder"),
        Example("We can do it.", "Wir ⟦konnen⟧ es."),
    ],
)
def lost_umlaut(unit: Unit) -> Iterator[Hit]:
    """A word has ae, oe, ue or a bare vowel in place of an umlaut, or ss in place of ß.

    Left over from keyboards and systems without these letters. Reported are words that are common with the umlaut and
    rare without (*fuer*, *konnen*), and words with ss from a table of certain ones; names of the source stay, and all
    ss in Swiss texts. A text that nobody declared Swiss may be so, so ss alone is neutral.
    """
    found = misspelt(unit.target.words)
    if not found:
        return
    swiss = unit.segment.target_lang.replace("_", "-").rpartition("-")[2].upper() in SWISS
    source = unit.segment.source.lower()
    for token in unit.target.tokens:
        one = found.get(token.text.lower())
        if one is None or one.kind == "old" or (swiss and one.kind == "sharp"):
            continue
        if token.text[1:].islower() and token.text.lower() not in source and " " in source:
            right = recased(token.text, one.right.replace("ß", "ss") if swiss else one.right)
            severity = Severity.NEUTRAL if one.kind == "sharp" else None
            yield Hit(Span(token.start, token.end), f"This is written „{right}“.", right, 0.88, severity)
