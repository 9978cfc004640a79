"""Sentences of German and English, and that nothing of a text gets lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.segment import sentences

GERMAN = [
    ["3. Jan. (dpa) Er kam."],
    ["BERLIN, 3. Jan. (dpa) – Der Kanzler kam.", "Er blieb."],
    ["Der 2. Weltkrieg endete 1945.", "Danach kam Frieden."],
    ["Am 3. Oktober 1990 war es so weit.", "Dann ging er."],
    ["Er belegte Platz 2.", "Danach ging er."],
    ["Er wohnt in der Hauptstr. 12.", "Sie auch."],
    ["Die Fa. Müller GmbH & Co. KG sitzt hier.", "Sie ist alt."],
    ["Das sind z. B. Äpfel.", "Es gibt u. a. Birnen."],
    ["Karl der Große, geb. 747, kam.", "Prof. Dr. Meier ging um 15 Uhr."],
    ["Es kostet 7,2 Mio. Euro.", "Das ist viel."],
    ["1. Erstens das.", "2. Zweitens jenes."],
    ["„Was?“, fragte er.", "„Nichts.“", "Er ging."],
    ["„Das ist unsere strategische Niederlage.“ schrieb Alexander Kots.", "Er fügte hinzu."],
    ["„Komm!“ rief sie.", "»Nein.«", "Er ging."],
    ["Er sagte: „Ich gehe heute nach Hause.", "Du bleibst aber lieber noch hier.“", "Dann ging er."],
    ["Das ist „gut.”", "Er ging."],
    ["Wie geht's?", "😀 Gut.", "Ja!!!"],
]
ENGLISH = [
    ["Mr. Smith went to Washington.", "He came back."],
    ["The U.S. President spoke.", "Gen. Lee left at 5 p.m. on Jan. 5."],
    ["“Nobody is talking,” wrote Kots.", "“Yes!” he said."],
    ["He added that it had “every chance of becoming historic.”", "He may be right."],
    ["“If we leave, our fortifications will fall.", "Nobody knows it at all, yes.”", "He left."],
    ['"It is a long sentence in here.', 'And another one follows here."', "He left.", '"What?"', "He came."],
    ["ANCHORAGE, Alaska – Alaska was not on the cards.", "Yet it is here."],
]


@pytest.mark.parametrize("parts", GERMAN, ids=" ".join)
def test_german_is_parted_where_a_reader_would(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text, "de")] == parts


@pytest.mark.parametrize("parts", ENGLISH, ids=" ".join)
def test_english_is_parted_where_a_reader_would(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text, "en")] == parts


def test_an_unknown_language_is_still_parted() -> None:
    text = "Ez egy mondat. Ez egy másik."
    assert [text[start:end] for start, end in sentences(text, "hu")] == ["Ez egy mondat.", "Ez egy másik."]


def test_no_break_spaces_before_initials_do_no_harm() -> None:
    text = "Das sind z.\u00a0B. Äpfel von A.\u00a0B. Meier. Gut so."
    assert len(sentences(text, "de")) == 2


@pytest.mark.parametrize("text", ["", " \r\n\t\u00a0", "\n\n"])
def test_a_text_of_white_space_has_no_sentence(text: str) -> None:
    assert sentences(text, "de") == []


CHARACTERS = st.text(alphabet="abÄZ .!?,;:„“”\"'’»«()[]-–*…0123\n\r\t\u00a0\u2028\u0085😀é日。\u200b\ud800")


@given(text=CHARACTERS, lang=st.sampled_from(["de", "en", "fr", "", "xx"]))
def test_sentences_and_white_space_between_them_are_the_whole_text(text: str, lang: str) -> None:
    found = sentences(text, lang)
    places = [0, *(place for span in found for place in span), len(text)]
    assert places == sorted(places)
    assert all(start < end for start, end in found)
    gaps = [text[left:right] for left, right in pairwise(places)][::2]
    assert all(not gap.strip() for gap in gaps)
    assert all(text[start:end] == text[start:end].strip() for start, end in found)
