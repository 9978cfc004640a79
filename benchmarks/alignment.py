"""How right, fast and frugal the aligner is, beside Gale & Church's.

Run ``python -m benchmarks.alignment [--data ../shared/data/align]``: a folder of sets, each with ``src.txt tgt.txt
gold.jsonl meta.json``, plain or gzipped; a line of ``gold.jsonl`` is a bead ``[[0], [0, 1]]``. Strict F1 as in Sennrich
& Volk 2011 (W11-4624) and vecalign: precision over all beads, recall over those with both sides; lax where they share a
pair of sentences. The sets' sentences are all the aligner gets: no paragraphs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import resource
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.table import markdown, save

if TYPE_CHECKING:
    from mtqa.data import Bead

SYSTEMS = ("mtqa", "mtqa, no pack", "Gale-Church")
LANGS = {"de-en": ("de", "en"), "en-de": ("en", "de")}
Pair = tuple[tuple[int, ...], tuple[int, ...]]


class Run(NamedTuple):
    """What an aligner gave, its seconds on a core with everything loaded, and the process's highest memory in MiB."""

    beads: list[Bead]
    seconds: float
    memory: float


def main() -> None:
    """Measure, print and keep the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data/align"))
    folders = sorted(path for path in parser.parse_args().data.iterdir() if path.is_dir())
    rows, marks = [], []
    for folder in folders:
        gold = read_gold(folder)
        for system in SYSTEMS:
            run = apart(system, folder)
            rows.append(
                [
                    folder.name,
                    system,
                    *scores(gold, run.beads),
                    *nulls(gold, run.beads),
                    run.seconds,
                    f"{run.memory:.0f}",
                ]
            )
            print(*rows[-1], sep="\t", flush=True)
            marks += [(bead.confidence, as_pair(bead) in gold) for bead in run.beads] if system == "mtqa" else []
    header = ["set", "system", "P strict", "R strict", "F1 strict", "F1 lax", "null P", "null R", "CPU s", "peak MiB"]
    save(
        "alignment", "Alignment", "python -m benchmarks.alignment", f"{markdown(header, rows)}\n\n{reliability(marks)}"
    )


def apart(system: str, folder: Path) -> Run:
    """Run the system in a process of its own, so that its memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (system, folder))


def measure(system: str, folder: Path) -> Run:
    """Align the set with the system, once; the language pack is loaded before the clock starts."""
    from benchmarks import gale_church
    from mtqa.align import align_sentences
    from mtqa.pack.load import find_pack

    source, target = read_lines(folder, "src.txt"), read_lines(folder, "tgt.txt")
    langs = LANGS[json.loads("\n".join(read_lines(folder, "meta.json")))["direction"]]
    pack = find_pack(*langs) if system == "mtqa" else None
    if pack:
        align_sentences(["word"], ["Wort"], source_lang=langs[0], target_lang=langs[1], pack=pack)
    start = time.process_time()
    if system == "Gale-Church":
        beads = gale_church.align(source, target)
    else:
        beads = align_sentences(source, target, source_lang=langs[0], target_lang=langs[1], pack=pack)
    seconds = time.process_time() - start
    return Run(beads, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def read_lines(folder: Path, name: str) -> list[str]:
    """The lines of a file of the set, plain or gzipped."""
    path = folder / name
    data = path.read_bytes() if path.exists() else gzip.decompress((folder / f"{name}.gz").read_bytes())
    return data.decode("utf-8").removesuffix("\n").split("\n")


def read_gold(folder: Path) -> set[Pair]:
    """The right beads."""
    beads = (json.loads(line) for line in read_lines(folder, "gold.jsonl"))
    return {(tuple(source), tuple(target)) for source, target in beads if source or target}


def as_pair(bead: Bead) -> Pair:
    """Its sentences alone."""
    return bead.source, bead.target


def scores(gold: set[Pair], beads: list[Bead]) -> list[float]:
    """Strict precision, recall and F1, and lax F1."""
    found = {as_pair(bead) for bead in beads}
    both = [{pair for pair in pairs if all(pair)} for pairs in (gold, found)]
    strict = len(found & gold) / len(found), len(both[0] & both[1]) / len(both[0])
    lax = _touching(found, gold) / len(found), _touching(both[0], both[1]) / len(both[0])
    return [*strict, _f1(*strict), _f1(*lax)]


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _touching(pairs: set[Pair], others: set[Pair]) -> int:
    """How many of ``pairs`` are among ``others`` or share a link of two sentences with one of them."""
    linked: dict[int, set[int]] = defaultdict(set)
    for source, target in others:
        for place in source:
            linked[place].update(target)
    return sum(pair in others or any(linked[i] & set(pair[1]) for i in pair[0]) for pair in pairs)


def nulls(gold: set[Pair], beads: list[Bead]) -> list[float]:
    """Precision and recall of the sentences without a counterpart."""
    right, found = _alone(gold), _alone({as_pair(bead) for bead in beads})
    return [len(right & found) / max(len(found), 1), len(right & found) / max(len(right), 1)]


def _alone(pairs: set[Pair]) -> set[tuple[str, int]]:
    there = {("source", place) for source, target in pairs if not target for place in source}
    return there | {("target", place) for source, target in pairs if not source for place in target}


def reliability(marks: list[tuple[float, bool]]) -> str:
    """How many beads of each confidence are right, over all sets, with the pack."""
    edges = [0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01]
    rows = []
    for low, high in pairwise(edges):
        right = [mark for confidence, mark in marks if low <= confidence < high]
        if right:
            rows.append([f"{low:.2f} to {min(high, 1):.2f}", len(right), sum(right) / len(right)])
    return f"Confidence, all sets, mtqa with its pack:\n\n{markdown(['confidence', 'beads', 'right'], rows)}"


if __name__ == "__main__":
    main()
