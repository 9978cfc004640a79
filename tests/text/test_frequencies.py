"""Word frequencies in arrays: what wordfreq's own dictionaries say."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from mtqa.text.frequencies import Frequencies, fingerprint, frequencies, packed


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path))
    return tmp_path


def test_frequencies_are_those_of_wordfreq_made_or_recalled(place: Path) -> None:
    from wordfreq import get_frequency_dict

    listed = get_frequency_dict("nl", "best")
    some = list(islice(listed, 0, None, 499))
    for _ in ("made", "recalled"):
        found = frequencies("nl")
        assert len(found) == len(listed)
        assert [found.get(word) for word in some] == [listed[word] for word in some]
        assert [found.get(word) for word in ("", "zzqqx", "\ud800")] == [0.0] * 3
        assert [path.name.partition("-")[0] for path in place.iterdir()] == ["words"]


def test_a_language_without_a_list_has_no_words(place: Path) -> None:
    assert len(frequencies("xx")) == 0
    assert frequencies("xx").get("word") == 0.0
    assert list(frequencies("xx").known(["word"])) == []
    assert list(place.iterdir()) == []


def test_many_words_are_told_at_once_in_their_order() -> None:
    found = Frequencies(**packed(enumerate([["the"], [], ["cat", "sat"]])))
    assert list(found.known(["sat", "dog", "the", "zebra", "a"])) == ["sat", "the"]
    assert [found.get(word) for word in ("the", "cat", "dog")] == [1.0, 10 ** (-2 / 100), 0.0]


def test_the_same_letters_in_another_order_have_another_fingerprint() -> None:
    assert len({fingerprint(word) for word in ("abc", "acb", "bac", "a" * 40, "a" * 41)}) == 5
