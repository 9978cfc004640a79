"""Suppressions as a user meets them: written by ``mtqa suppress``, obeyed by ``mtqa check``, told in every report."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import mtqa
from mtqa.cli import cli
from mtqa.config import Settings

TABLE = "source\ttarget\nPay 25 euros.\tZahlen Sie 52 Euro.\nbingo cards\tBingo -Karten\nIt rains.\tEs regnet.\n"
LANGS = ("--source-lang", "en", "--target-lang", "de")


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args)


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pairs.tsv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def check(*args: str) -> Result:
    formats = [part for name in ("csv", "json", "html", "md") for part in ("--format", name)]
    return run("check", "pairs.tsv", *LANGS, "--out", "run", *formats, *args)


def codes() -> list[str]:
    return pd.read_csv("run/findings.csv")["code"].tolist()


def test_a_finding_that_was_suppressed_is_not_reported_again_but_told() -> None:
    assert check("--max-major", "0").exit_code == 1
    assert codes() == ["ACC007", "LIN003"]
    added = run("suppress", "run", "--row", "1", "--reason", "the price list is newer")
    assert added.output == "1 entry added to mtqa-suppressions.toml\n"
    again = check("--max-major", "0")
    assert again.exit_code == 0
    assert codes() == ["LIN003"]
    assert "Suppressed: 1 finding: the price list is newer (1)" in again.output
    documents = pd.read_csv("run/documents.csv")
    assert (documents.loc[0, "suppressed"], documents.loc[0, "major"]) == (1, 0)
    [row] = json.loads(Path("run/report.json").read_text(encoding="utf-8"))["suppressed"]
    assert (row["code"], row["text"], row["reason"], row["by"]) == (
        "ACC007",
        "52",
        "the price list is newer",
        "entry 1",
    )
    assert "the price list is newer" in Path("run/report.html").read_text(encoding="utf-8")
    assert "| the price list is newer | 1 |" in Path("run/report.md").read_text(encoding="utf-8")


def test_what_is_suppressed_costs_nothing() -> None:
    check()
    before = pd.read_csv("run/segments.csv")["score.quality"][0], pd.read_csv("run/documents.csv")["mqm"][0]
    run("suppress", "run", "--row", "1", "--reason", "x")
    check()
    after = pd.read_csv("run/segments.csv")["score.quality"][0], pd.read_csv("run/documents.csv")["mqm"][0]
    assert after[0] > before[0]
    assert after[1] > before[1]


def test_a_suppression_for_nothing_is_told_and_fails_nothing() -> None:
    check()
    run("suppress", "run", "--check", "broken-hyphen", "--reason", "x")
    Path("pairs.tsv").write_text(TABLE.replace("Bingo -Karten", "Bingokarten"), encoding="utf-8")
    result = check()
    assert result.exit_code == 0
    said = " ".join(result.output.split())
    assert "Suppression 1 (broken-hyphen, „Bingo -Karten“) matches nothing" in said
    for name in ("report.html", "report.md", "report.json"):
        assert "matches nothing" in Path(f"run/{name}").read_text(encoding="utf-8")


def test_a_limit_does_not_make_a_suppression_useless() -> None:
    check()
    run("suppress", "run", "--check", "LIN003", "--reason", "x")
    assert "matches nothing" not in check("--min-severity", "major").output


def test_comments_and_a_column_of_a_table_suppress_too(work: Path) -> None:
    (work / "pairs.tsv").write_text(
        "source\ttarget\tQA\tnote\nPay 25 euros.\tZahlen Sie 52 Euro.\tnumber-mismatch: so agreed\t\n"
        "bingo cards\tBingo -Karten\t\tmtqa: ignore LIN003\n", encoding="utf-8",
    )  # fmt: skip
    assert check("--columns", "suppress=QA").exit_code == 0
    assert codes() == []


PO = """msgid ""
msgstr "Language: de\\n"

