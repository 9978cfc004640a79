"""Train the quality model of a pack: the word judges from people's judgments, then the scores.

    OMP_NUM_THREADS=1 python -m training.train_judge --data ../shared/data --pack mtqa/packs/de-en

Word judges are boosted trees (CatBoost; a small network on the same features reaches a fifth less: MLQE dev word MCC .27
against .31). ``edits`` learns from MLQE-PE's post-edits, ``marks`` from the MQM marks on newstest2020 and TED, ``rough`` from
``training/rough``. MLQE dev, WMT22 and the bio sets are never trained on. Whatever learns from a word judge's answers learns
from answers about documents that it did not see.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

from mtqa.judge.evidence import Evidence
from mtqa.judge.trees import probability
from mtqa.pack.manifest import relist
from training.judged import Judged, load
from training.rough_judge import train_rough
from training.train_scores import fit_scores
from training.trees import Plan
from training.word_judges import evidence_of, folds_of, tokens_of, train_judge

EDITED = "mlqe-pe.en-de"
MARKED = ("wmt20-mqm-newstest2020.en-de", "wmt21-mqm-ted.en-de")
DIRECTIONS = ("en-de", "de-en")
WORDS = Plan(trees=200, depth=6, rate=0.1)


def trained_on(item: Judged) -> bool:
    """Whether a record may be learned from."""
    return item.split != "dev"


def fill(rows: Sequence[Evidence], name: str, values: npt.NDArray[np.float32]) -> None:
    """Give each row its stretch of ``values``."""
    ends = np.cumsum([len(row.target.tokens) for row in rows])
    for row, part in zip(rows, np.split(values, ends[:-1]), strict=True):
        setattr(row, name, part)


def main() -> None:
    """Train and write ``quality/model.safetensors`` and ``quality/scores.json``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pack", type=Path, required=True)
    options = parser.parse_args()
    sets = [load(options.data / "qe" / f"{name}.jsonl.gz") for name in (EDITED, *MARKED)]
    items = [item for found in sets for item in found if trained_on(item)]
    rows = evidence_of([item.segment for item in items], options.pack)
    tokens = tokens_of(items, rows)
    print(f"{len(items)} segments, {len(tokens.labels)} tokens, {tokens.values.shape[1]} features", flush=True)
    edited = np.array([item.corpus == items[0].corpus for item in items])
    judges = []
    for name, mine in (("edits", edited), ("risk", ~edited)):
        fold = np.full(len(items), -1)
        fold[mine] = folds_of([item for item, used in zip(items, mine, strict=True) if used])
        judge, answers = train_judge(tokens, fold, WORDS)
        fill(rows, name, probability(answers))
        judges.append(judge)
        print(f"{name}: trained", flush=True)
    pair = judges[0], judges[1]
    folder = options.pack / "quality"
    folder.mkdir(exist_ok=True)
    tensors: dict[str, npt.NDArray[np.generic]] = {}
    for direction in DIRECTIONS:
        tensors |= train_rough(pair, options.data, options.pack, direction).tensors(f"rough.{direction}")
    for name, judge in zip(("edits", "marks"), pair, strict=True):
        tensors |= {**judge.trees.tensors(name), **judge.rates.tensors(name)}
    save_file(tensors, folder / "model.safetensors")
    relist(options.pack)
    fit_scores(options.data, options.pack, items, rows)
    relist(options.pack)


if __name__ == "__main__":
    main()
