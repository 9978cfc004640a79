"""Rates: counted by word and company, looked up by hash."""

from __future__ import annotations

import numpy as np

from mtqa.data import Segment
from mtqa.judge.evidence import gather
from mtqa.judge.flat import Flat
from mtqa.judge.rates import KINDS, STEPS, Rates, keys
from mtqa.pack.load import find_pack


def _keys(*targets: str) -> dict[str, np.ndarray]:
    pack = find_pack("en", "de")
    segments = [Segment(target=text, source="The old house.", target_lang="de", source_lang="en") for text in targets]
    return keys(Flat.of(gather(segments, pack=pack)))


def test_a_word_has_one_key_wherever_it_stands_and_its_company_another() -> None:
    found = _keys("Das alte Haus.", "Ein Haus.")
    first, second = 2, 5  # „Haus“ in each
    assert found["word"][first] == found["word"][second]
    assert found["pair"][first] == found["pair"][second]
    assert found["before"][first] != found["before"][second]
    assert found["source"][first] == found["source"][second] != found["source"][1]


def test_rates_are_found_by_key_and_zero_elsewhere() -> None:
    asked = _keys("Das alte Haus.")
    known = {kind: np.sort(asked[kind][2:3]) for kind in KINDS}
    rates = Rates(known, {kind: np.array([STEPS], np.int8) for kind in KINDS})
    again = Rates.of(rates.tensors("x"), "x")
    columns = again.columns(asked)
    assert columns[2].tolist() == [1.0] * len(KINDS)
    assert columns[1].tolist()[:2] == [0.0, 0.0]
    empty = Rates({kind: known[kind][:0] for kind in KINDS}, {kind: np.zeros(0, np.int8) for kind in KINDS})
    assert not empty.columns(asked).any()
