"""The names of laws, for which a translation may have their letters: *the German Civil Code*, „BGB“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.text.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

LAWS = frozenset(
    "act code regulation law directive ordinance statute constitution treaty gesetz gesetzbuch verordnung".split()
)
"""Words that the name of a law has."""

LETTERS = 6
"""How long the letters for a name are at most: BGB, KSchG, TDDDG."""

NAME = re.compile(r"(?:the )?[A-ZÄÖÜ][\w-]+(?: (?:(?:of|on|and|for|against|to|in) (?:the )?)*[A-ZÄÖÜ][\w-]+)+")


def letters(view: View) -> Iterator[str]:
    """The words of the text that may be the letters for a name."""
    for token in view.tokens:
        if token.is_word and len(token.text) <= LETTERS and sum(map(str.isupper, token.text)) > 1:
            yield token.text


def with_letters(source: View, target: View) -> View:
    """The source with the letters that the target has in place of the name of a law; the source itself where it has none."""
    if LAWS.isdisjoint(source.words):
        return source
    short = next((text for text in letters(target) if text not in source.text), "")
    text = NAME.sub(lambda match: short if _is_law(match[0]) else match[0], source.masked) if short else source.text
    return source if text == source.text else View(text, source.lang)


def _is_law(name: str) -> bool:
    return not LAWS.isdisjoint(name.lower().split())
