"""LIN202."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

POSSESSIVE = words("my your its our their")
ARTICLES = words("the a an")
WRONG = frozenset(
    [(one, two) for one in POSSESSIVE for two in ARTICLES | POSSESSIVE | words("his this these those") if one != two]
    + [(one, two) for one in ARTICLES for two in ARTICLES | POSSESSIVE | words("his these those") if one != two]
)
"""A determiner, and what cannot follow it. *Her* and *this* are left out: they stand alone too (*gave her the book*)."""


@check(
    "LIN202",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    pairs=WRONG,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Das ist das A und O.", "He wrote the “A” in the word.", "de", "en", note="a letter"),
        Example("Er gab ihr das Buch.", "He gave her the book.", "de", "en", note="an object and an article"),
        Example("Genau dieses eine Mal", "I like this one and that the others do not.", "de", "en"),
        Example(
            "dass die Leute kommen",
            "It is good that the people come and that my house stands.",
            "de",
            "en",
            note="a conjunction",
        ),
        Example("Was das angeht", "They call this a problem.", "de", "en", note="a pronoun"),
        Example("mein Haus", "This is ⟦my the⟧ house.", "de", "en"),
        Example("das Auto", "He sold ⟦the a⟧ car.", "de", "en"),
        Example("unsere Stadt", "They like ⟦our the⟧ town.", "de", "en"),
        Example("ein solches Haus", "It was ⟦a the⟧ best day.", "de", "en"),
        Example("dessen Auto", "⟦The his⟧ car is new.", "de", "en"),
    ],
)
def double_determiner(unit: Unit) -> Iterator[Hit]:
    """Two determiners stand in a row.

    A noun has one article, possessive or demonstrative. Two are left where an article of the source was translated together
    with the other word, or a noun was lost between them.
    """
    view = unit.target
    for at, pair in enumerate(pairwise(view.lower)):
        if (
            pair in WRONG
            and view.forms[at + 1] == pair[1]
            and view.forms[at] in (pair[0], pair[0].capitalize())
            and _apart(view, at)
        ):
            span = span_of(view, at, at + 2)
            yield Hit(span, f"“{pair[0]}” cannot stand before “{pair[1]}”.", "", 0.88)


def _apart(view: View, at: int) -> bool:
    """Whether a space alone stands between the two, and no hyphen or mark of quotation beside them."""
    one, two = view.tokens[at], view.tokens[at + 1]
    after = view.lower[at + 2] if at + 2 < len(view.lower) else "-"
    return (
        two.start - one.end == 1
        and after.isalpha()
        and after not in LATIN
        and (at == 0 or view.lower[at - 1] not in BESIDE)
    )


LATIN = words("priori posteriori cappella fortiori la lot")
"""What *a* goes on with in other languages (*an a priori statement*)."""
BESIDE = frozenset("-‑/'’“”\"(*.")
