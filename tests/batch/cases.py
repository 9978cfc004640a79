"""Small deliveries for the tests of a batch."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mtqa.batch import BatchOptions, BatchResult, run_batch
from mtqa.config import Settings

PAIRS = [
    ("The harbour is closed today.", "Der Hafen ist heute geschlossen."),
    (
        "He was charged with murder by the police on Friday.",
        "Er wurde am Freitag von der Polizei wegen Mordes aufgeladen.",
    ),
    ("The meeting was called off.", "Das Treffen wurde abgerufen."),
]


def document(folder: Path, name: str, pairs: Sequence[tuple[str, str]] = PAIRS) -> None:
    """``name.en.txt`` and ``name.de.txt``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.en.txt").write_text("\n\n".join(source for source, _ in pairs), encoding="utf-8")
    (folder / f"{name}.de.txt").write_text("\n\n".join(target for _, target in pairs), encoding="utf-8")


def table(path: Path, documents: int, rows: int = 3) -> Path:
    """A table with a document column."""
    lines = [
        f"doc{number}\t{source}\t{target}\t{number}" for number in range(documents) for source, target in PAIRS[:rows]
    ]
    path.write_text("\n".join(["document\tsource\ttarget\tnote", *lines, ""]), encoding="utf-8")
    return path


def batch(*inputs: Path | str, out: Path, settings: Settings | None = None, **options: Any) -> BatchResult:
    """Run a batch in this process; German is the target."""
    settings = settings or Settings(target_lang="de", source_lang="en")
    how = BatchOptions(**{"workers": 1, "formats": ("csv",), **options})
    return run_batch([str(one) for one in inputs], out, settings, how)


def tree(folder: Path) -> dict[str, str]:
    """The checksum of every file."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
