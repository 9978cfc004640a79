"""Beads as text, and files that are whole or not there."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from mtqa.align.formats import jsonl, tsv
from mtqa.align.write import write_text
from mtqa.align.xml import tmx, xliff
from mtqa.data import Bead
from mtqa.errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path

BEADS = [Bead((0,), (0, 1), 0.9321), Bead((1,), (), 0.5), Bead((), (2,), 1.0), Bead((2,), (3,), 1.0)]
TEXTS = (['Tom & "Jerry" <b>', "Gone.", "a\tb\u2028c"], ["Eins.", "Zwei ]]>", "Mehr.", "d\x0be\ud800"])


def test_jsonl_has_a_line_a_bead_with_places_from_0() -> None:
    lines = jsonl(BEADS, TEXTS, ("en", "de")).splitlines()
    assert lines[0] == '{"source": [0], "target": [0, 1], "confidence": 0.9321}'
    assert [json.loads(line)["source"] for line in lines] == [[0], [1], [], [2]]


def test_tsv_keeps_every_bead_on_one_line_of_six_cells() -> None:
    lines = tsv(BEADS, TEXTS, ("en", "de")).split("\n")
    assert lines[0].split("\t") == ["source", "target", "confidence", "source_text", "target_text", "moved"]
    assert lines[1] == '0\t0,1\t0.9321\tTom & "Jerry" <b>\tEins. Zwei ]]>\t'
    assert lines[4].startswith("2\t3\t1.0000\ta b c\td e")
    assert {len(line.split("\t")) for line in lines[:-1]} == {6}
    assert lines[-1] == ""


def test_tmx_is_sound_and_brings_the_text_back() -> None:
    root = etree.fromstring(tmx(BEADS, TEXTS, ("en", "")).encode())
    header = root.find("header")
    assert root.get("version") == "1.4"
    assert header is not None
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert required <= set(header.attrib)
    segments = [[segment.text for segment in unit.iter("seg")] for unit in root.iter("tu")]
    assert segments == [['Tom & "Jerry" <b>', "Eins. Zwei ]]>"], ["a\tb\u2028c", "d\ufffde\ufffd"]]
    languages = {tuple(variant.attrib.values()) for variant in root.iter("tuv")}
    assert languages == {("en",), ("und",)}


def test_xliff_is_sound_and_brings_the_text_back() -> None:
    root = etree.fromstring(xliff(BEADS, TEXTS, ("en", "de")).encode())
    space = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
    [file] = root.findall("x:file", space)
    assert {"original", "datatype", "source-language", "target-language"} <= set(file.attrib)
    units = root.findall(".//x:trans-unit", space)
    assert [unit.get("id") for unit in units] == ["1", "2", "4"]
    assert [unit.findtext("x:source", None, space) for unit in units] == [TEXTS[0][0], "Gone.", "a\tb\u2028c"]
    assert [unit.findtext("x:target", None, space) for unit in units] == ["Eins. Zwei ]]>", None, "d\ufffde\ufffd"]


def test_tmx_and_xliff_are_read_again(tmp_path: Path) -> None:
    from mtqa.read import read

    for form in (tmx, xliff):
        path = tmp_path / f"memory.{form.__name__}"
        write_text(path, form(BEADS, TEXTS, ("en", "de")))
        frame = read(path)
        assert frame["source"].tolist()[0] == 'Tom & "Jerry" <b>'
        assert frame["target"].tolist()[0] == "Eins. Zwei ]]>"
        assert set(frame["target_lang"]) == {"de"}


def test_every_format_marks_what_moved() -> None:
    moved = [Bead((1,), (0,), 0.9, 1), Bead((0,), (1,), 0.9)]
    sides = (["Subject", "Dear all,"], ["Liebe alle,", "Betreff"])
    assert '"moved": true' in jsonl(moved, sides, ("en", "de")).splitlines()[0]
    assert "moved" not in jsonl(moved, sides, ("en", "de")).splitlines()[1]
    assert [line.split("\t")[5] for line in tsv(moved, sides, ("en", "de")).splitlines()[1:]] == ["moved", ""]
    assert tmx(moved, sides, ("en", "de")).count("x-moved") == 1
    assert xliff(moved, sides, ("en", "de")).count("stands elsewhere") == 1


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "beads.tsv"
    path.write_text("old", encoding="utf-8")
    write_text(path, "neu\r\n")
    assert path.read_bytes() == b"neu\r\n"
    assert [child.name for child in tmp_path.iterdir()] == ["beads.tsv"]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "beads.tsv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "\ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert [child.name for child in tmp_path.iterdir()] == ["beads.tsv"]


@pytest.mark.parametrize(("name", "found"), [("", "a folder"), ("missing/beads.tsv", "No such file or directory")])
def test_a_place_that_is_no_file_is_refused(tmp_path: Path, name: str, found: str) -> None:
    with pytest.raises(WriteError, match=found):
        write_text(tmp_path / name, "x")


def test_a_link_stays_a_link_and_what_it_names_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.tsv").write_text("old", encoding="utf-8")
    (tmp_path / "link.tsv").symlink_to(tmp_path / "real.tsv")
    write_text(tmp_path / "link.tsv", "new")
    assert (tmp_path / "link.tsv").is_symlink()
    assert (tmp_path / "real.tsv").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "beads\n")
        assert os.read(reader, 99) == b"beads\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
