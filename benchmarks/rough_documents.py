"""Findings on rough documents whose every error is marked, written by a hand of which nothing was learned.

    OMP_NUM_THREADS=1 python -m benchmarks.rough_documents

``gold/rough`` holds them as ``training/rough`` holds those that the judge learns from: documents of a dozen sentences. Found
and right are counted as ``span_score.py`` counts them: a mark is found when at least half of its characters are flagged, a
finding is right when it touches a mark. With all checks, and with all but ``garbled-phrase``, so that rules and judge can be
told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

import mtqa
from benchmarks.table import markdown, save
from mtqa.data import Range
from mtqa.evaluate.words import mask
from training.rough_texts import RoughPair, rough_pairs

GOLD = Path(__file__).parent / "gold" / "rough"
JUDGE = "garbled-phrase"
MEASURES = ("findings", "major found", "found", "right", "characters right", "characters found",
            "good segments flagged")  # fmt: skip


def main() -> None:
    """Measure each direction and write the table."""
    rows = []
    for folder in sorted(path for path in GOLD.iterdir() if path.is_dir()):
        pairs = list(rough_pairs(folder.name, GOLD))
        for name, ignored in (("all checks", ()), (f"without {JUDGE}", (JUDGE,))):
            rows.append([folder.name, name, len(pairs), *figures(pairs, found_in(pairs, folder.name, ignored))])
    save("rough_documents", "Rough documents by another hand", "python -m benchmarks.rough_documents",
         markdown(["direction", "checks", "segments", *MEASURES], rows))  # fmt: skip


def found_in(pairs: Sequence[RoughPair], direction: str, ignored: Sequence[str]) -> list[list[Range]]:
    """Per pair the flagged stretches of its target, as a user's table of documents gets them."""
    source, target = direction.split("-")
    frame = pd.DataFrame([(pair.document, pair.source, pair.target) for pair in pairs],
                         columns=["document", "source", "target"])  # fmt: skip
    found = mtqa.check(frame, source_lang=source, target_lang=target, ignore=list(ignored)).findings
    spans: list[list[Range]] = [[] for _ in pairs]
    for row in found[(found["side"] == "target") & (found["severity"] != "neutral")].itertuples():
        if row.end > row.start:
            spans[int(row.segment)].append((int(row.start), int(row.end)))
    return spans


def figures(pairs: Sequence[RoughPair], spans: Sequence[Sequence[Range]]) -> list[float | int]:
    """The values of :data:`MEASURES`: shares, but for the number of findings in rough documents."""
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
    return [len(right), *shares, both / said_at, both / wrong_at, float(np.mean(good))]


if __name__ == "__main__":
    main()
