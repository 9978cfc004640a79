"""German nouns that go with one preposition: what is said (*an Bord*), and what never is (*auf Bord*)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mtqa.knowledge.table import alternatives, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

JOINED = frozenset("-‐‑/&+%")
LISTED = frozenset(("und", "oder", "bzw", "sowie", "als"))
SHORT = 2
"""A phrase of so many words has no article, and may be part of something else (*in Sommer- und Winterzeit*)."""


class Wrong(NamedTuple):
    """A phrase that is not said, by its words; ``right``: what is; ``unless``: words that make it right."""

    tokens: tuple[str, ...]
    right: str
    unless: frozenset[str]


@cache
def wrong_phrases() -> dict[tuple[str, str], tuple[Wrong, ...]]:
    """The first two words in lower case -> the phrases that begin so."""
    found: dict[tuple[str, str], list[Wrong]] = defaultdict(list)
    for row in read_table("de", "fixed_prepositions"):
        unless = frozenset(word.lower() for word in alternatives(row["unless"]))
        for phrase in alternatives(row["wrong"]):
            tokens = tuple(phrase.split())
            found[tokens[0].lower(), tokens[1].lower()].append(Wrong(tokens, row["right"], unless))
    return {key: tuple(sorted(those, key=lambda one: -len(one.tokens))) for key, those in found.items()}


def misplaced(view: View) -> Iterator[tuple[int, Wrong]]:
    """The places of wrong phrases in the text: the first token, and the phrase; the longest of those at a place."""
    table = wrong_phrases()
    for at, pair in enumerate(pairwise(view.lower)):
        if pair in table:
            for wrong in table[pair]:
                if _stands(view, at, wrong):
                    yield at, wrong
                    break


def _stands(view: View, at: int, wrong: Wrong) -> bool:
    end = at + len(wrong.tokens)
    texts = view.forms[at:end]
    if [texts[0].lower(), *texts[1:]] != [wrong.tokens[0].lower(), *wrong.tokens[1:]]:
        return False
    if not wrong.unless.isdisjoint(view.lower):
        return False
    return not _goes_on(view, end, short=end - at <= SHORT)


def _goes_on(view: View, end: int, *, short: bool) -> bool:
    """Whether the noun is part of something longer: *in Sommer- und Winterzeit*, *bei Post AG*."""
    if end >= len(view.tokens):
        return False
    after, text = view.tokens[end], view.forms[end]
    if text in JOINED and view.tokens[end - 1].end == after.start:
        return True
    return short and (text in LISTED or text[0].isupper() or text[0].isdigit() or text in JOINED)
