"""Verb frames: the table is sound, and what stands elsewhere in the clause is found."""

from __future__ import annotations

import pytest

from mtqa.knowledge.frames import broken_frames, frames, may_break
from mtqa.text.lexicon import base_form
from mtqa.text.view import View


def told(source: str, target: str) -> list[str]:
    english, german = View(source, "en"), View(target, "de")
    if not may_break(english, german):
        return []
    return [" ".join(german.lower[one.first : one.end]) for one in broken_frames(english, german)]


def test_every_row_names_a_verb_by_its_infinitive_and_never_a_preposition_as_right_and_wrong() -> None:
    for those in frames().values():
        for frame in those:
            assert base_form(frame.verb, "de") == frame.verb, frame
            assert frame.wrong, frame
            assert not frame.right & frame.wrong, frame
            assert frame.particle, frame


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("They asked us for more time.", "Sie baten uns nach mehr Zeit.", ["baten uns nach"]),
        ("I depend on him.", "Ich hänge auf ihm ab.", ["hänge auf"]),
        ("He insists on a reply.", "Er besteht an einer Antwort.", ["besteht an"]),
        ("He is dying of hunger.", "dass er vom Hunger stirbt", ["vom hunger stirbt"]),
        ("They waited for him.", "Sie warteten gestern im Regen vor dem Haus des Bürgermeisters für ihn.", []),
        (
            "They waited for news.",
            "Sie warteten gestern im Regen vor dem Haus des Bürgermeisters für eine Nachricht.",
            ["für"],
        ),
        ("He asked for silence, and we went to the sea.", "Er bat darum, und wir fuhren nach Kiel.", []),
        ("He asked, and left for home.", "Er bat, und ging nach Hause.", []),
        ("Prices rose to ten euros.", "Die Preise stiegen, um zu bleiben.", []),
        ("Prices rose to ten euros.", "Die Preise stiegen zu zehn Euro.", []),
        ("Prices rose to a peak.", "Die Preise stiegen zu einem Hoch.", ["stiegen zu"]),
    ],
)
def test_frames_are_found_across_the_clause(source: str, target: str, found: list[str]) -> None:
    assert told(source, target) == found
