"""LIN007."""

from __future__ import annotations

from itertools import islice, pairwise
from operator import eq
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.english import participles, pasts, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View


@check(
    "LIN007",
    category="linguistic-conventions/duplication",
    severity=Severity.MINOR,
    examples=[
        Example("the cousin who wrote it", "die Cousine, die die Zeile schrieb", note="relative pronoun and article"),
        Example("that you know her", "dass Sie sie kennen"),
        Example("It is very, very late.", "Es ist sehr, sehr spät."),
        Example("Bye bye!", "Winke winke!", note="the source repeats a word as well"),
        Example("They live in Baden-Baden.", "Sie leben in Baden-Baden."),
        Example("from 20 20-cent coins", "aus 20 20-Cent-Münzen", note="numbers"),
        Example("Er hatte genug gehabt.", "He had had enough.", "de", "en"),
        Example("Der Einbruch im Oktober", "the break-in in October", "de", "en"),
        Example("Darauf warten wir seit Jahren.", "We have been waiting for for years.", "de", "en", note="stranded"),
        Example("mindestens eine Million", "The damage is put at at least one million.", "de", "en"),
        Example("He came in time.", "Er kam ⟦rechtzeitig rechtzeitig⟧."),
        Example("in the house", "⟦in in⟧ dem Haus"),
        Example("Both agreed.", "⟦Beide beide beide⟧ stimmten zu.", note="a decoder's loop"),
        Example("Die Karte liegt hier.", "The map is ⟦here Here⟧.", "de", "en"),
    ],
)
def repeated_word(unit: Unit) -> Iterator[Hit]:
    """A word stands twice in a row.

    A slip of the hand, or a machine's decoder in a loop. Words that a language may double stay (German *die die*,
    *Sie sie*, English *had had*), as do numbers, and all where the source doubles a word too. Only spaces may stand
    between the two.
    """
    lower = unit.target.lower
    if len(unit.target.words) == len(lower) or not any(map(eq, lower, islice(lower, 1, None))):
        return
    for first, after in _runs(unit.target):
        if _runs_in_source(unit):
            return
        tokens = unit.target.tokens
        span = Span(tokens[first].start, tokens[after - 1].end)
        severity = Severity.MAJOR if after - first > 2 else None
        yield Hit(span, f"„{tokens[first].text}“ is repeated.", tokens[first].text, 0.95, severity)


def _runs(view: View) -> Iterator[tuple[int, int]]:
    """(first token, token after the last) of each run of one word."""
    tokens, lower, allowed = view.tokens, view.lower, view.language.doubled
    position = 0
    while position < len(tokens) - 1:
        end = position + 1
        while end < len(tokens) and lower[end] == lower[position] and _only_spaces(view, end):
            end += 1
        doubled = end - position == 2 and (lower[position] in allowed or _is_stranded(view, position))
        if end - position > 1 and tokens[position].is_word and not doubled:
            yield position, end
        position = end


def _is_stranded(view: View, at: int) -> bool:
    """Whether an English verb or noun ends in the first of two prepositions: *to major in in college, the break-in in May*."""
    if view.language.code != "en" or view.lower[at] not in STRANDED or not at:
        return False
    before = view.lower[at - 1]
    return before == "-" or before in verbs() or before in participles() or before in pasts() or before.endswith("ing")


STRANDED = frozenset("in on at for to by".split())


def _only_spaces(view: View, at: int) -> bool:
    between = view.masked[view.tokens[at - 1].end : view.tokens[at].start]
    return bool(between) and between.isspace()


def _runs_in_source(unit: Unit) -> bool:
    lower = unit.source.lower
    return any(one == two and one.isalpha() for one, two in pairwise(lower)) or any(
        one == three and two in "-,," and one.isalpha()
        for one, two, three in zip(lower, lower[1:], lower[2:], strict=False)
    )
