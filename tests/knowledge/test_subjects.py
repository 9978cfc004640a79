from __future__ import annotations

from mtqa.knowledge.subjects import past_genitive, subject_at
from mtqa.text.morphology import PLURAL
from mtqa.text.view import View


def test_a_subject_is_one_phrase_that_agrees_in_the_nominative() -> None:
    subject = subject_at(View("Die alten Häuser stehen leer.", "de"), 0)
    assert subject is not None
    assert (subject.after, subject.head) == (3, "Häuser")
    assert not subject.cells & ~PLURAL
    assert subject_at(View("Dem Haus fehlt ein Dach.", "de"), 0) is None


def test_a_genitive_belongs_to_the_subject_before_it() -> None:
    view = View("Die Ergebnisse der Studie sind gut.", "de")
    subject = subject_at(view, 0)
    assert subject is not None
    longer = past_genitive(view, subject)
    assert longer is not None
    assert longer.after == 4
