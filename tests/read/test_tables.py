"""Tables as ready pairs: TSV, CSV and their columns."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from mtqa.errors import ReadError
from mtqa.frames import DOCUMENTS_READ
from mtqa.read.base import READERS, ReadOptions

NO_HEADER = (
    "expected a header with the column target and, where there are any, source, reference, id, document, found {}; "
    "add a header or name the columns with --columns target=NAME,source=NAME (or their numbers, from 1)."
)


NO_ROW = "expected at least one row below the header, found none; name a table that has some."
OURS = "source, target, reference, id, document, source_lang, suppress, target_lang, max_chars, max_bytes, max_lines"


def read(text: str, name: str = "a.tsv", **options: object) -> pd.DataFrame:
    reader = READERS[name.rpartition(".")[2]]
    return reader.read(text.encode(), name, ReadOptions(**options))  # type: ignore[arg-type]


def refused(text: str, name: str = "a.tsv", **options: object) -> str:
    with pytest.raises(ReadError) as error:
        read(text, name, **options)
    return str(error.value)


def test_every_row_is_a_pair_numbered_from_0() -> None:
    frame = DOCUMENTS_READ.check(read("id\tsource\ttarget\n7\tone\teins\n8\ttwo\t\n9\t\tdrei\n"))
    assert frame["segment"].tolist() == [0, 1, 2]
    assert frame["target"].tolist() == ["eins", "", "drei"]
    assert frame["source"].tolist() == ["one", "two", ""]
    assert frame["id"].tolist() == ["7", "8", "9"]
    assert set(frame["kind"]) == {"pair"}
    assert set(frame["document"]) == {"a.tsv"}


@pytest.mark.parametrize(
    "header",
    [
        "source,target,reference", "SRC,MT,REF", "src,tgt,ref", "Source Text,Translation,Post-Edit",
        "original,hypothesis,references", " source , hyp , gold ",
    ],
)  # fmt: skip
def test_headers_are_known_by_many_names(header: str) -> None:
    row = read(f"{header}\na,b,c\n", "a.csv").iloc[0]
    assert (row["source"], row["target"], row["reference"]) == ("a", "b", "c")


def test_our_own_name_goes_before_a_synonym() -> None:
    frame = read("mt\ttarget\tsource\nx\ty\tz\n")
    assert frame["target"].tolist() == ["y"]
    assert frame["mt"].tolist() == ["x"]


def test_columns_headed_by_languages_are_source_and_target() -> None:
    assert read("en\tde\nyes\tja\n")["target"].tolist() == ["ja"]
    assert read("de\ten\nja\tyes\n", target_lang="de-AT")["target"].tolist() == ["ja"]
    assert "expected a header" in refused("en\tde\tfr\nyes\tja\toui\n")


def test_the_user_chooses_columns_by_name_or_number() -> None:
    table = "A\tB\tC\n1\t2\t3\n"
    assert read(table, columns={"target": "B", "source": "c"})["source"].tolist() == ["3"]
    frame = read(table, columns={"target": "B", "source": "3"})
    assert (frame["target"].tolist(), frame["source"].tolist(), frame["A"].tolist()) == (["2"], ["3"], ["1"])


def test_of_two_columns_of_one_name_a_number_chooses() -> None:
    assert read("target\tsource\ttarget\na\tb\tc\n", columns={"target": "3"})["target"].tolist() == ["c"]


def test_a_table_without_header_is_read_by_numbers() -> None:
    frame = read("one\teins\ntwo\tzwei\n", columns={"source": "1", "target": "2"})
    assert frame["target"].tolist() == ["eins", "zwei"]
    assert read("source\ttarget\none\teins\n", columns={"target": "2"})["target"].tolist() == ["eins"]


def test_other_columns_are_carried_through_under_names_of_their_own() -> None:
    frame = read("target\tsegment\tscore.quality\tnote\tnote\t\nx\t5\t0.3\ta\tb\tc\n")
    own = {"input.segment": "5", "input.score.quality": "0.3", "note": "a", "note.2": "b", "column": "c"}
    assert {column: frame[column].iloc[0] for column in own} == own
    assert frame["segment"].tolist() == [0]


def test_documents_and_languages_of_the_table_are_kept() -> None:
    frame = read("doc_id\ttarget\ttarget_lang\nd1\tx\tde\n\ty\t\n")
    assert frame["document"].tolist() == ["d1", "a.tsv"]
    assert frame["target_lang"].tolist() == ["de", ""]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_may_be_separated_as_spreadsheets_of_any_country_do(delimiter: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["source", "target"], ["a,b;c\td", 'say "x"\nnow']])
    frame = read(out.getvalue(), "a.csv")
    assert frame[["source", "target"]].to_numpy().tolist() == [["a,b;c\td", 'say "x"\nnow']]


def test_a_table_without_header_is_refused_with_what_was_expected() -> None:
    assert (
        refused("Hello world\tHallo Welt\nBye\tAde\n")
        == f"a.tsv:1: {NO_HEADER.format(repr('Hello world') + ', ' + repr('Hallo Welt'))}"
    )
    many = "\t".join(["x" * 40] * 10)
    assert refused(many) == f"a.tsv:1: {NO_HEADER.format(', '.join([repr('x' * 29 + '…')] * 8) + ' and 2 more')}"


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        ("target\tsource\n", {}, f"a.tsv: {NO_ROW}"),
        ("target\tsource\nx\n", {}, "a.tsv:2: expected 2 cells, as in the header, found 1; correct the row."),
        (
            "Text\tMT1\nx\ty\n", {"target": "MT"},
            "a.tsv:1: expected a column 'MT' for target, found 'Text', 'MT1'; did you mean 'MT1'?",
        ),
        (
            "Text\tMT1\nx\ty\n", {"target": "7"},
            "a.tsv:1: expected a column '7' for target, found '1', '2'; correct --columns.",
        ),
        (
            "Text\tMT1\nx\ty\n", {"targt": "MT1"},
            f"a.tsv: expected --columns to name {OURS}, found 'targt'; correct it.",
        ),
        (
            "source\ttarget\tTarget\na\tb\tc\n", {},
            "a.tsv:1: expected one column 'target', found 2; rename the others, or choose by number with --columns target=2.",
        ),
        ("target\nx\0y\n", {}, "a.tsv:2: expected text, found a NUL character; remove it."),
    ],
)  # fmt: skip
def test_a_wrong_table_gets_one_sentence(text: str, columns: dict[str, str], message: str) -> None:
    assert refused(text, columns=columns) == message
