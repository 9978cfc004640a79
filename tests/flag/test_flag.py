"""The stage: segments in, findings out."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import mtqa.flag
from mtqa.errors import FrameError
from mtqa.flag import flag
from mtqa.frames import FINDINGS, SEGMENTS


def segments(*pairs: tuple[str, str], **columns: Any) -> pd.DataFrame:
    return SEGMENTS.build(
        {
            "document": "article", "segment": number, "source": source, "target": target, "reference": "",
            "target_lang": "de", "source_lang": "en", "bead": "pair", "alignment": 1.0,
            **{name: values[number] for name, values in columns.items()},
        }
        for number, (source, target) in enumerate(pairs)
    )  # fmt: skip


def test_the_package_itself_is_the_stage() -> None:
    frame = segments(("in the house", "in in dem Haus"))
    called: Any = mtqa.flag
    pd.testing.assert_frame_equal(called(frame), flag(frame))


def test_the_stage_finds_on_its_own_what_a_check_finds() -> None:
    rows = [
        ("video cards", "Hier sind Video -Karten."),
        ("It is true that he came.", "Es ist wahr, dass er gekommen is."),
    ]
    checked = mtqa.check(pd.DataFrame(rows, columns=["source", "target"]), source_lang="en", target_lang="de")
    assert not checked.findings.empty
    pd.testing.assert_frame_equal(flag(checked.segments), checked.findings)


def test_a_finding_names_its_place_words_reason_category_severity_and_cost() -> None:
    [finding] = flag(segments(("video cards", "Hier sind Video -Karten."))).to_dict("records")
    assert (finding["code"], finding["check"]) == ("LIN003", "broken-hyphen")
    assert (finding["side"], finding["start"], finding["end"]) == ("target", 10, 23)
    assert finding["text"] == "Video -Karten"
    assert finding["suggestion"] == "Video-Karten"
    assert (finding["category"], finding["severity"], finding["penalty"]) == (
        "linguistic-conventions/spelling", "minor", 1.0,
    )  # fmt: skip
    assert finding["message"]
    assert 0 < finding["confidence"] <= 1


def test_places_count_in_the_document_of_the_finding_s_side_where_the_segment_has_one() -> None:
    frame = segments(
        ("bingo cards", "Bingo -Karten"), ("Nobody knows why.", ""),
        document_start=[100, pd.NA], source_start=[200, 300], bead=["1-1", "1-0"], alignment=[0.9, 0.4],
    )  # fmt: skip
    on_target, on_source = flag(frame).to_dict("records")
    assert (on_target["document_start"], on_target["document_end"]) == (100, 113)
    assert (on_source["side"], on_source["document_start"], on_source["document_end"]) == ("source", 300, 317)


def test_a_table_has_no_places_in_a_document() -> None:
    found = flag(segments(("bingo cards", "Bingo -Karten")))
    assert found["document_start"].isna().all()


def test_the_text_of_every_finding_is_what_stands_at_its_place() -> None:
    frame = segments(
        ("Pay 25 euros for bingo cards.", "Zahlen Sie 52 Euro für für Bingo -Karten."), ("{name} <b>x</b>", "{nam} x"),
    )  # fmt: skip
    found = flag(frame)
    texts = {(side, row["segment"]): row[side] for row in frame.to_dict("records") for side in ("target", "source")}
    assert len(found) == 5
    for row in found.to_dict("records"):
        assert texts[row["side"], row["segment"]][row["start"] : row["end"]] == row["text"]


def test_nothing_wrong_gives_an_empty_frame_with_all_columns() -> None:
    found = flag(segments(("Yes.", "Ja.")))
    assert found.empty
    assert list(found.columns) == list(FINDINGS.columns)
    assert flag(segments()).empty


def test_the_frame_given_is_not_changed() -> None:
    frame = segments(("in the house", "in in dem Haus"))
    before = frame.copy()
    flag(frame)
    pd.testing.assert_frame_equal(frame, before)


def test_select_and_options_reach_the_checks() -> None:
    pairs = segments(("He came.", "Er kam kam gestern nach einer sehr sehr langen Reise aus der Stadt zurück."))
    assert set(flag(pairs, select=["LIN"])["code"]) == {"LIN007"}
    assert "ACC009" in set(flag(pairs, options={"length-outlier": {"z": 0.5}})["code"])


def test_checks_that_need_a_source_sit_out_without_one() -> None:
    frame = segments(("", "Das Haus")).drop(columns=["source", "source_lang"])
    assert flag(frame).empty


def test_a_frame_without_targets_is_refused_by_name() -> None:
    with pytest.raises(FrameError, match="add target"):
        flag(segments(("a", "b")).drop(columns=["target"]))


def test_masked_words_are_not_judged() -> None:
    frame = segments(("Run `in in` and <in in>.", "Führe `in in` und https://a.de/in/in aus."))
    assert flag(frame, select=["LIN"]).empty
