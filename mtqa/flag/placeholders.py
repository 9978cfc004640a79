"""Placeholders as checks compare them: by what the program does with them, not by how they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mtqa.text.mask import Part

ICU_HEAD = re.compile(r"\{\s*(\w+)\s*,\s*(\w+)")
FLUENT_HEAD = re.compile(r"\{\s*(.*?)\s*->")
WORDS = re.compile(r"\s*(?:(?:=\d+|\w+)\s*\{|\}|#)$|\*?\[\s*[\w.]+\s*\]$|\{\{[^{}]*\|")
"""A branch's head, its end, its number, or MediaWiki's `{{GENDER:|…}}`: the target language's business."""

NUMBERED = re.compile(r"%(\d+)\$")
PRINTF = ("printf", "printf_numbered")
FLAGS = re.compile(r"^%(?:\d+[$:])?[-+#0']*\d*(?:\.(?:\d+|\*))?")


def placeholders(parts: Iterable[Part]) -> list[Part]:
    """Those that the other side must have too; ``%%`` only where the text is a printf format, which a placeholder shows."""
    found = [part for part in parts if part.kind == "placeholder" and not WORDS.match(part.text)]
    if not any(part.family in PRINTF for part in found):
        found = [part for part in found if part.family != "printf_percent"]
    return found


def keys(parts: Sequence[Part], *, numbered: bool) -> list[str]:
    """What each is compared by; ``numbered``: a printf placeholder without number is the next argument."""
    out, argument = [], 0
    for part in parts:
        if part.family == "printf" and numbered:
            argument += 1
            out.append(f"%{argument}${_conversion(part)}")
        elif part.family == "printf_numbered":
            match = NUMBERED.match(part.text)
            out.append(f"%{match[1] if match else ''}${_conversion(part)}")
        else:
            out.append(key(part))
    return out


def key(part: Part) -> str:
    """What a placeholder is compared by: its name or type without spaces, of a selection its variable and kind."""
    if part.family == "icu" and (head := ICU_HEAD.match(part.text)):
        return f"{head[1]},{head[2]}"
    if part.family == "fluent_select" and (head := FLUENT_HEAD.match(part.text)):
        return f"{{{head[1]}->"
    if part.family == "strftime":
        return "date and time"
    if part.family == "double_bracket" and "|" in part.text:
        return "[[|]]"  # a wiki's link: its words, and often its page, are the target language's
    return "".join(part.text.split())


def conversions(parts: Iterable[Part]) -> list[str]:
    """The types of the unnumbered printf placeholders, in order: ``d``, ``s``, …."""
    return [_conversion(part) for part in parts if part.family == "printf"]


def uses_numbers(parts: Iterable[Part]) -> bool:
    """Whether any printf placeholder says which argument it takes."""
    return any(part.family == "printf_numbered" for part in parts)


def _conversion(part: Part) -> str:
    return FLAGS.sub("", part.text)
