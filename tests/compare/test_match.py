from __future__ import annotations

import pytest

from mtqa.compare.match import match
from mtqa.errors import ReadError
from tests.compare.cases import system


def texts(*pairs: tuple[str, str], bead: str = "pair") -> list[dict[str, str]]:
    return [{"source": source, "target": target, "bead": bead} for source, target in pairs]


def test_tables_of_the_same_rows_match_row_by_row() -> None:
    a, b = system("a", texts(("One.", "Eins."), ("One.", "Ein."))), system("b", texts(("One.", "1."), ("One.", "2.")))
    assert [(unit.name, unit.targets) for unit in match([a, b])] == [("0", ("Eins.", "1.")), ("1", ("Ein.", "2."))]


def test_rows_in_another_order_match_by_identical_source() -> None:
    a = system("a", texts(("One.", "Eins."), ("Two.", "Zwei."), ("One.", "Ein.")))
    b = system("b", texts(("Two.", "2."), ("One.", "1."), ("One.", "I.")))
    assert [unit.targets for unit in match([a, b])] == [("Eins.", "1."), ("Zwei.", "2."), ("Ein.", "I.")]


def test_running_texts_are_cut_where_the_segments_of_all_end() -> None:
    a = system("a", texts(("One. Two.", "Eins und zwei."), ("Three.", "Drei."), bead="2-1"))
    b = system("b", texts(("One.", "1."), ("", "Zusatz."), ("Two.", "2."), ("Three.", "3."), bead="1-1"))
    found = match([a, b])
    assert [unit.targets for unit in found] == [("Eins und zwei.", "1. Zusatz. 2."), ("Drei.", "3.")]
    assert found[0].rows == ((0,), (0, 1, 2))
    assert [unit.source for unit in found] == ["One. Two.", "Three."]


def test_an_addition_stays_with_what_is_before_it() -> None:
    a = system("a", texts(("One.", "Eins."), ("Two.", "Zwei."), bead="1-1"))
    b = system("b", texts(("One.", "1."), ("", "Zusatz."), ("Two.", "2."), bead="1-1"))
    assert [unit.targets[1] for unit in match([a, b])] == ["1. Zusatz.", "2."]


def test_without_a_source_the_reference_matches() -> None:
    a = system("a", [{"reference": "Eins. Zwei.", "target": "Eins, zwei.", "bead": "2-1"}])
    b = system(
        "b",
        [{"reference": "Eins.", "target": "1.", "bead": "1-1"}, {"reference": "Zwei.", "target": "2.", "bead": "1-1"}],
    )
    assert [unit.targets for unit in match([a, b])] == [("Eins, zwei.", "1. 2.")]


def test_documents_match_by_name_in_any_order() -> None:
    rows = [{"document": name, "source": f"In {name}.", "target": f"In {name}!", "segment": 0} for name in ("x", "y")]
    found = match([system("a", rows), system("b", rows[::-1])])
    assert [(unit.document, unit.targets) for unit in found] == [("x", ("In x!", "In x!")), ("y", ("In y!", "In y!"))]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            texts(("One.", "1."), ("Four.", "4.")),
            r"^b: expected the source of a, found 1 segment of it missing and 1 other ",
        ),
        (texts(("One.", "1.")), r"\(such as 'Two\.'\); compare translations of the same text\.$"),
        ([{"target": "1."}, {"target": "2."}, {"target": "3."}], r"expected the segments of a"),
    ],
)
def test_translations_of_different_texts_are_told_apart_in_one_sentence(rows: list[dict[str, str]], said: str) -> None:
    with pytest.raises(ReadError, match=said):
        match([system("a", texts(("One.", "Eins."), ("Two.", "Zwei."))), system("b", rows)])


def test_without_anything_to_match_by_the_numbers_of_rows_must_agree() -> None:
    a, b = system("a", [{"target": "Eins."}, {"target": "Zwei."}]), system("b", [{"target": "1."}])
    with pytest.raises(ReadError, match="or 2 rows as in a, found 1; give --source or --reference"):
        match([a, b])
    assert len(match([a, a])) == 2
