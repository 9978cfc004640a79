"""From bytes to text: the encoding is found, and what is no text is refused.

A byte order mark decides; else what is valid UTF-8 is UTF-8, because text in an older encoding practically never is;
else it is the older Windows encoding in which it reads most like a language; else what charset-normalizer finds. Line
ends stay as they are, so offsets count characters of the file. A byte order mark is no part of the text.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from mtqa.errors import ReadError
from mtqa.text.language import plausibility

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ("cp1252", "cp1250", "cp1251", "cp1254")
"""The older encodings that are tried, the first where several read equally well; cp1252 has all that Latin-1 prints."""

SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive, as .docx, .xlsx and .odt files are"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
CONTROL = bytes(byte for byte in (*range(32), 127) if byte not in b"\t\n\r\f\x1b\x1a")
TELLING_LINE = re.compile(rb"[^\n]*[\x80-\xff][^\n]*")
SAMPLE = 20_000
HALF_EMPTY = 4
"""One in so many characters is NUL only where bytes of wider characters were taken for characters."""
LINE_END = re.compile(r"\r\n|\r|\n")


def decode(data: bytes, name: str) -> str:
    """The text that ``data`` holds, character for character; ``name`` is what errors call the file.

    Raises:
        ReadError: where the file is empty, binary, in no known encoding, or has a NUL character.
    """
    refuse_binary(data, name)
    text = _with_mark(data, name)
    if text is None:
        text = _without_mark(data, name)
    if not text.strip():
        raise ReadError(name, "expected text, found nothing but white space; name the file that holds the text.")
    if text.count("\0") > len(text) // HALF_EMPTY:
        raise ReadError(name, "expected text, found every other byte empty, as in UTF-16 without a byte order mark; "
                              "save it as UTF-8.")  # fmt: skip
    if (place := text.find("\0")) >= 0:
        raise ReadError(name, "expected text, found a NUL character; remove it.", line_of(text, place))
    return text


def refuse_binary(data: bytes, name: str) -> None:
    """Raise :class:`ReadError` where ``data`` is empty or begins as a known kind of binary file."""
    if not data:
        raise ReadError(name, "expected text, found an empty file; name the file that holds the text.")
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(name, f"expected text, found binary data ({what}); save the text in it as UTF-8.")


def line_of(text: str, place: int) -> int:
    """The number of the line, from 1, in which the character at ``place`` stands; LF, CR LF and CR end lines."""
    return sum(1 for _ in LINE_END.finditer(text, 0, place)) + 1


def _with_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadError(
                    name,
                    f"expected {encoding.upper()[:6].rstrip('-')}, as its byte order mark says, "
                    f"found bytes that are not ({error.reason}); save it as UTF-8.",
                ) from error
    return None


def _without_mark(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(data.translate(None, CONTROL)) < 0.99 * len(data) or b"\0" in data:
            raise ReadError(name, "expected text, found binary data; save the text in it as UTF-8.") from error
        _refuse_damaged(data, name, error)
        return _legacy(data, name)


def _refuse_damaged(data: bytes, name: str, error: UnicodeDecodeError) -> None:
    """Refuse UTF-8 with a few wrong bytes: read as an older encoding, all its other letters would turn to rubbish."""
    rest = data.decode("utf-8", errors="replace")
    wrong = rest.count("\ufffd")
    if sum(char > "\x7f" for char in rest) - wrong > wrong:
        line = line_of(data[: error.start].decode("utf-8"), error.start)
        raise ReadError(
            name, f"expected UTF-8, found the byte 0x{data[error.start]:02x}, which is not; save it as UTF-8.", line
        ) from error


def _legacy(data: bytes, name: str) -> str:
    sample = b"\n".join(TELLING_LINE.findall(data))[:SAMPLE]
    scores = {encoding: plausibility(sample.decode(encoding, errors="replace")) for encoding in LEGACY}
    for encoding in sorted(LEGACY, key=lambda one: -scores[one]):
        spells_nothing_foreign = encoding == LEGACY[0] and scores[encoding] == 0
        if scores[encoding] > 0 or spells_nothing_foreign:
            with suppress(UnicodeDecodeError):
                return data.decode(encoding)
    return _unusual(data, name)


def _unusual(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    if (match := from_bytes(data).best()) is None:
        raise ReadError(name, "expected text, found bytes in no encoding that mtqa knows; save it as UTF-8.")
    return data.decode(match.encoding)
