"""LIN119."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import SUBJECTS, clause_end
from mtqa.knowledge.grammar import adjective_ending, determiners, past_adjectives, prepositions, words
from mtqa.knowledge.persons import feminine, first_names, full_name, lower_names, masculine
from mtqa.knowledge.verbs import finite_forms, joined_forms, past_plurals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

TITLES = {"Herr": "M", "Herrn": "M", "Frau": "F"}
SEXES = {"F": "a woman", "M": "a man"}


@check(
    "LIN119",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=lower_names,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("Rosalind Tarrow, who lives here, came.", "Rosalind Tarrow, die hier wohnt, kam."),
        Example("Anna Weber, to whom they gave it, wept.", "Anna Weber, der man den Preis verlieh, weinte.", note="dative"),
        Example("Peter and Ann Miller, who came, left.", "Ann und Peter Miller, die gestern kamen, gingen."),
        Example("Angela Merkel, a pro", "Angela Merkel, ein Profi, lachte."),
        Example("Peter Müller, a figure in the field", "Peter Müller, eine Größe des Fachs, lachte."),
        Example("the researchers Maria Lopez and Ann Lee", "die Forscher Maria Lopez und Ann Lee"),
        Example("He invited Peter Müller, a teacher and me.", "Er lud Peter Müller, eine Lehrerin und mich ein.", note="a list"),
        Example("Mr Peter Müller and Mrs Anna Weber", "Herr Peter Müller und Frau Anna Weber"),
        Example("Rosalind Tarrow, who has lived here", "Rosalind Tarrow, ⟦der⟧ seit 22 Jahren hier wohnt, lachte."),
        Example("Rosalind Tarrow, who runs it", "Rosalind Tarrow, ⟦der⟧ das Museum leitet, lächelte."),
        Example("Ann Berg, who owns the house, came.", "Ann Berg, der das Haus gehört, kam.", note="dative"),
        Example("Alexander Kots, a military blogger", "Alexander Kots, ⟦eine Militärbloggerin⟧, schrieb das."),
        Example("Alexander Kots, a blogger, wrote.", "Alexander Kots, ⟦eine prominente Bloggerin⟧, schrieb das."),
        Example("Mrs Helen Smith", "⟦Herr Helen Smith⟧ war da."),
        Example("Mr Peter Smith", "⟦Frau Peter Smith⟧ war da."),
        Example("the researcher Maria Lopez", "Das sagt ⟦Forscher Maria⟧ Lopez."),
        Example("Thomas Berg, who came late, laughed.", "Thomas Berg, ⟦die⟧ zu spät kam, lachte."),
        Example("Helen Smith, a teacher in York", "Helen Smith, ⟦ein junger Lehrer⟧ aus York, lachte."),
        Example("the author Karl Braun", "Die Rede hielt ⟦Autorin Karl⟧ Braun."),
    ],
)  # fmt: skip
def person_gender(unit: Unit) -> Iterator[Hit]:
    """A woman is spoken of as a man, or a man as a woman.

    English *who, a blogger, the researcher* have no gender; the first name tells. The table
    ``mtqa/knowledge/de/first_names.tsv`` holds names that only women or only men have. What may be a list, a plural or
    a dative (*Anna Weber, der man …*) is left alone.
    """
    view, names = unit.target, first_names()
    for at, form in enumerate(view.forms):
        if form in names and view.lower[at] != form:
            after = full_name(view, at)
            found = _before(unit, at, names[form]) if after else None
            if after and found is None and view.lower[after : after + 1] == [","] and not _several(view, at):
                found = _after(unit, after + 1, names[form])
            if found is not None:
                span = Span(view.tokens[found[0]].start, view.tokens[found[1]].end)
                yield Hit(span, f"„{form}“ is {SEXES[names[form]]}.", "", 0.88)


def _several(view: View, at: int) -> bool:
    """Whether the name is one of several, or what follows may belong to a noun before (*die Sprache von …, die*)."""
    return at > 0 and (view.lower[at - 1] in ("und", "oder", ",", "sowie", "-") or view.lower[at - 1] in prepositions())


def _before(unit: Unit, at: int, sex: str) -> tuple[int, int] | None:
    """Title or noun before the name that is of the other sex."""
    view = unit.target
    if not at:
        return None
    word = view.forms[at - 1]
    if word in TITLES:
        return (at - 1, at + 1) if TITLES[word] != sex and unit.segment.source else None
    if not word[0].isupper() or (
        at > 1 and view.lower[at - 2] in ("die", "den", "-", "der", "und", "beiden", "frau", "herr")
    ):
        return None
    after = full_name(view, at)
    if view.forms[after - 1].endswith("s"):
        return None
    if view.lower[after : after + 1] and view.lower[after] in ("und", ",", "sowie", "/", "&"):
        return None
    wrong = masculine(word) if sex == "F" else feminine(word)
    return (at - 1, at) if wrong else None


def _after(unit: Unit, at: int, sex: str) -> tuple[int, int] | None:
    """Relative pronoun or apposition behind the name that is of the other sex."""
    view = unit.target
    if at + 2 >= len(view.lower):
        return None
    low = view.lower[at]
    if (low, sex) in (("der", "F"), ("die", "M")) and _relative(unit, at):
        return at, at
    if (low, sex) in (("ein", "F"), ("eine", "M")):
        return _apposition(view, at, sex)
    return None


def _relative(unit: Unit, at: int) -> bool:
    """Whether a relative clause with a singular verb at its end, and no other subject, begins here."""
    view = unit.target
    end = clause_end(view.lower, at)
    if (
        end - at < 3
        or end >= len(view.lower)
        or view.forms[at + 1][0].isupper()
        or adjective_ending(view.forms[at + 1])
    ):
        return False
    first, last = view.lower[at + 1], view.lower[end - 1]
    if first in SUBJECTS or first in ("niemand", "jemand", "alle", "viele"):
        return False
    if first in determiners() and not (first in OBJECTS and _subject_in_source(unit) and last not in DATIVE_VERBS):
        return False
    return (last in finite_forms() or last in joined_forms()) and last not in past_plurals()


OBJECTS = frozenset(("das", "die", "den", "ein", "eine", "einen"))
DATIVE_VERBS = words(
    "gefällt gefiel gehört gehörte fehlt fehlte gelingt gelang schmeckt passt hilft half bleibt blieb droht drohte"
)


def _subject_in_source(unit: Unit) -> bool:
    """Whether the source says *who*, and neither *whom* nor *whose*."""
    return "who" in unit.source_words and not {"whom", "whose"} & unit.source_words


def _apposition(view: View, at: int, sex: str) -> tuple[int, int] | None:
    place = past_adjectives(view.forms, at + 1)
    if place + 1 >= len(view.forms) or view.lower[place + 1] in ("und", "oder", "-", "sowie"):
        return None
    word = view.forms[place]
    if view.lower[place + 1 : place + 2] == ["-"] or not word[0].isupper():
        return None
    return (at, place) if (masculine(word) if sex == "F" else feminine(word)) else None
