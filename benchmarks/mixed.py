"""Rough sentences and passages among good ones: what is told of them, and of what stands around.

    OMP_NUM_THREADS=1 python -m benchmarks.mixed --data ../shared/data

A translation memory, or a text that an editor left half done, is neither rough nor good. Each sentence of ``gold/rough`` stands
by itself in a good document of ``gold/good``, and each rough document in the middle of thirty sentences of news that people
translated (newstest2020; read the other way for German to English, where nothing else that people wrote has documents).
Nothing of them was learned from. ``alone`` counts the findings on the one rough sentence as ``rough_documents`` counts them;
``passage`` how many segments are told to be of a rough engine: of the rough document, of the news around it, and of the same news
without it.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, groupby
from pathlib import Path

import numpy as np

from benchmarks.rough_documents import GOLD, JUDGE, figures, found_in
from benchmarks.table import markdown, save
from benchmarks.telling import GOOD, NEWS, told_units
from mtqa.data import Segment
from training.rough_texts import RoughPair, rough_pairs

DIRECTIONS = ("en-de", "de-en")
AROUND = 30
"""How many sentences of news a rough document stands in, at least."""


def main() -> None:
    """Measure both directions and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    folder: Path = parser.parse_args().data / "qe"
    alone = [[direction, label, *alone_in_good(direction, ignored)]
             for direction in DIRECTIONS
             for label, ignored in (("all checks", ()), (f"without {JUDGE}", (JUDGE,)))]  # fmt: skip
    passages = [[direction, *passage_in_good(direction, folder)] for direction in DIRECTIONS]
    body = "\n\n".join([
        markdown(["alone", "checks", "sentences", "findings", "major found", "found", "right"], alone),
        markdown(["passage", "documents", "rough", "told", "around", "told", "news alone", "told"], passages),
    ])  # fmt: skip
    save("mixed", "Rough sentences and passages among good ones", "python -m benchmarks.mixed", body)


def alone_in_good(direction: str, ignored: Sequence[str]) -> list[float | int]:
    """The number of rough sentences and the figures of the findings on them, each in a good document."""
    rough = [pair for pair in rough_pairs(direction, GOLD) if pair.marks]
    hosts = cycle(list(own) for _, own in groupby(rough_pairs(direction, GOOD), lambda pair: pair.document))
    mixed: list[RoughPair] = []
    places: list[int] = []
    for number, (pair, host) in enumerate(zip(rough, hosts, strict=False)):
        half = len(host) // 2
        places.append(len(mixed) + half)
        mixed += [replace(one, document=f"mixed {number}") for one in (*host[:half], pair, *host[half:])]
    found = found_in(mixed, ignored)
    return [len(rough), *figures(rough, [found[place] for place in places])[:4]]


def passage_in_good(direction: str, folder: Path) -> list[float | int]:
    """The number of documents; of rough segments, those around them and these alone each the number and the share told rough."""
    rough = [list(own) for _, own in groupby(rough_pairs(direction, GOLD), lambda pair: pair.document)]
    rough = [own for own in rough if any(pair.marks for pair in own)]
    hosts = list(news(direction, folder))
    mixed: list[Segment] = []
    kinds: list[bool] = []
    for number, (own, host) in enumerate(zip(rough, cycle(hosts), strict=False)):
        half = len(host) // 2
        mixed += [
            replace(one, document=f"mixed {number}")
            for one in (*host[:half], *(pair.segment for pair in own), *host[half:])
        ]
        kinds += [False] * half + [True] * len(own) + [False] * (len(host) - half)
    told = np.array([unit.rough for unit in told_units(mixed)])
    is_rough = np.array(kinds)
    plain = np.array([unit.rough for unit in told_units([one for host in hosts for one in host])])
    return [len(rough), int(is_rough.sum()), float(told[is_rough].mean()), int((~is_rough).sum()),
            float(told[~is_rough].mean()), len(plain), float(plain.mean())]  # fmt: skip


def news(direction: str, folder: Path) -> Iterator[list[Segment]]:
    """Whole articles in one human translation, put together to documents that are long enough."""
    source, target = ("src", "mt") if direction == "en-de" else ("mt", "src")
    with gzip.open(folder / f"{NEWS}.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [record for record in map(json.loads, lines) if record.get("human_system")]
    one = [record for record in records if record["system"] == records[0]["system"]]
    host: list[Segment] = []
    for number, (_, own) in enumerate(groupby(one, lambda record: record["doc_id"])):
        host += [Segment(source=record[source], target=record[target], source_lang=direction[:2], target_lang=direction[3:],
                         document=f"news {number}") for record in own]  # fmt: skip
        if len(host) >= AROUND:
            yield [replace(segment, document=f"news {number}") for segment in host]
            host = []


if __name__ == "__main__":
    main()
