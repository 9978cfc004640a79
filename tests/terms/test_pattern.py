"""A team's own patterns: what is refused when they are loaded, and what ends a run."""

from __future__ import annotations

from typing import Any

import pytest

from mtqa.data import Segment, Severity
from mtqa.errors import SettingsError
from mtqa.flag.run import findings_of
from mtqa.flag.select import chosen
from mtqa.terms.base import Terms
from mtqa.terms.pattern import patterns_of


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"source": "(", "target": "x"}, r"patterns\[1\].source: expected a regular expression, found '\('"),
        ({"source": "x"}, r"patterns\[1\]: expected a pattern for the target, found none"),
        ({"target": "x"}, r"patterns\[1\]: expected a pattern for the source, found none"),
        ({"source": "x", "target": "a*"}, "found 'a\\*', which every text matches, be it empty; make"),
        ({"source": "x", "target": "y", "rule": "allow"}, "expected require or forbid, found 'allow'"),
        ({"source": "x", "target": "y", "severity": "grave"}, "expected neutral or minor or major or critical"),
        ({"source": "x", "target": "y", "colour": "red"}, "found 'colour'; correct the key"),
        ({"source": "x", "target": 3}, "expected a text, found 3"),
        ({"source": "x", "target": "y" * 1001}, "expected at most 1000 characters, found 1001"),
    ],
)
def test_a_wrong_pattern_is_refused_by_number(row: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        patterns_of([row])


def test_the_rule_s_message_and_severity_are_the_finding_s() -> None:
    rules = patterns_of([{"source": "foo", "target": "bar", "message": "Say bar", "severity": "minor"}])
    terms = Terms(patterns=rules, source_lang="en", target_lang="de")
    segment = Segment("Nichts.", "a foo", target_lang="de", source_lang="en")
    [[finding]] = findings_of([segment], chosen(["key-term"]), terms=terms)
    assert (finding.message, finding.severity, finding.side, finding.text) == (
        "Say bar.",
        Severity.MINOR,
        "source",
        "foo",
    )


def test_a_pattern_that_runs_for_ever_ends_the_run_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtqa.terms.pattern.SECONDS", 0.01)
    [rule] = patterns_of([{"source": "x", "target": "(a|aa)+b|(a|aa)+c", "name": "slow"}])
    with pytest.raises(SettingsError, match="found 'slow', which took longer"):
        list(rule.search(rule.on_target({}), "a" * 60))


def test_an_empty_target_is_not_asked_for_terms() -> None:
    terms = Terms(patterns=patterns_of([{"source": "foo", "target": "bar"}]), source_lang="en", target_lang="de")
    assert list(
        findings_of([Segment("", "a foo", target_lang="de", source_lang="en")], chosen(["key-term"]), terms=terms)
    ) == [[]]
