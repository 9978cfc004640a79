"""From a file to judgments: unpacked, decoded, and read by the reader that its header says or the user names."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from pathlib import Path

from mtqa.errors import ReadError
from mtqa.evaluate.base import Judgments
from mtqa.evaluate.judgments.base import READERS, JudgmentReader
from mtqa.evaluate.judgments.cells import header
from mtqa.read.decode import decode
from mtqa.read.files import STDIN, File

GZIP = b"\x1f\x8b"
EXPECTED = (
    "judgments: JSON Lines, MQM errors (category, severity), scores (source, target, score) or post-edits "
    "(source, target, post_edit)"
)


def read_judgments(path: str | Path, form: str = "") -> Judgments:
    """The judgments in the file ``path`` (``-`` for standard input), plain or gzipped.

    ``form`` is the name of a format; where it is empty the columns tell. Raises :class:`ReadError` or
    :class:`mtqa.errors.UnknownUnitError` with one sentence.
    """
    file = File(str(path), Path(path).name)
    text = decode(_unpacked(file.load(), file.name), file.name)
    reader = READERS[form] if form else _claiming(text, file.name)
    judged = reader.read(text, file.name)
    return replace(judged, name="stdin" if file.path == STDIN else file.relative)


def _unpacked(data: bytes, name: str) -> bytes:
    if not data.startswith(GZIP):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(name, "expected a whole gzip archive, found a damaged one; get it anew.") from error


def _claiming(text: str, name: str) -> JudgmentReader:
    columns = header(text)
    for reader in READERS:
        if reader.claims(columns):
            return reader
    found = ", ".join(sorted(columns)[:8])
    raise ReadError(
        name, f"expected {EXPECTED}, found the columns {found}; correct the header or give --judgments-format.", 1
    )
