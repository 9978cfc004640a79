from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.text.morphology import ALL, PLURAL, adjective_cells, cells, same_case, spelled


@given(st.integers(0, ALL))
def test_every_set_of_cells_can_be_written_down_and_read_back(mask: int) -> None:
    assert cells(spelled(mask)) == mask


def test_a_gender_alone_means_all_its_cases() -> None:
    assert cells("P") == PLURAL == cells("Pn Pg Pd Pa")
    assert spelled(ALL) == "M F N P"


@pytest.mark.parametrize(
    ("endings", "declension", "left"),
    [
        (("er",), "strong", "Mn Fgd Pg"),
        (("em", "en"), "strong", "Md Nd"),
        (("en", "em"), "strong", ""),
        (("e",), "weak", "Mn Fna Nna"),
        (("e", "en"), "weak", ""),
        (("es",), "mixed", "Nna"),
        (("er",), "weak", ""),
        (("e",), "loose", "Mn Fna Nna Pna"),
        ((), "weak", "M F N P"),
    ],
)
def test_adjectives_of_one_phrase_must_share_a_cell(endings: tuple[str, ...], declension: str, left: str) -> None:
    assert spelled(adjective_cells(endings, declension)) == left


def test_a_cell_brings_the_other_genders_of_its_case() -> None:
    assert same_case(cells("Fd")) == cells("Md Fd Nd Pd")
