"""Where everything of a run lies in its folder."""

from __future__ import annotations

import hashlib
import re

SCHEMA = "mtqa.run/1"
"""The shape of a run's folder and tables; the number grows when a program that reads them would have to change."""
METADATA = b"mtqa.schema"
"""The key of :data:`SCHEMA` in the metadata of a Parquet file."""

RUN = "run.json"
INDEX = "index.html"
STATE = ".batch"
TABLES = ("segments", "findings", "documents")
PARTS = ("segments", "findings")
"""The tables that are written a part at a time."""
REPORTS = "reports"
DOCUMENT_COLUMNS = ("item", "name", "system", "project", "report")
"""What a run adds to the documents frame before the manifest's own columns."""

PLAIN = re.compile(r"[a-z0-9_][a-z0-9_.-]{0,79}")
DIGEST = 8


def slug(name: str) -> str:
    """A name for files of the document ``name``: itself where any file system can have it, else readable and unique."""
    if PLAIN.fullmatch(name) and not name.endswith("."):
        return name
    plain = re.sub(r"[^a-z0-9_.-]+", "-", name.lower()).strip("-.")[:60]
    return f"{plain}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:DIGEST]}".lstrip("-")


def part_file(table: str, item: str, part: int, suffix: str) -> str:
    """``segments/<item>.<part>.parquet``, below the run's folder."""
    return f"{table}/{slug(item)}.{part:05d}.{suffix}"


def documents_file(suffix: str) -> str:
    """``documents/documents.parquet``."""
    return f"documents/documents.{suffix}"


def report_folder(item: str) -> str:
    """``reports/<item>``."""
    return f"{REPORTS}/{slug(item)}"


def record_file(item: str, part: int) -> str:
    """What is known of a part that was written."""
    return f"{STATE}/{slug(item)}.{part:05d}.json"


def closing_file(item: str) -> str:
    """What is known of an item that was written in parts, when all of them are."""
    return f"{STATE}/{slug(item)}.json"
