from __future__ import annotations

import pytest

from mtqa.text.runs import runs
from mtqa.text.words import FILLER, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der US-Präsident (76) kam, sah …", ["Der", "US-Präsident", "76", "kam", "sah"]),
        ("7,2 % – „Ja“.", ["7,2", "Ja"]),
        (f"Siehe {FILLER * 3}, dort.", ["Siehe", "dort"]),
        ("", []),
        ("… !", []),
    ],
)
def test_a_word_is_what_stands_between_spaces_without_the_punctuation_around_it(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in runs(tokens(text))] == words
