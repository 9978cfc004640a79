"""SARIF and Code Quality: files, lines, columns and fingerprints."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mtqa.config import Settings
from mtqa.pipeline import check
from mtqa.report.base import Results
from mtqa.report.codequality import values as issues
from mtqa.report.places import places
from mtqa.report.sarif import values as log
from tests.report.cases import make_results

LANGS = Settings(source_lang="en", target_lang="de", formats=("sarif",))
TEXT = "Ein guter Tag.\n\nDas Haus ist ist alt und sehr groß.\n"


def found(tmp_path: Path, name: str, text: str) -> Results:
    (tmp_path / name).write_bytes(text.encode("utf-8"))
    return check(name, settings=LANGS).results


@pytest.mark.parametrize(
    ("name", "text", "line", "exact"),
    [
        ("a.de.txt", TEXT, 3, True),
        ("p.tsv", "source\ttarget\nA day.\tEin Tag.\nThe house.\tDas Haus ist ist alt.\n", 3, True),
        ("p.csv", 'source,target\n"A, day.","Ein\nTag."\nThe house.,"Das ""Haus"" ist ist alt."\n', 4, False),
        ("p.jsonl", '{"source": "Day.", "target": "Tag."}\n{"source": "Old.", "target": "Haus ist ist schön."}\n', 2, True),
        ("p.jsonl", '{"source": "Day.", "target": "Tag."}\n{"source": "Old.", "target": "Es ist ist sch\\u00f6n."}\n', 2, False),
    ],
)  # fmt: skip
def test_a_finding_stands_on_the_line_of_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, line: int, exact: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    results = found(tmp_path, name, text)
    at = results.findings["text"].tolist().index("ist ist")
    place = places(results)[at]
    assert (place.path, place.line) == (name, line)
    if exact:
        assert text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == "ist ist"


def test_without_files_findings_stand_in_their_document() -> None:
    assert {place.path for place in places(make_results())} == {"notice.de.txt"}


def test_sarif_names_rules_levels_and_places() -> None:
    said = log(make_results())
    assert said["version"] == "2.1.0"
    run = said["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    assert {result["ruleId"] for result in run["results"]} == set(rules)
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
        assert "baselineState" not in result
    assert log(make_results(baseline={"new": 1}))["runs"][0]["results"][0]["baselineState"] == "new"


def test_issues_have_what_gitlab_needs_and_fingerprints_that_survive_a_move() -> None:
    results = make_results()
    said = issues(results)
    assert len(said) == len(results.findings)
    assert len({issue["fingerprint"] for issue in said}) == len(said)
    for issue in said:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
    moved = replace(results, segments=results.segments.assign(segment=results.segments["segment"] + 7),
                    findings=results.findings.assign(segment=results.findings["segment"] + 7))  # fmt: skip
    assert [issue["fingerprint"] for issue in issues(moved)] == [issue["fingerprint"] for issue in said]
