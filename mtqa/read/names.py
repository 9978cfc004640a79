"""What a file's name says: the language of its text, and which files belong together.

``a.de.txt`` belongs with ``a.en.txt``, ``de/a.txt`` with ``en/a.txt``, ``a_source.txt`` with ``a_target.txt``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from mtqa.lang.base import LANGUAGES
from mtqa.read.files import File

SIDES = {
    "source": ("source", "src"),
    "target": ("target", "tgt", "trg", "mt", "hyp", "hypothesis", "translation"),
    "reference": ("reference", "ref"),
}
ROLES = frozenset(word for words in SIDES.values() for word in words)
TAIL = re.compile(r"(?:^|[._-])([A-Za-z]{2,3}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}))?|[a-z]+)$")
PAIR = re.compile(r"(?:^|[._-])([a-z]{2})[-_]([a-z]{2})(?=$|[._-])")


def primary(code: str) -> str:
    """The language alone: ``de`` of ``de-AT`` or ``DE_at``."""
    return code.replace("_", "-").partition("-")[0].lower()


def language_of(file: File) -> str:
    """The language that the end of the file's stem or a folder above it names, the nearer one; else empty."""
    path = PurePosixPath(file.relative)
    stem = path.stem
    while tail := TAIL.search(stem):
        if primary(tail[1]) in LANGUAGES:
            return tail[1]
        if tail[1] not in ROLES:
            break
        stem = stem[: tail.start()]
    folders = [PurePosixPath(file.path).parent.name, *reversed(path.parts[:-1])]
    return next((part for part in folders if _is_language(part)), "")


def role_of(file: File) -> str:
    """``source``, ``target`` or ``reference`` where the end of the file's stem or a folder above it says so; else empty."""
    told = {word: side for side, words in SIDES.items() for word in words}
    path = PurePosixPath(file.relative)
    stem = path.stem
    while tail := TAIL.search(stem):
        if tail[1] in told:
            return told[tail[1]]
        if primary(tail[1]) not in LANGUAGES:
            break
        stem = stem[: tail.start()]
    return next((told[part.lower()] for part in reversed(path.parts[:-1]) if part.lower() in told), "")


def pair_of(file: File) -> tuple[str, str]:
    """Source and target language of a name such as ``news.en-de.tsv``; else two empty texts."""
    found = PAIR.search(PurePosixPath(file.relative).stem)
    if found and {found[1], found[2]} <= set(LANGUAGES.units):
        return found[1], found[2]
    return "", ""


def key(file: File) -> str:
    """What the names of files that belong together share; empty where nothing is left of the name."""
    path = PurePosixPath(file.relative)
    folders = [part for part in path.parts[:-1] if not _is_language(part) and part.lower() not in ROLES]
    stem = path.stem
    while (tail := TAIL.search(stem)) and (primary(tail[1]) in LANGUAGES or tail[1] in ROLES):
        stem = stem[: tail.start()]
    return "/".join([*folders, stem] if stem else folders)


def labels(files: Sequence[File]) -> list[str]:
    """A name for each file's document: its path without suffix and language, or with them where that is not unique."""
    short = [_short(file) for file in files]
    often = Counter(short)
    return [file.relative if often[name] > 1 else name for file, name in zip(files, short, strict=True)]


def _short(file: File) -> str:
    path = PurePosixPath(file.relative)
    tail = TAIL.search(path.stem)
    stem = path.stem[: tail.start()] if tail and primary(tail[1]) in LANGUAGES else path.stem
    folders = [part for part in path.parts[:-1] if not _is_language(part)]
    return "/".join([*folders, stem or path.stem])


def _is_language(part: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?", part)) and primary(part) in LANGUAGES
