"""What the grammar of a suspicious phrase shows, so that a reader is told more than that it is unlikely.

None of it is sure enough for a finding of its own. Where the judge suspects the very word, it mostly is the reason: of the marks
in rough texts that hold such a sign five to seven in ten are of grammar or word order, of the others two
(``python -m training.sign_rates``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtqa.flag.terms import quoted, words_at
from mtqa.judge.evidence import Evidence
from mtqa.judge.flat import Flat
from mtqa.judge.grammar import COLUMNS, OF_RELATIVE, RELATIVE, grammar_columns
from mtqa.judge.kinds import Kind
from mtqa.knowledge.clauses import COORDINATORS, clause_start
from mtqa.text.view import per_view

if TYPE_CHECKING:
    from mtqa.judge.evidence import Floats
    from mtqa.text.view import View

GRAMMAR, ORDER = "linguistic-conventions/grammar", "linguistic-conventions/word-order"
EARLY = 2
"""How far from the end of its clause a verb stands that should stand there."""
LATE = (Kind.SUBORDINATOR, Kind.OPENER, RELATIVE, OF_RELATIVE)
"""What opens a clause whose verb stands last."""
OPENING = (Kind.DETERMINER, Kind.CONTRACTED, Kind.PREPOSITION)
"""What opens a phrase of its own."""
ONLY, NONE = 2, 3
"""The columns' values for the first finite verb of a clause, and for a relative pronoun that fits no noun."""


class Sign(NamedTuple):
    """What is likely wrong, in a reader's words, and the category of that."""

    name: str
    message: str
    category: str


def sign_at(row: Evidence, at: int) -> Sign | None:
    """What the grammar of the target says against the token; None where it says nothing."""
    columns = row.known[:, -len(COLUMNS) :] if row.known is not None else _columns(row.target)
    return _order(row, columns, at) or _relative(row, columns, at) or _phrase(row, columns, at)


@per_view
def _columns(view: View) -> Floats:
    """What the judge reads of the target's grammar, where it has not been asked."""
    return grammar_columns(Flat.of([Evidence(view, view)]))


def _value(columns: Floats, at: int, name: str) -> int:
    return int(columns[at, COLUMNS.index(name)])


def _said(row: Evidence, at: int) -> str:
    return quoted(row.target.forms[at], row.target.lang)


def _order(row: Evidence, columns: Floats, at: int) -> Sign | None:
    if _value(columns, at, "finite") != ONLY or _value(columns, at, "opening") not in LATE:
        return None
    start = clause_start(row.target.lower, at)
    behind_comma = start > 0 and row.target.lower[start - 1] == ","
    if row.target.lower[start] in COORDINATORS or (
        not behind_comma and _value(columns, at, "opening") != Kind.SUBORDINATOR
    ):
        return None  # a question, or a word that opens main clauses too: „Was hat er …?“, „Seit Montag hat er …“
    if _value(columns, at, "finite from end") < EARLY or _value(columns, at, "finite behind"):
        return None
    return Sign("order", f"{_said(row, at)} should probably stand at the end of its clause.", ORDER)


def _relative(row: Evidence, columns: Floats, at: int) -> Sign | None:
    if _value(columns, at, "relative") != NONE:
        return None
    if at + 1 < len(columns) and _value(columns, at + 1, "kind") in (Kind.NOUN, Kind.ADJECTIVE):
        return None  # an article in a row: „das Haus, den Garten“
    return Sign("relative", f"{_said(row, at)} fits no noun before it in gender and number.", GRAMMAR)


def _phrase(row: Evidence, columns: Floats, at: int) -> Sign | None:
    fault = _value(columns, at, "phrase")
    if fault <= 0:
        return None
    first = last = at
    while first and _value(columns, first - 1, "phrase") == fault and _value(columns, first, "kind") not in OPENING:
        first -= 1
    while (
        last + 1 < len(columns)
        and _value(columns, last + 1, "phrase") == fault
        and _value(columns, last + 1, "kind") not in OPENING
    ):
        last += 1
    words = words_at(row.target, first, last + 1)
    return Sign(
        "phrase",
        f"The words of {quoted(words, row.target.lang)} probably do not agree in gender, number or case.",
        GRAMMAR,
    )
