"""What bad input gets: one sentence that helps and exit code 2, nothing half-written; or a report that makes sense."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

from mtqa.cli import main

ROOT = Path(__file__).parents[2]
DE, EN = (str(ROOT / "corpora" / "harbour-news" / name) for name in ("target.de.txt", "source.en.txt"))
GERMAN = "Der Hafen ist heute geschlossen, weil der Sturm sehr stark ist."
ENGLISH = "The harbour is closed today because the storm is very strong."
FRENCH = "Le port est fermé aujourd'hui parce que la tempête est très forte."
TMX = '<tmx version="1.4"><header srclang="en"/><body>{}</body></tmx>'
UNIT = '<tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="de"><seg>{}</seg></tuv></tu>'
BOMB = "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9))


class Run(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return " ".join(self.out.split())


Mtqa = Callable[..., Run]


@pytest.fixture
def mtqa(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Mtqa:
    """The command line, run in an empty folder; no run may print a traceback or change its input."""
    monkeypatch.chdir(tmp_path)

    def run(*args: object) -> Run:
        before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
        monkeypatch.setattr(sys, "argv", ["mtqa", *map(str, args)])
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        out = capsys.readouterr()
        assert "Traceback" not in out.out + out.err
        assert {path: path.read_bytes() for path in before} == before
        return Run(code, out.out, out.err)

    return run


def put(name: str, data: str | bytes) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return name


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "a.txt: expected text, found an empty file; name"),
        ("a.txt", b" \n\t\n", "a.txt: expected text, found nothing but white space; name"),
        ("a.txt", bytes(range(256)) * 20, "a.txt: expected text, found binary data; save"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 99, "found binary data (a ZIP archive"),
        (
            "a.txt",
            "Über die Förde fährt die Fähre.\n".encode() + b"\xff\n",
            "a.txt:2: expected UTF-8, found the byte 0xff",
        ),
        ("a.txt", b"Der Hafen\0ist zu.", "a.txt:1: expected text, found a NUL character; remove it."),
        ("a.txt", (GERMAN * 9).encode("utf-16-le"), "as in UTF-16 without a byte order mark; save it as UTF-8."),
        ("a.tsv", "source\ttarget\nA b\tC d\nOnly\n", "a.tsv:3: expected 2 cells, as in the header, found 1; correct"),
        ("a.tsv", f"{ENGLISH}\t{GERMAN}\n" * 3, "a.tsv:1: expected a header with the column target"),
        ("a.csv", "source,target\n", "a.csv: expected at least one row below the header, found none; name"),
        ("a.csv", 'source,target\n"A b,c\n', "a.csv:2: expected each quoted cell to end in a quotation mark"),
        ("a.jsonl", '{"target": "a"}\n{"target": \n', "a.jsonl:2: expected a JSON object, found a mistake in it"),
        ("a.jsonl", '{"target": "a \\ud800"}\n', "a.jsonl:1: expected a text for 'target', found NUL or half a surro"),
        ("a.tmx", TMX.format(UNIT.format("a", "b"))[:-9], "a.tmx:1: expected XML, found a mistake in it"),
        (
            "a.tmx",
            TMX.format("<tu><tuv><seg>a</seg></tuv></tu>"),
            "a.tmx: expected the language of each text, found no",
        ),
        ("a.tmx", TMX.format(""), "a.tmx: expected translation units, found none; name"),
        (
            "a.tmx",
            f'<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]>{TMX.format(UNIT.format("&a;", "b"))}',
            "a.tmx:1: expected no entities of its own, found the declaration of 'a'; remove the DOCTYPE.",
        ),
        (
            "a.tmx",
            f'<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">{BOMB}]>{TMX.format(UNIT.format("&j;", "b"))}',
            "a.tmx:1: expected no entities of its own, found the declaration of 'a'; remove the DOCTYPE.",
        ),
        ("a.po", 'msgid "Save\nmsgstr "Speichern"\n', "a.po:1: expected a PO message, found a mistake in it; correct"),
        ("a.xlf", "<html/>", "a.xlf: expected xliff1 or xliff2, as .xlf says, found neither; check"),
    ],
)
def test_a_file_that_is_not_what_it_claims_is_one_sentence(mtqa: Mtqa, name: str, data: str | bytes, said: str) -> None:
    run = mtqa("check", put(name, data), "--out", "out")
    assert run.code == 2
    assert run.err.startswith("Error: ")
    assert said in run.err
    assert run.err.count("\n") == 1
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nope.de.txt", EN], "nope.de.txt: expected a file, found none; check the path."),
        ([DE.replace("target", "taregt"), EN], "did you mean '"),
        ([DE, DE], "expected a text to judge the translation against, found the translation itself; name its source"),
        (["-", "-"], "<stdin>: expected standard input once, found - twice; name a file for one of them."),
        (
            [DE, EN, "--source-lang", "english"],
            "source-lang: expected a language code such as de or en-GB, found 'engl",
        ),
        ([DE, EN, "--source-lang", "fr"], "expected French, as --source-lang says, found English; correct"),
        ([EN, DE, "--source-lang", "en", "--target-lang", "de"], "swap the two files or correct their languages."),
        ([DE, EN, "--fail-under", "500"], "500.0 is not in the range 0<=x<=100"),
        ([DE, EN, "--limt", "3"], "No such option '--limt'. (Did you mean one of: '--limit'"),
        ([DE, EN, "--select", "wrong"], "did you mean wrong-"),
        (["*.xyz", EN], "*.xyz: expected files that match the pattern, found none; correct it."),
    ],
)
def test_a_wrong_command_is_one_sentence(mtqa: Mtqa, args: list[str], said: str) -> None:
    run = mtqa("check", *args)
    assert run.code == 2
    assert said in run.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("targt-lang = 'de'", "expected a setting of mtqa, found 'targt-lang'; did you mean 'target-lang'?"),
        ("fail-under = 'x'", "expected a number for 'fail-under', found 'x'; correct it."),
        ("source-lang = 'English'", "source-lang: expected a language code such as de or en-GB, found 'English'"),
        ("formats = ['pdf']", "expected one of codequality csv html json md parquet sarif xlsx, found 'pdf'"),
        ("[checks]\nlength-outlier = 3", "expected a table with a table for each for 'checks'"),
        ("[columns]\ntarget = 2", "expected a table of texts for 'columns', found {'target': 2}; correct it."),
        ("a =", "expected TOML, found a mistake in it"),
    ],
)
def test_a_wrong_configuration_is_one_sentence(mtqa: Mtqa, text: str, said: str) -> None:
    put("mtqa.toml", text)
    run = mtqa("check", DE, EN)
    assert run.code == 2
    assert said in run.err


def test_an_output_folder_is_refused_before_the_work_begins(mtqa: Mtqa) -> None:
    put("theirs/a.txt", "x")
    for out, found in (("theirs", "found a.txt; move that"), ("theirs/a.txt", "found a file; name another folder")):
        run = mtqa("check", "no-such-file.txt", "--out", out)
        assert run.code == 2
        assert found in run.err
    assert [path.name for path in Path("theirs").iterdir()] == ["a.txt"]


def test_a_full_disk_leaves_nothing_behind(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    pairs = put("a.tsv", f"source\ttarget\n{ENGLISH}\t{GERMAN}\n")
    monkeypatch.setattr("mtqa.report.html.render", full)
    run = mtqa("check", pairs, "--out", "deep/out")
    assert run.code == 2
    assert "expected to write the report, found a full disk; free some space" in run.err
    assert [path.name for path in Path.cwd().iterdir()] == ["a.tsv"]


def test_an_interrupt_says_so_and_leaves_nothing_behind(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    pairs = put("a.tsv", f"source\ttarget\n{ENGLISH}\t{GERMAN}\n")
    monkeypatch.setattr("mtqa.report.html.render", interrupted)
    run = mtqa("check", pairs, "--out", "deep/out")
    assert run.code == 130
    assert "Interrupted; nothing was written." in run.err
    assert [path.name for path in Path.cwd().iterdir()] == ["a.tsv"]


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
def test_ctrl_c_in_the_middle_of_a_table_ends_with_130(tmp_path: Path) -> None:
    table = tmp_path / "a.tsv"
    table.write_text("source\ttarget\n" + f"{ENGLISH}\t{GERMAN}\n" * 20_000, encoding="utf-8")
    code = (
        "import os, signal, sys\n"
        "import mtqa.cli.check as command\n"
        "from mtqa.cli import main\n"
        "stop = lambda stage, done, total: stage == 'judging' and os.kill(os.getpid(), signal.SIGINT)\n"
        "command.progress = lambda quiet: stop\n"
        f"sys.argv = ['mtqa', 'check', {str(table)!r}, '--out', {str(tmp_path / 'out')!r}]\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.tsv"]


@pytest.mark.parametrize("where", ["/dev/full", "closed"])
def test_output_that_goes_nowhere_is_no_traceback(where: str) -> None:
    if where != "closed" and not Path(where).exists():
        pytest.skip("no such device here")
    command = f'"{sys.executable}" -m mtqa checks ' + (">&-" if where == "closed" else f"> {where}")
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == (0 if where == "closed" else 2)


def test_a_pair_without_a_pack_has_no_verdict_and_says_why(mtqa: Mtqa) -> None:
    run = mtqa("check", put("a.de.txt", GERMAN), put("a.fr.txt", FRENCH))
    assert run.code == 0
    assert run.out.startswith("NOT JUDGED")
    assert "There is no language pack for fr-de" in run.said
    assert "Fit to ship" not in run.said


def test_a_table_of_empty_rows_has_no_verdict(mtqa: Mtqa) -> None:
    table = put("a.tsv", "source\ttarget\n" + "\t\n" * 5_000)
    run = mtqa("check", table, "--source-lang", "en", "--target-lang", "de")
    assert run.out.startswith("NOT JUDGED  a\nEnglish → German, 5,000 segments, 0 words\n")


def test_one_word_has_no_verdict_and_the_option_that_helps_is_named(mtqa: Mtqa) -> None:
    run = mtqa("check", put("a.txt", "Hafen"))
    assert run.out.startswith("NOT JUDGED  a\n1 segment, 1 word\n")
    assert "The language of the target cannot be told from so few words" in run.said
    assert "give --target-lang." in run.said


def test_a_text_alone_is_judged_by_its_language_and_nothing_is_called_an_addition(mtqa: Mtqa) -> None:
    run = mtqa("check", DE, "--out", "out", "--format", "csv", "-q")
    assert run.code == 0
    segments, findings = pd.read_csv("out/segments.csv"), pd.read_csv("out/findings.csv")
    assert segments["score.fluency"].notna().mean() > 0.9
    assert segments["score.adequacy"].isna().all()
    assert "addition" not in set(findings["check"])


def test_sentences_that_no_source_says_have_no_adequacy(mtqa: Mtqa) -> None:
    run = mtqa("check", DE, put("a.en.txt", ENGLISH), "--out", "out", "--format", "csv")
    assert run.out.startswith("RETRANSLATE")
    assert pd.read_csv("out/documents.csv")["score.adequacy"][0] < 10


def test_a_copy_of_the_source_is_worth_nothing(mtqa: Mtqa) -> None:
    run = mtqa("check", put("a.tsv", f"source\ttarget\n{ENGLISH}\t{ENGLISH}\n"), "--target-lang", "de", "--out", "out")
    assert run.out.startswith("RETRANSLATE")
    report = json.loads(Path("out/report.json").read_text(encoding="utf-8"))
    assert report["segments"][0]["score.quality"] == 0
    assert report["findings"][0]["severity"] == "critical"


@pytest.mark.parametrize("word", ["a", "Wiederaufbauhilfe", "ja-", "{a", "<b>"])
def test_a_line_of_200_000_characters_is_read_to_its_end(mtqa: Mtqa, word: str) -> None:
    text = word * (200_000 // len(word))
    assert mtqa("check", put("a.de.txt", text), put("a.en.txt", ENGLISH), "--out", "out", "--format", "csv").code == 0
    assert "".join(pd.read_csv("out/segments.csv", keep_default_na=False)["target"]).replace(" ", "") == text


TEXT = "Der 👩‍👩‍👧‍👦 Hafen Hafen ist zu 🇩🇪.\r\nDas שלום Schiff Schiff kommt.\r\n\r\n\u202eEine Fähre Fähre fährt.\u202c"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_count_the_characters_of_the_file_whatever_they_are(mtqa: Mtqa, form: str) -> None:
    text = unicodedata.normalize(form, TEXT)  # type: ignore[arg-type]
    mtqa("check", put("a.txt", text), "--target-lang", "de", "--select", "repeated-word", "--out", "out", "-q")
    findings = json.loads(Path("out/report.json").read_text(encoding="utf-8"))["findings"]
    words = [unicodedata.normalize("NFC", row["text"]) for row in findings]
    assert words == ["Hafen Hafen", "Schiff Schiff", "Fähre Fähre"]
    for row in findings:
        assert text[row["document_start"] : row["document_end"]] == row["text"]


def test_cells_that_would_run_in_a_spreadsheet_are_written_as_text(mtqa: Mtqa) -> None:
    table = put("a.tsv", f"source\ttarget\n=SUM(A1)\t=SUMME(A1)\n{ENGLISH}\t@{GERMAN}\n")
    mtqa("check", table, "--source-lang", "en", "--target-lang", "de", "--out", "out", "--format", "csv", "-q")
    assert pd.read_csv("out/segments.csv")["target"].tolist() == ["'=SUMME(A1)", f"'@{GERMAN}"]


def test_the_other_direction_is_judged_too(mtqa: Mtqa) -> None:
    run = mtqa("check", put("a.en.txt", ENGLISH), put("a.de.txt", GERMAN), "--out", "out")
    assert "German → English" in run.out
    assert pd.read_csv("out/documents.csv")["score.quality"][0] > 50


@pytest.mark.parametrize(
    ("name", "what"),
    [("a.srt", "subtitles"), ("a.HTML", "a web page"), ("a.json", "structured data"), ("a.resx", "texts of a program")],
)
def test_a_file_whose_suffix_says_another_format_is_no_prose(mtqa: Mtqa, name: str, what: str) -> None:
    put(name, f"1\n00:00:01,000 --> 00:00:02,000\n{GERMAN}\n")
    run = mtqa("check", name)
    assert run.code == 2
    assert run.err.count("\n") == 1
    assert f"{name}: expected .csv " in run.err
    assert f"found {what} ({Path(name).suffix.lower()}); save the text in it as .txt, or pairs as .tsv." in run.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.xlf", '<xliff version="1.2"/>'),
        ("a.csv", "source,target\nA,B\n"),
        ("a.tmx", TMX.format("")),
        ("a.po", 'msgid "a"\n'),
    ],
)
def test_pairs_are_not_aligned_as_if_they_were_prose(mtqa: Mtqa, name: str, text: str) -> None:
    put(name, text)
    put("b.txt", GERMAN)
    for sides in ((name, "b.txt"), ("b.txt", name)):
        run = mtqa("align", *sides, "--out", "beads.tsv")
        assert run.code == 2
        assert f"{name}: expected running text to align, found a file of pairs (" in run.err
        assert not Path("beads.tsv").exists()
