"""Judgment files of every format, and what is said about files that are none."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from mtqa.errors import ReadError, UnknownUnitError
from mtqa.evaluate.judgments.base import READERS
from mtqa.evaluate.judgments.read import read_judgments

HEAD = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def mqm(system: str, rater: str, target: str, category: str, severity: str, source: str = "The storm broke.") -> str:
    return f"{system}\tnews\t1\t7\t{rater}\t{source}\t{target}\t{category}\t{severity}\n"


def test_mqm_errors_become_a_mean_penalty_and_the_spans_of_each_rater(tmp_path: Path) -> None:
    rows = [
        mqm("one", "r1", "Der <v>Sturm</v> zerbrach.", "Accuracy/Mistranslation", "Major"),
        mqm("one", "r1", "Der Sturm <v>zerbrach</v>.", "Style/Awkward", "Minor"),
        mqm("one", "r2", "Der Sturm zerbrach<v>.</v>", "Fluency/Punctuation", "Minor"),
        mqm("refA", "r1", "Der Sturm brach los.", "No-error", "No-error"),
    ]
    judged = read_judgments(put(tmp_path, "news.en-de.tsv", HEAD + "".join(rows)))
    one, reference = judged.rows
    assert (judged.form, judged.scale, one.target) == ("mqm", "mqm", "Der Sturm zerbrach.")
    assert one.score == pytest.approx(-(6 + 0.1) / 2)
    assert one.points == pytest.approx(100 - 4 * 3.05)
    assert one.marked == (((4, 9), (10, 18)), ())
    assert (one.reference, reference.human_system, reference.score) == ("Der Sturm brach los.", True, 0)
    assert one.group == reference.group


@pytest.mark.parametrize(
    ("category", "severity", "penalty"),
    [
        ("Non-translation!", "Major", 25),
        ("Accuracy/Omission", "critical", 25),
        ("Fluency/Punctuation", "Major", 5),
        ("Style/Awkward", "Neutral", 0),
        ("Source error", "Major", 0),
    ],
)
def test_an_error_costs_what_freitag_and_others_say(
    tmp_path: Path, category: str, severity: str, penalty: float
) -> None:
    row = mqm("one", "r1", "Der <v>Sturm</v> brach.", category, severity)
    assert read_judgments(put(tmp_path, "a.tsv", HEAD + row)).rows[0].score == -penalty


def test_a_mark_in_the_source_or_in_an_edited_target_has_no_place(tmp_path: Path) -> None:
    rows = [
        mqm("one", "r1", "Der Sturm brach.", "Accuracy/Omission", "Major", source="The <v>storm</v> broke."),
        mqm("one", "r1", "Der Sturm brach.", "No-error", "No-error"),
        mqm("one", "r2", "Der  <v>Sturm</v> brach.", "Style/Awkward", "Minor"),
    ]
    row = read_judgments(put(tmp_path, "a.tsv", HEAD + "".join(rows))).rows[0]
    assert (row.source, row.target, row.marked) == ("The storm broke.", "Der Sturm brach.", ((), ()))
    assert row.score == -3


def test_scores_of_several_people_are_averaged_and_their_scale_is_told(tmp_path: Path) -> None:
    table = "src,mt,score,system,ref\nA b.,C d.,80,x,R\nA b.,C d.,60,x,R\nA b.,E f.,55,y,R\n"
    judged = read_judgments(put(tmp_path, "a.csv", table))
    assert [(row.score, row.points, row.reference) for row in judged.rows] == [(70, 70, "R"), (55, 55, "R")]
    assert judged.rows[0].group == judged.rows[1].group
    shares = read_judgments(put(tmp_path, "b.csv", "source,target,score\nA,B,0.5\nC,D,1\n"))
    assert [row.points for row in shares.rows] == [50, 100]
    standardised = read_judgments(put(tmp_path, "c.tsv", "source\ttarget\tz_mean\nA\tB\t-0.5\nC\tD\t1.5\n"))
    assert (standardised.scale, standardised.rows[0].points) == ("z", None)


def test_a_post_edit_tells_the_words_that_were_wrong(tmp_path: Path) -> None:
    table = "source,target,post_edit\nThe storm broke.,Der Sturm zerbrach.,Der Sturm brach los.\n"
    row = read_judgments(put(tmp_path, "a.csv", table)).rows[0]
    assert [row.target[start:end] for start, end in row.words] == ["Der", "Sturm", "zerbrach", "."]
    assert row.bad == (False, False, True, False)
    assert row.score == pytest.approx(-2 / 5)
    assert row.points == pytest.approx(60)


def test_a_record_is_compared_by_z_then_direct_assessment_then_penalty(tmp_path: Path) -> None:
    records = [
        {
            "src": "a",
            "mt": "b c",
            "z_mean": -0.5,
            "da_mean": 40,
            "mt_tokens": ["b", "x", "c"],
            "word_tags": ["OK", "BAD", "OK"],
        },
        {"src": "a", "mt": "b", "da_mean": 40, "mqm_score": 3},
        {"src": "a", "mt": "b", "mqm_score": 3, "refs": {"one": "R", "two": "S"}},
        {"src": "a", "mt": "b", "mqm_score": None},
    ]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    rows = read_judgments(path).rows
    assert [(row.score, row.scale, row.points) for row in rows] == [
        (-0.5, "z", 40), (40, "da", 40), (-3, "mqm", 88), (None, "", None),
    ]  # fmt: skip
    assert rows[0].words == ((0, 1), (1, 1), (2, 3))
    assert rows[0].bad == (False, True, False)
    assert rows[2].reference == "R"


def test_marks_below_a_point_and_on_the_source_do_not_count(tmp_path: Path) -> None:
    errors = [
        {"side": "mt", "weight": 0.1, "start": 0, "end": 1},
        {"side": "src", "weight": 5, "start": 0, "end": 1},
        {"side": "mt", "weight": 5, "start": None, "end": None},
        {"side": "mt", "start": 2, "end": 3},
    ]
    record = {"src": "a b", "mt": "c d", "mqm_annotations": [{"errors": errors}]}
    assert read_judgments(put(tmp_path, "a.jsonl", json.dumps(record))).rows[0].marked == (((2, 3),),)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "source,target\nA,B\n", "a.csv:1: expected judgments: JSON Lines, MQM errors"),
        ("a.csv", "source,target,score\nA,B,good\n", "a.csv:2: expected a number for score, found 'good'; correct it."),
        (
            "a.csv",
            "source,score\nA,1\n",
            "a.csv:1: expected the columns source, target, score, found source, score; add target.",
        ),
        (
            "a.csv",
            "source,target,score\n" + "A,B,80\nA,C,0\nA,D,\n" * 5 + "A,E,-1\n",
            "a.csv:17: expected a score from 0 to 100, as most others are, found -1; correct it.",
        ),
        ("a.csv", "source,target,score\n", "a.csv: expected at least one judged translation, found none; name"),
        ("a.csv", "source,target,post_edit\nA,B,\n", "a.csv:2: expected a post-edit, found an empty cell; fill it"),
        (
            "a.tsv",
            HEAD + "one\tnews\t1\n",
            "a.tsv:2: expected at least 9 cells, as in the header, found 3; correct the row.",
        ),
        (
            "a.tsv",
            HEAD + mqm("one", "r1", "B", "Style", "Awful"),
            "a.tsv:2: expected the severity neutral, minor, major or",
        ),
        (
            "a.jsonl",
            '{"src": "a", "mt": "b"}\n{"src": "a"}\n',
            "a.jsonl:2: expected a text under 'mt' or 'target', found null; add",
        ),
        ("a.jsonl", '{"src": "a", "mt": 1}\n', "a.jsonl:1: expected a text under 'mt' or 'target', found 1; add"),
        ("a.jsonl", '{"src": "a", "mt": "b", "da_mean": "x"}', "a.jsonl:1: expected a number under 'da_mean', found"),
        ("a.jsonl", '{"src": "a", \n', "a.jsonl:1: expected a JSON object, found a mistake in it"),
        (
            "a.jsonl",
            '{"src":"a","mt":"b","mqm_annotations":[{"errors":[{"side":"mt","start":0,"end":9}]}]}',
            "a.jsonl:1: expected a start and an end within the 1 characters of 'mt', found [0, 9]; correct it.",
        ),
    ],
)
def test_a_wrong_file_is_one_sentence_with_its_line(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(ReadError) as error:
        read_judgments(put(tmp_path, name, text))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_damaged_archive_and_an_unknown_format_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"src": "a", "mt": "b"}')[:-9])
    with pytest.raises(ReadError, match="expected a whole gzip archive, found a damaged one"):
        read_judgments(path)
    with pytest.raises(UnknownUnitError, match="did you mean mqm"):
        read_judgments(put(tmp_path, "a.tsv", HEAD), "mqn")


def test_every_reader_says_what_it_reads() -> None:
    assert [reader.name for reader in READERS] == ["da", "jsonl", "mqm", "post-edits"]
    assert all(reader.summary.endswith(".") for reader in READERS)
