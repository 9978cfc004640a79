from __future__ import annotations

import gzip
import lzma
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtqa.errors import ReadError
from mtqa.pack.corpus import Collector, Types, joined, read_lines, read_pairs, read_sentences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en-US"><seg>A <bpt i="1">&lt;b&gt;</bpt>red<ept i="1">&lt;/b&gt;</ept> <hi>house</hi></seg></tuv>
<tuv xml:lang="DE"><seg>Ein rotes
  Haus</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu>
</body></tmx>"""


@pytest.mark.parametrize(("name", "pack"), [("a.tsv", bytes), ("a.tsv.gz", gzip.compress), ("a.tsv.xz", lzma.compress)])
def test_pairs_are_read_plain_and_compressed(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(pack(b"a house\tein Haus\tmine\n\nno target\t \nred\trot\n"))
    assert list(read_pairs(path, "en", "de")) == [("a house", "ein Haus", "mine"), ("red", "rot", "")]


@pytest.mark.parametrize(("name", "pack"), [("m.tmx", bytes), ("m.tmx.gz", gzip.compress), ("m.tmx.xz", lzma.compress)])
def test_tmx_gives_its_pairs_without_inline_codes(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(pack(TMX.encode()))
    assert list(read_pairs(path, "en", "de-AT")) == [("A red house", "Ein rotes Haus", "")]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.tsv", b"one\ttwo\nonly\n", "a.tsv:2: expected source<TAB>target, found 1 column"),
        ("a.tsv", b"one\ttwo\n\xff\xfe\n", "expected UTF-8"),
        ("a.tsv.gz", b"no gzip", "expected a readable file"),
        ("a.tsv.xz", b"no xz", "expected a readable file"),
        ("a.tmx", b"<tmx><body>", "expected TMX"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ReadError, match=expected):
        list(read_pairs(tmp_path / name, "en", "de"))


def test_an_entity_in_tmx_is_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret words")
    doctype = f'<!DOCTYPE tmx [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    units = '<tu><tuv xml:lang="en"><seg>x &e;</seg></tuv><tuv xml:lang="de"><seg>y</seg></tuv></tu>'
    path = tmp_path / "a.tmx"
    path.write_text(f"{doctype}<tmx><body>{units}</body></tmx>")
    assert [pair.source.strip() for pair in read_pairs(path, "en", "de")] == ["x"]


def test_sentences_are_numbered_by_type_and_keep_their_bounds(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("das Haus\n\ndas alte Haus.\n", encoding="utf-8")
    types = Types()
    text = read_sentences(path, types)
    names = types.names
    assert [[names[t] for t in text.tokens[a:b]] for a, b in zip(text.starts, text.starts[1:], strict=False)] == [
        ["das", "Haus"],
        ["das", "alte", "Haus", "."],
    ]
    picked = text.pick(np.array([False, True]))
    assert [names[t] for t in picked.tokens] == ["das", "alte", "Haus", "."]
    assert joined([picked, text]).lengths.tolist() == [4, 2, 4]


def test_a_space_before_a_hyphen_leaves_no_trace() -> None:
    types = Types()
    collector = Collector(types)
    collector.add("CO 2 -Emissionen")
    collector.add("CO2-Emissionen")
    text = collector.sentences()
    assert text.tokens[:4].tolist() == text.tokens[4:].tolist()


def test_lines_keep_everything_but_their_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a \r\n\tb\n")
    assert list(read_lines(tmp_path / "a.txt")) == ["a ", "\tb"]
