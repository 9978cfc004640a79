"""XML that is broken or hostile."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from mtqa.errors import ReadError
from mtqa.read.base import READERS, ReadOptions
from mtqa.read.xml import units

BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "aaaaaaaaaa"}">' for n in range(10))
SEG = '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>{}</seg></tuv></tu></body></tmx>'
UNDECLARED = "expected characters, found the entity &nbsp;, which nothing declares; write the character itself."
BROKEN = "a.tmx:2: expected XML, found a mistake in it ({}); correct it."
DECLARED = "a.tmx:1: expected no entities of its own, found the declaration of {!r}; remove the DOCTYPE."


def refused(text: str, reader: str = "tmx") -> str:
    with pytest.raises(ReadError) as error:
        READERS[reader].read(text.encode(), "a.tmx", ReadOptions())
    return str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.tmx: expected text, found an empty file; name the file that holds the text."),
        ("no XML", "a.tmx:1: expected XML, found a mistake in it (Start tag expected, '<' not found); correct it."),
        (
            "<tmx>\n<body>",
            BROKEN.format("Premature end of data in tag body line 2"),
        ),
        (
            "<tmx>\n<a></b></tmx>",
            BROKEN.format("Opening and ending tag mismatch: a line 2 and b"),
        ),
        (SEG.format("&nbsp;"), "a.tmx:1: expected XML, found a mistake in it (Entity 'nbsp' not defined); correct it."),
        (
            '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n' + SEG.format("&nbsp;"),
            f"a.tmx:2: {UNDECLARED}",
        ),
        ("<html/>", "a.tmx:1: expected <tmx>, found <html>; check what the file is."),
        (f"<!DOCTYPE tmx [{BOMB}]>" + SEG.format("&a9;"), DECLARED.format("a0")),
        ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + SEG.format("&x;"), DECLARED.format("x")),
        ('<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://localhost:9/">%p;]>' + SEG.format(""), DECLARED.format("p")),
    ],
)
def test_wrong_xml_gets_one_sentence(text: str, message: str) -> None:
    assert refused(text) == message


def test_a_bomb_in_an_attribute_is_not_unpacked() -> None:
    assert "amplification" in refused(f'<!DOCTYPE tmx [{BOMB}]><tmx version="&a9;"/>')


def test_elements_too_deep_are_refused() -> None:
    assert "Excessive depth" in refused("<tmx>" + "<a>" * 5000)


def test_a_text_too_large_for_one_node_is_refused() -> None:
    assert "Resource limit exceeded" in refused(SEG.format("x" * 11_000_000))


def test_neither_network_nor_dtd_is_touched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def no_socket(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", no_socket)
    (tmp_path / "evil.dtd").write_text('<!ENTITY secret "told">')
    text = f'<!DOCTYPE tmx SYSTEM "{(tmp_path / "evil.dtd").as_uri()}">' + SEG.format("&secret;")
    assert "found the entity &secret;, which nothing declares" in refused(text)


@pytest.mark.parametrize("reader", ["xliff1", "xliff2"])
def test_xliff_is_read_with_the_same_suspicion(reader: str) -> None:
    assert refused('<!DOCTYPE xliff [<!ENTITY x "y">]><xliff/>', reader) == DECLARED.format("x")


def test_a_unit_is_forgotten_when_the_next_is_read() -> None:
    data = b"<tmx><body>" + b"<tu><tuv><seg>%s</seg></tuv></tu>" % (b"x" * 20_000) * 100 + b"</body></tmx>"
    sizes = []
    for element in units(data, "a.tmx", "tmx", "tu"):
        parent = element.getparent()
        sizes.append(0 if parent is None else len(parent))
    assert len(sizes) == 100
    assert max(sizes) <= 10
