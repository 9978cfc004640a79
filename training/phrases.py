"""Fit how the chances of a phrase's words become the chance that a reader marks it: the constants of :mod:`mtqa.judge.spans`.

    OMP_NUM_THREADS=1 python -m training.phrases --data ../shared/data

A judge of rough texts learns from three hands in four, of those that wrote and of those that marked real engines' sentences, and
tells the chances of the words in the others' documents; on the phrases that they make a logistic regression is fitted. Prints it,
and how well it orders the phrases beside the likeliest word alone (the chance that of two phrases the marked one is higher).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mtqa.flag.base import CHECKS
from mtqa.judge import judge
from mtqa.judge.evidence import Evidence
from mtqa.judge.spans import CERTAIN, mass_of, stretches
from mtqa.judge.trees import log_odds, probability
from mtqa.pack.load import find_pack
from training.crossfit import auc
from training.real_texts import SETS
from training.rough_judge import Texts, fitted, learned_pairs
from training.rough_texts import FOLDER, RoughPair, rough_pairs

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
APART = 4
"""Each so many-th hand is left out."""
LEAST = (0.38, 0.42, 0.46, 0.5, 0.54)
"""Chances from which phrases might be reported."""
STEPS = 25
"""Of Newton's method, which needs five."""


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    columns, marked = map(np.array, zip(*phrases(parser.parse_args().data), strict=True))
    weights = regression(columns, marked)
    print(f"{len(marked)} phrases, {marked.mean():.3f} of them marked")
    print("PEAK, MASS, BIAS = {:.2f}, {:.2f}, {:.2f}".format(*weights))
    odds = columns @ weights[:2] + weights[2]
    print(f"in order: {auc(marked, odds):.3f}, by the likeliest word {auc(marked, columns[:, 0]):.3f}")
    for least in LEAST:
        likely = odds >= np.log(least / (1 - least))
        print(f"from {least}: {likely.sum()} phrases, {marked[likely].mean():.3f} of them marked")


def phrases(data: Path, direction: str = "en-de") -> Iterator[tuple[list[float], bool]]:
    """What is known of each phrase in the rough documents of the hands left out, and whether a mark touches it."""
    pack = find_pack(*direction.split("-"))
    assert pack is not None
    pairs = learned_pairs(data, direction)
    apart = hands_apart(pairs, direction)
    rows = judge([pair.segment for pair in pairs], pack=pack, encoder=pack.encoder())
    texts = Texts.of(pairs, rows, pack.path)
    found = fitted(texts, ~np.repeat(apart, texts.flat.lengths))
    chances = probability(found.logits(texts.matrix, texts.flat, texts.keys, texts.document))
    rough = {pair.document for pair in pairs if pair.marks}
    for pair, row, mine, own in zip(
        pairs, rows, apart, np.split(chances, np.cumsum(texts.flat.lengths)[:-1]), strict=True
    ):
        if mine and pair.document in rough:
            yield from _phrases(pair, row, own)


def _phrases(pair: RoughPair, row: Evidence, chances: npt.NDArray[np.float32]) -> Iterator[tuple[list[float], bool]]:
    options, tokens = CHECKS["LIN001"].options, row.target.tokens
    for one in stretches(row, chances, options["seed"], options["join"]):
        start, end = tokens[one.first].start, tokens[one.last].end
        touched = any(mark.start < end and start < mark.end for mark in pair.marks)
        peak = float(log_odds(np.array(min(one.chance, CERTAIN), np.float32)))
        yield [peak, float(np.log(mass_of(row, chances, one)))], touched


def hands_apart(pairs: Sequence[RoughPair], direction: str) -> Bools:
    """Which of the pairs are by a hand that is left out."""
    hands = {pair.document: path.stem for path in sorted((FOLDER / direction).glob("*.tsv"))
             for pair in rough_pairs(direction, hand=path.stem)}  # fmt: skip
    of = [_hand(pair, hands) for pair in pairs]
    kinds = {kind: sorted({name for found, name in filter(None, of) if found == kind}) for kind in ("written", "real")}
    left = {(kind, name) for kind, names in kinds.items() for name in names[1::APART]}
    return np.array([one in left for one in of])


def _hand(pair: RoughPair, hands: dict[str, str]) -> tuple[str, str] | None:
    """The kind and the name of who marked the pair; real engines' documents are called by their set and hand."""
    if pair.document in hands:
        return "written", hands[pair.document]
    name, _, rest = pair.document.partition(" ")
    return ("real", rest.partition(" ")[0]) if name in SETS else None


def regression(columns: Floats, marked: Bools) -> Floats:
    """Weights of the columns and the bias of the logistic regression, by Newton's method."""
    inputs = np.column_stack([columns, np.ones(len(columns))])
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (marked - chances)
        weights += np.linalg.solve((inputs * (chances * (1 - chances))[:, None]).T @ inputs, slope)
    return weights


if __name__ == "__main__":
    main()
