"""Rules of knowledge tables against pairs: when they speak, and what silences them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import mtqa.knowledge.dictionary
import mtqa.knowledge.rules
from mtqa.errors import PackError
from mtqa.knowledge.dictionary import dictionary, exact_links, stem_links
from mtqa.knowledge.match import violations
from mtqa.knowledge.rules import KINDS, buckets, rules, senses
from mtqa.knowledge.table import read_table
from mtqa.text.view import View

TABLES = {
    ("en-de", "senses"): [
        {"word": "bank", "pos": "noun", "sense": "riverside", "cues": "river|flood", "wrong": "Geldinstitut", "right": "Ufer"},
        {"word": "bank", "pos": "noun", "sense": "money house", "cues": "loan", "wrong": "Ufer", "right": "Bank|Geldinstitut"},
        {"word": "charge", "pos": "verb", "sense": "accuse", "cues": "murder", "wrong": "aufladen", "right": "anklagen"},
    ],
    ("en-de", "literal"): [
        {"word": "grind", "pos": "", "meaning": "wear down", "wrong": "mahlen", "unless": "coffee", "right": "zermürben"},
    ],
    ("en-de", "idioms"): [
        {"phrase": "mixed bag", "literal": "gemischt Tasche", "meaning": "varied", "right": "durchwachsen|gemischt"},
        {"phrase": "ring * bell", "literal": "Glocke", "meaning": "sound familiar", "right": "bekannt vorkommen"},
    ],
    ("en-de", "dictionary"): [
        {"word": "bolster", "pos": "verb", "renderings": "stärken|stützen"},
        {"word": "power plant", "pos": "noun", "renderings": "Kraftwerk"},
    ],
    ("de-en", "literal"): [
        {"word": "Krimi", "pos": "noun", "meaning": "crime novel", "wrong": "crime", "right": "thriller|crime novel"},
        {"word": "Sage", "pos": "noun", "meaning": "legend", "wrong": "say", "right": "legend"},
        {"word": "pfeifen", "pos": "verb", "meaning": "whistle", "wrong": "pipe", "right": "whistle"},
        {"word": "sich * verfahren", "pos": "phrase", "meaning": "get lost", "wrong": "procedure", "right": "lost"},
        {"word": "Island", "pos": "", "meaning": "Iceland", "wrong": "island", "right": "Iceland"},
    ],
    ("de-en", "dictionary"): [{"word": "Reiher", "pos": "noun", "renderings": "heron"}],
}  # fmt: skip


@pytest.fixture(autouse=True)
def small_tables(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def read(pair: str, name: str) -> list[dict[str, str]]:
        return TABLES.get((pair, name), [])

    caches = (rules, buckets, senses, dictionary)
    for module in (mtqa.knowledge.rules, mtqa.knowledge.dictionary):
        monkeypatch.setattr(module, "read_table", read)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


def found(source: str, target: str) -> list[str]:
    view = View(target, "de")
    return [
        " ".join(token.text for token in view.tokens[one.target[0] : one.target[1]])
        for one in violations(View(source, "en"), view)
    ]


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("They walked along the river bank.", "Sie gingen am Geldinstitut entlang.", ["Geldinstitut"]),
        ("They walked along the bank.", "Sie gingen am Geldinstitut entlang.", []),  # no cue, no verdict
        (
            "They walked along the river bank.",
            "Sie gingen am Ufer des Geldinstituts entlang.",
            [],
        ),  # a right one is there
        (
            "The bank gave a loan after the flood.",
            "Das Geldinstitut gab nach der Flut Geld.",
            [],
        ),  # two senses are cued
        ("He was charged with murder.", "Er wurde wegen Mordes aufgeladen.", ["aufgeladen"]),
        ("He was charged with murder.", "Man klagte ihn wegen Mordes an.", []),  # the prefix stands apart
        ("the murder charge", "die Mordanklage wurde aufgeladen", []),  # a noun here, and the rule is about the verb
        ("the grinding war", "der mahlende Krieg", ["mahlende"]),
        ("the coffee is ground, we grind it", "der Kaffee wird gemahlen, wir mahlen ihn", []),  # licensed by coffee
        ("It is a mixed bag.", "Es ist eine gemischte Tasche.", ["gemischte Tasche"]),
        ("It is a mixed bag.", "Das Bild ist gemischt.", []),
        ("That rings a bell.", "Das läutet eine Glocke.", ["Glocke"]),
        ("That rings many old church tower bell.", "Das läutet eine Glocke.", []),  # too far apart
    ],
)
def test_a_rule_speaks_in_its_company_alone(source: str, target: str, said: list[str]) -> None:
    assert found(source, target) == said


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("Sie liest einen Krimi.", "She reads a crime.", 1),
        ("Sie liest einen Krimi.", "She reads a crime novel.", 0),  # part of a right rendering
        ("Die alte Sage ist lang.", "The old say is long.", 1),
        ("Sagen Sie nichts!", "Say nothing!", 0),  # a verb, capitalised because it begins the sentence
        ("Er hört sie pfeifen.", "He hears them pipe.", 1),
        ("Er schnitzt gerne Pfeifen.", "He likes carving pipes.", 0),  # a noun
        ("Von 3 Pfeifen fehlt eine.", "Of 3 pipes one is missing.", 0),  # no sentence begins behind a number
        ("Sie haben sich im Wald verfahren.", "They made a procedure in the wood.", 1),
        ("Er behält sich vor, das Verfahren zu beenden.", "He may end the procedure.", 0),
        ("Sie zog nach Island.", "She moved to the island.", 1),
        ("Sie zog nach Rhode Island.", "She moved to Rhode Island.", 0),  # a name that both share
    ],
)
def test_a_rule_into_english_takes_no_noun_for_a_verb_and_no_name_for_a_rendering(
    source: str, target: str, said: int
) -> None:
    assert len(violations(View(source, "de"), View(target, "en"))) == said


def test_a_direction_without_tables_has_no_rules() -> None:
    assert violations(View("Das Haus", "de"), View("La maison", "fr")) == []


def test_a_dictionary_links_inflected_forms_and_stems_inside_words() -> None:
    source, target = View("They bolster it.", "en"), View("Die Verstärkung kam, sie stärken es.", "de")
    assert [(source.lower[a], target.lower[b]) for a, b in exact_links(source, target)] == [("bolster", "stärken")]
    at = [source.lower.index("bolster")]
    assert [target.lower[b] for _, b in stem_links(source, target, at, [1, 2])] == ["verstärkung"]


def test_the_other_direction_is_read_backwards() -> None:
    source, target = View("The heron waits.", "en"), View("Der Reiher wartet.", "de")
    assert [(source.lower[a], target.lower[b]) for a, b in exact_links(source, target)] == [("heron", "reiher")]


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_shipped_table_of_rules_parses_and_does_not_contradict_itself(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(mtqa.knowledge.rules, "read_table", read_table)
    rules.cache_clear()
    every = {id(rule): rule for found in rules("en", "de").values() for rule in found if rule.kind == kind}
    assert len(every) > 500
    for rule in every.values():
        assert rule.pattern, rule.source
        assert rule.meaning, rule.source
        assert rule.wrong, rule.source
        assert rule.right, rule.source


def test_a_ragged_row_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    class Fake:
        def is_file(self) -> bool:
            return True

        def read_text(self, **_options: str) -> str:
            return "# what it is\nword\trenderings\nhouse\tHaus\nbroken\n"

    monkeypatch.setattr("mtqa.knowledge.table.table_path", lambda _pair, _name: Fake())
    with pytest.raises(PackError, match=r"en-de/x\.tsv:4: expected 2 cells, found 1; correct the line"):
        read_table("en-de", "x")
