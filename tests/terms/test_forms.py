"""Inflection and compounds of glossary terms."""

from __future__ import annotations

import pytest

from mtqa.terms.find import Index, has, shortened
from mtqa.terms.forms import contains, related, separated
from mtqa.text.view import View

RELATED = [
    ("Speicherkarte", "Speicherkarten", "de"), ("Kopf", "Köpfe", "de"), ("Benutzer", "Benutzern", "de"),
    ("Benutzerin", "Benutzerinnen", "de"), ("Verzeichnis", "Verzeichnisses", "de"), ("öffentlich", "öffentlichen", "de"),
    ("Kachelserver", "Kachelservers", "de"), ("speichern", "gespeichert", "de"), ("Straße", "Strassen", "de"),
    ("memory", "memories", "en"), ("cache", "caching", "en"), ("plan", "planned", "en"), ("Folder", "folders", "en"),
    ("child", "children", "en"), ("DVD", "DVDs", "de"), ("user", "user's", "en"), ("copy", "copied", "en"),
]  # fmt: skip
STRANGE = [
    ("setting", "set", "en"),
    ("Speicher", "speichern", "de"), ("Karte", "Karton", "de"), ("Rat", "Rate", "en"), ("server", "serve", "en"),
    ("IT", "its", "en"), ("Rat", "Ratte", "de"), ("disk", "disc", "en"), ("new", "news paper", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("term", "word", "lang"), RELATED)
def test_forms_of_one_word_are_related(term: str, word: str, lang: str) -> None:
    assert related(term, word, lang)


@pytest.mark.parametrize(("term", "word", "lang"), STRANGE)
def test_other_words_are_not(term: str, word: str, lang: str) -> None:
    assert not related(term, word, lang)


@pytest.mark.parametrize("word", ["Speicherkartenslot", "Flashspeicherkarte", "Speicherkartenfach"])
def test_a_compound_contains_its_parts(word: str) -> None:
    assert contains(word, "Speicherkarte", "de")


@pytest.mark.parametrize(("word", "term"), [("Heirat", "Rat"), ("Kartoffel", "Karte"), ("Bankett", "Bank")])
def test_a_word_with_the_same_letters_is_no_compound(word: str, term: str) -> None:
    assert not contains(word, term, "de")


def test_separable_verbs_are_told_by_their_prefix() -> None:
    assert separated("anmelden", "de") == ("an", "melden")
    assert separated("antworten", "de") != ("ant", "worten")
    assert separated("sign", "en") is None


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("Melden Sie sich bitte an.", "anmelden"), ("um sich anzumelden", "anmelden"), ("Sie ist angemeldet.", "anmelden"),
        ("die SD-Speicherkarten", "SD-Speicherkarte"), ("Speicher-Karte", "Speicherkarte"),
        ("Aktivieren Sie die Rechtschreibprüfung.", "Rechtschreibprüfung aktivieren"),
        ("der Speicherkartenslot", "Speicherkarte"), ("mit lokalen Karten", "lokale Karte"),
    ],
)  # fmt: skip
def test_a_rendering_counts_in_any_form(text: str, rendering: str) -> None:
    assert has(View(text, "de"), rendering, "de")


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("Sie melden das.", "anmelden"),
        ("an, anzu, ange", "anmelden"),
        ("die Karte", "Speicherkarte"),
        ("speichern", "Speicher"),
    ],
)
def test_another_word_does_not(text: str, rendering: str) -> None:
    assert not has(View(text, "de"), rendering, "de")


def test_a_compound_s_head_may_stand_for_it() -> None:
    assert shortened(View("Die Karte ist voll.", "de"), "Speicherkarte", "de")
    assert not shortened(View("Der Stick ist voll.", "de"), "Speicherkarte", "de")


def test_the_longest_term_wins_and_masked_words_are_none() -> None:
    index = Index([("memory", False, "short"), ("memory card", False, "long")], "en")
    assert [match.what for match in index.find(View("Memory-cards have memory.", "en"))] == ["long", "short"]
    assert index.find(View("Run `memory card` now.", "en")) == []


def test_letter_case_counts_where_the_glossary_says_so() -> None:
    index = Index([("Word", True, "product")], "en")
    assert index.find(View("a word of Word", "en"))[0].first == 3


def test_a_part_of_a_word_with_hyphens_is_no_term() -> None:
    index = Index([("value", False, "value")], "en")
    assert index.find(View("the value-added tax", "en")) == []
    assert index.find(View("of added-value", "en")) == []
    assert index.find(View("the value - yes", "en"))
    assert Index([("Wert", False, "")], "de").find(View("der SI-Wert", "de"))


def test_a_verb_may_become_a_noun() -> None:
    assert has(View("nach der Registrierung", "de"), "registrieren", "de")
    assert has(View("vor der Neuinstallation", "de"), "installieren", "de")
    assert not has(View("die Regie", "de"), "registrieren", "de")


def test_many_terms_are_looked_up_by_their_first_word() -> None:
    index = Index(((f"term{chr(97 + number % 26)}x{number} unit", False, number) for number in range(5000)), "en")
    assert index.find(View("no such words here", "en")) == []
    assert max(map(len, index.by_key.values())) < 5000
