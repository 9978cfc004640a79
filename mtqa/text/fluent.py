"""The skeleton of a Fluent selection: ``{ $count -> [one] a file *[other] { $count } files }``.

The words of the variants are language; the head, the keys in brackets and the closing brace are not
(https://projectfluent.org/fluent/guide/selectors.html).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.data import Range

HEAD = re.compile(r"\{\s*(?:\$[\w-]+|-?[\w-]+\.[\w-]+|[A-Z]+\([^()\n]*\))\s*->\s*")
KEY = re.compile(r"\*?\[\s*[\w.]+\s*\]")


def fluent_parts(text: str) -> list[Range]:
    """The ranges of the skeleton's pieces, in order; none where the text has no complete selection."""
    if "->" not in text:
        return []
    parts: list[Range] = []
    for head in HEAD.finditer(text):
        end = _end(text, head.end())
        if end is not None and KEY.match(text, head.end()):
            keys = [match.span() for match in KEY.finditer(text, head.end(), end)]
            parts += [head.span(), *keys, (end, end + 1)]
    return sorted(set(parts))


def _end(text: str, start: int) -> int | None:
    """The place of the brace that closes the one before ``start``."""
    depth = 1
    for place in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return None
