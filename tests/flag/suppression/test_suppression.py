"""Suppressions of files and comments: what they name, what is wrong with them, and when they are for nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from mtqa.errors import MtqaError, SettingsError, UnknownUnitError
from mtqa.flag import flag
from mtqa.flag.base import CHECKS
from mtqa.flag.suppression.apply import apply
from mtqa.flag.suppression.comment import NO_REASON, comments
from mtqa.flag.suppression.entry import KEYS, Entry, entry_of
from mtqa.flag.suppression.file import read_entries
from mtqa.flag.suppression.unused import Unused, unused
from mtqa.flag.suppression.write import appended, proposed

CODES = frozenset(CHECKS.units)


def segments(**columns: Any) -> pd.DataFrame:
    """Two documents with an error in each of three segments."""
    return pd.DataFrame({
        "document": ["a.po", "a.po", "b.po"], "segment": [0, 1, 0],
        "source": ["Pay 25 euros.", "bingo cards", "Pay 25 euros."],
        "target": ["Zahlen Sie 52 Euro.", "Bingo -Karten", "Zahlen Sie 52 Euro."],
        "source_lang": "en", "target_lang": "de", **columns,
    })  # fmt: skip


def entry(**values: str) -> Entry:
    return entry_of({"check": "number-mismatch", "reason": "so agreed", **{k.replace("_", "-"): v for k, v in values.items()}},
                    1, "x.toml")  # fmt: skip


def left(frame: pd.DataFrame, *entries: Entry) -> tuple[list[tuple[str, int]], list[str]]:
    """The places of the findings that stay, and the reasons of the others."""
    kept, suppressed = apply(frame, flag(frame), entries)
    return list(zip(kept["document"], kept["segment"], strict=True)), suppressed["reason"].tolist()


ALL = [("a.po", 0), ("a.po", 1), ("b.po", 0)]


@pytest.mark.parametrize(
    ("values", "gone"),
    [
        ({}, [("a.po", 0), ("b.po", 0)]),
        ({"check": "ACC"}, [("a.po", 0), ("b.po", 0)]),
        ({"check": "all"}, ALL),
        ({"check": "LIN003"}, [("a.po", 1)]),
        ({"document": "a.*"}, [("a.po", 0)]),
        ({"document": "b.po", "source": "Pay 25 euros."}, [("b.po", 0)]),
        ({"source": "Pay 26 euros."}, []),
        ({"target": "Zahlen Sie 52 Euro."}, [("a.po", 0), ("b.po", 0)]),
        ({"source_pattern": r"^Pay \d+ euros"}, [("a.po", 0), ("b.po", 0)]),
        ({"source_pattern": r"^Pay$"}, []),
        ({"text": "52"}, [("a.po", 0), ("b.po", 0)]),
        ({"text": "25"}, []),
        ({"check": "all", "text_pattern": "Karten"}, [("a.po", 1)]),
    ],
    ids=str,
)
def test_an_entry_takes_away_what_it_names_and_nothing_else(
    values: dict[str, str], gone: list[tuple[str, int]]
) -> None:
    kept, reasons = left(segments(), entry(**values))
    assert kept == [place for place in ALL if place not in gone]
    assert reasons == ["so agreed"] * len(gone)


def test_what_is_suppressed_keeps_its_place_and_says_what_suppressed_it() -> None:
    frame = segments(note=["mtqa: ignore ACC007 -- the client wants it", "", ""])
    found = flag(frame)
    kept, suppressed = apply(frame, found, [entry(document="a.po"), entry_of({"check": "all", "reason": "x"}, 2, "")])
    assert kept.empty
    assert suppressed["by"].tolist() == ["comment, entry 1, entry 2", "entry 2", "entry 2"]
    assert suppressed["reason"].tolist() == ["the client wants it", "x", "x"]
    pd.testing.assert_frame_equal(suppressed.drop(columns=["reason", "by"]), found)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("mtqa: ignore number-mismatch", [("number-mismatch", NO_REASON)]),
        ("# mtqa: ignore ACC007, LIN -- checked by Anna", [("ACC007", "checked by Anna"), ("LIN", "checked by Anna")]),
        ("Keep it short.\nMTQA: ignore all (a quotation)\nThanks", [("all", "a quotation")]),
        ("mtqa: ignore LOC – Swiss\nmtqa: ignore STY", [("LOC", "Swiss"), ("STY", NO_REASON)]),
        ("We ignore mtqa: it is fine.", []),
        ("", []),
        (None, []),
        (3, []),
    ],
)
def test_a_comment_in_a_note_names_checks_and_may_give_a_reason(note: object, said: list[tuple[str, str]]) -> None:
    assert [(one.selector, one.reason) for one in comments(note)] == said


def test_a_column_of_its_own_needs_no_introduction() -> None:
    said = comments("", "wrong-sense, LIN003: the house style")
    assert [(one.selector, one.reason) for one in said] == [
        ("wrong-sense", "the house style"), ("LIN003", "the house style"),
    ]  # fmt: skip
    assert left(segments(suppress=["number-mismatch", "", "broken-hyphen"]))[0] == [("a.po", 1), ("b.po", 0)]


def test_a_comment_counts_in_its_own_segment() -> None:
    kept, reasons = left(segments(note=["", "", "mtqa: ignore all"]))
    assert kept == ALL[:2]
    assert reasons == [NO_REASON]


def stale(frame: pd.DataFrame, *entries: Entry, ran: frozenset[str] = CODES) -> list[str]:
    return unused(frame, apply(frame, flag(frame), entries)[1], entries, ran)


def test_an_entry_that_matches_nothing_is_reported() -> None:
    assert stale(segments(), entry(), entry(source="Pay 25 euros.")) == []
    [gone] = stale(segments(), entry(source="bingo cards"))
    assert gone == ("Suppression 1 (number-mismatch, „bingo cards“) matches nothing: the check finds nothing like it any "
                    "more; remove it.")  # fmt: skip
    [elsewhere] = stale(segments(), entry(source="Nobody pays."))
    assert "no segment of this run has its texts" in elsewhere


def test_segments_may_be_seen_a_few_at_a_time() -> None:
    frame, entries = (
        segments(note=["mtqa: ignore LIN003"] * 3),
        [entry(source="bingo cards"), entry(source="Nobody pays.")],
    )
    held = apply(frame, flag(frame), entries)[1]
    seen = Unused(entries, CODES)
    for row in range(len(frame)):
        seen.add(frame.iloc[[row]])
    assert seen.sentences(held) == unused(frame, held, entries, CODES) != []


def test_an_entry_about_other_documents_or_checks_than_those_of_the_run_is_none_of_its_business() -> None:
    assert stale(segments(), entry(document="c.po")) == []
    assert stale(segments(), entry(source="Nobody pays."), ran=frozenset({"LIN003"})) == []


def test_a_comment_that_matches_nothing_is_reported_once_for_all_segments_of_its_unit() -> None:
    [sentence] = stale(segments(note=["", "mtqa: ignore number-mismatch", ""]))
    assert sentence == ("A comment in a.po, segment 1, ignores number-mismatch for nothing: number-mismatch finds nothing "
                        "there; remove it.")  # fmt: skip
    both = ["mtqa: ignore number-mismatch"] * 2
    assert stale(segments(note=[*both, ""])) == []
    [sentence] = stale(segments(note=["mtqa: ignore nummer-mismatch", "", ""]))
    assert "no check has that name" in sentence


TOML = """\
# Agreed with the client.
[[suppress]]
check = "number-mismatch"
document = "a.*"
reason = "the price list is newer"

