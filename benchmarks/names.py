"""How many wrong names name-mismatch finds in pairs that were right, and how often it cries wolf on the right ones.

Run ``python -m benchmarks.names [--data ../shared/data]``. From translated sentences (both directions) those are taken in
which a name of one side stands on the other, as it is or as the table of names has it. In each, one name is then
misspelt by one letter (wrong, missing, added or swapped, never the first), or replaced by another name of the same
sample; a finding on that word counts. ``dark`` misspellings change a vowel for one that sounds alike in transliterations
(*i* for *e*), which nobody can tell from custom. ``news``: human translations of newstest2020.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.table import markdown, save
from mtqa.data import Segment
from mtqa.flag.base import Hit, Unit
from mtqa.flag.select import chosen
from mtqa.knowledge.names import entities
from mtqa.text.lexicon import lemma, zipf
from mtqa.text.names import inner_capitals, sounds
from mtqa.text.view import View

COUNT = 1500
"""Pairs with names of each kind."""

RARE = 3.5
"""The Zipf frequency from which a word that no table knows is taken for no name."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main() -> None:
    """Measure, print and keep the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data: Path = parser.parse_args().data
    rows = [_row(name, pairs) for name, pairs in samples(data).items()]
    header = ["sample", "pairs with a name", "alarms per 1,000", "misspelt", "found", "custom's vowels", "found",
              "replaced", "found"]  # fmt: skip
    save("names", "Names: wrong ones found, right ones flagged", "python -m benchmarks.names", markdown(header, rows))


def samples(data: Path) -> dict[str, list[Segment]]:
    """The pairs that are right."""
    with lzma.open(data / "parallel" / "train.en-de.tsv.xz", "rt", encoding="utf-8") as lines:
        parallel = [line.rstrip("\n").split("\t")[:2] for line in lines]
    random.Random(1).shuffle(parallel)
    with gzip.open(data / "qe" / "wmt20-mqm-newstest2020.en-de.jsonl.gz", "rt", encoding="utf-8") as lines:
        news = [(row["src"], row["mt"]) for row in map(json.loads, lines) if row["human_system"]]
    german = [Segment(de, en, target_lang="de", source_lang="en") for en, de in parallel[: len(parallel) // 2]]
    english = [Segment(en, de, target_lang="en", source_lang="de") for en, de in parallel[len(parallel) // 2 :]]
    there = [Segment(de, en, target_lang="de", source_lang="en") for en, de in news]
    return {
        "news, to German": _named(there),
        "everyday, to German": _named(german),
        "everyday, to English": _named(english),
    }


def _named(segments: list[Segment]) -> list[Segment]:
    """Those with a name that can be found on both sides."""
    out: list[Segment] = []
    for segment in segments:
        if len(out) < COUNT and _names(segment):
            out.append(segment)
    return out


def _names(segment: Segment) -> list[str]:
    """The words of the target that are a name of the source."""
    source, target = View(segment.source, segment.source_lang), View(segment.target, segment.target_lang)
    capitals = inner_capitals(source)
    found: list[str] = []
    for name in inner_capitals(target):
        known = entities(name, target.lang)
        same = name in capitals and len(name) > 3 and name[1:].islower() and _is_rare(name)
        if same or any(known & entities(other, source.lang) for other in capitals):
            found.append(name)
    return [name for name in found if segment.target.count(name) == 1 and len(name) > 3]


def _is_rare(name: str) -> bool:
    """Whether no dictionary has it as a word."""
    return not any(lemma(name.lower(), lang) or zipf(name, lang) >= RARE for lang in ("de", "en"))


def _row(name: str, pairs: list[Segment]) -> list[object]:
    [check] = chosen(["name-mismatch"])
    chance = random.Random(2)
    alarms = sum(bool(check(Unit(segment))) for segment in pairs)
    pool = [one for segment in pairs for one in _names(segment)]
    cells: list[object] = [name, len(pairs), 1000 * alarms / max(1, len(pairs))]
    changed = list(_changed(pairs, pool, chance))
    for kind in ("misspelt", "custom", "replaced"):
        ones = [(segment, word) for what, segment, word in changed if what == kind]
        hits = sum(_hit(segment, word, check(Unit(segment))) for segment, word in ones)
        cells += [len(ones), f"{100 * hits / max(1, len(ones)):.0f} %"]
    return cells


def _hit(segment: Segment, word: str, hits: list[Hit]) -> bool:
    return any(segment.target[hit.span.start : hit.span.end] == word for hit in hits)


def _changed(pairs: list[Segment], pool: list[str], chance: random.Random) -> Iterator[tuple[str, Segment, str]]:
    """(Kind, pair with one wrong name, that name): one of each kind a pair."""
    for segment in pairs:
        name = chance.choice(_names(segment))
        slip = misspelt(name, chance)
        kind = "custom" if sounds(slip) == sounds(name) else "misspelt"
        yield kind, replace(segment, target=segment.target.replace(name, slip)), slip
        other = chance.choice(pool)
        known = entities(other, segment.target_lang) & entities(name, segment.target_lang)
        if other not in segment.target and not known:
            yield "replaced", replace(segment, target=segment.target.replace(name, other)), other


def misspelt(name: str, chance: random.Random) -> str:
    """The name with one letter wrong, missing, added, or swapped with the next; never the first."""
    while True:
        at = chance.randrange(1, len(name) - 1)
        kind = chance.randrange(4)
        letter = chance.choice(LETTERS)
        out = (
            name[:at] + letter + name[at + 1 :], name[:at] + name[at + 1 :], name[:at] + letter + name[at:],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )[kind]  # fmt: skip
        if out != name:
            return out


if __name__ == "__main__":
    main()
