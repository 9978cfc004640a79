"""Checks of whole texts: batches, scopes, merging, and what each says."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from mtqa.flag.base import CHECKS
from mtqa.flag.consistency import Consistency, merged
from mtqa.flag.consistency.base import DocumentCheck
from mtqa.flag.run import findings_of
from mtqa.flag.terminology.inconsistent_target import different
from mtqa.frames import FINDINGS, SEGMENTS, findings_frame, segments_of

PAIRS = [
    ("a", "Open the settings.", "Öffnen Sie die Einstellungen."),
    ("a", "The dolphins", "Die Delfine"),
    ("b", "Open the settings.", "Öffnen Sie die Optionen."),
    ("a", "Open the settings.", "Öffnen Sie die Optionen."),
    ("a", "Open the settings.", "Öffnen Sie die Einstellungen."),
    ("b", "A dolphin", "Ein Delphin"),
    ("a", "A dolphin", "Ein Delphin"),
    ("a", "The dolphin", "Der Delfin"),
]


def frame(start: int = 0) -> pd.DataFrame:
    return SEGMENTS.build(
        {"document": document, "segment": number, "source": source, "target": target, "target_lang": "de", "source_lang": "en",
         "document_start": 100 * number, "source_start": 50 * number, "bead": "1-1", "alignment": 1.0}
        for number, (document, source, target) in enumerate(PAIRS)
    ).iloc[start:]  # fmt: skip


def found(size: int, scope: str = "document") -> pd.DataFrame:
    consistency = Consistency.of(scope=scope)
    for start in range(0, len(PAIRS), size):
        consistency.add(frame().iloc[start : start + size])
    return consistency.findings()


@pytest.mark.parametrize("size", [1, 3, 100])
def test_findings_do_not_depend_on_the_batches(size: int) -> None:
    pd.testing.assert_frame_equal(found(size), found(8))


def test_within_a_document_the_minority_is_reported() -> None:
    rows = found(8).to_dict("records")
    assert [(row["document"], row["segment"], row["check"], row["text"]) for row in rows] == [
        ("a", 3, "inconsistent-target", "Optionen."), ("a", 6, "variant-inconsistent", "Delphin"),
    ]  # fmt: skip
    assert rows[0]["document_start"] == 300 + rows[0]["start"]
    assert rows[1]["suggestion"] == "Delfin"
    assert "„Öffnen Sie die Einstellungen.“ twice, first in segment 0" in rows[0]["message"]


def test_over_the_whole_run_documents_must_agree() -> None:
    rows = found(8, "run").to_dict("records")
    assert [(row["document"], row["segment"]) for row in rows] == [("b", 2), ("a", 3), ("b", 5), ("a", 6)]


def test_languages_are_not_held_against_each_other() -> None:
    consistency = Consistency.of()
    consistency.add(frame())
    consistency.add(frame().assign(source_lang="fr"))
    assert len(consistency.findings()) == 2 * len(found(8))


def test_selected_and_ignored_as_any_check() -> None:
    consistency = Consistency.of(select=["inconsistent-target"])
    assert [check.name for check in consistency.checks] == ["inconsistent-target"]
    assert Consistency.of(ignore=["all"]).checks == []
    assert "term-inconsistent" not in {check.name for check in Consistency.of().checks}


def test_no_check_of_a_text_is_asked_about_a_segment() -> None:
    checks = [check for check in CHECKS if isinstance(check, DocumentCheck)]
    assert checks
    assert list(findings_of(segments_of(frame()), checks)) == [[]] * len(PAIRS)


def test_nothing_seen_gives_an_empty_frame() -> None:
    pd.testing.assert_frame_equal(Consistency.of().findings(), findings_frame([]))


def test_late_findings_stand_where_they_belong_and_give_way_to_what_says_more() -> None:
    late = found(8)
    early = late.iloc[[1]].assign(check="non-word", code="LIN002", severity="major")
    both = merged(frame(), early, late)
    assert both["check"].tolist() == ["inconsistent-target", "non-word"]
    assert list(both.columns) == list(FINDINGS.columns)


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        ("Save all the files", "Save all the documents", "files"),
        ("Save all files now", "Save all files", "now"),
        ("Save all files", "Save all files now", "Save all files"),
        ("Alles sichern", "Dateien speichern", "Alles sichern"),
    ],
)
def test_the_words_that_differ_are_marked(text: str, other: str, marked: str) -> None:
    span = different(text, other)
    assert text[span.start : span.end] == marked


def test_a_severity_that_the_settings_give_is_that_of_all_findings() -> None:
    options: dict[str, dict[str, Any]] = {
        "inconsistent-target": {"severity": "critical"},
        "variant-inconsistent": {"enabled": False},
    }
    consistency = Consistency.of(options=options)
    consistency.add(frame())
    assert [(row["check"], row["severity"], row["penalty"]) for row in consistency.findings().to_dict("records")] == [
        ("inconsistent-target", "critical", 25.0)
    ]
