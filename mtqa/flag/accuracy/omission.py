"""ACC002."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.laws import LAWS, letters
from mtqa.text.lengths import length_deviation
from mtqa.text.view import per_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.judge.evidence import Floats
    from mtqa.text.view import View

UNALIGNED = 0.6
"""How sure an unaligned sentence is at most: the aligner may have missed its counterpart elsewhere."""

MARKS = frozenset(",;.:!?—–()")
"""What parts the clauses of a sentence."""

CONTENT = 3
"""A clause has so many words of content at least."""

SUPPORT = 0.01
"""From this lexical probability on, a word of the source counts as said by some word of the target."""

UNSAID, SAID = 0.15, 0.5
"""At most this share of the clause's words may be said, and at least that of all the others."""

SHORT = -1.5
"""And the target must be shorter than translations are by so many standard deviations. Chosen on human translations of
news, where these figures flag 2 of 1,000 segments, and none of 3,000 everyday and software segments; of clauses that
were cut out of good translations they find one in five."""


@check(
    "ACC002",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=80,
    examples=[
        Example("The talks failed.", "Die Gespräche scheiterten.", bead="1-1"),
        Example("* * *", "", bead="1-0", note="no words, nothing left out"),
        Example("ANCHORAGE –", "", bead="1-0", note="a dateline may go"),
        Example("3.", "", bead="1-0"),
        Example(
            "Interest is owed pursuant to Section 288(2) of the German Civil Code.",
            "Es werden Zinsen nach § 288 Abs. 2 BGB geschuldet.",
            note="the letters stand for the law",
        ),
        Example("⟦The talks failed after two days.⟧", "", bead="1-0"),
        Example("⟦Nobody has said why.⟧", "", bead="1-0"),
        Example("⟦Die Gespräche scheiterten nach zwei Tagen.⟧", "", "de", "en", bead="1-0"),
    ],
)
def omission(unit: Unit) -> Iterator[Hit]:
    """A sentence or clause of the source has no counterpart in the target.

    The reader does not learn what it says, and nothing in the target shows the gap. The place is marked in the source.
    Found where the aligner holds a source sentence against nothing (headings, datelines and numbers of fewer than three
    words are let go), and, with a language pack, where hardly a word of a clause is said by any word of a target that
    is too short for its source.
    """
    if unit.segment.bead.endswith("-0"):
        yield from _sentence(unit)
    elif unit.evidence is not None and unit.evidence.has_lexicon:
        yield from _clause(unit, unit.evidence.coverage)


def _sentence(unit: Unit) -> Iterator[Hit]:
    words = [token for token in unit.source.tokens if token.is_word]
    if len(words) >= CONTENT:
        span = Span(unit.source.tokens[0].start, unit.source.tokens[-1].end, "source")
        confidence = round(min(UNALIGNED, unit.segment.alignment), 3) or 0.1
        yield Hit(span, "Nothing in the target says this sentence of the source.", confidence=confidence)


def _clause(unit: Unit, coverage: Floats) -> Iterator[Hit]:
    if length_deviation(unit.source, unit.target) > SHORT:
        return
    clauses = _clauses(unit.source)
    if len(clauses) < 2:
        return
    covered, copied, lower = (coverage > SUPPORT).tolist(), unit.target.words, unit.source.lower
    said = [[covered[at] or lower[at] in copied for at in clause.content] for clause in clauses]
    for number, clause in enumerate(clauses):
        others = [word for other, words in enumerate(said) if other != number for word in words]
        if len(said[number]) < CONTENT or not others or _share(said[number]) > UNSAID or _share(others) < SAID:
            continue
        if not _is_abbreviated(unit, clause):
            span = Span(unit.source.tokens[clause.first].start, unit.source.tokens[clause.last].end, "source")
            yield Hit(span, "Nothing in the target seems to say these words of the source.", confidence=0.6)


def _is_abbreviated(unit: Unit, clause: _Clause) -> bool:
    """Whether the clause is a name, of a law say, for which the target has its letters: *the German Civil Code*, „BGB“."""
    tokens = unit.source.tokens
    capitals = sum(tokens[at].text[0].isupper() for at in clause.content)
    if 2 * capitals <= len(clause.content) or LAWS.isdisjoint(unit.source.lower[clause.first : clause.last + 1]):
        return False
    return any(letters(unit.target))


def _share(values: list[bool]) -> float:
    return sum(values) / len(values)


class _Clause(NamedTuple):
    """A clause's first and last word, and those that carry content, as token numbers."""

    first: int
    last: int
    content: list[int]


@per_view
def _clauses(view: View) -> list[_Clause]:
    """The clauses of the text that have a word."""
    clauses: list[list[int]] = [[]]
    for at, token in enumerate(view.tokens):
        if token.text in MARKS and not _counts(view, at):
            clauses.append([])
        elif token.is_word:
            clauses[-1].append(at)
    return [_Clause(all_[0], all_[-1], [at for at in all_ if _carries(view, at)]) for all_ in clauses if all_]


def _counts(view: View, at: int) -> bool:
    """Whether the mark belongs to a number, as in *Section 288(2) of the Act*."""
    beside = view.tokens[max(0, at - 1)].text, view.tokens[min(at + 1, len(view.tokens) - 1)].text
    return view.tokens[at].text in "()" and any(text[0].isdigit() and len(text) <= 2 for text in beside)


def _carries(view: View, at: int) -> bool:
    return len(view.lower[at]) > 2 and view.lower[at] not in view.language.function_words
