"""What a suspicious phrase is said to be."""

from __future__ import annotations

import numpy as np

from mtqa.data import Segment
from mtqa.flag.base import Unit
from mtqa.flag.linguistic_conventions.garbled_phrase import garbled_phrase
from mtqa.judge import judge
from mtqa.pack.load import find_pack


def message(source: str, target: str, wrong: str) -> str:
    """What is said when the judge holds that word alone for wrong."""
    pack = find_pack("en", "de")
    assert pack is not None
    segment = Segment(target=target, source=source, source_lang="en", target_lang="de")
    (row,) = judge([segment], pack=pack, encoder=pack.encoder())
    unit = Unit(segment, pack=pack, evidence=row, roughness=0.4)
    unit.suspicion = np.array([0.9 if token.text == wrong else 0.01 for token in row.target.tokens], np.float32)
    (hit,) = garbled_phrase(unit)
    return hit.message


def test_other_renderings_of_the_source_word_are_named() -> None:
    said = message("He sat on the board of the bank.", "Er saß im Brett der Bank.", "Brett")
    assert "for “board”" in said
    assert "can also be" in said


def test_of_a_word_without_content_none_are_named() -> None:
    said = message("They want to drive the price up.", "Sie wollen den Preis hochzufahren.", "hochzufahren")
    assert "for “up”" in said
    assert "can also be" not in said
