"""What the judge of rough texts knows of the target's grammar."""

from __future__ import annotations

import pytest

from mtqa.data import Segment
from mtqa.judge.english import ENGLISH
from mtqa.judge.evidence import Evidence, gather
from mtqa.judge.flat import Flat
from mtqa.judge.german import GERMAN
from mtqa.judge.grammar import COLUMNS, JOINED, OF_RELATIVE, PURPOSE, RELATIVE, grammar_columns
from mtqa.judge.kinds import Kind, Number, Verb


def evidence(*targets: str, lang: str = "de") -> list[Evidence]:
    return gather([Segment(target=target, target_lang=lang) for target in targets])


def said(target: str, word: str, column: str, lang: str = "de") -> float:
    rows = evidence(target, lang=lang)
    return float(grammar_columns(Flat.of(rows))[rows[0].target.lower.index(word), COLUMNS.index(column)])


@pytest.mark.parametrize(
    ("target", "word", "column", "value"),
    [
        ("Er sagt, dass er habe gebissen.", "habe", "finite from end", 1),
        ("Er sagt, dass er gebissen habe.", "habe", "finite from end", 0),
        ("Er sagt, dass er gebissen habe.", "habe", "opening", Kind.SUBORDINATOR),
        ("Der Mann, der das sagte, kam.", "sagte", "opening", RELATIVE),
        ("Das Haus, in dem er wohnte, brannte.", "wohnte", "opening", OF_RELATIVE),
        ("Er kam, um zu helfen.", "helfen", "opening", PURPOSE),
        ("Er kam und sie ging.", "sie", "opening", Kind.SUBJECT),
        ("Heute ging er, und morgen kommt sie.", "morgen", "opening", Kind.OTHER + JOINED),
        ("Heute der Mann ging nach Hause.", "ging", "nouns before", 1),
        ("Heute ging der Mann nach Hause.", "ging", "nouns before", 0),
        ("War Arjun schlug Männer.", "schlug", "finite before", 1),
        ("Sie hat den Brief.", "hat", "helper", 1),
        ("Sie hat den Brief geschrieben.", "hat", "helper", 2),
        ("Es seit Napoleon gegolten.", "gegolten", "participle", 1),
        ("Die Tiere rammte das Ruder.", "rammte", "number clash", 0),
        ("Die Krankenhäuser wurde geschlossen.", "wurde", "number clash", 1),
        ("Das Haus wurde geschlossen.", "wurde", "number clash", 0),
        ("Der Hund wurden geschlossen.", "wurden", "number clash", 2),
        ("Er nahm das Straße.", "straße", "phrase", 2),
        ("Er nahm die Straße.", "straße", "phrase", -1),
        ("Der Plan, die er hatte, war gut.", "die", "relative", 3),
        ("Der Plan, den er hatte, war gut.", "den", "relative", 1),
        ("Er versucht zu schlafen.", "zu", "marker", 2),
    ],
)
def test_german(target: str, word: str, column: str, value: float) -> None:
    assert said(target, word, column) == value


@pytest.mark.parametrize(
    ("target", "word", "column", "value"),
    [
        ("He saw these house.", "house", "phrase", 2),
        ("He saw these houses.", "houses", "phrase", -1),
        ("A dogs barked.", "dogs", "phrase", 2),
        ("She has written it.", "has", "helper", 2),
        ("Because they has come, we left.", "has", "number clash", 1),
        ("Because it rained, we stayed.", "rained", "opening", Kind.SUBORDINATOR),
    ],
)
def test_english(target: str, word: str, column: str, value: float) -> None:
    assert said(target, word, column, "en") == value


def test_neighbours_end_with_the_segment() -> None:
    rows = evidence("Er kam.", "Sie ging.")
    columns = grammar_columns(Flat.of(rows))
    alone = [grammar_columns(Flat.of([row])) for row in rows]
    assert (columns[: len(alone[0])] == alone[0]).all()
    assert (columns[len(alone[0]) :] == alone[1]).all()


def test_nothing_is_said_of_a_language_that_is_not_read() -> None:
    rows = evidence("La maison est grande.", lang="fr")
    assert not grammar_columns(Flat.of(rows)).any()
    assert grammar_columns(Flat.of([])).shape == (0, len(COLUMNS))


@pytest.mark.parametrize(
    "target", ["", ".", "…!", "„“", "-", "(", "Und", "Und.", ", dass", "der", "1 2 3", "http://x.de"]
)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_any_text_can_be_read(target: str, lang: str) -> None:
    rows = evidence(target, lang=lang)
    assert grammar_columns(Flat.of(rows)).shape == (len(rows[0].target.tokens), len(COLUMNS))


@pytest.mark.parametrize(
    ("word", "kind"),
    [("dass", Kind.SUBORDINATOR), ("der", Kind.DETERMINER), ("im", Kind.CONTRACTED), ("ging", Kind.FINITE),
     ("gegangen", Kind.PARTICIPLE), ("gehen", Kind.PLAIN), ("große", Kind.ADJECTIVE), ("Haus", Kind.NOUN), (",", Kind.BOUNDARY),
     ("sich", Kind.OBJECT), ("7", Kind.NUMBER)],
)  # fmt: skip
def test_kinds_of_german_words(word: str, kind: Kind) -> None:
    assert GERMAN.kind(word, False) == kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [("that", Kind.SUBORDINATOR), ("the", Kind.DETERMINER), ("of", Kind.PREPOSITION), ("is", Kind.FINITE), ("London", Kind.NOUN),
     ("houses", Kind.NOUN), ("beautiful", Kind.ADJECTIVE), ("taken", Kind.PARTICIPLE), ("who", Kind.OPENER)],
)  # fmt: skip
def test_kinds_of_english_words(word: str, kind: Kind) -> None:
    assert ENGLISH.kind(word, False) == kind


def test_forms_of_verbs() -> None:
    assert GERMAN.verb("anzufangen") & Verb.MARKED
    assert GERMAN.number("ging") == Number.SINGULAR
    assert GERMAN.number("gingen") == Number.PLURAL
    assert said("Das Gehen fällt schwer.", "gehen", "verb") == Verb.NONE, "a noun inside a sentence"
    assert int(said("Gehen wir.", "gehen", "verb")) & Verb.PLAIN, "a verb with the capital of its sentence"
    assert ENGLISH.verb("going") & Verb.MARKED
