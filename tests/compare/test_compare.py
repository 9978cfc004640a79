"""The comparison as a whole: ranking, sacrebleu's tests, what is said and written."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

import mtqa
from mtqa.cli import cli
from mtqa.compare.base import Comparison, Duel
from mtqa.compare.differing import differing
from mtqa.compare.run import compared
from mtqa.compare.sacre import Chance
from mtqa.compare.said import duel_said
from mtqa.compare.save import save
from mtqa.compare.systems import parse, several
from mtqa.compare.terminal import render
from mtqa.compare.words import own_words
from mtqa.config import Settings
from mtqa.errors import ReadError, SettingsError
from mtqa.runs.find import results_of
from tests.compare.cases import finding, scored, system

QUICK = Chance(200, 500, 12345)
NIGHT = Path(__file__).parents[2] / "corpora" / "night-train"


def three() -> Comparison:
    """Two that are alike and one that is clearly worse."""
    rng = np.random.default_rng(7)
    good = rng.uniform(60, 95, 80)
    return compared([scored("worse", good - rng.uniform(5, 15, 80)), scored("one", good),
                     scored("other", good + rng.normal(0, 3, 80))], chance=QUICK)  # fmt: skip


def test_a_worse_system_stands_alone_in_the_last_cluster() -> None:
    found = three()
    assert [(found.names[one.system], one.cluster) for one in found.ranking][-1] == ("worse", 2)
    assert {one.cluster for one in found.ranking[:2]} == {1}
    assert [(one.best, one.worst) for one in found.ranking] == [(1, 2), (1, 2), (3, 3)]


def test_scores_are_those_of_the_documents_table() -> None:
    found = three()
    for at, one in enumerate(found.systems):
        row = one.results.documents.iloc[0]
        assert found.score("quality").systems[at].value == pytest.approx(row["score.quality"])
        assert found.score("mqm").systems[at].value == pytest.approx(row["mqm"])


def test_wins_losses_and_ties_count_every_segment_once() -> None:
    for duel in three().duels:
        assert duel.wins + duel.losses + duel.ties == 80


def references(count: int, damaged: set[int]) -> list[dict[str, str]]:
    good = [f"Der Zug Nummer {at} fährt heute um {at % 24} Uhr nach Hause." for at in range(count)]
    return [
        {
            "source": f"Train {at}.",
            "reference": text,
            "target": "Der Zug kommt." if at in damaged else text.replace("heute", "jetzt"),
        }
        for at, text in enumerate(good)
    ]


@pytest.mark.parametrize(("wins", "said"), [(1, "better in 1 segment, "), (12, "better in 12 segments, ")])
def test_a_single_segment_is_no_plural(wins: int, said: str) -> None:
    assert said in duel_said(three(), Duel(0, 1, wins=wins, losses=2, ties=3))


def test_sacrebleu_tests_tell_a_damaged_copy_and_nothing_else() -> None:
    rows = references(40, set())
    found = compared([system("a", rows), system("b", rows), system("c", references(40, set(range(0, 40, 2))))],
                     metrics=("bleu", "chrf"), chance=QUICK)  # fmt: skip
    for name in ("bleu", "chrf"):
        same, *damaged = found.score(name).pairs
        assert (same.difference, same.randomisation, same.adjusted) == (0.0, 1.0, 1.0)
        assert all(pair.adjusted is not None and pair.adjusted < 0.05 for pair in damaged)
    assert "ar:500|seed:12345" in found.score("bleu").signature
    assert "SACREBLEU_SEED" not in os.environ


def test_sacrebleu_does_not_call_three_changed_segments_sure() -> None:
    found = compared(
        [system("a", references(40, set())), system("b", references(40, {1, 2, 3}))], metrics=("bleu",), chance=QUICK
    )
    p = found.score("bleu").pairs[0].randomisation
    assert p is not None
    assert p >= 0.25


def test_ter_is_better_where_it_is_lower() -> None:
    found = compared([system("a", references(10, {1, 2})), system("b", references(10, set()))], metrics=("ter",),
                     rank_by="ter", chance=QUICK)  # fmt: skip
    assert found.names[found.ranking[0].system] == "b"


def test_the_profile_counts_findings_per_thousand_words() -> None:
    rows = [{"source": f"S {at}.", "target": "Das ist ein Satz."} for at in range(10)]
    hits = [finding(0, "Das", 0), finding(1, "ein", 8, "style/awkward", "minor")]
    found = compared([system("a", rows, hits), system("b", rows)], chance=QUICK)
    assert [(row.category, row.rates) for row in found.profile] == [
        ("accuracy/mistranslation", (25.0, 0.0)), ("style/awkward", (25.0, 0.0)),
    ]  # fmt: skip
    assert found.score("findings").systems[0].value == pytest.approx(50.0)
    assert found.score("mqm").systems[0].value == pytest.approx(85.0)


def test_own_words_are_those_that_no_other_text_has_there() -> None:
    texts = ["Der Zug fährt ab.", "Der Bus fährt ab.", "Der Zug steht."]
    marked = zip(texts, own_words(texts), strict=True)
    assert [[text[start:end] for start, end in spans] for text, spans in marked] == [[], ["Bus"], ["steht"]]
    assert own_words(["gleich", "gleich"]) == [[], []]


def test_findings_of_joined_segments_stand_at_their_words() -> None:
    a = system("a", [{"source": "One. Two.", "target": "Eins, zwei.", "bead": "2-1", "score.quality": 90.0}])
    b = system("b", [{"source": "One.", "target": "Hans.", "bead": "1-1"}, {"source": "Two.", "target": "Zwo.", "bead": "1-1"}],
               [finding(1, "Zwo", 0)])  # fmt: skip
    side = differing(compared([a, b], chance=QUICK), 5)[0].sides[1]
    assert [side.text[one["start"] : one["end"]] for one in side.findings] == ["Zwo"]


def test_the_terminal_keeps_to_80_columns_and_says_the_winner() -> None:
    text = render(three())
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "are significantly better than the rest by quality" in text
    long = replace(
        three(), systems=tuple(replace(one, name=f"a-very-long-name-of-{one.name}" * 2) for one in three().systems)
    )
    assert all(len(line) <= 80 for line in render(long).splitlines())


def test_wide_numbers_keep_apart_from_their_neighbours() -> None:
    rows = [{"source": f"S {at}.", "target": "Das Haus."} for at in range(4)]
    hits = [finding(0, "Das", 0), finding(0, "Haus", 4), finding(1, "Das", 0)]
    text = render(compared([system("a", rows, hits), system("b", rows)], chance=QUICK))
    row = next(line for line in text.splitlines() if line.startswith(" 1  a"))
    assert all(cell.count("±") <= 1 for cell in row.replace(" ±", "±").split())


def test_the_same_systems_give_the_same_bytes_and_every_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        save(three(), tmp_path / name)
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == [
        ".mtqa",
        "comparison.html",
        "comparison.json",
        "pairs.csv",
        "profile.csv",
        "scores.csv",
        "segments.csv",
    ]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    said = json.loads((tmp_path / "a" / "comparison.json").read_text(encoding="utf-8"))
    assert said["schema"] == "mtqa.comparison/1"
    assert [one["system"] for one in said["ranking"]][-1] == "worse"
    assert len(pd.read_csv(tmp_path / "a" / "segments.csv")) == 80


@pytest.mark.parametrize(
    ("given", "said"),
    [(["a"], "expected two systems or more, found 1"), (["a", "a"], "found 'a' twice")],
)
def test_systems_need_names_of_their_own(given: list[str], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        several([scored(name, [1.0]) for name in given])


def test_a_path_alone_is_named_after_its_file() -> None:
    assert parse(["runs/engine-a", "b=x/y.tsv"]) == [("engine-a", "runs/engine-a"), ("b", "x/y.tsv")]


def test_a_score_that_nobody_has_cannot_rank() -> None:
    with pytest.raises(SettingsError, match="--rank-by: expected one of quality"):
        compared([scored("a", [1.0]), scored("b", [2.0])], rank_by="bleu", chance=QUICK)


def test_runs_and_texts_are_compared_from_the_command_line(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.de.txt"
    text = (NIGHT / "target.de.txt").read_text(encoding="utf-8")
    damaged.write_text(text.replace(" nicht", "").replace(" die ", " das "), encoding="utf-8")
    source = str(NIGHT / "source.en.txt")
    good = ["check", str(NIGHT / "target.de.txt"), source, "--format", "csv", "--out", str(tmp_path / "good"), "-q"]
    assert CliRunner().invoke(cli, good, catch_exceptions=False).exit_code == 0
    args = ["compare", f"good={tmp_path / 'good'}", f"damaged={damaged}", "--source", source, "--bootstrap", "100",
            "--shuffles", "200", "--out", str(tmp_path / "out")]  # fmt: skip
    result = CliRunner().invoke(cli, args, catch_exceptions=False)
    assert result.exit_code == 0
    assert "good" in result.output
    assert "<!doctype html>" in (tmp_path / "out" / "comparison.html").read_text(encoding="utf-8")
    read = results_of(tmp_path / "good")
    assert len(read.segments) == len(pd.read_csv(tmp_path / "good" / "segments.csv"))


def test_a_comparison_has_the_settings_of_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mtqa.toml").write_text('[projects.web]\nmode = "thorough"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    asked: list[str] = []

    def compare(*_: object, settings: Settings, **__: object) -> None:
        asked.append(settings.mode)
        raise SettingsError("enough: expected nothing, found a comparison; stop.")

    monkeypatch.setattr("mtqa.compare.run.compare", compare)
    with pytest.raises(SettingsError, match="enough"):
        CliRunner().invoke(cli, ["compare", "a=a", "b=b", "--project", "web"], catch_exceptions=False)
    assert asked == ["thorough"]


def test_comparing_and_publishing_are_public_names() -> None:
    assert {"compare", "publish"} <= set(dir(mtqa))
    with pytest.raises(SettingsError, match="found 0"):
        mtqa.compare()
    with pytest.raises(SettingsError, match="--reports: expected copy, link, none"):
        mtqa.publish("runs", out="site", reports="all")


def test_lines_are_segments(tmp_path: Path) -> None:
    texts = {"a": "Der Zug ist heute sehr pünktlich.\nWir fahren morgen nach Hause.\n",
             "b": "Der Zug ist pünktlich.\nWir fahren.\n",
             "src": "The train is very punctual today.\nWe are going home tomorrow.\n"}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    args = ["compare", f"a={tmp_path / 'a.txt'}", f"b={tmp_path / 'b.txt'}", "--lines", "--source", str(tmp_path / "src.txt"),
            "--bootstrap", "100", "--shuffles", "100", "--format", "json"]  # fmt: skip
    result = CliRunner().invoke(cli, args, catch_exceptions=False)
    assert json.loads(result.stdout)["segments"] == 2


def test_a_text_that_is_no_translation_of_the_source_is_refused_and_a_failed_engine_is_not() -> None:
    rows = [{"source": f"Train {at}.", "target": f"Zug {at}.", "bead": "1-1"} for at in range(6)]
    other = [{**row, "source": ("", "Train 1.")[at % 2], "target": ("Tee.", "")[at % 2], "bead": ("0-1", "1-0")[at % 2],
              "score.adequacy": 2.0} for at, row in enumerate(rows)]  # fmt: skip
    with pytest.raises(ReadError, match=r"^b: expected a translation of the source, found .*adequacy 2 of 100 in d\)"):
        compared([system("a", rows), system("b", other)], chance=QUICK)
    copied = [{**row, "target": row["source"], "score.adequacy": 0.0} for row in rows]
    assert compared([system("a", rows), system("b", copied)], chance=QUICK).units
