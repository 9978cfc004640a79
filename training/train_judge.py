"""Train the quality model of a pack: the word judges from people's judgments, then the scores.

    OMP_NUM_THREADS=1 python -m training.train_judge --data ../shared/data --pack mtqa/packs/de-en --work FOLDER

``--work`` names a folder in which the judges of rough texts are kept as soon as they are trained, and taken from if they are
there, which saves two thirds of the time; remove what no longer holds.

Word judges are boosted trees (CatBoost; a small network on the same features reaches a fifth less: MLQE dev word MCC .27
against .31). ``edits`` learns from MLQE-PE's post-edits, ``marks`` from the MQM marks on newstest2020 and TED, ``rough`` from
``training/rough`` and ``training/real``. Then the two first look again, knowing what all three say at first sight. MLQE dev,
WMT22 and the bio sets are never trained on. Whatever learns from answers of ``edits`` or ``marks`` learns from answers about
documents that those did not see. ``rough`` learns from MLQE's training part too; of that the second looks of the others hear
what its own second look makes of first looks that did not see the sentence (:class:`training.rough_judge.Trained`).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file, save_file

from mtqa.judge.evidence import Evidence
from mtqa.judge.model import WordJudge
from mtqa.judge.rough import RoughJudge
from mtqa.judge.trees import probability
from mtqa.pack.manifest import relist
from training.judged import Judged, load
from training.rough_judge import Text, Trained, train_rough
from training.train_scores import fit_scores
from training.trees import Plan
from training.word_judges import (
    Floats,
    Ints,
    Tokens,
    evidence_of,
    folds_of,
    seen_again,
    tokens_of,
    train_again,
    train_judge,
)

EDITED = "mlqe-pe.en-de"
MARKED = ("wmt20-mqm-newstest2020.en-de", "wmt21-mqm-ted.en-de")
DIRECTIONS = ("en-de", "de-en")
PART, APART = "rough", "apart"
"""How the parts of a judge, and what it says apart, are named in the folder of work."""
WORDS = Plan(trees=200, depth=6, rate=0.1)
AGAIN = Plan(trees=300, depth=6, rate=0.06, ridge=20.0, rows=0.6, columns=0.3)


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
    parser.add_argument("--work", type=Path, help="keep the judges of rough texts there, and take them from there")
    options = parser.parse_args()
    sets = [load(options.data / "qe" / f"{name}.jsonl.gz") for name in (EDITED, *MARKED)]
    items = [item for found in sets for item in found if trained_on(item)]
    rows = evidence_of([item.segment for item in items], options.pack)
    tokens = tokens_of(items, rows)
    print(f"{len(items)} segments, {len(tokens.labels)} tokens, {tokens.values.shape[1]} features", flush=True)
    edited = np.array([item.corpus == items[0].corpus for item in items])
    folds = {name: fold_of(items, mine) for name, mine in (("edits", edited), ("marks", ~edited))}
    first = {name: train_judge(tokens, fold, WORDS) for name, fold in folds.items()}
    print("first looks: trained", flush=True)
    pair = first["edits"][0], first["marks"][0]
    folder = options.pack / "quality"
    see(rows, tokens, *(first[name][1] for name in ("marks", "edits")))
    looks = {text_of(item): row.looks for item, row, mine in zip(items, rows, edited, strict=True) if mine}
    rough = {direction: rough_of(direction, pair, looks, options) for direction in DIRECTIONS}
    print("rough texts: trained", flush=True)
    trained = rough[DIRECTIONS[0]]
    again = seen_again(rows, options.pack, trained.judge, trained.of(map(text_of, items)))
    tensors: dict[str, npt.NDArray[np.generic]] = {}
    for name, attribute in (("edits", "edits"), ("marks", "risk")):
        judge, answers = train_again(first[name][0], tokens, again, folds[name], AGAIN)
        fill(rows, attribute, probability(answers))
        tensors |= judge.tensors(name)
    for direction, found in rough.items():
        tensors |= found.judge.tensors(f"rough.{direction}")
    folder.mkdir(exist_ok=True)
    save_file(tensors, folder / "model.safetensors")
    relist(options.pack)
    fit_scores(options.data, options.pack, items, rows)
    relist(options.pack)


def fold_of(items: Sequence[Judged], mine: npt.NDArray[np.bool_]) -> Ints:
    """A fold for each record of a judge's own; -1 for the others."""
    fold = np.full(len(items), -1)
    fold[mine] = folds_of([item for item, used in zip(items, mine, strict=True) if used])
    return fold


def see(rows: Sequence[Evidence], tokens: Tokens, marks: Floats, edits: Floats) -> None:
    """Give each row what the two judges say at first sight, as log-odds of all tokens."""
    fill(rows, "looks", np.stack([probability(marks), probability(edits)], axis=1))
    fill(rows, "features", tokens.values)
    for row in rows:
        row.known = None


def text_of(item: Judged) -> Text:
    """Source and target of a record."""
    return item.segment.source, item.segment.target


def rough_of(
    direction: str, pair: tuple[WordJudge, WordJudge], looks: Mapping[Text, Floats], options: argparse.Namespace
) -> Trained:
    """The judge of rough texts of a direction, from the folder of work where it is there; as it is kept, to the bit."""
    if options.work and work_of(options.work, direction).is_file():
        return kept_rough(options.work, direction)
    trained = train_rough(pair, options.data, options.pack, direction, looks)
    if options.work:
        keep_rough(trained, options.work, direction)
    return Trained(RoughJudge.of(trained.judge.tensors(PART), PART), trained.apart)


def work_of(folder: Path, direction: str) -> Path:
    """Where the judge of rough texts of a direction is kept."""
    return folder / f"rough.{direction}.safetensors"


def keep_rough(trained: Trained, folder: Path, direction: str) -> None:
    """Keep the judge and what it says apart; all or nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    path = work_of(folder, direction)
    said = {f"{APART}.{key}": odds for key, odds in trained.apart.items()}
    save_file({**trained.judge.tensors(PART), **said}, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def kept_rough(folder: Path, direction: str) -> Trained:
    """The judge that was kept, and what it says apart."""
    tensors = load_file(work_of(folder, direction))
    said = {name.removeprefix(f"{APART}."): odds for name, odds in tensors.items() if name.startswith(f"{APART}.")}
    return Trained(RoughJudge.of(tensors, PART), said)


if __name__ == "__main__":
    main()
