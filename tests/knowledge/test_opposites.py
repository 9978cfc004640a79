"""Opposites: the table is sound, and a sentence is turned round only where nothing excuses it."""

from __future__ import annotations

import pytest

from mtqa.knowledge.opposites import SILENT, opposites, turned_round
from mtqa.knowledge.table import alternatives, read_table
from mtqa.text.view import View


def told(source: str, target: str, langs: tuple[str, str] = ("en", "de")) -> list[str]:
    view = View(target, langs[1])
    found = turned_round(View(source, langs[0]), view)
    return [" ".join(view.forms[one.target[0] : one.target[1]]) for one in found]


def test_no_row_has_one_word_on_both_sides() -> None:
    for row in read_table("en-de", "opposites"):
        for one, other in (("one", "other"), ("one_de", "other_de")):
            said = [{text for text in alternatives(row[name]) if not text.startswith(SILENT)} for name in (one, other)]
            assert all(said), row
            assert not said[0] & said[1], row
        assert row["doubt"] in {"", "x"}, row


def test_every_row_serves_both_directions() -> None:
    rows = len(read_table("en-de", "opposites"))
    for langs in (("en", "de"), ("de", "en")):
        assert len({row for found in opposites(*langs).values() for row in found}) == 2 * rows
    assert opposites("en", "fr") == {}


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Turn the knob counterclockwise.", "Drehen Sie den Knopf im Uhrzeigersinn.", ["im Uhrzeigersinn"]),
        ("Turn the knob counterclockwise.", "Drehen Sie den Knopf gegen den Uhrzeigersinn.", []),
        ("Switch on the pump.", "Schalten Sie die Pumpe aus.", ["Schalten"]),
        ("Switch on the pump.", "Schalten Sie die Pumpe ein.", []),
        ("The employer bears the cost.", "Der Arbeitnehmer trägt die Kosten.", ["Arbeitnehmer"]),
        ("The employer bears the cost.", "Der Betrieb trägt die Kosten, nicht der Arbeitnehmer.", []),
        ("Prices rose and fell.", "Die Preise fielen.", []),
        ("Prices never rose.", "Die Preise fielen.", []),
        ("Prices rose less.", "Die Preise fielen.", []),
        ("Species declined steeply.", "Die Arten nahmen stark ab.", []),
        ("The favourite dropped out.", "Der Favorit stieg aus.", []),
        ("Every model has advantages.", "Jedes Modell hat Vor- und Nachteile.", []),
        ("Exports were the reason.", "Grund war der Importzoll.", []),
        ("Imports were the reason.", "Grund war der Einfuhrzoll und die Ausfuhr.", []),
        ("She worked part-time, then full-time.", "Sie arbeitete in Teilzeit, dann fest.", []),
        ("He wore a vest at Eastern Airlines.", "Er trug bei Eastern Airlines Westen.", []),  # a name
        ("They are blow-dry specialists.", "Sie sind auf feuchtes Haar spezialisiert.", []),
        ("The ticket is valid.", "Die Karte ist ungültig.", ["ungültig"]),
        ("The ticket is invalid.", "Die Karte ist gültig.", ["gültig"]),
        ("Enter at least ten.", "Höchstens zehn eingeben.", ["Höchstens"]),
        ("Prices rose and rose.", "Die Preise fielen und fielen und sanken.", ["fielen"]),
    ],
)
def test_a_sentence_is_turned_round_only_where_nothing_excuses_it(source: str, target: str, found: list[str]) -> None:
    assert told(source, target) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Schalten Sie die Pumpe ein.", "Switch off the pump.", ["Switch off"]),
        ("Der Mieter zahlt.", "The landlord pays.", ["landlord"]),
        ("Der Mieter zahlt an den Vermieter.", "The landlord pays.", []),
        ("Mindestens zehn Euro", "At most ten euros", ["At most"]),
        ("Öffnen Sie die Tür.", "They opened it and closed the door.", []),
    ],
)
def test_from_german_too(source: str, target: str, found: list[str]) -> None:
    assert told(source, target, ("de", "en")) == found


def test_a_sure_row_speaks_before_a_doubtful_one() -> None:
    found = list(turned_round(View("The upper limit is the maximum.", "en"), View("Das untere Minimum.", "de")))
    assert [one.row.doubtful for one in found] == [False, True]


def test_a_long_sentence_says_things_in_too_many_ways() -> None:
    assert told("Prices rose " + "and so on " * 30, "Die Preise fielen " + "und so weiter " * 30) == []
