"""LIN150."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BOUNDARIES, OPENERS, SUBJECTS, after_subject
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

SAYING = words("""
sagte sagten sagt sagen erklärte erklärten erklärt meinte meinten meint glaubt glaubte dachte denkt behauptete behauptet betonte
betont berichtete berichteten berichtet schrieb schreibt antwortete fragte rief flüsterte gestand warnte warnten warnt vermutet
argumentierte argumentiert bemerkte seufzte murmelte scherzte
""")
ENGLISH = words("""
said says say explained explains thinks thought believes believed claims claimed stressed reported reports wrote writes answered
asked called whispered admitted warned warns noted adds added replied insisted argued argues remarked sighed muttered joked told
""")
BEFORE = frozenset((",", "“", "”", '"', "«", "»", "!", "?"))
"""What stands before a clause that says who speaks."""
AFTER = frozenset((",", ".", "–", "—"))
LONGEST = 4
"""Words of the longest name or phrase that is taken for a subject."""


@check(
    "LIN150",
    category="linguistic-conventions/word-order",
    severity=Severity.MINOR,
    words=SAYING,
    source_words=ENGLISH,
    needs=("source",),
    source_langs=("en",),
    target_langs=("de",),
    priority=56,
    examples=[
        Example("“It is late,” he said.", "„Es ist spät“, sagte er."),
        Example("It was, the police said, an accident.", "Es war, sagte die Polizei, ein Unfall."),
        Example("He nodded, she said he should go.", "Er nickte, sie sagte, er solle gehen.", note="reported speech"),
        Example("He came, he thought, he left.", "Er kam, er dachte, er ging.", note="a row of clauses"),
        Example("As he said, it is late.", "Wie er sagte, ist es spät."),
        Example("“It is late,” he said.", "„Es ist spät“, ⟦er sagte⟧."),
        Example("It was, the police said, an accident.", "Es war, ⟦die Polizei sagte⟧, ein Unfall."),
        Example("The work is done, Miller explained.", "Die Arbeit ist getan, ⟦Miller erklärte⟧."),
        Example("The price, the minister argued, is too high.", "Der Preis, ⟦der Minister argumentierte⟧, ist zu hoch."),
    ],
)  # fmt: skip
def inserted_clause(unit: Unit) -> Iterator[Hit]:
    """A clause that says who speaks or thinks is put in with its subject first, as in English.

    Inside or behind what is said, German has the verb first: *…, sagte er*; *…, meint die Polizei, …*. The check wants a clause
    of subject and verb alone between two marks, and such a clause in the source.
    """
    if not _is_put_in(unit.source):
        return
    view = unit.target
    for at in range(2, len(view.lower) - 1):
        if view.lower[at] in SAYING and view.forms[at] == view.lower[at] and view.lower[at + 1] in AFTER:
            first = _subject(view, at)
            if first and not _speaks_on(view, at + 1):
                subject, verb = view.text[view.tokens[first].start : view.tokens[at - 1].end], view.forms[at]
                span = span_of(view, first, at + 1)
                yield Hit(
                    span,
                    f"In a clause that is put in the verb stands first: „{verb} {subject}“.",
                    f"{verb} {subject}",
                    0.88,
                )


def _is_put_in(source: View) -> bool:
    """Whether a verb of saying ends a short clause that begins behind a mark."""
    low = source.lower
    for at in range(2, len(low)):
        if low[at] in ENGLISH and (at + 1 == len(low) or low[at + 1] in AFTER | BEFORE):
            first = at - 1
            while first > 0 and low[first - 1] not in BOUNDARIES and at - first < LONGEST:
                first -= 1
            if first > 0 and low[first - 1] in BEFORE and low[first] not in AS:
                return True
    return False


AS = words("as which who that what how if when and but like")


def _subject(view: View, verb: int) -> int:
    """The first token of the subject that reaches from a mark to the verb; 0 where there is none."""
    first = verb
    while first > 0 and view.lower[first - 1] not in BOUNDARIES and verb - first <= LONGEST:
        first -= 1
    if not 0 < first < verb or view.lower[first - 1] not in BEFORE or view.lower[first] in OPENERS:
        return 0
    named = all(form[0].isupper() for form in view.forms[first:verb])
    return first if named or after_subject(view, first) == verb else 0


def _speaks_on(view: View, comma: int) -> bool:
    """Whether what follows the comma is what was said: *er sagte, dass …; sie meinte, er solle …*."""
    if view.lower[comma] != "," or comma + 1 >= len(view.lower):
        return False
    return view.lower[comma + 1] in OPENERS or view.lower[comma + 1] in SUBJECTS
