"""LIN150."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of, words_at
from mtqa.knowledge.clauses import BOUNDARIES, OPENERS, SUBJECTS, after_subject, clause_start
from mtqa.knowledge.grammar import noun, words
from mtqa.text.morphology import PLURAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

SAYING = words("""
sagte sagten sagt sagen erklärte erklärten erklärt meinte meinten meint glaubt glaubte dachte denkt behauptete behauptet betonte
betont berichtete berichteten berichtet schrieb schreibt antwortete fragte rief flüsterte gestand warnte warnten warnt vermutet
argumentierte argumentiert bemerkte murmelte scherzte
""")
ENGLISH = words("""
said says say explained explains thinks thought believes believed claims claimed stressed reported reports wrote writes answered
asked called whispered admitted warned warns noted adds added replied insisted argued argues remarked muttered joked told
""")
BEFORE = frozenset((",", "“", "”", '"', "«", "»"))
"""What stands before a clause that says who speaks."""
AFTER = frozenset((",", ".", "–", "—"))
LONGEST = 4
"""Words of the longest name or phrase that is taken for a subject."""
AS = words("as which who that what how if when and but like")
"""Words that open a clause of another kind: *as he said*."""
RELATIVES = words("die das")
"""Relative pronouns that may be an object before a subject without an article."""


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
        Example("“The books Miller wrote were good,” he said.", "„Die Bücher, die Miller schrieb, waren gut“, sagte er."),
        Example("“You know, he thinks it is true,” she said.", "„Weißt du, er glaubt, das sei wahr“, sagte sie."),
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
    view = unit.target
    if _put_in(unit.source) <= _verb_first(view):
        return
    for at in range(2, len(view.lower) - 1):
        if view.lower[at] in SAYING and view.forms[at] == view.lower[at] and view.lower[at + 1] in AFTER:
            first = _subject(view, at)
            if first and not _speaks_on(view, at + 1):
                right = f"{view.forms[at]} {words_at(view, first, at)}"
                message = f"In a clause that is put in the verb stands first: „{right}“."
                yield Hit(span_of(view, first, at + 1), message, "", 0.88)


def _put_in(source: View) -> int:
    """How many short clauses behind a mark end with a verb of saying."""
    low, found = source.lower, 0
    for at in range(2, len(low)):
        if low[at] in ENGLISH and (at + 1 == len(low) or low[at + 1] in AFTER | BEFORE):
            first = _first(low, at)
            found += first > 0 and low[first - 1] in BEFORE and low[first] not in AS
    return found


def _verb_first(view: View) -> int:
    """How many verbs of saying stand right behind a mark, as they should."""
    return sum(low in SAYING and view.lower[at - 1] in BEFORE for at, low in enumerate(view.lower) if at)


def _first(lower: list[str], verb: int) -> int:
    """The first of at most :data:`LONGEST` words before the verb without a mark between."""
    first = verb
    while first > 0 and lower[first - 1] not in BOUNDARIES and verb - first < LONGEST:
        first -= 1
    return first


def _subject(view: View, verb: int) -> int:
    """The first token of the subject that reaches from a mark to the verb; 0 where there is none."""
    first = _first(view.lower, verb)
    if not 0 < first < verb or view.lower[first - 1] not in BEFORE or view.lower[first] in OPENERS:
        return 0
    if _is_relative(view, first, verb) or _goes_on(view, first):
        return 0
    named = all(form[0].isupper() for form in view.forms[first:verb])
    return first if named or after_subject(view, first) == verb else 0


def _is_relative(view: View, first: int, verb: int) -> bool:
    """Whether the clause may belong to the noun before it: *die Bücher, die Miller schrieb, …*."""
    if view.lower[first] not in RELATIVES or view.lower[first - 1] != ",":
        return False
    entry = noun(view.forms[verb - 1])
    return entry is None or bool(entry.cells & PLURAL)


def _goes_on(view: View, first: int) -> bool:
    """Whether the clause before begins with the same pronoun: a row, as in *er kam, er sah, er schrieb*."""
    return view.lower[first] in SUBJECTS and view.lower[clause_start(view.lower, first - 1)] == view.lower[first]


def _speaks_on(view: View, comma: int) -> bool:
    """Whether what follows the comma is what was said: *er sagte, dass …; sie meinte, er solle …*."""
    if view.lower[comma] != "," or comma + 1 >= len(view.lower):
        return False
    return view.lower[comma + 1] in OPENERS or view.lower[comma + 1] in SUBJECTS
