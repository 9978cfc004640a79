"""How often the check of opposites speaks about pairs that people translated, and how often it is right about rough ones.

    OMP_NUM_THREADS=1 python -m benchmarks.opposites --data ../shared/data

Every pair of the parallel data, both directions, and all pairs of ``training/rough`` and ``training/real``, whose errors are
marked. ``sure`` rows speak about any text, ``doubtful`` ones in documents that have other errors; here all of them are asked. On
human pairs each finding is an alarm, though some of those pairs are wrong translations; what they say is listed below the table.
"""

from __future__ import annotations

import argparse
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.table import markdown, save
from mtqa.flag.terms import span_of, words_at
from mtqa.knowledge.opposites import turned_round
from mtqa.text.view import View
from training.real_texts import real_pairs
from training.rough_texts import rough_pairs

DIRECTIONS = ("en-de", "de-en")


class Told(NamedTuple):
    """A finding: by a sure row or not, on a mark or not, and the words of the source and of the target."""

    sure: bool
    right: bool
    source: str
    target: str


def main() -> None:
    """Count, print and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data: Path = parser.parse_args().data
    rows: list[list[object]] = []
    alarms: list[list[object]] = []
    for direction in DIRECTIONS:
        pairs = list(human(data, direction))
        told = [one for pair in pairs for one in opposites_in(*pair, direction)]
        rows.append([f"human, {direction}", len(pairs), *counts(told)])
        alarms += [[direction, "sure" if one.sure else "doubtful", one.source, one.target] for one in told]
    for direction in DIRECTIONS:
        rough = [*rough_pairs(direction), *(real_pairs(data, direction) if direction == DIRECTIONS[0] else ())]
        told = [one for pair in rough for one in opposites_in(pair.source, pair.target, direction,
                                                              [(mark.start, mark.end) for mark in pair.marks])]  # fmt: skip
        rows.append([f"rough, {direction}", len(rough), *counts(told)])
    header = ["pairs", "number", "sure findings", "of them on a mark", "doubtful findings", "of them on a mark"]
    listed = markdown(["direction", "row", "source", "target"], alarms)
    save("opposites", "Opposites rendered by each other", "python -m benchmarks.opposites",
         f"{markdown(header, rows)}\n\nAll findings on human pairs:\n\n{listed}")  # fmt: skip


def human(data: Path, direction: str) -> Iterator[tuple[str, str]]:
    """Sources and targets of the parallel data."""
    with lzma.open(data / "parallel" / "train.en-de.tsv.xz", "rt", encoding="utf-8") as lines:
        for english, german, *_ in (line.rstrip("\n").split("\t") for line in lines):
            yield (english, german) if direction.startswith("en") else (german, english)


def opposites_in(source: str, target: str, direction: str, marks: Iterable[tuple[int, int]] = ()) -> Iterator[Told]:
    """The findings in a pair, with the marked places of its target."""
    views = [View(text, lang) for text, lang in zip((source, target), direction.split("-"), strict=True)]
    for one in turned_round(*views):
        span = span_of(views[1], *one.target)
        right = any(span.start < end and start < span.end for start, end in marks)
        yield Told(not one.row.doubtful, right, words_at(views[0], *one.source), words_at(views[1], *one.target))


def counts(told: list[Told]) -> list[int]:
    """Findings and those on a mark, of sure rows and of doubtful ones."""
    groups = [[one.right for one in told if one.sure is sure] for sure in (True, False)]
    return [number for rights in groups for number in (len(rights), sum(rights))]


if __name__ == "__main__":
    main()
