from __future__ import annotations

import subprocess
import sys

import pytest

from mtqa.pack.train_tokenizer import train_tokenizer

TEXTS = [
    "Die Rüstung und die Kontrolle: Rüstungskontrolle.",
    "The armour and the control; arms control (1987).",
    "Die Kontrolle der Rüstung begann 1987.",
] * 3


def test_frequent_words_stay_whole() -> None:
    assert train_tokenizer(TEXTS, 400).encode("die Kontrolle").tokens == ["die", "kontrolle"]


@pytest.mark.parametrize("text", ["RÜSTUNG", "rüstung", "Ru\u0308stung", "Rustung"])
def test_case_and_accents_make_no_difference(text: str) -> None:
    tokenizer = train_tokenizer(TEXTS, 400)
    assert tokenizer.encode(text).ids == tokenizer.encode("Rüstung").ids


def test_masked_stretches_part_words_and_leave_nothing() -> None:
    tokenizer = train_tokenizer(TEXTS, 400)
    assert tokenizer.encode("die\ufffc\ufffcKontrolle").tokens == ["die", "kontrolle"]


def test_numbers_are_words_of_their_own() -> None:
    assert train_tokenizer(TEXTS, 400).encode("Kontrolle1987die").tokens == ["kontrolle", "1987", "die"]


def test_the_vocabulary_is_no_larger_than_asked_for() -> None:
    assert train_tokenizer(TEXTS, 120).get_vocab_size() <= 120


def test_no_piece_of_running_text_is_taken_for_a_special_token() -> None:
    assert [token.content for token in train_tokenizer(TEXTS, 400).get_added_tokens_decoder().values()] == []


def test_another_process_trains_the_same_bytes() -> None:
    code = f"from mtqa.pack.train_tokenizer import train_tokenizer; print(train_tokenizer({TEXTS!r}, 150).to_str())"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]
