"""Findings on rough documents whose every error is marked, and none of whose sentences was learned from.

    OMP_NUM_THREADS=1 python -m benchmarks.rough_documents --data ../shared/data

``gold/rough`` holds documents as ``training/rough`` holds those that the judge learns from, by two hands, one a direction, that
it learned nothing from. ``gold/real`` marks what real engines made of comments on Wikipedia and of encyclopedic sentences (the
worst fifth of the development part of MLQE-PE), as ``training/real`` does; ten sentences are taken for a document. Both
engines' other sentences were learned from, some out of the same articles. ``gold/second-reading`` marks the same once more, not
knowing the first marks: what that reader finds stands beside.

Found and right are counted as ``span_score.py`` counts them: a mark is found when at least half of its characters are flagged,
a finding is right when it touches a mark. With all checks, and with all but ``garbled-phrase``, so that rules and judge can be
told apart.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

import mtqa
from benchmarks.table import markdown, save
from mtqa.data import Range
from mtqa.evaluate.words import mask
from training.real_texts import real_pairs
from training.rough_texts import RoughPair, rough_pairs

GOLD = Path(__file__).parent / "gold" / "rough"
REAL, SECOND = GOLD.parent / "real", GOLD.parent / "second-reading"
READ_TWICE = ("comments-dev", "encyclopedia-dev")
JUDGE = "garbled-phrase"
MEASURES = ("findings", "major found", "found", "right", "characters right", "characters found",
            "good segments flagged")  # fmt: skip


def main() -> None:
    """Measure each kind of text and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data: Path = parser.parse_args().data
    rows = []
    for folder in sorted(path for path in GOLD.iterdir() if path.is_dir()):
        rows += measured(f"{folder.name}, written", list(rough_pairs(folder.name, GOLD)))
    for name in READ_TWICE:
        kind = f"en-de, real {name.removesuffix('-dev')}"
        pairs, again = (list(real_pairs(data, folder=folder, sets=(name,))) for folder in (REAL, SECOND))
        marks = {(pair.source, pair.target): pair.marks for pair in again}
        spans = [[(mark.start, mark.end) for mark in marks[pair.source, pair.target]] for pair in pairs]
        rows += [*measured(kind, pairs), [kind, "a second reader", len(pairs), *figures(pairs, spans)]]
    save("rough_documents", "Rough documents, none of whose sentences was learned from", "python -m benchmarks.rough_documents",
         markdown(["text", "checks", "segments", *MEASURES], rows))  # fmt: skip


def measured(name: str, pairs: Sequence[RoughPair]) -> list[list[object]]:
    """A row with all checks, and one without the judge."""
    return [
        [name, label, len(pairs), *figures(pairs, found_in(pairs, ignored))]
        for label, ignored in (("all checks", ()), (f"without {JUDGE}", (JUDGE,)))
    ]


def found_in(pairs: Sequence[RoughPair], ignored: Sequence[str]) -> list[list[Range]]:
    """Per pair the flagged stretches of its target, as a user's table of documents gets them."""
    source, target = pairs[0].langs
    frame = pd.DataFrame([(pair.document, pair.source, pair.target) for pair in pairs],
                         columns=["document", "source", "target"])  # fmt: skip
    found = mtqa.check(frame, source_lang=source, target_lang=target, ignore=list(ignored)).findings
    spans: list[list[Range]] = [[] for _ in pairs]
    for row in found[(found["side"] == "target") & (found["severity"] != "neutral")].itertuples():
        if row.end > row.start:
            spans[int(row.segment)].append((int(row.start), int(row.end)))
    return spans


def figures(pairs: Sequence[RoughPair], spans: Sequence[Sequence[Range]]) -> list[float | int]:
    """The values of :data:`MEASURES`: shares, but for the number of findings in rough documents; NaN where there are none."""
    rough = {pair.document for pair in pairs if pair.marks}
    found: dict[bool, list[bool]] = {True: [], False: []}
    right: list[bool] = []
    characters = np.zeros(3)
    for pair, flagged in zip(pairs, spans, strict=True):
        if pair.document in rough:
            wrong, said = (mask(ranges, len(pair.target)) for ranges in
                           ([(mark.start, mark.end) for mark in pair.marks], flagged))  # fmt: skip
            for mark in pair.marks:
                found[mark.major].append(bool(said[mark.start : mark.end].mean() >= 0.5))
            right += [bool(wrong[start:end].any()) for start, end in flagged]
            characters += ((wrong & said).sum(), said.sum(), wrong.sum())
    good = [bool(flagged) for pair, flagged in zip(pairs, spans, strict=True) if pair.document not in rough]
    both, said_at, wrong_at = (float(sum_) for sum_ in characters)
    shares = (float(np.mean(values)) for values in (found[True], found[True] + found[False], right))
    return [len(right), *shares, both / said_at, both / wrong_at, float(np.mean(good)) if good else float("nan")]


if __name__ == "__main__":
    main()
