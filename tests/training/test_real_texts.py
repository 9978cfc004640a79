"""Marks of real engines' sentences: they point at words of what the data has, without the tokenizer's blanks."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from training.real_texts import FOLDER, MARK, SETS, marked_ids, real_pairs, untokenized

GOLD = FOLDER.parents[1] / "benchmarks" / "gold"


def without_blanks(text: str, source: str) -> str:
    return "".join(text[at] for at in untokenized(text, source))


@pytest.mark.parametrize(
    ("text", "source", "plain"),
    [
        ("Danke , das ist alles . . .", "Thanks, that is all...", "Danke, das ist alles..."),
        ("Sie ( und er ) kamen am 10 . März !", "They (and he) came on March 10!", "Sie (und er) kamen am 10. März!"),
        ("Bist du ein Wii - Fan ?", "Are you a Wii fan?", "Bist du ein Wii-Fan?"),
        ("Er kam - und ging .", "He came - and left.", "Er kam - und ging."),
        ("Kraft - und Wasserwerke", "power plants and waterworks", "Kraft- und Wasserwerke"),
        ("Siehe 4thought . tv / Folge 3", "See 4thought.tv / part 3", "Siehe 4thought.tv/Folge 3"),
        ("Das Wort ' Fehler ' ist Plural", "The word 'errors' is plural", "Das Wort 'Fehler' ist Plural"),
        ("einfach", "simple", "einfach"),
    ],
)
def test_blanks_of_a_tokenizer_are_taken_out(text: str, source: str, plain: str) -> None:
    assert without_blanks(text, source) == plain


def written(path: Path, **record: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(json.dumps(record) + "\n")


def test_marks_move_with_the_text(tmp_path: Path) -> None:
    written(tmp_path / "qe" / "mlqe-pe-ced.en-de.jsonl.gz", split="train", seg_id="7",
            src="A Wii  fan, no.", mt="Ein Wii - Fächer , nein .")  # fmt: skip
    written(tmp_path / "qe" / "mlqe-pe.en-de.jsonl.gz", split="train", seg_id="7",
            src="Their lustre tarnishes.", mt="Durch Oxidation trübt .")  # fmt: skip
    marks = tmp_path / "marks" / "en-de"
    marks.mkdir(parents=True)
    (marks / "a.tsv").write_text(
        "comments\t7\tM:mistranslation:4-16\nencyclopedia\t7\tM:omission:6-15 m:punctuation:22-23\n"
    )
    one, two = real_pairs(tmp_path, folder=tmp_path / "marks")
    assert one.source == "A Wii fan, no."
    assert one.target == "Ein Wii-Fächer, nein."
    assert [one.target[mark.start : mark.end] for mark in one.marks] == ["Wii-Fächer"]
    assert two.target == "Durch Oxidation trübt ."
    assert [(two.target[mark.start : mark.end], mark.major) for mark in two.marks] == [
        ("Oxidation", True),
        (".", False),
    ]
    assert one.document != two.document
    assert marked_ids("comments", folder=tmp_path / "marks") == {"7"}


@pytest.mark.parametrize("folder", [FOLDER, GOLD / "real", GOLD / "second-reading"])
def test_every_line_has_a_set_an_id_once_and_marks_in_order(folder: Path) -> None:
    seen = set()
    for path in folder.glob("*/*.tsv"):
        for line in path.read_text(encoding="utf-8").splitlines():
            name, key, marks = line.split("\t")
            assert name in SETS
            assert (name, key) not in seen
            seen.add((name, key))
            found = MARK.findall(marks)
            assert " ".join(f"{s}:{c}:{a}-{b}" for s, c, a, b in found) == marks
            places = [(int(start), int(end)) for *_, start, end in found]
            assert all(start < end for start, end in places)
            assert all(one[1] <= other[0] for one, other in pairwise(places))
    assert len(seen) > 500


def test_nothing_that_is_measured_on_is_learned_from() -> None:
    learned = {name for name in SETS if marked_ids(name)}
    assert learned == {"comments", "encyclopedia"}
    for gold in (GOLD / "real", GOLD / "second-reading"):
        assert {name for name in SETS if marked_ids(name, folder=gold)} == {"comments-dev", "encyclopedia-dev"}


@pytest.mark.parametrize("name", ["comments-dev", "encyclopedia-dev"])
def test_both_readings_are_of_the_same_sentences(name: str) -> None:
    assert marked_ids(name, folder=GOLD / "real") == marked_ids(name, folder=GOLD / "second-reading")
