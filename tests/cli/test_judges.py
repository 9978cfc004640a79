"""``--judge`` as a user meets it, with tiny models that the tests write."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from mtqa.cli import cli
from tests.cli.test_check import run
from tests.estimate.models import PLACES, write_judge
from tests.evaluate.cases import write_jsonl

ENGLISH = ("The ship left the harbour.", "The ship is here.", "The ship left. " * PLACES, "Nobody came.")
GERMAN = ("Das Schiff verließ den Hafen.", "Das Schiff ist hier.", "Das Schiff ging. " * PLACES, "")


@pytest.fixture(autouse=True)
def _needs_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sentence_transformers")
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"{source}\t{target}\n" for source, target in zip(ENGLISH, GERMAN, strict=True))
    Path("pairs.en-de.tsv").write_text(f"source\ttarget\n{rows}", encoding="utf-8")


def check(*args: str) -> str:
    return CliRunner().invoke(cli, ["check", "pairs.en-de.tsv", *args], catch_exceptions=False).output


def test_judges_stand_beside_the_other_scores_in_every_report(tmp_path: Path) -> None:
    write_judge(Path("deep/QE-1"), bias=0.4)
    write_judge(Path("deep/tagger"), words=True, bias=4.0)
    formats = [part for name in ("csv", "json", "html", "md") for part in ("--format", name)]
    said = check("--judge", "deep/QE-1", "--judge", str(tmp_path / "deep" / "tagger"), "--out", "out", *formats)
    segments, documents = pd.read_csv("out/segments.csv"), pd.read_csv("out/documents.csv")
    for name in ("QE-1", "tagger"):
        assert segments[f"score.{name}"].notna().tolist() == [True, True, True, False]
        assert 0 < documents[f"score.{name}"][0] < 100
        assert f"{int(documents[f'score.{name}'][0]):>4}  " in next(
            line for line in said.splitlines() if line.lower().startswith(name.lower())
        )
    page, summary = (Path(f"out/report.{end}").read_text(encoding="utf-8") for end in ("html", "md"))
    report = json.loads(Path("out/report.json").read_text(encoding="utf-8"))
    long = f"1 pair is longer than the {PLACES} tokens that the judge QE-1 reads: it saw no more than the beginning."
    assert long in report["about"]["skipped"]
    assert long in " ".join(said.split())
    assert report["about"]["judges"]["tagger"].startswith("tagger: a risk a word (label BAD); sentence-transformers ")
    assert "<dt>Judge QE-1</dt><dd>QE-1: a number a pair (0 to 1, times 100); sentence-transformers " in page
    assert "<dt>QE-1</dt>" in page
    assert "| QE-1 |" in summary
    for path in Path("out").iterdir():
        text = path.read_text(encoding="utf-8")
        assert "deep" not in text
        assert str(tmp_path) not in text


def test_risky_words_become_findings_of_whole_words() -> None:
    write_judge(Path("tagger"), words=True, bias=4.0)
    check("--judge", "tagger", "--out", "out")
    findings = pd.read_csv("out/findings.csv")
    risky = findings[findings["check"] == "judge-risk"]
    assert len(risky) >= 2
    assert (risky["confidence"] >= 0.8).all()
    assert risky["message"].str.contains("The judge tagger holds").all()
    for row in risky.to_dict("records"):
        assert GERMAN[row["segment"]][row["start"] : row["end"]] == row["text"]
    check("--judge", "tagger", "--ignore", "judge-risk", "--out", "out")
    assert "judge-risk" not in set(pd.read_csv("out/findings.csv")["check"])


def test_two_runs_give_the_same_bytes_and_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    write_judge(Path("qe"))
    write_judge(Path("tagger"), words=True, bias=4.0)
    for out in ("one", "two"):
        check("--judge", "qe", "--judge", "tagger", "--out", out)
    for name in ("segments.csv", "findings.csv", "documents.csv", "report.json", "report.html"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()
    Path("mtqa.toml").write_text('batch-size = 1\njudges = ["qe", "tagger"]\n', encoding="utf-8")
    check("--out", "small")
    one, small = (pd.read_csv(f"{out}/segments.csv") for out in ("one", "small"))
    for column in ("score.qe", "score.tagger"):
        pd.testing.assert_series_equal(one[column], small[column], rtol=0, atol=0.011)
    first, second = (pd.read_csv(f"{out}/findings.csv") for out in ("one", "small"))
    pd.testing.assert_frame_equal(first, second, rtol=0, atol=2e-4)


def test_without_a_judge_nothing_of_it_is_in_a_report() -> None:
    check("--out", "out")
    about = json.loads(Path("out/report.json").read_text(encoding="utf-8"))["about"]
    assert "judges" not in about


def test_a_judge_without_a_source_is_left_out_and_says_so() -> None:
    write_judge(Path("qe"))
    Path("a.de.txt").write_text("Das Schiff verließ den Hafen.\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["check", "a.de.txt", "--judge", "qe"], catch_exceptions=False)
    assert "so the judge qe was left out." in " ".join(result.output.split())


def test_a_judge_is_held_against_people_like_any_other_score() -> None:
    write_judge(Path("team-QE-model"), bias=0.5)
    judged = write_jsonl(Path("judged.jsonl"))
    args = ["evaluate", str(judged), "--bootstrap", "0", "--judge", "team-QE-model"]
    said = CliRunner().invoke(cli, args, catch_exceptions=False).output
    assert "\nteam-QE-model\n            " in said
    assert "from that of team-QE-model by" in " ".join(said.split())
    assert all(len(line) <= 80 for line in said.splitlines())
    found = json.loads(CliRunner().invoke(cli, [*args, "--format", "json"], catch_exceptions=False).output)
    assert found["about"]["judges"]["team-QE-model"]
    assert "team-QE-model" in json.dumps(found["scores"])


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--judge", "nobody/none"], "judge nobody/none: expected a judge"),
        (["--judge", "./none"], "judge ./none: expected a judge"),
        (["--judge", "pairs.en-de.tsv"], "judge pairs.en-de.tsv: expected a judge"),
        (
            ["--judge", "bleu"],
            "judge bleu: expected a name of its own, found that there is another score called 'bleu'",
        ),
        (["--judge", "a/qe", "--judge", "b/qe"], "judge b/qe: expected a name of its own"),
        (["--judge", "odd"], "judge odd: expected two labels such as OK and BAD, found A, B; name another model"),
    ],
)
def test_a_wrong_judge_is_one_sentence_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], args: list[str], said: str
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for folder in ("bleu", "a/qe", "b/qe"):
        write_judge(Path(folder))
    write_judge(Path("odd"), words=True, labels=("A", "B"))
    capsys.readouterr()
    code, out, err = run(monkeypatch, capsys, "check", "pairs.en-de.tsv", *args, "--out", "out")
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert not Path("out").exists()


def test_an_earlier_run_has_its_own_judges(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write_jsonl(Path("judged.jsonl"))
    code, _, err = run(monkeypatch, capsys, "evaluate", "judged.jsonl", "--run", "out", "--judge", "qe")
    assert code == 2
    assert "expected an earlier run or a judge, found both" in err