# mtqa: ignore number-mismatch -- the price list is newer
msgid "Pay 25 euros."
msgstr "Zahlen Sie 52 Euro."
"""
XLIFF = """<xliff version="1.2"><file source-language="en" target-language="de" original="a" datatype="x"><body>
<trans-unit id="1"><source>Pay 25 euros.</source><target>Zahlen Sie 52 Euro.</target><note>mtqa: ignore ACC007</note></trans-unit>
</body></file></xliff>"""
TMX = """<tmx version="1.4"><header srclang="en"/><body><tu><note>mtqa: ignore ACC007</note>
<tuv xml:lang="en"><seg>Pay 25 euros.</seg></tuv><tuv xml:lang="de"><seg>Zahlen Sie 52 Euro.</seg></tuv></tu></body></tmx>"""


@pytest.mark.parametrize(("name", "text"), [("a.po", PO), ("a.xlf", XLIFF), ("a.tmx", TMX)])
def test_comments_of_every_format_that_has_some_suppress(work: Path, name: str, text: str) -> None:
    (work / name).write_text(text, encoding="utf-8")
    result = mtqa.check(work / name, source_lang="en")
    assert result.findings.empty
    assert result.suppressed["by"].tolist() == ["comment"]
    (work / name).write_text(text.replace("ignore", "mention"), encoding="utf-8")
    assert mtqa.check(work / name, source_lang="en").findings["code"].tolist() == ["ACC007"]


def test_the_nearest_file_of_suppressions_counts_and_one_that_is_named_goes_before_it(work: Path) -> None:
    entry = '[[suppress]]\ncheck = "all"\nreason = "x"\n'
    (work / "mtqa-suppressions.toml").write_text(entry, encoding="utf-8")
    (work / "deep").mkdir()
    assert Settings.load(work / "deep").suppressions == str(work.resolve() / "mtqa-suppressions.toml")
    (work / "deep" / "mtqa.toml").write_text('suppressions = "team.toml"\n', encoding="utf-8")
    assert Settings.load(work / "deep").suppressions == str(work.resolve() / "deep" / "team.toml")
    (work / "none.toml").write_text("", encoding="utf-8")
    check("--suppressions", "")
    assert codes() == ["ACC007", "LIN003"]
    check("--suppressions", "none.toml")
    assert codes() == ["ACC007", "LIN003"]
    (work / "mtqa-suppressions.csv").write_text("check,reason\n", encoding="utf-8")
    assert "expected one file of suppressions" in str(check().exception)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "expected which findings, found none named"),
        (("--row", "9"), "--row: expected 1 to 2"),
        (("--check", "LIN07"), "no check has the code or name 'LIN07'"),
        (("--text", "nothing such"), "with --text nothing such, found none"),
    ],
)
def test_findings_that_are_not_there_are_an_error(args: tuple[str, ...], message: str) -> None:
    check()
    result = run("suppress", "run", "--reason", "x", *args)
    assert message in str(result.exception)
    assert not Path("mtqa-suppressions.toml").exists()


def test_a_folder_that_is_no_run_is_an_error() -> None:
    result = run("suppress", ".", "--row", "1", "--reason", "x")
    assert "expected a table of an earlier run" in str(result.exception)


def test_entries_can_be_added_to_a_table_of_their_own() -> None:
    check()
    assert (
        run(
            "suppress",
            "run/findings.csv",
            "--segment",
            "1",
            "--scope",
            "anywhere",
            "--reason",
            "brand",
            "--to",
            "s.csv",
        ).exit_code
        == 0
    )
    assert Path("s.csv").read_text(encoding="utf-8").splitlines()[1] == "broken-hyphen,brand,,,,Bingo -Karten,,,"
    check("--suppressions", "s.csv")
    assert codes() == ["ACC007"]


NAMED = """id\tsource\ttarget\tnote
1\tIt rains.\tEs regnet.\tmtqa: ignore wrong-sense
2\tPay 45 euros.\tZahlen Sie 54 Euro.\t
3\tPay 75 euros.\tZahlen Sie 57 Euro.\t
9\tPay 95 euros.\tZahlen Sie 59 Euro.\tmtqa: ignore number-mismatch -- agreed
"""


def test_a_segment_is_called_by_its_id_everywhere(work: Path) -> None:
    (work / "pairs.tsv").write_text(NAMED, encoding="utf-8")
    said = check().output.replace("\u00a0", " ")
    page = Path("run/report.html").read_text(encoding="utf-8")
    for name in ("2", "3"):
        assert f"ACC007  segment {name}\n" in said
        assert f"<span>segment {name}</span>" in page
        assert f"| segment {name} |" in Path("run/report.md").read_text(encoding="utf-8")
    for told in (" ".join(said.split()), page):
        assert "A comment in pairs, segment 1, ignores wrong-sense for nothing" in told
    assert ">9<" in page[page.index("because somebody gave a reason") :]
    assert pd.read_csv("run/findings.csv")["segment"].tolist() == [1, 2]


def test_a_segment_is_chosen_by_its_id_and_what_could_be_two_is_refused(work: Path) -> None:
    (work / "pairs.tsv").write_text(NAMED, encoding="utf-8")
    check()
    refused = run("suppress", "run", "--segment", "2", "--reason", "x")
    assert "found that of the id 2, and number 2 of the tables (id 3), both with findings" in str(refused.exception)
    assert not Path("mtqa-suppressions.toml").exists()
    for args, text in ((("--segment", "3"), "57"), (("--segment", "2", "--text", "54"), "54")):
        assert run("suppress", "run", *args, "--reason", "x").exit_code == 0
        assert (
            f'text = "{text}"' in Path("mtqa-suppressions.toml").read_text(encoding="utf-8").split("[[suppress]]")[-1]
        )
