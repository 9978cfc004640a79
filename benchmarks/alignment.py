"""How right, fast and frugal the aligner is, beside peers.

Run ``python -m benchmarks.alignment [--data ../shared/data/align] [--peers PYTHON] [--long]``: a folder of sets, each with
``src.txt tgt.txt gold.jsonl meta.json``, plain or gzipped; a line of ``gold.jsonl`` is a bead ``[[0], [0, 1]]``. Of each,
harder ones are made (:mod:`benchmarks.alignment_sets`) with a seed that nothing was tuned on. Strict F1 as in Sennrich &
Volk 2011 (W11-4624) and vecalign: precision over all beads, recall over those with both sides; lax where they share a pair
of sentences. The sets' sentences are all the aligner gets: no paragraphs. ``--long`` adds the largest set four times over.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import resource
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.alignment_peers import LEFT_OUT, PROGRAMS, Run, run_peer
from benchmarks.alignment_sets import MAKERS, Beads, Text, beads_of, joined, text_of
from benchmarks.table import markdown, save
from mtqa.data import Bead

SYSTEMS = ("mtqa", "mtqa, no pack", "Gale-Church")
LANGS = {"de-en": ("de", "en"), "en-de": ("en", "de")}
OWN = Path("tests/align/de-fr.tsv")
SEED = 101
LARGE = 10_000
"""Beads of a set from which on no harder ones are made."""
HEADER = ["set", "system", "P strict", "R strict", "F1 strict", "F1 lax", "null P", "null R", "CPU s", "peak MiB"]
Pair = tuple[tuple[int, ...], tuple[int, ...]]
Mark = tuple[float, bool]


class Set(NamedTuple):
    """A text to align and its languages; ``packed``: there is a pack for them."""

    name: str
    text: Text
    langs: tuple[str, str]
    packed: bool = True


def main() -> None:
    """Measure, print and keep the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data/align"))
    parser.add_argument("--peers", type=Path, help="a Python interpreter that has the peers")
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()
    rows: list[list[object]] = []
    marks: dict[str, list[Mark]] = {"mtqa": [], "mtqa, no pack": []}
    for one in sets(options.data, long=options.long):
        for system, run in runs(one, options.peers):
            gold = {pair for pair in one.text.gold if pair[0] or pair[1]}
            rows.append([one.name, system, *scores(gold, run.beads), *nulls(gold, run.beads), run.seconds,
                         f"{run.memory:.0f}"])  # fmt: skip
            print(*rows[-1], sep="\t", flush=True)
            if system in marks:
                marks[system] += [(bead.confidence, as_pair(bead) in gold) for bead in run.beads]
    parts = [markdown(HEADER, rows), _left_out(), *(reliability(name, found) for name, found in marks.items())]
    save("alignment", "Alignment", "python -m benchmarks.alignment --peers PYTHON --long", "\n\n".join(parts))


def sets(data: Path, *, long: bool) -> Iterator[Set]:
    """Those of the folder, harder ones made of them, our own, and, if ``long``, the largest four times over."""
    largest: tuple[str, Beads, tuple[str, str]] = ("", [], ("", ""))
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        langs = LANGS[json.loads("\n".join(read_lines(folder, "meta.json")))["direction"]]
        gold = read_gold(folder)
        source, target = read_lines(folder, "src.txt"), read_lines(folder, "tgt.txt")
        beads = beads_of(source, target, sorted(gold))
        yield Set(folder.name, Text(source, target, gold), langs)
        if len(beads) < LARGE:
            yield from (Set(f"{folder.name} {name}", make(beads, SEED), langs) for name, make in MAKERS.items())
        largest = max(largest, (folder.name, beads, langs), key=lambda known: len(known[1]))
    yield Set("de-fr", text_of(own_beads()), ("de", "fr"), packed=False)
    if long:
        yield Set(f"{largest[0]} × 4", text_of(joined([largest[1]] * 4)), largest[2])


def own_beads() -> Beads:
    """The German-French set of this repository: a line a bead, sides parted by a tab, sentences by `` | ``."""
    lines = OWN.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    return [
        ([part for part in there.split(" | ") if part], [part for part in here.split(" | ") if part])
        for there, here in cells
    ]


def runs(one: Set, peers: Path | None) -> Iterator[tuple[str, Run]]:
    """Each system that can align the set, and what it gave."""
    small = len(one.text.source) < LARGE * 4
    for system in SYSTEMS:
        if (one.packed or system != "mtqa") and (small or system == "mtqa"):
            yield system, apart(system, one)
    for name in PROGRAMS if peers and small else ():
        run = run_peer(peers, name, one.text.source, one.text.target) if peers else None
        if run:
            yield name, run


def apart(system: str, one: Set) -> Run:
    """Run the system in a process of its own, so that its memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (system, one.text.source, one.text.target, one.langs))


def measure(system: str, source: list[str], target: list[str], langs: tuple[str, str]) -> Run:
    """Align the set with the system, once; the language pack is loaded before the clock starts."""
    from benchmarks import gale_church
    from mtqa.align import align_sentences
    from mtqa.pack.load import find_pack

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


def reliability(system: str, marks: list[Mark]) -> str:
    """How many beads of each confidence are right, over all sets."""
    edges = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01]
    rows = []
    for low, high in pairwise(edges):
        right = [mark for confidence, mark in marks if low <= confidence < high]
        if right:
            rows.append([f"{low:.2f} to {min(high, 1):.2f}", len(right), sum(right) / len(right)])
    return f"Confidence, all sets, {system}:\n\n{markdown(['confidence', 'beads', 'right'], rows)}"


def _left_out() -> str:
    said = [f"* {name}: {reason}." for name, reason in LEFT_OUT.items()]
    return "\n".join(["Left out:", "", *said])


if __name__ == "__main__":
    main()
