"""LIN023."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010fffd]"
)
TURNING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""Wales, Scotland and England are written with tag characters."""

SOFT_HYPHEN = "\u00ad"


@check(
    "LIN023",
    category="linguistic-conventions/character-encoding",
    severity=Severity.MINOR,
    priority=65,
    examples=[
        Example("size", "Größe"),
        Example("10 km", "10\u00a0km", note="a no-break space is typography"),
        Example("zero\u200bwidth", "Null\u200bbreite", note="the source has it too"),
        Example("family 👨‍👩‍👧", "Familie 👨‍👩‍👧", note="joined emoji"),
        Example("Größe", "size", "de", "en"),
        Example("settings", "Ein⟦\u200b⟧stellungen"),
        Example("settings", "⟦\ufeff⟧Einstellungen", note="a byte order mark amid a text"),
        Example("invoice.exe", "Rechnung⟦\u202e⟧exe.pdf", note="turns what follows around"),
        Example("Größe", "si⟦\x07⟧ze", "de", "en"),
        Example("data protection", "Daten⟦\u00ad⟧schutz", note="neutral: some sites hyphenate so"),
    ],
)
def invisible_character(unit: Unit) -> Iterator[Hit]:
    """An invisible or control character stands in the target and not in the source.

    Searches do not find the word, programs stumble; a character that turns the direction of writing hides what a text
    says, which is critical. Soft hyphens are neutral. No-break spaces and joined emoji are fine.
    """
    text = unit.segment.target
    if (text.isascii() and text.isprintable()) or not INVISIBLE.search(text):
        return
    flags = [match.span() for match in FLAG.finditer(text)]
    for match in INVISIBLE.finditer(text):
        char, start = match.group(), match.start()
        if char not in unit.segment.source and not any(low <= start < high for low, high in flags):
            yield Hit(Span(start, start + 1), _message(char), "", 0.95, _severity(char))


def _message(char: str) -> str:
    name = unicodedata.name(char, "control character" if ord(char) < 0xA0 else "private character").lower()
    return f"An invisible character stands here ({name}, U+{ord(char):04X})."


def _severity(char: str) -> Severity | None:
    if char in TURNING:
        return Severity.CRITICAL
    return Severity.NEUTRAL if char == SOFT_HYPHEN else None
