"""Training of the word judges: one table of tokens a set of judgments, out-of-fold rates, trees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mtqa.data import Segment
from mtqa.judge.evidence import Evidence, gather
from mtqa.judge.features import features
from mtqa.judge.flat import Flat
from mtqa.judge.model import WordJudge
from mtqa.judge.rates import COMPANY, KINDS, STEPS, Rates, keys
from mtqa.judge.rough import Keys, RoughJudge, fit_of, looked_again
from mtqa.judge.trees import Trees
from mtqa.pack.load import open_pack
from training.judged import Judged
from training.trees import Plan, train

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
FOLDS = 4
BATCH = 1000
LEAST, LEAST_COMPANY, PRIOR, SMALL = 2, 3, 4.0, 0.1
"""How often a key must be seen, how many average tokens it is mixed with, and the rate that is worth keeping."""


@dataclass
class Tokens:
    """All tokens of some judged segments, laid end to end: features, keys, labels 0..1, and the row each is of."""

    values: Floats
    keys: dict[str, npt.NDArray[np.uint32]]
    labels: Floats
    row: Ints


def evidence_of(segments: Sequence[Segment], pack_path: Path) -> list[Evidence]:
    """The evidence about each segment, a batch at a time."""
    pack = open_pack(pack_path)
    out: list[Evidence] = []
    for start in range(0, len(segments), BATCH):
        out += gather(segments[start : start + BATCH], pack=pack, encoder=pack.encoder())
    return out


def tokens_of(items: Sequence[Judged], rows: Sequence[Evidence]) -> Tokens:
    """The tokens of the records with what was judged of them."""
    values, asked = [], []
    for start in range(0, len(rows), BATCH):
        flat, columns = features(rows[start : start + BATCH])
        values.append(columns.matrix())
        asked.append(keys(flat))
    return Tokens(
        np.concatenate(values),
        {kind: np.concatenate([part[kind] for part in asked]) for kind in KINDS},
        np.concatenate([item.bad for item in items]).astype(np.float32),
        np.repeat(np.arange(len(rows)), [len(row.target.tokens) for row in rows]),
    )


def folds_of(items: Sequence[Judged], count: int = FOLDS, seed: int = 0) -> Ints:
    """A fold for each record; records of one document or source sentence share theirs."""
    groups = {group: number for number, group in enumerate(dict.fromkeys(item.group for item in items))}
    fold = np.random.default_rng(seed).permutation(len(groups)) % count
    return np.array([fold[groups[item.group]] for item in items])


def rates_of(asked: Mapping[str, npt.NDArray[np.uint32]], labels: Floats) -> Rates:
    """How much more often than the average token each key is marked; of company only what was seen thrice (pairs are many)."""
    known, rates = {}, {}
    base = float(labels.mean())
    zero = np.log(base / (1 - base))
    for kind in asked:
        unique, place, count = np.unique(asked[kind], return_inverse=True, return_counts=True)
        bad = np.bincount(place, labels, len(unique))
        odds = np.log((bad + PRIOR * base) / (count - bad + PRIOR * (1 - base))) - zero
        kept = (count >= (LEAST_COMPANY if kind in COMPANY else LEAST)) & (np.abs(odds) >= SMALL)
        known[kind] = unique[kept]
        rates[kind] = np.clip(np.rint(STEPS * odds[kept]), -127, 127).astype(np.int8)
    return Rates(known, rates)


def picked(asked: Mapping[str, npt.NDArray[np.uint32]], at: npt.NDArray[np.bool_]) -> dict[str, npt.NDArray[np.uint32]]:
    """The keys of the tokens ``at`` alone."""
    return {kind: found[at] for kind, found in asked.items()}


def with_rates(tokens: Tokens, fold: Ints) -> Floats:
    """Features and :func:`rates_apart`."""
    return np.concatenate([tokens.values, rates_apart(tokens, fold)], axis=1)


def rates_apart(tokens: Tokens, fold: Ints) -> Floats:
    """The rates of each token, counted without its own fold (-1: left out of all counting)."""
    out = np.zeros((len(tokens.labels), len(KINDS)), np.float32)
    for number in np.unique(fold):
        mine, others = fold == number, (fold != number) & (fold >= 0)
        rates = rates_of(picked(tokens.keys, others), tokens.labels[others])
        out[mine] = rates.columns(picked(tokens.keys, mine))
    return out


def train_judge(tokens: Tokens, of_row: Ints, plan: Plan) -> tuple[WordJudge, Floats]:
    """A word judge trained on the rows whose fold ``of_row`` is not negative, and log-odds for all tokens.

    Those of the rows trained on come from judges that did not see their fold.
    """
    fold = of_row[tokens.row]
    trees, answers = _trained_apart(with_rates(tokens, fold), tokens.labels, fold, plan)
    used = fold >= 0
    return WordJudge(trees, rates_of(picked(tokens.keys, used), tokens.labels[used])), answers


def _trained_apart(columns: Floats, labels: Floats, fold: Ints, plan: Plan) -> tuple[Trees, Floats]:
    """Trees that learned from all tokens of a fold, and log-odds for all tokens, each by trees that did not see its fold."""
    used = fold >= 0
    whole = train(columns[used], labels[used], plan)
    answers = np.zeros(len(fold), np.float32)
    answers[~used] = whole.logits(columns[~used])
    for number in range(int(fold.max()) + 1):
        mine, others = fold == number, used & (fold != number)
        answers[mine] = train(columns[others], labels[others], plan).logits(columns[mine])
    return whole, answers


def seen_again(rows: Sequence[Evidence], pack_path: Path, rough: RoughJudge, apart: Sequence[Floats | None]) -> Floats:
    """What the judges read at second sight of all tokens of the rows, which hold what each said of them at first sight.

    ``apart`` has, of each row that the judge of rough texts learned from, the log-odds to be taken instead of its own.
    """
    fit = fit_of(rows, open_pack(pack_path))
    unseen = {id(row): said for row, said in zip(rows, apart, strict=True) if said is not None}

    def opinion(matrix: Floats, flat: Flat, asked: Keys, document: Ints) -> Floats:
        said = np.split(rough.logits(matrix, flat, asked, document), np.cumsum(flat.lengths)[:-1])
        return np.concatenate([unseen.get(id(row), own) for row, own in zip(flat.rows, said, strict=True)])

    parts = (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
    return np.concatenate([looked_again(part, fit, opinion)[0] for part in parts])


def train_again(judge: WordJudge, tokens: Tokens, again: Floats, of_row: Ints, plan: Plan) -> tuple[WordJudge, Floats]:
    """The judge with a second look, from :func:`seen_again`; folds and answers as in :func:`train_judge`."""
    fold = of_row[tokens.row]
    columns = np.concatenate([again, rates_apart(tokens, fold)], axis=1)
    second, answers = _trained_apart(columns, tokens.labels, fold, plan)
    return replace(judge, second=second), answers