[[suppress]]
check = "LIN"
text-pattern = "Karten$"
reason = "brand"
"""
CSV = """\
check,document,text_pattern,reason
number-mismatch,a.*,,the price list is newer
LIN,,Karten$,brand
"""


@pytest.mark.parametrize(("name", "text"), [("s.toml", TOML), ("s.csv", CSV), ("s.csv", "\ufeff" + CSV)])
def test_both_formats_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    entries = read_entries(tmp_path / name)
    assert [(one.number, one.check, one.document, one.reason) for one in entries] == [
        (1, "number-mismatch", "a.*", "the price list is newer"), (2, "LIN", "", "brand"),
    ]  # fmt: skip
    assert left(segments(), *entries)[0] == [("b.po", 0)]


@pytest.mark.parametrize(
    ("name", "text", "error", "message"),
    [
        ("s.toml", "[[suppress]]\ncheck = 'LIN'\n", SettingsError,
         "s.toml: entry 1: expected the reason for the suppression, found no 'reason'; add it."),
        ("s.toml", "[[suppress]]\ncheck = 'LIN'\nreason = ' '\n", SettingsError, "found no 'reason'"),
        ("s.toml", "[[suppress]]\nreason = 'x'\n", SettingsError, "expected the code, name or prefix of a check"),
        ("s.toml", "[[suppress]]\ncheck = 'LIX'\nreason = 'x'\n", UnknownUnitError,
         "s.toml: entry 1: expected the code, name or prefix of a check, found 'LIX'"),
        ("s.toml", "[[suppress]]\nchek = 'LIN'\nreason = 'x'\n", SettingsError, "found 'chek'"),
        ("s.toml", "[[suppress]]\ncheck = 3\nreason = 'x'\n", SettingsError, "expected a text for 'check', found 3"),
        ("s.toml", "[[suppress]]\ncheck = 'LIN'\nreason = 'x'\ntext-pattern = '('\n", SettingsError,
         "text-pattern: expected a regular expression, found '('"),
        ("s.toml", "[suppress]\ncheck = 'LIN'\n", SettingsError, "expected [[suppress]] tables and nothing else"),
        ("s.toml", "[other]\n", SettingsError, "found other; correct it."),
        ("s.toml", "[", SettingsError, "expected TOML, found a mistake in it"),
        ("s.csv", "check,reason\nLIN\n", SettingsError, "s.csv:2: expected as many cells as the header has"),
        ("s.csv", "check,reason\nLIN,x,y\n", SettingsError, "s.csv:2: expected as many cells as the header has"),
        ("s.csv", 'check,reason\nLIN,"x\n', SettingsError, "expected CSV, found a mistake in it"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_one_sentence_that_names_the_entry(
    tmp_path: Path, name: str, text: str, error: type[MtqaError], message: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(error) as found:
        read_entries(tmp_path / name)
    assert message in str(found.value)


def test_a_file_that_is_not_there_or_not_in_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"expected a file of suppressions, found: No such file"):
        read_entries(tmp_path / "none.toml")
    (tmp_path / "s.toml").write_bytes(b"# \xfc")
    with pytest.raises(SettingsError, match="expected UTF-8"):
        read_entries(tmp_path / "s.toml")


TRICKY = 'A "quoted"\ttext\\with\nall, of it \x7f – „ä“'


@pytest.mark.parametrize("name", ["s.toml", "s.csv"])
@pytest.mark.parametrize("old", ["", "there"])
def test_written_entries_read_back_as_they_are_behind_those_that_were_there(
    tmp_path: Path, name: str, old: str
) -> None:
    path = tmp_path / name
    before = (TOML if name == "s.toml" else CSV) if old else ""
    if old:
        path.write_text(before, encoding="utf-8")
    new = {"check": "LIN003", "source": TRICKY, "text": TRICKY, "reason": TRICKY}
    content, count = appended(path, [new, new])
    assert count == 1
    path.write_text(content, encoding="utf-8", newline="")
    *there, last = read_entries(path)
    assert len(there) == (2 if old else 0)
    assert (last.check, dict(last.exact), last.reason) == ("LIN003", {"source": TRICKY, "text": TRICKY}, TRICKY)
    assert appended(path, [new]) == (content, 0)
    assert content.startswith(TOML) if old and name == "s.toml" else set(KEYS) >= set(last.exact)


@pytest.mark.parametrize(
    ("scope", "bound"),
    [
        ("segment", {"document": "a.po", "source": "Pay.", "text": "52"}),
        ("document", {"document": "a.po", "text": "52"}),
        ("anywhere", {"text": "52"}),
    ],
)
def test_an_entry_is_bound_to_as_much_as_was_asked(scope: str, bound: dict[str, str]) -> None:
    finding = {"check": "number-mismatch", "document": "a.po", "text": "52", "segment": 0}
    common = {"check": "number-mismatch", "reason": "x"}
    assert proposed(finding, {"source": "Pay.", "target": "Zahlen."}, scope, "x") == common | bound


def test_without_a_source_a_segment_is_known_by_its_target() -> None:
    values = proposed(
        {"check": "LIN003", "document": "a", "text": "x"}, {"source": " ", "target": "Los"}, "segment", "r"
    )
    assert values["target"] == "Los"
    assert "source" not in values
