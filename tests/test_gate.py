"""The limits of the gate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mtqa.config import Settings
from mtqa.errors import SettingsError
from mtqa.frames import DOCUMENTS
from mtqa.gate import missed

ROW: dict[str, Any] = {"document": "d", "words": 500, "score.quality": 70.0, "score.adequacy": 80.0,
                       "score.fluency": float("nan"), "critical": 0, "major": 3, "minor": 8,
                       "verdict": "light edit"}  # fmt: skip


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({}, []),
        ({"fail_under": 70}, []),
        ({"fail_under": 71}, ["d: score.quality 70.0 is below 71."]),
        ({"min_fluency": 50}, ["d: score.fluency cannot be told, expected at least 50."]),
        ({"max_major": 2}, ["d: 3 major findings are more than 2."]),
        ({"max_major_per_1000": 6}, []),
        ({"max_major_per_1000": 5.9}, ["d: 6.0 major findings per 1,000 words are more than 5.9."]),
        (
            {"max_minor_per_1000": 10, "max_critical_per_1000": 0},
            ["d: 16.0 minor findings per 1,000 words are more than 10."],
        ),
    ],
)
def test_each_limit_is_missed_from_just_over_it(limits: dict[str, Any], said: list[str]) -> None:
    assert missed(DOCUMENTS.build([ROW]), Settings(**limits)) == said


def test_a_sentence_never_contradicts_itself() -> None:
    """A score is rounded down, as in every report, and a rate up: neither looks like its limit while it misses it."""
    documents = DOCUMENTS.build([{**ROW, "score.quality": 71.9897, "words": 1999, "major": 4}])
    said = ["d: score.quality 71.9 is below 72.", "d: 2.1 major findings per 1,000 words are more than 2."]
    assert missed(documents, Settings(fail_under=72, max_major_per_1000=2)) == said


def test_a_single_finding_is_spoken_of_as_one() -> None:
    documents = DOCUMENTS.build([{**ROW, "critical": 1}])
    assert missed(documents, Settings(max_critical=0)) == ["d: 1 critical finding is more than 0."]


@pytest.mark.parametrize("limits", [{"max_critical": 0}, {"max_minor_per_1000": 20}])
def test_what_is_in_the_source_s_language_passes_no_limit(limits: dict[str, Any]) -> None:
    documents = DOCUMENTS.build(
        [{**ROW, "major": 0, "minor": 0, "verdict": "", "source_lang": "en", "target_lang": "en"}]
    )
    said = ["d: source and target are in one language, so it passes no limit; is it translated?"]
    assert missed(documents, Settings(**limits)) == said
    assert missed(documents, Settings()) == []


def test_what_has_no_source_is_held_to_the_limits_of_findings() -> None:
    documents = DOCUMENTS.build([{**ROW, "major": 0, "minor": 0, "verdict": "", "source_lang": ""}])
    assert missed(documents, Settings(max_major=0)) == []


TOML = """\
max-major = 3
fail-under = 50
[projects.manual]
max-major = 0
max-major-per-1000 = 1.5
baseline = "manual.json"
"""


def test_a_projects_table_replaces_the_others(tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text(TOML, encoding="utf-8")
    assert Settings.load(tmp_path) == Settings(max_major=3, fail_under=50)
    manual = Settings(max_major=0, fail_under=50, max_major_per_1000=1.5, baseline=str(tmp_path / "manual.json"))
    assert Settings.load(tmp_path, "manual") == manual


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TOML, r"expected a table \[projects.website\], found 'manual'; add it"),
        ("[projects]\nmanual = 3\n", "expected a table for each of 'projects'"),
        ("max-major = 3\n", "found none; add it"),
    ],
)
def test_a_project_that_nobody_set_up_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mtqa.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        Settings.load(tmp_path, "website")
