"""ACC012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.negation import is_taken_back, known, negations, says_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

LONGEST = 40
"""Tokens of a side above which one no among many clauses may be said in any other way."""


@check(
    "ACC012",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    needs=("source",),
    examples=[
        Example("Two weak months are no reason.", "Zwei schwache Monate sind ⟦ein Grund⟧.", roughness=0.4),
        Example("He did not come to the meeting.", "Er ⟦kam⟧ zum Treffen.", roughness=0.4),
        Example(
            "The mayor said that he would pay.", "Der Bürgermeister sagte, dass er ⟦nicht⟧ zahlen würde.", roughness=0.4
        ),
        Example("He did not come to the meeting.", "Er kam nicht zum Treffen."),
        Example("He failed to come.", "Er kam nicht.", note="a verb may negate"),
        Example("I don't think he will come.", "Ich glaube kaum, dass er kommt.", note="hardly is nearly no"),
        Example("Not until Monday did she answer.", "Erst am Montag antwortete sie.", note="not until is erst"),
        Example("It was not unusual.", "Es war üblich.", note="twice no is yes"),
    ],
)
def negation_mismatch(unit: Unit) -> Iterator[Hit]:
    """One side says no, the other says yes: a negation was lost or added.

    The sentence reads well and says the opposite. The check speaks where one side has exactly one word that negates and the
    other none, nor anything by which it might be said otherwise (`fail`, `without`, `erst`, `un-`). Translators find ways that
    no list has, so what it says counts in documents that have other errors.
    """
    source, target = unit.source, unit.target
    sizes = len(source.tokens), len(target.tokens)
    if not known((source.lang, target.lang)) or max(sizes) > LONGEST or not min(sizes):
        return
    there, here = negations(source), negations(target)
    if len(there) == 1 and not here and not is_taken_back(source, there[0]) and not says_no(target):
        word = source.tokens[there[0]].text
        yield Hit(_counterpart(unit, there[0]), f"The source says “{word}”; nothing in the target negates.",
                  confidence=0.6, doubtful=True)  # fmt: skip
    elif len(here) == 1 and not there and not is_taken_back(target, here[0]) and not says_no(source):
        token = target.tokens[here[0]]
        yield Hit(Span(token.start, token.end), f"„{token.text}“ negates what the source affirms.",
                  confidence=0.6, doubtful=True)  # fmt: skip


def _counterpart(unit: Unit, negation: int) -> Span:
    """What stands for the word after the negation in the target, or for the one before it; else the whole target."""
    tokens = unit.target.tokens
    if unit.evidence is not None and unit.evidence.has_lexicon:
        origin = unit.evidence.support_from.tolist()
        functions = unit.source.language.function_words
        content = [at for at, low in enumerate(unit.source.lower) if low not in functions and low[0].isalpha()]
        for source in sorted(content, key=lambda at: (abs(at - negation), at < negation)):
            if source in origin:
                return _with_determiner(unit.target, origin.index(source))
    return Span(tokens[0].start, tokens[-1].end)


def _with_determiner(view: View, at: int) -> Span:
    first = at
    while first > 0 and view.lower[first - 1] in view.language.before_nouns:
        first -= 1
    return Span(view.tokens[first].start, view.tokens[at].end)
