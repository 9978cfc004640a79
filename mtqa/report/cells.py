"""Texts made safe for the place they are shown in.

Everything here that touches a text with offsets keeps its length, so that ``start`` and ``end`` still fit.
"""

from __future__ import annotations

import re
import unicodedata

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet would run as a formula, and what :func:`guard` itself makes (CWE-1236, "CSV injection")."""

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def guard(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would read it as a formula.

    Any number of apostrophes before ``= + - @``, tab or CR gets one more, so :func:`unguard` gives back every text.
    """
    return f"'{text}" if FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text that :func:`guard` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def visible(text: str) -> str:
    """The text with control characters as their pictures (␀, ␛) and what no file can hold as �; of the same length."""
    return UNPRINTABLE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"


def line(text: str) -> str:
    """The text on one line: runs of white space as one space, nothing that could steer a terminal; for display only."""
    return " ".join(TURNING.sub("", visible(text)).split())


def counted(number: int, noun: str) -> str:
    """``1 segment``, ``14,180 segments``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def clip(text: str, limit: int) -> str:
    """The text cut to ``limit`` characters, between words where that costs little, with … to say so."""
    if len(text) <= limit:
        return text
    space = text[:limit].rfind(" ")
    return text[: space if space > limit * 0.6 else limit - 1].rstrip() + "…"


def width(text: str) -> int:
    """How many terminal columns the text takes: two for East Asian wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
