"""Which reader takes a file: by its suffix; by its first bytes where the suffix does not decide."""

from __future__ import annotations

from pathlib import PurePath

from mtqa.errors import ReadError
from mtqa.read.base import HEAD, READERS, Reader

OTHER = {
    "a web page": ".html .htm .xhtml",
    "subtitles": ".srt .vtt .ass .ssa .sub .sbv",
    "a document of an office program": ".docx .doc .odt .rtf .pptx .ppt .xlsx .xls .ods .idml .epub .pdf",
    "structured data": ".json .xml .yaml .yml .toml .ini .dita .sgml .sgm",
    "texts of a program": ".properties .strings .stringsdict .resx .arb .ftl .ts .pot .rc .php .js",
    "a source of typesetting": ".tex .adoc .rst",
}
"""Suffixes of files whose text has a frame around it that would be judged as words, by what they are."""


def reader_of(path: str, data: bytes) -> Reader:
    """The one reader of the path's suffix; of several, or where none knows the suffix, the one that claims the bytes.

    What nobody claims is running text, unless the suffix promises something else.

    Raises:
        ReadError: for a file whose suffix says that it is of another format.
    """
    suffix = PurePath(path).suffix.lower()
    named = [reader for reader in READERS if suffix in reader.suffixes]
    if len(named) == 1:
        return named[0]
    claiming = [reader for reader in named or READERS if reader.claims(data[:HEAD])]
    if claiming:
        return claiming[0]
    if named:
        kinds = " or ".join(reader.name for reader in named)
        raise ReadError(path, f"expected {kinds}, as {suffix} says, found neither; check what the file is.")
    for what, suffixes in OTHER.items():
        if suffix in suffixes.split():
            known = " ".join(sorted({one for reader in READERS for one in reader.suffixes}))
            raise ReadError(
                path, f"expected {known}, found {what} ({suffix}); save the text in it as .txt, or pairs as .tsv."
            )
    return READERS["text"]
