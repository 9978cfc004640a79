"""LIN222."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIRS = frozenset([("it", "gives"), ("it", "gave"), ("gives", "it"), ("gave", "it")])
GERMAN = words("gibt gab gäbe")
FOLLOW = words("a an no many some several few two three four five still also only already always never nothing something not again here there more")


@check(
    "LIN222",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    pairs=PAIRS, source_words=GERMAN,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Es gibt dir Kraft.", "It gives you strength.", "de", "en", note="somebody gets it"),
        Example("Das gibt Hoffnung.", "This gives hope. It gives off heat.", "de", "en"),
        Example("Es gab ihm ein Gefühl von Ruhe", "It gave him a sense of calm.", "de", "en"),
        Example("Es gibt mehr.", "There is more. It gives way.", "de", "en"),
        Example("Es gibt viele Gründe.", "⟦It gives⟧ many reasons.", "de", "en"),
        Example("Es gab keine Verletzten.", "⟦It gave⟧ no injured people.", "de", "en"),
        Example("Es gibt ein Problem.", "⟦It gives⟧ a problem.", "de", "en"),
        Example("In der Stadt gibt es einen Park.", "In town ⟦it gives⟧ a park.", "de", "en"),
        Example("Gab es Streit?", "⟦Gave it⟧ a dispute?", "de", "en"),
    ],
)
def it_gives(unit: Unit) -> Iterator[Hit]:
    """*It gives* is German *es gibt*: *there is*.

    *Es gibt* says that something exists. *Give* has a giver in English.
    """
    view = unit.target
    for at, pair in enumerate(pairwise(view.lower)):
        after = view.lower[at + 2] if at + 2 < len(view.lower) else "."
        if pair in PAIRS and "es" in unit.source_words and (after in FOLLOW or after.isdigit()):
            right = "there was" if "gave" in pair else "there is"
            yield Hit(Span(view.tokens[at].start, view.tokens[at + 1].end), f"“es gibt” is “{right}”.", "", 0.9)
