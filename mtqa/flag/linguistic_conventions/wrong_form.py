"""LIN226."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import wrong_forms

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "LIN226",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=wrong_forms,
    target_langs=("en",),
    priority=56,
    examples=[
        Example("Er ging.", "He went, bought and thought.", "de", "en"),
        Example("Kinder", "children’s feet and teeth", "de", "en"),
        Example("Childs Haus", "Mr Childs and Peter Knifes met.", "de", "en", note="names"),
        Example("Studien", "studies of wives and lives", "de", "en"),
        Example("Er putzte seine Schuhe.", "He shined his shoes; his father foots the bill.", "de", "en"),
        Example("Stillleben und verbleites Benzin", "still lifes and leaded petrol", "de", "en"),
        Example("Er kaufte es.", "He ⟦buyed⟧ it.", "de", "en"),
        Example("die Kinder", "the ⟦childs⟧ play", "de", "en"),
        Example("Sie dachte", "She ⟦thinked⟧ of it.", "de", "en"),
        Example("er versucht", "He ⟦trys⟧ it.", "de", "en"),
        Example("er selbst", "He did it ⟦hisself⟧.", "de", "en"),
    ],
)
def wrong_form(unit: Unit) -> Iterator[Hit]:
    """A form that no English word has: *goed, childs, hisself*.

    Irregular verbs and nouns with regular endings, and endings that are misspelt. The table
    ``mtqa/knowledge/en/wrong_forms.tsv`` holds them with the right ones.
    """
    view = unit.target
    for at, low in enumerate(view.lower):
        if low in wrong_forms() and view.forms[at] == low and (at == 0 or view.lower[at - 1] not in "-/_.@#"):
            span = span_of(view, at, at + 1)
            yield Hit(span, f"“{low}” is no word: “{wrong_forms()[low]}”.", wrong_forms()[low], 0.9)
