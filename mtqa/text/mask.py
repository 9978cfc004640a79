"""What in a text is no language: markup, placeholders, URLs, e-mail addresses, paths and code.

Parsed once per text and shared: checks of language see blanks of the same length, checks of markup see the parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from mtqa.data import Range
from mtqa.text.words import FILLER

Kind = Literal["markup", "placeholder", "url", "email", "code", "path"]


@dataclass(frozen=True, slots=True)
class Part:
    """A masked stretch: what kind, where, and its characters."""

    kind: Kind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mask:
    """The text with masked parts blanked by :data:`mtqa.text.words.FILLER` (same length), and the parts in order."""

    text: str
    parts: tuple[Part, ...]


PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("markup", re.compile(r"</?[A-Za-z][\w:.-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*\s*/?>")),
)
"""Kinds and their patterns, the first that matches at a place wins."""


def mask(text: str, markup: tuple[Range, ...] = ()) -> Mask:
    """The mask of ``text``; the ranges in ``markup`` are masked whatever they look like."""
    parts: list[Part] = [Part("markup", start, end, text[start:end]) for start, end in markup]
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(start < part.end and part.start < end for part in parts):
                parts.append(Part(kind, start, end, match.group()))
    parts.sort(key=lambda part: part.start)
    blanked = text
    for part in parts:
        blanked = blanked[: part.start] + FILLER * (part.end - part.start) + blanked[part.end :]
    return Mask(blanked, tuple(parts))
