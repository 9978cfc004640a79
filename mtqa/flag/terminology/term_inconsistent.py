"""TER103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit
from mtqa.flag.consistency.base import Collector, Row, document_check, sureness, times
from mtqa.flag.terms import quoted, span_of
from mtqa.knowledge.grammar import noun
from mtqa.lang.base import short
from mtqa.terms.forms import contains, fold, related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Span
    from mtqa.judge.evidence import Evidence

SURE = 0.1
"""The probability that a word pair must have in the direction of translation."""

LETTERS = 4
"""Letters of the shortest term, and of a beginning or end that tells two compounds to be kin."""


class _Renderings:
    """Per source word what renders it, and where."""

    def __init__(self, least: int, share: float) -> None:
        self.least = least
        self.share = share
        self.places: dict[str, dict[str, list[tuple[Row, Span]]]] = {}

    def add(self, row: Row, unit: Unit) -> None:
        """Keep the nouns whose rendering the lexical tables tell from both sides."""
        evidence = unit.evidence
        if evidence is None or not evidence.has_lexicon:
            return
        for source, target in _links(evidence):
            key, rendering = evidence.source.bases[source], evidence.target.bases[target]
            place = row, span_of(evidence.target, target, target + 1)
            self.places.setdefault(key, {}).setdefault(rendering, []).append(place)

    def hits(self) -> Iterator[tuple[Row, Hit]]:
        """A hit for each place of a rendering that is rare beside a usual one."""
        for key in sorted(self.places):
            ways = self.places[key]
            order = sorted(ways, key=lambda way: (-len(ways[way]), ways[way][0][0].order))
            usual, total = order[0], sum(map(len, ways.values()))
            for rare in order[1:]:
                clear = len(ways[usual]) >= self.least and len(ways[rare]) <= self.share * total
                if clear and not _kin(usual, rare, ways[usual][0][0].target_lang):
                    yield from _all(key, ways[usual], ways[rare])


def _links(evidence: Evidence) -> Iterator[tuple[int, int]]:
    """(Source token, target token) pairs that each side holds for the other's best, of which the German one is a noun."""
    for target, source in enumerate(evidence.support_from.tolist()):
        if source < 0 or float(evidence.support[target]) < SURE or int(evidence.coverage_from[source]) != target:
            continue
        german, at = (evidence.target, target) if short(evidence.target.lang) == "de" else (evidence.source, source)
        form = german.forms[at]
        if len(form) >= LETTERS and form[0].isupper() and at and noun(form) is not None:
            yield source, target


def _kin(one: str, other: str, lang: str) -> bool:
    """Whether the two renderings are forms, parts or compounds of one word."""
    if related(one, other, lang) or contains(one, other, lang) or contains(other, one, lang):
        return True
    a, b = fold(one), fold(other)
    return a[:LETTERS] == b[:LETTERS] or a[-LETTERS:] == b[-LETTERS:]


def _all(key: str, usual: list[tuple[Row, Span]], rare: list[tuple[Row, Span]]) -> Iterator[tuple[Row, Hit]]:
    first, span = usual[0]
    for row, place in rare:
        word, source = quoted(first.target[span.start : span.end], row.target_lang), quoted(key, row.source_lang)
        message = f"The text renders {source} as {word} {times(len(usual))}, first in segment {first.number}."
        yield row, Hit(place, message, "", round(sureness(len(usual), len(rare)) - 0.3, 2))


@document_check(
    "TER103",
    category="terminology/inconsistent",
    severity=Severity.MINOR,
    needs=("source", "pack"),
    default=False,
    options={"least": 4, "share": 0.2},
    examples=[
        Example("the house\na house\nthis house\nmy house", "das Haus\nein Haus\ndieses Haus\nmein Haus"),
        Example("the house\na house\nthis house\nmy house\nthe houses", "das Haus\nein Haus\ndieses Haus\nmein Haus\ndie Häuser",
                note="another form"),
        Example("the house\nmy house", "das Haus\nmein Gebäude", note="too few to tell"),
        Example("this country\nmy country\nno country\na country\nyour country",
                "dieses Land\nmein Land\nkein Land\nein Land\ndein ⟦Staat⟧"),
        Example("in this team\na team\nthis team\nmy team\nyour team",
                "in diesem Team\nein Team\ndieses Team\nmein Team\ndeine ⟦Gruppe⟧"),
        Example("das Ergebnis\nein Ergebnis\ndieses Ergebnis\nmein Ergebnis\ndein Ergebnis",
                "the result\na result\nthis result\nmy result\nyour ⟦outcome⟧", "de", "en"),
    ],
)  # fmt: skip
def term_inconsistent(least: int, share: float) -> Collector:
    """A noun of the source is nearly always rendered by one word, and here by another.

    In manuals the reader takes that for another thing; in prose it is good style, so that this runs only when selected.
    Without a glossary, from the pack's lexical tables: a usual rendering stands at least ``least`` times, a rare one has at
    most ``share`` of all places.
    """
    return _Renderings(least, share)
