"""Hyphens and dashes: words joined by hyphens, and dashes that set off a clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.text.view import View

HYPHENS = frozenset("-‐‑")
DASH = re.compile(r"(?:(?<=\s)|^)(?:[–—]|-{1,2})(?=\s|$)|(?<=\w)—(?=\w)|(?<=\w)--(?=\w)|(?<=[a-z])–(?=[a-zA-Z])")
"""A dash between spaces, or an em dash between words."""

SIGNS = ("–", "—", "--", " - ")


def dashes(view: View) -> list[int]:
    """Where the view has dashes, as offsets."""
    text = view.masked
    return [match.start() for match in DASH.finditer(text)] if any(sign in text for sign in SIGNS) else []


def joined(view: View, at: int) -> tuple[int, int]:
    """The first token and the token after the last of the hyphenated word around token ``at``.

    A space before the hyphen does not part it: ``Raw -Deal`` is one word badly written; one after it does, as in
    ``Vor- und Nachteile``.
    """
    tokens = view.tokens
    first, last = at, at
    while first >= 2 and _hyphen(view, first - 1) and tokens[first - 2].is_word:
        first -= 2
    while last + 2 < len(tokens) and _hyphen(view, last + 1) and tokens[last + 2].is_word:
        last += 2
    return first, last + 1


def _hyphen(view: View, at: int) -> bool:
    tokens = view.tokens
    if tokens[at].text not in HYPHENS:
        return False
    return tokens[at].start - tokens[at - 1].end <= 1 and tokens[at + 1].start == tokens[at].end
