"""The checks of English form: alarms on English that people wrote, hits on marked errors of a rough engine.

Run ``python -m benchmarks.english_form [--data ../shared/data]``. ``alarms``: of the English sides of samples of the parallel
data, and the sources of newstest2020, the segments in which any of the checks LIN201 to LIN299 finds anything. ``rough``: of
the pairs of ``training/rough/de-en`` the findings that touch a mark, and the marks of grammar and word order that any
finding touches. The checks were written with these pairs in view: their recall on other texts is lower.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import random
from collections import defaultdict
from pathlib import Path

from benchmarks.table import markdown, save
from mtqa.data import Segment
from mtqa.flag.base import CHECKS, Check
from mtqa.flag.run import findings_of
from training.rough_texts import rough_pairs

SOURCES = ("tatoeba2018", "xquad", "ud_pud", "europarl_marian_toy", "mtgeneval_dev", "opensource_guide", "gnome_user_docs",
           "wikipedia_android", "sdg_translations", "ms_bc_docs", "shopware", "mozilla_www_ftl")  # fmt: skip
MOST = 4000
"""Segments of one source at most."""


def main() -> None:
    """Measure and keep the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data: Path = parser.parse_args().data
    checks = [
        check for check in CHECKS if check.code.startswith("LIN2") and check.target_langs == {"en"} and check.default
    ]
    body = f"{len(checks)} checks.\n\n{alarms(checks, good(data))}\n\n{rough(checks)}"
    save("english_form", "Checks of English form", "python -m benchmarks.english_form", body)


def good(data: Path) -> dict[str, list[Segment]]:
    """English that people wrote, by source, each with its German side where there is one."""
    found: dict[str, list[Segment]] = defaultdict(list)
    with lzma.open(data / "parallel" / "train.en-de.tsv.xz", "rt", encoding="utf-8") as lines:
        for english, german, name, *_ in (line.rstrip("\n").split("\t") for line in lines):
            if name in SOURCES:
                found[name].append(_pair(english, german))
    some = random.Random(7)
    samples = {name: some.sample(found[name], min(MOST, len(found[name]))) for name in SOURCES}
    with gzip.open(data / "qe" / "wmt20-mqm-newstest2020.en-de.jsonl.gz", "rt", encoding="utf-8") as lines:
        news = dict.fromkeys(json.loads(line)["src"] for line in lines)
    return {**samples, "newstest2020": [_pair(text, "") for text in news]}


def _pair(english: str, german: str) -> Segment:
    return Segment(english, german, target_lang="en", source_lang="de")


def alarms(checks: list[Check], samples: dict[str, list[Segment]]) -> str:
    """Segments with any finding of severity minor or worse, by source."""
    rows: list[list[object]] = []
    for name, segments in samples.items():
        count = sum(any(one.severity.rank for one in found) for found in findings_of(segments, checks))
        rows.append([name, len(segments), count, 100 * count / len(segments)])
    total, count = (sum(int(str(row[at])) for row in rows) for at in (1, 2))
    return markdown(["English of", "segments", "flagged", "%"], [*rows, ["all", total, count, 100 * count / total]])


def rough(checks: list[Check]) -> str:
    """Findings that touch a mark, and marks that are touched."""
    pairs = list(rough_pairs("de-en"))
    right = findings = 0
    met: dict[str, list[bool]] = defaultdict(list)
    for pair, found in zip(pairs, findings_of([pair.segment for pair in pairs], checks), strict=True):
        spans = [(one.start, one.end) for one in found]
        findings += len(spans)
        right += sum(any(start < mark.end and mark.start < end for mark in pair.marks) for start, end in spans)
        for mark in pair.marks:
            met[mark.category].append(any(start < mark.end and mark.start < end for start, end in spans))
    rows = [[name, len(met[name]), sum(met[name])] for name in ("grammar", "word-order", "mistranslation")]
    table = markdown(["marks of", "there", "found"], rows)
    return f"{findings} findings in {len(pairs)} rough pairs, {right} of them on a mark.\n\n{table}"


if __name__ == "__main__":
    main()
