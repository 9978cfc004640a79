"""The rough translations with marked errors in ``training/rough``, written by hand for this project.

A folder a direction. A line is a document's name, a sentence and what a rough engine makes of it, TAB between, with every
error marked ``⟦S:category:text⟧`` (S: M major, m minor). Documents without any mark are good translations.
"""

from __future__ import annotations

import gzip
import json
import lzma
import random
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mtqa.data import Segment
from mtqa.text.view import View
from training.judged import token_places

FOLDER = Path(__file__).resolve().parent / "rough"
LIGHT = 0.1
"""What a word of a good engine's text with post-editors' changes as marks counts beside one of a rough text."""
GOOD = 0.5
"""What a word of a document without marks counts. The more, the better rough documents are told from good ones of other kinds
(documents by hands apart in the right order: .977 at .1, .987 at .3, .992 at 1), and the worse the words within rough ones
(average precision .526, .524, .522)."""
STRETCHES, STRETCH, ENOUGH = 5, 12, 300
"""How many stretches of how many pairs are taken from each source that has that many."""
MARK = re.compile(r"⟦([Mm]):([a-z-]+):(.+?)⟧")


@dataclass(frozen=True, slots=True)
class Mark:
    """An error: half-open characters of the target, category and whether it is major."""

    start: int
    end: int
    category: str
    major: bool


@dataclass(frozen=True, slots=True)
class RoughPair:
    """A sentence, its rough translation, and what is wrong in that."""

    document: str
    source: str
    target: str
    marks: tuple[Mark, ...]
    langs: tuple[str, str] = ("en", "de")
    weight: float = 1.0
    """What a word of it counts in learning, if its document has marks."""

    @property
    def segment(self) -> Segment:
        """The pair as a segment of its document."""
        return Segment(target=self.target, source=self.source, source_lang=self.langs[0], target_lang=self.langs[1],
                       document=self.document)  # fmt: skip

    def labels(self) -> npt.NDArray[np.float32]:
        """Per token of the target 1 where a mark touches it."""
        found = View(self.target, self.langs[1]).tokens
        return np.array([any(token.start < mark.end and mark.start < token.end for mark in self.marks)
                         for token in found], np.float32)  # fmt: skip


def plain(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks."""
    text, marks, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append(Mark(len(text), len(text) + len(match.group(3)), match.group(2), match.group(1) == "M"))
        text += match.group(3)
        at = match.end()
    return text + marked[at:], tuple(marks)


def rough_pairs(direction: str = "en-de", folder: Path = FOLDER, hand: str = "*") -> Iterator[RoughPair]:
    """All pairs of all files of a direction, or of one hand's, in order."""
    langs = (direction[:2], direction[3:])
    for path in sorted((folder / direction).glob(f"{hand}.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            cells = line.split("\t")
            text, marks = plain(cells[-1])
            if len(cells) != 3 or "⟦" in text or "⟧" in text:
                raise ValueError(f"{path.name}:{number}: expected document, source and marked target, found {line!r}")
            yield RoughPair(cells[0], cells[1], text, marks, langs)


def marked_documents(direction: str) -> list[RoughPair]:
    """The pairs of the documents in which something is marked."""
    pairs = list(rough_pairs(direction))
    rough = {pair.document for pair in pairs if pair.marks}
    return [pair for pair in pairs if pair.document in rough]


def translated_stretches(data: Path, direction: str, seed: int = 0) -> Iterator[RoughPair]:
    """Stretches of pairs that people translated, as documents without marks: the same number from each source with enough."""
    by_source: dict[str, list[tuple[str, str]]] = {}
    with lzma.open(data / "parallel" / "train.en-de.tsv.xz", "rt", encoding="utf-8") as lines:
        for english, german, source, *_ in (line.rstrip("\n").split("\t") for line in lines):
            by_source.setdefault(source, []).append((english, german))
    langs, random_ = (direction[:2], direction[3:]), random.Random(seed)
    for name, pairs in by_source.items():
        for number in range(STRETCHES if len(pairs) >= ENOUGH else 0):
            start = random_.randrange(len(pairs) - STRETCH)
            for english, german in pairs[start : start + STRETCH]:
                there = (english, german) if langs[0] == "en" else (german, english)
                if english.strip() and german.strip():
                    yield RoughPair(f"{name} {number}", *there, (), langs)


def edited_texts(data: Path, direction: str, without: Container[str] = ()) -> Iterator[RoughPair]:
    """Good engines' sentences about everything under the sun, with what post-editors changed as marks (MLQE-PE's training part).

    A rough text's judge that never saw such takes unusual German for wrong German. Marks of post-editors count little; records
    whose ``seg_id`` is in ``without`` are left out.
    """
    path = data / "qe" / f"mlqe-pe.{direction}.jsonl.gz"
    if path.is_file():
        langs = (direction[:2], direction[3:])
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if record["split"] == "train" and record["seg_id"] not in without:
                    marks = tuple(
                        Mark(start, end, "mistranslation", major=False)
                        for (start, end), tag in zip(token_places(record), record["word_tags"], strict=False)
                        if tag == "BAD"
                    )
                    yield RoughPair(f"mlqe {record['doc_id']}", record["src"], record["mt"], marks, langs, LIGHT)
