"""LIN022."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Limits, Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

ALL = frozenset({"utf-8", "utf8", "utf-16", "utf-32"})
"""Encodings that lack no character."""

LATIN = {"limits": Limits(encoding="iso-8859-1")}


@check(
    "LIN022",
    category="linguistic-conventions/character-encoding",
    severity=Severity.MINOR,
    priority=60,
    options={"charset": "", "forbidden": ""},
    examples=[
        Example("size", "Größe", given=LATIN),
        Example("“OK”", "„OK“ – 5 €", note="UTF-8 has all characters"),
        Example("<b>5</b>", "<b>5</b>", given=LATIN),
        Example("Größe", "size", "de", "en", given=LATIN),
        Example("“OK”", "⟦„⟧OK⟦“⟧", given=LATIN),
        Example("5 euros", "5 ⟦€⟧", given=LATIN, note="only from ISO-8859-15 on"),
        Example("Straße", "street ⟦→⟧", "de", "en", given={"limits": Limits(encoding="ascii")}),
    ],
)
def unencodable_character(unit: Unit, charset: str, forbidden: str) -> Iterator[Hit]:
    """The target has a character that its encoding lacks, or that the team forbids.

    The device shows a box or a question mark. The encoding is the file's (ITS `storageEncoding`, a column `encoding`) or
    the option `charset`; without either only the characters in the option `forbidden` count.
    """
    text, encoding = unit.segment.target, charset or unit.segment.limits.encoding
    if not forbidden and (encoding in ALL or text.isascii()):
        return
    if encoding.lower().replace("_", "-") not in ALL:
        yield from (
            _hit(at, at + 1, f"{encoding} has no {char}.") for at, char in enumerate(text) if not _fits(char, encoding)
        )
    yield from (_hit(at, at + 1, f"{char} must not be used.") for at, char in enumerate(text) if char in forbidden)


def _hit(start: int, end: int, message: str) -> Hit:
    return Hit(Span(start, end), message, confidence=0.97)


def _fits(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    except LookupError:
        return True
    return True
