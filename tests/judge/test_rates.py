"""Rates: counted by word and company, looked up by hash."""

from __future__ import annotations

import numpy as np

from mtqa.data import Segment
from mtqa.judge.evidence import gather
from mtqa.judge.flat import Flat
from mtqa.judge.rates import COMPANY, KINDS, STEPS, Rates, company_keys, keys
from mtqa.pack.load import find_pack


def _flat(*targets: str) -> Flat:
    pack = find_pack("en", "de")
    segments = [Segment(target=text, source="The old house.", target_lang="de", source_lang="en") for text in targets]
    return Flat.of(gather(segments, pack=pack))


def _keys(*targets: str) -> dict[str, np.ndarray]:
    return keys(_flat(*targets))


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


def test_company_is_what_stands_beside_the_word_and_beside_its_source() -> None:
    found = company_keys(_flat("Das alte Haus.", "Ein altes Haus", "Das Haus ist alt."))
    assert set(found) == {*KINDS, *COMPANY}
    houses = [2, 6, 8]
    after, ending, source_after, source_before = ([int(found[kind][at]) for at in houses] for kind in COMPANY)
    assert len(set(after)) == 3  # a full stop, nothing, „ist“
    assert len(set(ending)) == 3
    assert len(set(source_after)) == len(set(source_before)) == 1  # always “old house.”


def test_rates_of_company_are_kept_and_those_without_stay_as_they_are() -> None:
    asked = company_keys(_flat("Das alte Haus."))
    for kinds in (KINDS, (*KINDS, *COMPANY)):
        known = {kind: np.sort(asked[kind][2:3]) for kind in kinds}
        again = Rates.of(Rates(known, {kind: np.array([STEPS], np.int8) for kind in kinds}).tensors("x"), "x")
        assert again.columns(asked)[2].tolist() == [1.0] * len(kinds)
