"""Patterns over dictionary forms."""

from __future__ import annotations

import pytest

from mtqa.knowledge.pattern import Choice, find, find_any, find_in, parse
from mtqa.text.view import View


@pytest.mark.parametrize(
    ("pattern", "text", "lang", "found"),
    [
        ("call", "They called twice.", "en", ["called"]),
        ("=call", "They called for a call.", "en", ["call"]),
        ("press conference", "Two press conferences later", "en", ["press conferences"]),
        ("sell * to", "It was sold very cheaply to them", "en", ["sold very cheaply to"]),
        ("sell * to", "It was sold one two three four to them", "en", []),
        ("head/ward off", "They warded off the blow", "en", ["warded off"]),
        ("rot Fleisch", "Das ist rotes Fleisch für sie", "de", ["rotes Fleisch"]),
        ("Bingo Karte", "auf den Bingo-Karten", "de", []),
        ("Bingo-Karte", "auf den Bingo-Karten und Bingo Karten", "de", ["Bingo-Karten", "Bingo Karten"]),
        ("state of the art", "state-of-the-art state of the art", "en", ["state-of-the-art", "state of the art"]),
        ("high-stakes", "a high stakes, high-stakes game", "en", ["high stakes", "high-stakes"]),
        ("Wurzelursache", "die Wurzelursachen einer Wurzelursache", "de", ["Wurzelursachen", "Wurzelursache"]),
        ("Wurzel", "die Wurzelursachen", "de", []),
        ("driver", "the drivers and the driver's pay", "en", ["drivers", "driver's"]),
        ("night's", "at night, a night's rest", "en", ["night's"]),
    ],
)
def test_a_pattern_finds_all_inflected_forms_and_nothing_else(
    pattern: str, text: str, lang: str, found: list[str]
) -> None:
    view = View(text, lang)
    places = list(find(parse(pattern, lang), view.lower, view.bases))
    assert [text[view.tokens[a].start : view.tokens[b - 1].end] for a, b in places] == found
    assert list(find_in(parse(pattern, lang), view)) == places
    choice = Choice([parse("nothing/of/that/kind at all", lang), parse(pattern, lang)])
    assert sorted(set(find_any(choice, view))) == places
