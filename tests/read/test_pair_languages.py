"""Languages of ready pairs."""

from __future__ import annotations

import pandas as pd
import pytest

from mtqa.errors import ReadError
from mtqa.read.base import ReadOptions
from mtqa.read.languages import SAMPLE, excerpt, fill, majority, sample
from mtqa.read.table import pairs

DE = "Die Kinder spielen heute im Garten, weil das Wetter schön ist."
EN = "The children are playing in the garden today because it is nice."
FR = "Les enfants jouent dans le jardin parce qu'il fait très beau."


def table(*rows: tuple[str, str, str]) -> pd.DataFrame:
    documents, sources, targets = zip(*rows, strict=True)
    return pairs({"document": documents, "source": sources, "target": targets}, (), "a.tsv")


def filled(
    frame: pd.DataFrame, source: str = "", target: str = "", *, expected: tuple[str, str] = ("", "")
) -> list[tuple[str, str]]:
    out = fill(frame, "a.tsv", ReadOptions(source, target), expected)
    return list(zip(out["source_lang"], out["target_lang"], strict=True))


def test_each_document_gets_its_own_languages() -> None:
    assert filled(table(("1", EN, DE), ("2", FR, EN), ("1", EN, DE))) == [("en", "de"), ("fr", "en"), ("en", "de")]


def test_given_languages_go_before_those_of_the_file_and_these_before_detected_ones() -> None:
    frame = table(("1", EN, DE), ("1", EN, DE)).assign(target_lang=["de-AT", ""])
    assert filled(frame) == [("en", "de-AT"), ("en", "de")]
    assert filled(frame, "en-GB", "de-CH") == [("en-GB", "de-CH")] * 2


def test_a_document_too_short_to_tell_is_like_the_others() -> None:
    assert filled(table(("1", EN, DE), ("2", "OK", "OK")))[1] == ("en", "de")


def test_documents_too_short_to_tell_tell_it_together() -> None:
    rows = [
        ("1", "The dog is big.", "Zahlen Sie 52 Euro."),
        ("2", "Close the door.", "Zahlen Sie es."),
        ("3", "Open it", "Ja"),
    ]
    assert [filled(table(row))[0][0] for row in rows[1:2]] == [""]
    assert filled(table(*rows)) == [("en", "de")] * 3
    assert filled(table(*rows, ("4", "Le chien est ici avec nous.", "Ja")))[3][0] == "fr"


def test_a_table_too_short_to_tell_is_in_the_languages_of_its_name() -> None:
    assert filled(table(("1", "OK", "OK")), expected=("en", "de")) == [("en", "de")]
    assert filled(table(("1", "1", "2"))) == [("", "")]


def test_a_document_that_was_left_untranslated_is_still_meant_to_be_translated() -> None:
    rows = [(str(number), EN, DE) for number in range(9)]
    assert filled(table(*rows, ("9", EN, EN)))[-1] == ("en", "de")


def test_a_side_that_is_empty_has_no_language() -> None:
    assert filled(table(("1", "", DE))) == [("", "de")]


def test_of_very_many_documents_that_agree_some_are_looked_at() -> None:
    rows = [(str(number), EN, DE) for number in range(1000)]
    assert set(filled(table(*rows))) == {("en", "de")}


def test_of_very_many_documents_that_differ_all_are_looked_at() -> None:
    rows = [(str(number), EN, (DE, FR)[number % 3 == 0]) for number in range(900)]
    assert filled(table(*rows)) == [("en", ("de", "fr")[number % 3 == 0]) for number in range(900)]


@pytest.mark.parametrize("given", [("en", "de"), ("en", ""), ("", "de")])
def test_swapped_columns_are_noticed_where_languages_are_given(given: tuple[str, str]) -> None:
    with pytest.raises(ReadError) as error:
        filled(table(("1", DE, EN)), *given)
    assert str(error.value) == (
        "a.tsv: expected German in the target column, found English, and German in the source column; "
        "swap the columns or the languages."
    )


@pytest.mark.parametrize("row", [("1", EN, EN), ("1", DE, DE), ("1", FR, EN), ("1", EN, ""), ("1", "OK", "OK")])
def test_anything_but_a_clean_swap_is_left_to_the_checks(row: tuple[str, str, str]) -> None:
    assert filled(table(row), "en", "de") == [("en", "de")]


def test_a_sample_is_spread_over_the_rows_and_bounded() -> None:
    texts = [str(number) for number in range(1000)]
    assert sample(texts, rows=10).split("\n") == texts[::100]
    assert len(sample(["x" * 50_000] * 50)) == SAMPLE


def test_an_excerpt_has_the_beginning_middle_and_end() -> None:
    text = "a" * 50_000 + "b" * 50_000 + "c" * 50_000
    assert set(excerpt(text)) == set("abc\n")
    assert len(excerpt(text)) <= SAMPLE + 2
    assert excerpt("short") == "short"


def test_a_majority_is_the_first_in_the_alphabet_of_equals() -> None:
    assert majority(["", "", "en", "de"]) == "de"
    assert majority(["en", "en", "de"]) == "en"
    assert majority([""]) == ""
