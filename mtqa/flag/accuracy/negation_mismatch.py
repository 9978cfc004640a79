"""ACC012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.denials import denied
from mtqa.text.negation import is_taken_back, known, negations, says_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

LONGEST = 40
"""Tokens of a side above which one no among many clauses may be said in any other way."""

SURE, DOUBTFUL = 0.9, 0.6


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
        Example("Do not take this medicine with alcohol.", "⟦Nehmen⟧ Sie dieses Arzneimittel mit Alkohol ein."),
        Example("The data will be deleted after six months.", "Die Daten werden nach sechs Monaten ⟦nicht⟧ gelöscht."),
        Example("Die Daten werden nicht gelöscht.", "The data will be ⟦deleted⟧.", "de", "en"),
        Example("Part no. 7ME6580", "Teil 7ME6580", note="a number, not a negation", thorough=True),
        Example("He failed to come.", "Er kam nicht.", note="a verb may negate"),
        Example("I don't think he will come.", "Ich glaube kaum, dass er kommt.", note="hardly is nearly no"),
        Example("Not until Monday did she answer.", "Erst am Montag antwortete sie.", note="not until is erst"),
        Example("Die Bahn braucht nicht einmal eine Stunde.", "The train takes under an hour.", "de", "en"),
        Example(
            "Es gilt deutsches Recht unter Ausschluss des UN-Kaufrechts.",
            "German law shall apply; the CISG shall not apply.",
            "de",
            "en",
        ),
        Example("It was not unusual.", "Es war üblich.", note="twice no is yes"),
    ],
)
def negation_mismatch(unit: Unit) -> Iterator[Hit]:
    """One side says no, the other says yes: a negation was lost or added.

    The sentence reads well and says the opposite. The check speaks where one side has exactly one word that negates and the
    other none, nor anything by which it might be said otherwise (`fail`, `without`, `erst`, `un-`). It is sure where the
    other side has the very word that *not* denies. Elsewhere translators find ways that no list has, so what it says then
    counts in documents that have other errors.
    """
    source, target = unit.source, unit.target
    sizes = len(source.tokens), len(target.tokens)
    if not known((source.lang, target.lang)) or max(sizes) > LONGEST or not min(sizes):
        return
    there, here = negations(source), negations(target)
    if len(there) == 1 and not here and not is_taken_back(source, there[0]) and not says_no(target):
        word, said = source.tokens[there[0]].text, denied(source, there[0], target, is_source=True)
        span = _with_determiner(target, said) if said >= 0 else _counterpart(unit, there[0])
        yield _hit(span, f"The source says “{word}”; nothing in the target negates.", sure=said >= 0)
    elif len(here) == 1 and not there and not is_taken_back(target, here[0]) and not says_no(source):
        token, said = target.tokens[here[0]], denied(target, here[0], source, is_source=False)
        yield _hit(Span(token.start, token.end), f"„{token.text}“ negates what the source affirms.", sure=said >= 0)


def _hit(span: Span, message: str, *, sure: bool) -> Hit:
    return Hit(span, message, confidence=SURE if sure else DOUBTFUL, doubtful=not sure)


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
