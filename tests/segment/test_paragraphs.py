"""Line breaks: which end a paragraph and which only wrap it."""

from __future__ import annotations

import pytest

from mtqa.segment import sentences
from mtqa.segment.paragraphs import paragraphs

WRAPPED = """\
Die Verhandlungen über das neue Abkommen dauern nun schon seit mehr als
einem halben Jahr an, und noch immer ist kein Ende in Sicht. Die beiden
Seiten werfen einander vor, die Gespräche absichtlich zu verzögern, um
daheim besser dazustehen.

Am Mittwoch soll es weitergehen
"""


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_one_paragraph_a_line(newline: str) -> None:
    lines = ["Überschrift ohne Punkt", "Ein Satz. Noch einer.", "a" * 200, "Der letzte Absatz"]
    assert texts(newline.join(lines)) == lines


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_wrapped_text_is_broken_at_blank_lines_only(newline: str) -> None:
    found = texts(WRAPPED.replace("\n", newline))
    assert len(found) == 2
    assert found[0].startswith("Die Verhandlungen")
    assert found[0].endswith("dazustehen.")


def test_a_short_line_in_wrapped_text_ends_a_paragraph() -> None:
    text = "Neues Abkommen in Sicht\n" + WRAPPED
    assert texts(text)[0] == "Neues Abkommen in Sicht"
    assert len(texts(text)) == 3


def test_bullets_in_wrapped_text_are_paragraphs() -> None:
    item = "- ein Punkt, der so lang ist, dass er fast die ganze Zeile ausfüllt, ja"
    assert texts(f"{WRAPPED}\n{item}\n{item}\n")[-2:] == [item, item]


def test_lists_and_verse_are_broken_at_every_line() -> None:
    lines = ["Milch", "Eier", "Brot und Butter", "Ein ganzes Pfund Zucker"]
    assert texts("\n".join(lines)) == lines


def test_a_single_break_before_lower_case_goes_on() -> None:
    text = "Der Gipfel in Alaska gilt vielen Beobachtern als ein Sieg\nfür den Kreml."
    assert texts(text) == [text]


def test_a_lone_dash_stays_with_the_line_before_it() -> None:
    text = "Titel\n\nAnchorage, Alaska\n–\nEs ist unwahrscheinlich. Doch."
    assert [text[start:end] for start, end in sentences(text, "de")] == [
        "Titel", "Anchorage, Alaska\n–", "Es ist unwahrscheinlich.", "Doch.",
    ]  # fmt: skip


def test_debris_at_the_beginning_goes_with_what_follows() -> None:
    text = "***\n\nTitel\nSatz."
    assert [text[start:end] for start, end in sentences(text, "de")] == ["***\n\nTitel", "Satz."]


def test_a_text_of_marks_alone_is_one_piece() -> None:
    assert sentences("–\n\n***", "de") == [(0, 6)]
