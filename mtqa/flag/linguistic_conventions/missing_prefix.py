"""LIN140."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import clause_end
from mtqa.knowledge.grammar import adjective_ending, determiners, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View


class Split(NamedTuple):
    """A verb that lacks its prefix before one of the words: ``behind`` (empty: nouns that must be its object)."""

    forms: frozenset[str]
    behind: frozenset[str]
    nouns: frozenset[str]
    prefix: str


SPLIT = (
    Split(words("hält hielt halte halten hielten"), words("den"), words("Atem"), "an"),
    Split(words("nimmt nahm nahmen nehme"), words("an"), frozenset(), "teil"),
    Split(words("fängt fing fingen"), words("mit um am im bei heute morgen jetzt bald"), frozenset(), "an"),
    Split(words("findet fand fanden"), words("am im um heute morgen jährlich vom jeden jedes"), frozenset(), "statt"),
)

VERBS = frozenset(form for split in SPLIT for form in split.forms)

PREFIXES = words("""
an ab auf aus bei ein fest her hin los mit nach statt teil um vor weg weiter zu zurück zusammen wieder wahr dar durch fort
sich uns mich dich euch platz anstoß anteil fahrt stand gefallen ihn ihm sie es das
""")
"""Words that make the verb another one, or its object."""


@check(
    "LIN140",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=VERBS,
    target_langs=("de",),
    priority=54,
    examples=[
        Example("He holds his breath.", "Er hält den Atem an."),
        Example("He takes part in the meeting.", "Er nimmt an der Sitzung teil. Er nimmt an, dass es regnet."),
        Example("The film starts at eight.", "Der Film fängt um acht Uhr an."),
        Example("He found the key in the car.", "Er fand im Auto den Schlüssel."),
        Example("It gained weight.", "Das Kind nahm an Gewicht zu."),
        Example("The meeting takes place on Monday.", "Das Treffen findet am Montag statt."),
        Example("He caught it with his hand.", "Er fing mit der Hand den Ball."),
        Example("He holds his breath.", "Er ⟦hält den Atem⟧."),
        Example("He took part in the meeting.", "Er ⟦nahm an der langen Sitzung⟧."),
        Example("The film starts at eight.", "Der Film ⟦fängt um acht Uhr⟧."),
        Example("The meeting takes place on Monday.", "Das Treffen ⟦findet am Montag⟧."),
    ],
)
def missing_prefix(unit: Unit) -> Iterator[Hit]:
    """A separable verb lacks its prefix at the end of the clause.

    *Er hält den Atem an, das Treffen findet am Montag statt*: without the prefix the verb says something else, or nothing.
    The check looks at a few verbs that cannot stand alone with what follows them up to the full stop.
    """
    view = unit.target
    if VERBS.isdisjoint(view.words):
        return
    for at, low in enumerate(view.lower):
        for split in SPLIT:
            if low in split.forms and view.lower[at + 1 : at + 2] and view.lower[at + 1] in split.behind:
                end = clause_end(view.lower, at)
                if end < len(view.lower) and view.lower[end] in ".!" and _bare(view, at + 1, end, split):
                    span = span_of(view, at, end)
                    yield Hit(
                        span, f"„{view.forms[at]}“ lacks its prefix: „{view.forms[at]} … {split.prefix}“.", "", 0.85
                    )


def _bare(view: View, start: int, end: int, split: Split) -> bool:
    """Whether only one phrase stands up to the end, without a prefix or an object."""
    inside = view.lower[start + 1 : end]
    if not inside or not PREFIXES.isdisjoint(inside) or not view.forms[end - 1][0].isupper():
        return False
    if split.nouns:
        return view.forms[end - 1] in split.nouns and end - start == 2
    objects = [place for place in range(start + 2, end) if view.lower[place] in determiners()]
    return not objects and all(_in_phrase(view, place, end) for place in range(start + 1, end - 1))


def _in_phrase(view: View, at: int, end: int) -> bool:
    """Whether a word may stand between preposition and noun."""
    form = view.forms[at]
    return view.lower[at] in determiners() or bool(adjective_ending(form)) or form[0].isdigit() or at == end - 2
