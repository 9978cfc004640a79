"""DES019."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES: dict[str, str] = {
    "ctrl": "ctrl", "control": "ctrl", "strg": "ctrl", "steuerung": "ctrl", "cmd": "cmd", "command": "cmd",
    "befehl": "cmd", "shift": "shift", "umschalt": "shift", "umschalttaste": "shift", "alt": "alt", "option": "option",
    "wahl": "option", "altgr": "altgr", "win": "win", "windows": "win", "meta": "meta", "super": "super",
    "del": "delete", "delete": "delete", "entf": "delete", "ins": "insert", "insert": "insert", "einfg": "insert",
    "enter": "enter", "return": "enter", "eingabe": "enter", "eingabetaste": "enter", "esc": "esc", "escape": "esc",
    "tab": "tab", "space": "space", "leertaste": "space", "leer": "space", "home": "home", "pos1": "home", "end": "end",
    "ende": "end", "pgup": "pageup", "pageup": "pageup", "bildauf": "pageup", "bild↑": "pageup", "pgdn": "pagedown",
    "pagedown": "pagedown", "bildab": "pagedown", "bild↓": "pagedown", "up": "up", "auf": "up", "oben": "up",
    "nachoben": "up", "down": "down", "ab": "down", "unten": "down", "nachunten": "down", "left": "left", "links": "left",
    "nachlinks": "left", "right": "right", "rechts": "right", "nachrechts": "right", "backspace": "backspace",
    "rücktaste": "backspace", "break": "break", "pause": "break", "print": "print", "druck": "print",
}  # fmt: skip
"""A key's names in English and German, without spaces and in lower case."""

MODIFIER = (
    "(?i:Ctrl|Control|Strg|Steuerung|Cmd|Command|Befehl|Shift|Umschalt(?:taste)?|Alt ?Gr|Alt|Option|Wahl|Win|Windows"
    "|Meta|Super)"
)
KEY = (
    r"(?:[A-Z][a-zü]+(?:[ -](?:Up|Down|Arrow|[Nn]ach|auf|ab|[Oo]ben|[Uu]nten|[Ll]inks|[Rr]echts)\b)*"
    r"|[A-Z\dÄÖÜ]|[a-z]|F\d{1,2}|Bild[↑↓]|Pos1|[+.,;/-])"
)
SHORTCUT = re.compile(rf"(?<!\w)(?:(?:{MODIFIER}|[⌘⌥⇧])\s?[+-]\s?)+{KEY}(?!\w)")


@check(
    "DES019",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=72,
    signs="+-⌘⌥⇧",
    examples=[
        Example("Press Ctrl+S to save.", "Drücken Sie zum Speichern Strg+S."),
        Example("Ctrl+Shift+Del", "Strg+Umschalt+Entf"),
        Example("Cmd+Option+F", "Befehl+Wahl+F"),
        Example("Press Ctrl+S.", "Drücken Sie die Tasten Strg und S.", note="said in words"),
        Example("an Alt-J fan", "ein Fan von Alt-J"),
        Example("Mit Strg+C kopieren", "Copy with Ctrl+C", "de", "en"),
        Example("Press Ctrl+S to save.", "Drücken Sie zum Speichern ⟦Strg+P⟧."),
        Example("Undo: Ctrl+Z, redo: Ctrl+Y", "Rückgängig: Strg+Z, wiederholen: ⟦Strg+Z⟧"),
        Example("Ctrl+Shift+Del", "⟦Strg+Entf⟧", note="one key less"),
        Example("Mit Strg+C kopieren", "Copy with ⟦Alt+C⟧", "de", "en"),
    ],
)
def shortcut_changed(unit: Unit) -> Iterator[Hit]:
    """A keyboard shortcut has other keys than in the source.

    Users press what they read: a changed shortcut does something else. Keys are compared by what they are (Strg is
    Ctrl, Entf is Del). A target whose shortcuts are said in words is let go.
    """
    if not _may(unit.segment.source) or not _may(unit.segment.target):
        return
    ours, theirs = ([(match, _keys(match.group())) for match in SHORTCUT.finditer(side)]
                    for side in (unit.segment.source, unit.segment.target))  # fmt: skip
    left = Counter(keys for _, keys in ours)
    left.subtract(keys for _, keys in theirs)
    missing = [match.group() for match, keys in ours if left[keys] > 0]
    if not missing:
        return
    seen: Counter[tuple[str, ...]] = Counter()
    for match, keys in theirs:
        seen[keys] += 1
        if left[keys] < 0 and seen[keys] > sum(one == keys for _, one in ours):
            yield Hit(Span(*match.span()), f"The source has {missing[0]} and not this shortcut.", confidence=0.85)


def _may(text: str) -> bool:
    return "+" in text or "trl-" in text or "trg-" in text or "hift-" in text or "Alt-" in text or "Cmd-" in text


def _keys(text: str) -> tuple[str, ...]:
    symbols = {"⌘": "Cmd+", "⌥": "Option+", "⇧": "Shift+"}
    for symbol, name in symbols.items():
        text = text.replace(symbol, name)
    sign = r"\+" if "+" in text else "-"
    parts = [part.replace(" ", "").lower() for part in re.split(rf"(?<=\w)\s?{sign}\s?(?=.)", text)]
    return (*sorted(NAMES.get(part, part) for part in parts[:-1]), _name(parts[-1]))


def _name(key: str) -> str:
    """What the last key is; one of more letters that no list knows (a click, the arrows) may be any."""
    key = key.replace("-", "") if len(key) > 1 else key
    for name in (key, key.removeprefix("pfeil"), key.removesuffix("arrow")):
        if name in NAMES:
            return NAMES[name]
    return key if len(key) == 1 or key[1:].isdigit() else "any"
