"""Glossaries as tables: comma-, semicolon- or tab-separated."""

from __future__ import annotations

from mtqa.read.decode import LINE_END, decode
from mtqa.read.glossary.base import GlossaryReader
from mtqa.read.glossary.rows import read_rows
from mtqa.terms.base import Concept


def read_csv(data: bytes, name: str) -> list[Concept]:
    """The concepts of a table whose header has commas, semicolons or tabs."""
    text = decode(data, name)
    header = LINE_END.split(text, maxsplit=1)[0]
    return read_rows(text, max(",;\t", key=header.count), name)


def read_tsv(data: bytes, name: str) -> list[Concept]:
    """The concepts of a tab-separated table."""
    return read_rows(decode(data, name), "\t", name)


CSV = GlossaryReader(
    "csv", (".csv", ".txt"), read_csv, "A table with a header: source, target, status, note, case, pos."
)
TSV = GlossaryReader("tsv", (".tsv", ".tab"), read_tsv, "The same, tab-separated.")
