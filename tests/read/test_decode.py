"""From bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.errors import ReadError
from mtqa.read.decode import decode, line_of

GERMAN = "Die Größe der Häuser überrascht mich – „wirklich“.\nDas kostet 5 € im Café.\n"
printable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")).filter(str.strip)
UTF = ["utf-8-sig", "utf-16", "utf-32"]


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as error:
        decode(data, "a.txt")
    return str(error.value)


@given(printable)
def test_utf_8_is_read_character_for_character(text: str) -> None:
    assume_text = text.encode()
    if not any(
        assume_text.startswith(mark) for mark in (b"{\\rtf", b"BZh", b"%PDF-", b"GIF8", b"PK\x03\x04", b"\x7fELF")
    ):
        assert decode(assume_text, "a.txt") == text


@given(printable, st.sampled_from(UTF))
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")])
def test_big_endian_text_is_read(mark: bytes, encoding: str) -> None:
    assert decode(mark + GERMAN.encode(encoding), "a.txt") == GERMAN


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", GERMAN),
        ("latin-1", "Größe"),
        ("latin-1", "Das Café heißt Übermut."),
        ("cp1252", "Tous les êtres humains naissent libres et égaux — « à droit égal »."),
        ("cp1250", "Zażółć gęślą jaźń. Wszyscy ludzie rodzą się wolni."),
        ("cp1250", "Všichni lidé rodí se svobodní a sobě rovní."),
        ("cp1251", "Все люди рождаются свободными и равными."),
        ("cp1254", "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar."),
        ("koi8-r", "Все люди рождаются свободными и равными в своём достоинстве и правах."),
    ],
)
def test_an_older_encoding_is_told_by_the_language_it_makes(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    "ends", ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\nb\r\nc\rd", "a\n\r\nb", "\n\na\u2028b\x85c\x0c"]
)
def test_line_ends_stay_as_they_are(ends: str) -> None:
    assert decode(ends.encode(), "a.txt") == ends


@pytest.mark.parametrize(("place", "line"), [(0, 1), (1, 1), (2, 2), (4, 3), (6, 4)])
def test_lf_cr_and_cr_lf_each_end_one_line(place: int, line: int) -> None:
    assert line_of("a\nb\rc\r\nd", {4: 4, 6: 7}.get(place, place)) == line


def test_an_empty_file_is_refused() -> None:
    assert refused(b"") == "a.txt: expected text, found an empty file; name the file that holds the text."


@pytest.mark.parametrize("data", [b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_a_file_of_white_space_is_refused(data: bytes) -> None:
    assert refused(data) == "a.txt: expected text, found nothing but white space; name the file that holds the text."


def test_a_nul_character_is_refused_with_its_line() -> None:
    assert refused(b"a\r\nb\rc\0d") == "a.txt:3: expected text, found a NUL character; remove it."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04rest", " (a ZIP archive, as .docx, .xlsx and .odt files are)"),
        (b"%PDF-1.7 rest", " (a PDF)"),
        (b"\xd0\xcf\x11\xe0rest", " (an old Office document)"),
        (b"{\\rtf1 rest}", " (a Rich Text document)"),
        (b"\x1f\x8b\x08rest", " (a gzip archive)"),
        (bytes(range(256)), ""),
        (bytes(range(128, 256)) + bytes(range(1, 9)), ""),
    ],
)
def test_binary_data_is_refused_and_named(data: bytes, what: str) -> None:
    assert refused(data) == f"a.txt: expected text, found binary data{what}; save the text in it as UTF-8."


def test_utf_8_with_a_few_wrong_bytes_is_refused_rather_than_turned_to_rubbish() -> None:
    assert refused("Größe über\nMaß ".encode() + b"\xfc") == (
        "a.txt:2: expected UTF-8, found the byte 0xfc, which is not; save it as UTF-8."
    )


@pytest.mark.parametrize(
    ("data", "name"), [(codecs.BOM_UTF16_LE + b"abc", "UTF-16"), (codecs.BOM_UTF8 + b"a\xff", "UTF-8")]
)
def test_a_byte_order_mark_that_lies_is_refused(data: bytes, name: str) -> None:
    message = refused(data)
    assert message.startswith(f"a.txt: expected {name}, as its byte order mark says, found bytes that are not (")
    assert message.endswith("); save it as UTF-8.")


def test_bytes_in_no_encoding_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import charset_normalizer

    class Nothing:
        def best(self) -> None:
            return None

    monkeypatch.setattr(charset_normalizer, "from_bytes", lambda _: Nothing())
    assert refused(b"\x98\x81\x8d\x8f\x90\x9d\xa1\xa2") == (
        "a.txt: expected text, found bytes in no encoding that mtqa knows; save it as UTF-8."
    )


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_text_or_one_sentence(data: bytes) -> None:
    outcome = _outcome(data)
    assert outcome.strip()
    assert "\0" not in outcome


def _outcome(data: bytes) -> str:
    try:
        return decode(data, "a.txt")
    except ReadError as error:
        return str(error).removeprefix("a.txt").replace("\n", "\0")
