"""What a suspicious phrase is said to be."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from mtqa.data import Segment, Severity
from mtqa.flag.base import Unit
from mtqa.flag.linguistic_conventions.garbled_phrase import garbled_phrase
from mtqa.flag.reason import listed
from mtqa.judge import judge
from mtqa.pack.load import find_pack


def unit_of(source: str, target: str, chances: Mapping[str, float]) -> Unit:
    """The pair in a rough document, as a judge sees it that gives these words their chances of being wrong, and others little."""
    pack = find_pack("en", "de")
    assert pack is not None
    segment = Segment(target=target, source=source, source_lang="en", target_lang="de")
    (row,) = judge([segment], pack=pack, encoder=pack.encoder())
    unit = Unit(segment, pack=pack, evidence=row, roughness=0.4)
    unit.suspicion = np.array([chances.get(token.text, 0.01) for token in row.target.tokens], np.float32)
    return unit


def message(source: str, target: str, wrong: str) -> str:
    """What is said when the judge holds that word alone for wrong."""
    (hit,) = garbled_phrase(unit_of(source, target, {wrong: 0.9}))
    return hit.message


def test_other_renderings_of_the_source_word_are_named() -> None:
    said = message("He sat on the board of the bank.", "Er saß im Brett der Bank.", "Brett")
    assert "for “board”" in said
    assert "can also be" in said


def test_of_a_word_without_content_none_are_named() -> None:
    assert "can also be" not in message("They went up the hill.", "Sie gingen den Hügel auf.", "auf")


def test_of_a_pair_with_a_graded_dictionary_what_stood_beside_a_rare_word_is_not_named() -> None:
    said = message("The fishermen sang.", "Die Fischerinnen sangen.", "Fischerinnen")
    assert "can also be" not in said  # the tables would say „fotografierten“


def test_without_one_what_both_tables_give_is_named() -> None:
    pack = find_pack("de", "en")
    assert pack is not None
    found = listed(("gilt", "gelten"), "de", "en", pack)
    assert "applies" in found
    assert "is" not in found  # what „is“ is rendered as is hardly ever „gilt“


@pytest.mark.parametrize(
    ("doubtful", "marked"), [(("Brett",), []), (("im", "Brett", "der", "Bank"), ["im Brett der Bank"])]
)
def test_doubtful_words_in_a_row_are_marked_where_one_of_them_would_not_be(
    doubtful: tuple[str, ...], marked: list[str]
) -> None:
    unit = unit_of("He sat on the board of the bank.", "Er saß im Brett der Bank.", dict.fromkeys(doubtful, 0.33))
    assert [unit.segment.target[hit.span.start : hit.span.end] for hit in garbled_phrase(unit)] == marked


def test_a_word_that_the_dictionary_has_is_not_called_wrong_by_itself() -> None:
    said = message("The children went to the wild animals.", "Die Kinder gingen zu den wilden Tieren.", "Kinder")
    assert "„Kinder“ is right for “children”" in said


def test_another_word_that_is_not_known_is_blamed_before_one_that_is() -> None:
    chances = {"Hund": 0.7, "hat": 0.6, "den": 0.6, "Zaun": 0.6}
    (hit,) = garbled_phrase(unit_of("The dog has the rabies.", "Der Hund hat den Zaun.", chances))
    assert hit.message.startswith("„Zaun“")


@pytest.mark.parametrize(("chance", "severity"), [(0.6, Severity.MINOR), (0.9, Severity.MAJOR)])
def test_a_phrase_is_major_from_the_chance_that_three_in_four_such_phrases_touch_a_major_error(
    chance: float, severity: Severity
) -> None:
    (hit,) = garbled_phrase(unit_of("He sat on the board.", "Er saß im Brett.", {"Brett": chance}))
    assert hit.severity == severity


def test_where_a_word_of_grammar_is_the_likeliest_no_right_word_is_blamed() -> None:
    unit = unit_of("He has been suing for three weeks.", "Er klagt seit drei Wochen.", {"seit": 0.9, "drei": 0.5})
    (hit,) = garbled_phrase(unit)
    assert "„seit“" in hit.message


def test_a_word_left_as_it_is_in_the_source_is_told_so() -> None:
    (hit,) = garbled_phrase(
        unit_of("She won regardless.", "Sie gewann regardless.", {"gewann": 0.7, "regardless": 0.9})
    )
    assert "„regardless“ is as in the source" in hit.message


def good(source: str, target: str, chances: Mapping[str, float], clear: float = 0.75) -> Unit:
    """The pair in a document that is not rough, whose words have these chances, the segment seen by itself."""
    unit = unit_of(source, target, {})
    assert unit.evidence is not None
    unit.rough, unit.clear = False, clear
    unit.evidence.rough = np.array([chances.get(token.text, 0.01) for token in unit.target.tokens], np.float32)
    unit.suspicion = np.zeros(0, np.float32)
    return unit


@pytest.mark.parametrize(("chance", "marked"), [(0.7, []), (0.8, ["im Brett"])])
def test_in_a_good_document_a_phrase_is_named_where_a_word_of_it_is_clearly_wrong(
    chance: float, marked: list[str]
) -> None:
    unit = good("He sat on the board of the bank.", "Er saß im Brett der Bank.", {"im": 0.4, "Brett": chance})
    assert [unit.segment.target[hit.span.start : hit.span.end] for hit in garbled_phrase(unit)] == marked


def test_under_a_thorough_look_what_is_clearly_wrong_stands_beside_the_worst_words() -> None:
    unit = good("He sat on the board of the bank.", "Er saß im Brett der Bank.", {"Brett": 0.9})
    unit.suspicion = np.array(
        [{"Brett": 0.6, "Bank": 0.5}.get(token.text, 0.0) for token in unit.target.tokens], np.float32
    )
    found = {unit.segment.target[hit.span.start : hit.span.end]: hit.confidence for hit in garbled_phrase(unit)}
    assert found == {"im Brett": 0.9, "Bank": 0.5} or found == {"Brett": 0.9, "Bank": 0.5}


def test_an_unknown_word_is_not_clearly_wrong() -> None:
    unit = good("She baked a plachinda.", "Sie backte eine Plachinda.", {"Plachinda": 0.9})
    assert list(garbled_phrase(unit)) == []
