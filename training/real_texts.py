"""Real engines' sentences with marked errors: what of them is wrong stands in ``training/real``, they stand in the data.

A folder a direction, a file a hand. A line is a set (a key of :data:`SETS`), a record's ``seg_id`` and its marks,
``S:category:start-end`` each (S: M major, m minor; half-open characters of the record's ``mt``), TAB between. No mark: right.
Sentences stand by themselves, so each ten of a hand and a set are taken for a document; those around say nothing about the
topic then, and two sentences of one article may be in two.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from training.rough_texts import Mark, RoughPair

FOLDER = Path(__file__).resolve().parent / "real"
SETS: Mapping[str, tuple[str, str]] = {
    "comments": ("mlqe-pe-ced", "train"), "comments-dev": ("mlqe-pe-ced", "dev"),
    "encyclopedia": ("mlqe-pe", "train"), "encyclopedia-dev": ("mlqe-pe", "dev"),
}  # fmt: skip
"""The file of ``qe/`` and the split in which a set's sentences stand: comments on Wikipedia that a weak multilingual engine
translated and somebody tokenized, and sentences of Wikipedia by a middling one (of ``encyclopedia-dev`` the worst)."""
TOKENIZED = "mlqe-pe-ced"
DOCUMENT = 10
WEIGHT = 2.0
"""What a word counts beside one of ``training/rough``: real engines' errors are what users have, and there are fewer of them."""
MARK = re.compile(r"([Mm]):([a-z-]+):(\d+)-(\d+)")
CLOSING, OPENING = re.compile(r"[.,;:!?…)\]}%“”]+"), frozenset("([{„")
JOINING = frozenset("-–/'’&_:.@")
DASHED = re.compile(r"\s[-–—]+\s|--|\w-\s")


def real_pairs(
    data: Path, direction: str = "en-de", folder: Path = FOLDER, sets: Container[str] = SETS
) -> Iterator[RoughPair]:
    """The pairs of those sets in all files of a direction, in order; ``data`` is laid out like the project's shared data."""
    records: dict[str, dict[str, Any]] = {}
    seen: Counter[str] = Counter()
    for hand, name, key, marks in _lines(direction, folder):
        if name in sets:
            if name not in records:
                records[name] = _records(data, *SETS[name], direction)
            beginning = f"{name} {hand}"
            document = f"{beginning} {seen[beginning] // DOCUMENT}"
            seen[beginning] += 1
            yield _pair(document, records[name][key], marks, direction, tokenized=SETS[name][0] == TOKENIZED)


def marked_ids(name: str, direction: str = "en-de", folder: Path = FOLDER) -> set[str]:
    """The ``seg_id`` of all that is marked of a set."""
    return {key for _, found, key, _ in _lines(direction, folder) if found == name}


def _lines(direction: str, folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Hand, set, ``seg_id`` and marks of each line of a direction."""
    for path in sorted((folder / direction).glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            name, key, marks = line.split("\t")
            yield path.stem, name, key, marks


def _records(data: Path, name: str, split: str, direction: str) -> dict[str, Any]:
    """The records of one split of a file by their ``seg_id``."""
    with gzip.open(data / "qe" / f"{name}.{direction}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {record["seg_id"]: record for record in map(json.loads, lines) if record["split"] == split}


def _pair(document: str, record: Mapping[str, str], said: str, direction: str, *, tokenized: bool) -> RoughPair:
    """The record's sentences; blanks that a tokenizer put in are taken out, and the marks moved along."""
    source, target = record["src"], record["mt"]
    if tokenized:
        source = " ".join(source.split())
    places = untokenized(target, source) if tokenized else list(range(len(target)))
    kept = {place: at for at, place in enumerate(places)}
    marks = tuple(
        Mark(kept[int(start)], kept[int(end) - 1] + 1, category, severity == "M")
        for severity, category, start, end in MARK.findall(said)
    )
    text, langs = "".join(target[at] for at in places), (direction[:2], direction[3:])
    return RoughPair(document, source, text, marks, langs, WEIGHT)


def untokenized(text: str, source: str) -> list[int]:
    """Which characters of a tokenized text stand in what the engine wrote; ``source`` shows how it was spelt.

    sacremoses detokenizes too, but for tokens as Moses makes them: those of the comments have hyphens, dots and quotation
    marks torn off.
    """
    tokens = text.split(" ")
    glued = {at for rule in (_touching, partial(_joined, source=source.lower()), _quoted) for at in rule(tokens)}
    places, at = [], 0
    for number, token in enumerate(tokens):
        if number and number not in glued:
            places.append(at - 1)
        places += range(at, at + len(token))
        at += len(token) + 1
    return places


def _touching(tokens: list[str]) -> Iterator[int]:
    """Tokens that stand close to the one before: closing marks, and whatever follows an opening one."""
    for at, token in enumerate(tokens):
        if at and (CLOSING.fullmatch(token) or tokens[at - 1] in OPENING):
            yield at


def _joined(tokens: list[str], source: str) -> Iterator[int]:
    """Marks inside words, and what follows them: where the source has the whole, or no dash for which it could stand."""
    dashed = DASHED.search(source)
    for at, (before, mark, after) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False), 1):
        if mark in JOINING:
            if mark == "/" or f"{before}{mark}{after}".lower() in source:
                yield from (at, at + 1)
            elif mark == "-" and not dashed and before.isalnum() and after.isalnum():
                yield from (at,) if after == "und" else (at, at + 1)


def _quoted(tokens: list[str]) -> Iterator[int]:
    """What follows the first and the second of each pair of straight quotation marks themselves."""
    for quote in ('"', "'"):
        at = [number for number, token in enumerate(tokens) if token == quote]
        for first, second in zip(at[::2], at[1::2], strict=False):
            yield from (first + 1, second)
