"""DES003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Limits, Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOM = {"limits": Limits(chars=10)}


@check(
    "DES003",
    category="design-and-markup/length",
    severity=Severity.MAJOR,
    priority=70,
    options={"max_chars": 0, "max_bytes": 0, "max_lines": 0, "placeholder": 0},
    examples=[
        Example("Settings", "Optionen", given=ROOM),
        Example("Settings", "Grundeinstellungen", note="no limit given"),
        Example("<b>Settings</b>", "<b>Optionen</b>", given={"limits": Limits(chars=10), "target_markup": ((0, 3), (11, 15))},
                note="inline codes take no room"),
        Example("size", "Größe", given={"limits": Limits(size=7)}, note="seven bytes in UTF-8"),
        Example("Einstellungen", "Settings", "de", "en", given=ROOM),
        Example("Settings", "Einstellun⟦gen⟧", given=ROOM),
        Example("size", "Größ⟦en⟧", given={"limits": Limits(size=6)}, note="ö and ß take two bytes each"),
        Example("One. Two.", "Eins.\nZwei.⟦\nDrei.⟧", given={"limits": Limits(lines=2)}),
        Example("Optionen", "Preference⟦s⟧", "de", "en", given=ROOM),
    ],
)  # fmt: skip
def too_long(unit: Unit, max_chars: int, max_bytes: int, max_lines: int, placeholder: int) -> Iterator[Hit]:
    """The target is longer than its place allows.

    It is cut off on the screen, or the device refuses it. The limit is the file's: XLIFF's `maxwidth` in characters or
    bytes, its size restriction, ITS's storage size, a `max-length` flag of a PO message, or a column `max_chars`,
    `max_bytes` or `max_lines`. What is flagged is what is beyond. Options: limits for all segments, and how many
    characters to count for a placeholder (0: as many as it has).
    """
    limits = unit.segment.limits
    if chars := limits.chars or max_chars:
        yield from _characters(unit, chars, placeholder)
    if size := limits.size or max_bytes:
        yield from _bytes(unit, size)
    if lines := limits.lines or max_lines:
        yield from _lines(unit, lines)


def _characters(unit: Unit, room: int, placeholder: int) -> Iterator[Hit]:
    widths = [1] * len(unit.segment.target)
    for start, end in unit.segment.target_markup:
        widths[start:end] = [0] * (end - start)
    for part in unit.target.mask.parts if placeholder else ():
        if part.kind == "placeholder":
            widths[part.start : part.end] = [placeholder] + [0] * (part.end - part.start - 1)
    yield from _beyond(widths, room, "characters")


def _bytes(unit: Unit, room: int) -> Iterator[Hit]:
    limits = unit.segment.limits
    try:
        "".encode(limits.encoding)
    except LookupError:
        return
    text = [limits.line_break if char == "\n" else char for char in unit.segment.target]
    yield from _beyond([len(char.encode(limits.encoding, "replace")) for char in text], room, "bytes")


def _beyond(widths: list[int], room: int, what: str) -> Iterator[Hit]:
    total = sum(widths)
    if total <= room:
        return
    used = place = 0
    while used + widths[place] <= room:
        used += widths[place]
        place += 1
    yield Hit(Span(place, len(widths)), f"{total} {what} stand where {room} have room.", confidence=0.99)


def _lines(unit: Unit, room: int) -> Iterator[Hit]:
    text = unit.segment.target.rstrip("\r\n")
    lines = text.splitlines(keepends=True)
    if len(lines) > room:
        start = len("".join(lines[:room]).rstrip("\r\n"))
        yield Hit(Span(start, len(text)), f"{len(lines)} lines stand where {room} have room.", confidence=0.99)
