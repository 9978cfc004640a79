from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtqa.pack import keys as keys_module
from mtqa.pack import lexicon as lexicon_module
from mtqa.pack.lexicon import TableLexicon
from mtqa.pack.load import FolderPack
from mtqa.pack.tables import PROBABILITY, Table, quantise
from mtqa.text.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from mtqa.pack.base import Lexicon

SOURCES = ["The man sees a house.", "The woman reads the book.", "A dog finds 5 cards.", "", "House", "reads " * 90]
TARGETS = ["Der Mann sieht ein Haus.", "Die Frau kauft den Garten.", "Ein Hund findet 5,0 Karten.", "Haus", "", "liest"]


@pytest.fixture
def forward(pack: Path) -> Lexicon:
    return FolderPack(pack).lexicon("en", "de")


@pytest.mark.parametrize(("word", "translation"), [("house", "haus"), ("SEES", "sieht"), ("garden", "garten")])
def test_the_most_probable_translation_is_the_right_one_in_both_directions(
    pack: Path, word: str, translation: str
) -> None:
    opened = FolderPack(pack)
    assert opened.lexicon("en", "de").translations(word)[0][0] == translation
    assert opened.lexicon("de", "en").translations(translation)[0][0] == word.lower()


def test_translations_are_sorted_and_their_probabilities_sum_to_one_at_most(forward: Lexicon) -> None:
    for word in ("the", "a", "house", "man"):
        values = [value for _, value in forward.translations(word)]
        assert values == sorted(values, reverse=True)
        assert 0 < sum(values) <= 1.1


def test_an_unknown_word_has_no_translation(forward: Lexicon) -> None:
    assert forward.translations("xylophone") == []
    assert "xylophone" not in forward
    assert "House" in forward


def test_support_names_the_word_that_gives_it(forward: Lexicon) -> None:
    source, target = words("The woman sees a house."), words("Die Frau sieht ein Haus.")
    [(values, places)] = forward.support([source], [target])
    assert [source[place] for place in places] == ["The", "woman", "sees", "a", "house", "."]
    assert values.dtype == np.float32
    assert places.dtype == np.int32
    assert (values > 0.2).all()


def test_words_of_another_sentence_get_no_support(forward: Lexicon) -> None:
    [(values, places)] = forward.support([words("The woman reads the book.")], [["Hund", "Karten", "xyz"]])
    assert values.tolist() == [0, 0, 0]
    assert places.tolist() == [-1, -1, -1]


def test_a_batch_gives_what_its_pairs_give_one_by_one(forward: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    sources, targets = [words(text) for text in SOURCES * 3], [words(text) for text in TARGETS * 3]
    monkeypatch.setattr(lexicon_module, "CHUNK", 4)
    batch = forward.support(sources, targets)
    for source, target, (values, places) in zip(sources, targets, batch, strict=True):
        [(value, place)] = forward.support([source], [target])
        assert values.tolist() == value.tolist()
        assert places.tolist() == place.tolist()
        assert values.shape == places.shape == (len(target),)


def test_a_long_pair_gets_the_same_support_without_a_table_of_all_pairs(
    forward: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, targets = (words(" ".join([*texts, "7,000 of 12 7000", *texts])) for texts in (SOURCES, TARGETS))
    [(values, places)] = forward.support([sources], [targets])
    monkeypatch.setattr(lexicon_module, "CELLS", 0)
    [(again, there)] = forward.support([sources], [targets])
    assert values.tolist() == again.tolist()
    assert places.tolist() == there.tolist()
    assert places.max() > 0 > places.min()


def test_forgetting_words_changes_no_result(forward: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    sources, targets = [words(text) for text in SOURCES], [words(text) for text in TARGETS]
    before = forward.support(sources, targets)
    monkeypatch.setattr(keys_module, "REMEMBERED", 1)
    for (value, place), (again, there) in zip(before, forward.support(sources, targets), strict=True):
        assert value.tolist() == again.tolist()
        assert place.tolist() == there.tolist()


def test_a_number_is_supported_by_the_same_digits_whatever_its_separators(forward: Lexicon) -> None:
    [(values, places)] = forward.support([["It", "costs", "1,234.50"]], [["1.234,50", "1.234,51"]])
    assert places.tolist() == [2, -1]
    assert values[0] > 0.8


def lexicon(entries: dict[tuple[str, str], float], stems: dict[tuple[str, str], float]) -> TableLexicon:
    return TableLexicon(table(entries), table(stems), (("s",), ("en", "er", "e")))


def table(entries: dict[tuple[str, str], float]) -> Table:
    sources, targets = sorted({pair[0] for pair in entries}), sorted({pair[1] for pair in entries})
    ordered = sorted(entries, key=lambda pair: (sources.index(pair[0]), targets.index(pair[1])))
    counts = np.bincount([sources.index(pair[0]) for pair in ordered])
    level = quantise(np.array([entries[pair] for pair in ordered]))
    return Table(
        tuple(sources), tuple(targets), np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32),
        np.array([targets.index(pair[1]) for pair in ordered], dtype=np.uint32), level, level,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("house", "haus", 1.0),
        ("houses", "Häuser", 0.4),  # both known by their stem alone
        ("house", "Häuser", 0.4),
        ("house", "Spielhaus", 0.2),  # a compound that ends in a known word
        ("houses", "Spielhauser", 0.2),
        ("game", "Hauses", 0.0),
    ],
)
def test_relatives_count_at_a_discount(source: str, target: str, expected: float) -> None:
    tables = lexicon({("house", "haus"): 1.0}, {("house", "haus"): 1.0, ("game", "spiel"): 1.0})
    [(values, _)] = tables.support([[source]], [[target]])
    assert values[0] == pytest.approx(expected, rel=0.03)


def test_the_highest_support_wins_and_of_equals_the_first() -> None:
    tables = lexicon({("big", "gross"): 0.2, ("large", "gross"): 0.5, ("great", "gross"): 0.5}, {("x", "y"): 1.0})
    [(values, places)] = tables.support([["big", "large", "great", "large"]], [["gross"]])
    assert places.tolist() == [1]
    assert values[0] == pytest.approx(0.5, rel=0.03)


def test_a_table_reversed_twice_is_itself() -> None:
    one = table({("a", "x"): 0.5, ("a", "y"): 0.25, ("b", "x"): 0.1})
    other = one.reversed().reversed()
    assert other.source == one.source
    for name in ("rows", "columns", "forward", "backward"):
        assert getattr(other, name).tolist() == getattr(one, name).tolist()


@pytest.mark.parametrize("probability", [1.0, 0.5, 0.04, 0.0011])
def test_a_byte_keeps_a_probability_within_two_percent(probability: float) -> None:
    assert PROBABILITY[quantise(np.array([probability]))[0]] == pytest.approx(probability, rel=0.02)


def test_what_is_too_small_is_pruned() -> None:
    assert quantise(np.array([0.0, 0.0005])).tolist() == [0, 0]
