"""LIN201."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.english import VOWELS, articles
from mtqa.knowledge.grammar import words
from mtqa.text.lexicon import zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

ARTICLES = frozenset(("a", "an"))
LETTERS = words("""
a an and or is as at in on of if it are was were i all also about above after among around any e o u own our other's off out
over under up
""")
"""Words before which *a* is a letter or a word of another language."""
KNOWN = 3.2
"""Zipf frequency of a word that is surely English."""


@check(
    "LIN201",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=ARTICLES,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("eine Stunde", "It takes an hour and a half.", "de", "en", note="a silent letter"),
        Example(
            "eine europäische Universität",
            "a European university, a one-way street",
            "de",
            "en",
            note="a consonant by sound",
        ),
        Example("ein historischer Tag", "an historic day or a historic day", "de", "en", note="either is said"),
        Example("ein MRT", "an MRI scan, an 8-hour day, a US company", "de", "en"),
        Example("Vitamin A ist wichtig.", "Vitamin A is important, option a or b.", "de", "en"),
        Example("Ein Nutzer", "a user, a unit, an uncle", "de", "en"),
        Example("Ein Experte sagt", "⟦A⟧ expert says so.", "de", "en"),
        Example("ein anderer Mann", "He is ⟦a⟧ other man.", "de", "en"),
        Example("eine Universität", "She visits ⟦an⟧ university.", "de", "en"),
        Example("ein Haus", "This is ⟦an⟧ house.", "de", "en"),
        Example("eine Stunde", "It takes ⟦a⟧ hour.", "de", "en"),
    ],
)
def indefinite_article(unit: Unit) -> Iterator[Hit]:
    """*A* stands before a vowel, or *an* before a consonant.

    The sound decides, not the letter: *an hour, a university*. The table ``mtqa/knowledge/en/articles.tsv`` holds the words
    whose spelling misleads; abbreviations are left alone.
    """
    view = unit.target
    for at, low in enumerate(view.lower[:-1]):
        if low in ARTICLES and view.forms[at] in ("a", "an", "A", "An") and _certain(view, at):
            right = _article(view.lower[at + 1])
            if right not in (low, "either"):
                token = view.tokens[at]
                said = right.capitalize() if token.text[0] == "A" else right
                yield Hit(
                    Span(token.start, token.end),
                    f"“{low}” cannot stand before “{view.forms[at + 1]}”: “{right}”.",
                    said,
                    0.9,
                )


def _certain(view: View, at: int) -> bool:
    """Whether an English word follows, and the article is one."""
    after, form = view.lower[at + 1], view.forms[at + 1]
    if not form.isalpha() or not form.isascii() or form != after or after in LETTERS or len(after) < 3:
        return False
    apart = view.tokens[at + 1].start - view.tokens[at].end == 1
    before = view.lower[at - 1] if at else ""
    return (
        apart
        and before not in BEFORE
        and (view.forms[at].islower() or at == 0 or before in ".!?:“")
        and zipf(after, "en") >= KNOWN
    )


BEFORE = frozenset("-/'’&.*=#_(")
"""Signs before which *a* is no article; a stop may be an abbreviation's."""


def _article(low: str) -> str:
    return articles().get(low) or articles().get(low.removesuffix("s")) or ("an" if low[0] in VOWELS else "a")
