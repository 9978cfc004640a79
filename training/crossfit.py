"""How well quality agrees with judges of documents that nothing was trained on, for the sets that the shipped model learned from.

    OMP_NUM_THREADS=1 python -m training.crossfit --data ../shared/data --pack mtqa/packs/de-en --work FOLDER

newstest2020 and MLQE train by folds of documents or source sentences, TED left out whole: word judges and scores are trained
anew without what they are measured on. The judge of rough texts, whom both consult, is the shipped one, which learned from MLQE
train too: of that it says what it would have said without (``FOLDER`` is where ``training.train_judge --work`` left this), but
for its second look; so MLQE's line is not quite of the unseen. Findings are taken off as `mtqa check` does; what minus the length
reaches stands beside. Writes ``benchmarks/results/crossfit.md``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

import mtqa
from benchmarks.table import markdown, save
from mtqa.evaluate.measures import Column, pearson, spearman
from mtqa.evaluate.pairs import SegmentPairs, numbered
from mtqa.judge.evidence import Evidence
from mtqa.judge.model import Regression
from mtqa.judge.sentence import quality_columns
from mtqa.judge.trees import probability
from mtqa.pipeline import POINT
from mtqa.score.quality import more_to_err
from training.judged import Judged, load
from training.train_judge import AGAIN, DIRECTIONS, EDITED, MARKED, WORDS, fill, kept_rough, see, text_of, trained_on
from training.train_scores import fit_quality
from training.word_judges import evidence_of, folds_of, seen_again, tokens_of, train_again, train_judge

Numbers = npt.NDArray[np.float64]
NEWS, TALKS = MARKED


def penalties(items: Sequence[Judged]) -> Numbers:
    """The penalty points of what ``mtqa check`` finds in each record."""
    frame = pd.DataFrame(
        {
            "source": [item.segment.source for item in items],
            "target": [item.segment.target for item in items],
            "document": [f"{item.record['system']} {item.segment.document}" for item in items],
        }
    )
    found = mtqa.check(frame, source_lang="en", target_lang="de").findings
    points = np.zeros(len(items))
    np.add.at(points, found["segment"].to_numpy(int), found["penalty"].to_numpy(float))
    return points


def fitted(items: Sequence[Judged], rows: Sequence[Evidence], used: Sequence[int], asked: Sequence[int]) -> Numbers:
    """Quality of the rows ``asked``, by weights fitted on the rows ``used``."""
    model = Regression.of(fit_quality([items[at] for at in used], [rows[at] for at in used]))
    mine = [rows[at] for at in asked]
    return np.asarray(100 * probability(model.value(quality_columns(mine))) - more_to_err(mine), np.float64)


def measured(items: Sequence[Judged], quality: Numbers) -> dict[str, float]:
    """Agreement of the scores with the judges, human translations left out, and what minus the length reaches."""
    kept = [at for at, item in enumerate(items) if not item.human and item.z == item.z]
    human = np.array([items[at].z for at in kept])
    score = quality[kept]
    length = -np.array([len(items[at].segment.target) for at in kept], np.float64)
    groups = numbered([f"{items[at].record['seg_id']}{items[at].record.get('doc_id')}" for at in kept])
    ones, columns = np.ones(len(kept)), [Column.of(values) for values in (human, score, length)]
    pairs = SegmentPairs.of(human, score, groups)
    return {
        "n": len(kept), "pearson": pearson(human, score, ones), "spearman": spearman(columns[0], columns[1], ones),
        "length": spearman(columns[0], columns[2], ones), "acc_eq": pairs.accuracy(np.ones(int(groups.max()) + 1)),
        "auc": auc(human < 0, -score), "length auc": auc(human < 0, -length),
    }  # fmt: skip


def auc(marked: npt.NDArray[np.bool_], score: Numbers) -> float:
    """The chance that a marked segment gets a higher ``score`` than an unmarked one; NaN where all are alike."""
    if marked.all() or not marked.any():
        return float("nan")
    ranks = pd.Series(score).rank().to_numpy()
    positives = int(marked.sum())
    return float((ranks[marked].sum() - positives * (positives + 1) / 2) / (positives * (len(score) - positives)))


def main() -> None:
    """Train without, measure, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    named = [(name, item) for name in (EDITED, *MARKED) for item in load(options.data / "qe" / f"{name}.jsonl.gz")
             if trained_on(item)]  # fmt: skip
    names, items = np.array([name for name, _ in named]), [item for _, item in named]
    rows = evidence_of([item.segment for item in items], options.pack)
    tokens = tokens_of(items, rows)
    everything = folds_of(items)
    folds = [np.where(names == name, everything, -1) for name in (NEWS, EDITED)]
    first = [train_judge(tokens, fold, WORDS) for fold in folds]
    see(rows, tokens, *(answers for _, answers in first))
    rough = kept_rough(options.work, DIRECTIONS[0])
    again = seen_again(rows, options.pack, rough.judge, rough.of(map(text_of, items)))
    for name, (judge, _), fold in zip(("risk", "edits"), first, folds, strict=True):
        fill(rows, name, probability(train_again(judge, tokens, again, fold, AGAIN)[1]))
    points = penalties(items)
    table = []
    for name in (EDITED, NEWS, TALKS):
        mine = np.flatnonzero(names == name)
        quality = np.zeros(len(items))
        parts = [mine] if name == TALKS else [mine[everything[mine] == number] for number in range(4)]
        for part in parts:
            hidden = set(part.tolist())
            used = [at for at in range(len(items)) if at not in hidden and names[at] != TALKS]
            quality[part] = fitted(items, rows, used, part.tolist())
        for label, value in (("score alone", quality), ("with findings", np.maximum(0, quality - POINT * points))):
            found = measured([items[at] for at in mine], value[mine])
            table.append([name, label, *(f"{x:.3f}" if isinstance(x, float) else x for x in found.values())])
            print(table[-1], flush=True)
    heads = ["set", "score", "n", "pearson", "spearman", "length", "acc_eq", "auc", "length auc"]
    save(
        "crossfit",
        "Agreement on documents that nothing was trained on",
        "python -m training.crossfit",
        markdown(heads, table),
    )


if __name__ == "__main__":
    main()
