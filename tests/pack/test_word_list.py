"""Word lists: what is written is read, in the same bytes every time, and damage is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.pack.word_list import load_words, save_words

WORDS = ("Haus", "übergroß", "#", "日本", "a b", " ")


def test_words_come_back_in_order_and_the_file_is_the_same_each_time(tmp_path: Path) -> None:
    save_words(tmp_path, "words", WORDS)
    first = (tmp_path / "words.txt.gz").read_bytes()
    save_words(tmp_path, "words", WORDS)
    assert (tmp_path / "words.txt.gz").read_bytes() == first
    assert load_words(tmp_path, "words") == list(WORDS)


def test_no_words_are_a_list_too(tmp_path: Path) -> None:
    save_words(tmp_path, "words", ())
    assert load_words(tmp_path, "words") == []


@pytest.mark.parametrize("keep", [5, 15, -8])
def test_a_list_that_is_cut_short_is_an_error(tmp_path: Path, keep: int) -> None:
    save_words(tmp_path, "words", WORDS)
    path = tmp_path / "words.txt.gz"
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises((OSError, ValueError)):
        load_words(tmp_path, "words")
