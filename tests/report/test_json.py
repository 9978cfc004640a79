from __future__ import annotations

import json

from mtqa.report.base import Results
from mtqa.report.json import SCHEMA, encode
from tests.report.cases import ABOUT, make_results, one_segment


def test_the_file_holds_everything_under_a_named_schema(results: Results) -> None:
    read = json.loads(encode(results))
    assert list(read) == ["schema", "about", "documents", "segments", "findings", "suppressed"]
    assert read["schema"] == SCHEMA
    assert read["about"] == ABOUT
    assert [len(read[name]) for name in ("documents", "segments", "findings")] == [1, 9, 13]
    assert read["segments"][0]["score.quality"] == 74.0


def test_the_words_of_a_finding_stand_at_its_offsets(results: Results) -> None:
    read = json.loads(encode(results))
    for finding in read["findings"]:
        text = read["segments"][finding["segment"]][finding["side"]]
        assert text[finding["start"] : finding["end"]] == finding["text"]


def test_each_row_stands_on_its_own_line(results: Results) -> None:
    lines = encode(results).decode().splitlines()
    assert sum(line.startswith('{"document"') for line in lines) == 1 + 9 + 13


def test_keys_of_about_come_in_the_same_order_whatever_order_they_had() -> None:
    turned = make_results()
    backwards = Results(turned.segments, turned.findings, turned.documents, dict(reversed(turned.about.items())))
    assert encode(turned) == encode(backwards)


def test_a_missing_number_is_null_and_not_nan(nothing: Results) -> None:
    row = json.loads(encode(nothing))["documents"][0]
    assert row["score.quality"] is None


def test_a_text_that_is_no_unicode_does_not_stop_the_report() -> None:
    assert "x?y" in encode(one_segment("x\ud800y")).decode("utf-8")
