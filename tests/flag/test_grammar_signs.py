"""What grammar says against a word that the judge suspects."""

from __future__ import annotations

import pytest

from mtqa.flag.grammar_signs import sign_at
from mtqa.judge.evidence import Evidence
from mtqa.text.view import View


def name_of(target: str, word: str) -> str:
    row = Evidence(View(target, "de"), View("", "en"))
    sign = sign_at(row, row.target.lower.index(word))
    return sign.name if sign else ""


@pytest.mark.parametrize(
    ("target", "word", "name"),
    [
        ("Er sagt, dass er habe gebissen mehr.", "habe", "order"),
        ("Das Ziel, das wurde im Ausland gesehen lange.", "wurde", "order"),
        ("Der Plan, die er hatte, war gut.", "die", "relative"),
        ("Er nahm das Straße nach Bonn.", "straße", "phrase"),
        ("Sie wohnt in einem ehemaligem Kloster.", "einem", "phrase"),
    ],
)
def test_signs(target: str, word: str, name: str) -> None:
    assert name_of(target, word) == name


@pytest.mark.parametrize(
    ("target", "word"),
    [
        ("Was hat er gestern gekauft?", "hat"), ("Warum ist der Mann gegangen?", "ist"),
        ("Seit Montag hat er Urlaub genommen.", "hat"),
        ("Bis dahin hatten sich die Beamten geeinigt.", "hatten"), ("Er sah das Haus, den Garten und den Hof.", "den"),
        ("Er sagt, dass er es gesehen habe.", "habe"), ("Und „ich gehe jetzt nach Hause“, sagte er.", "gehe"),
        ("Der Plan, den er hatte, war gut.", "den"), ("Er nahm die Straße nach Bonn.", "straße"),
    ],
)  # fmt: skip
def test_good_sentences_have_none(target: str, word: str) -> None:
    assert not name_of(target, word)


def test_a_phrase_is_named_by_its_own_words() -> None:
    row = Evidence(View("Er nahm das Straße das Stadt.", "de"), View("", "en"))
    sign = sign_at(row, row.target.lower.index("straße"))
    assert sign is not None
    assert "„das Straße“" in sign.message
