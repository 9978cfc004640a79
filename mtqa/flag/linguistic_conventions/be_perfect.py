"""LIN230."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import BE, DETERMINERS, PRONOUNS, nouns, plurals
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

GONE = words(
    "come arrived happened died stayed remained appeared disappeared occurred existed survived emerged collapsed arisen"
)
GERMAN = words("ist sind war waren bin bist seid")


@check(
    "LIN230",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=GONE,
    source_words=GERMAN,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Er ist gekommen.", "He has come and is gone.", "de", "en"),
        Example("die Verstorbenen", "The time was come-and-go; the happened is past.", "de", "en"),
        Example(
            "Was geschah, war gut.",
            "What was happened? All there is happened by chance.",
            "de",
            "en",
            note="the verb of another clause",
        ),
        Example("Er ist erwachsen.", "He is grown and the leaves are fallen.", "de", "en"),
        Example("Er ist gestern gekommen.", "He ⟦is come⟧ yesterday.", "de", "en"),
        Example("Sie sind angekommen.", "They ⟦are arrived⟧ at home.", "de", "en"),
        Example("Das ist schon oft passiert.", "This ⟦is already happened⟧ often.", "de", "en"),
        Example("Er ist gestorben.", "He ⟦is died⟧ in Berlin.", "de", "en"),
    ],
)
def be_perfect(unit: Unit) -> Iterator[Hit]:
    """The perfect is formed with *be*, as German *ist gekommen*.

    Verbs of motion and change have *sein* in German; in English every perfect has *have*: *has come, has arrived*. Verbs that
    can have no passive are judged.
    """
    view = unit.target
    if GERMAN.isdisjoint(unit.source_words):
        return
    for at, low in enumerate(view.lower[:-1]):
        end = at + 2 if view.lower[at + 1] in ("already", "not", "just", "never", "also", "only") else at + 1
        if low in BE and end < len(view.lower) and view.lower[end] in GONE and _perfect(view, at):
            yield Hit(
                span_of(view, at, end + 1),
                f"The perfect is formed with “have”: “has {view.lower[end]}”.",
                "",
                0.88,
            )


def _perfect(view: View, at: int) -> bool:
    """Whether the subject stands right before: a pronoun or a noun, and no *what* or *all* opens the clause."""
    low = view.lower[at - 1] if at else ""
    subject = (
        low in PRONOUNS
        or low == "this"
        or ((low in nouns() or low in plurals()) and at > 1 and view.lower[at - 2] in DETERMINERS)
    )
    return subject and {"what", "all", "whatever", "everything", "there"}.isdisjoint(view.lower[max(0, at - 4) : at])
