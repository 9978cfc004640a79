"""Train the word judge and the scores of a pack from people's judgments.

    OMP_NUM_THREADS=1 python -m training.train_judge --data ../shared/data/qe --pack mtqa/packs/de-en

Two small networks: one reads a token's features, the other what the first one says of the token and its neighbours (out of
fold, by document or source sentence). Gradient boosting on the same features is no better once a network has learned from
its answers (MLQE dev word MCC .263 against .258), so it is left out. MLQE dev, WMT22 and the bio sets are never trained on.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

from mtqa.judge.evidence import Evidence, gather
from mtqa.judge.features import Flat, features
from mtqa.judge.model import neighbours
from mtqa.judge.network import Network
from mtqa.pack.load import open_pack
from training.judged import Judged, load
from training.network import Plan, train

Floats = npt.NDArray[np.float32]
SETS = {"mlqe-pe.en-de": 1.0, "wmt20-mqm-newstest2020.en-de": 0.3, "wmt21-mqm-ted.en-de": 0.3}
"""Training set -> weight of a token: the MQM sets mark sparsely and repeat their sources."""
FOLDS = 4
BATCH = 1000


@dataclass
class Tokens:
    """All training tokens, laid end to end."""

    values: Floats
    labels: Floats
    weights: Floats
    fold: npt.NDArray[np.int64]
    words: list[str]
    flats: list[Flat]


def judged_sets(folder: Path) -> Iterator[tuple[Judged, float]]:
    """The training records and the weight of their tokens."""
    for name, weight in SETS.items():
        for item in load(folder / f"{name}.jsonl.gz"):
            if item.split != "dev":
                yield item, weight


def evidence_of(items: Sequence[Judged], pack_path: Path) -> list[Evidence]:
    """The evidence about each record, a batch at a time."""
    pack = open_pack(pack_path)
    out: list[Evidence] = []
    for start in range(0, len(items), BATCH):
        part = [item.segment for item in items[start : start + BATCH]]
        out += gather(part, pack=pack, encoder=pack.encoder())
    return out


def word_rates(words: Sequence[str], labels: Floats, least: int = 3, prior: float = 4.0) -> dict[str, float]:
    """Word -> smoothed log-odds of being marked, minus the average's."""
    seen: Counter[str] = Counter(words)
    bad: Counter[str] = Counter()
    for word, label in zip(words, labels.tolist(), strict=True):
        bad[word] += label
    base = float(labels.mean())
    zero = np.log(base / (1 - base))
    return {
        word: float(np.log((bad[word] + prior * base) / (count - bad[word] + prior * (1 - base))) - zero)
        for word, count in seen.items()
        if count >= least
    }


def lay_out(items: Sequence[tuple[Judged, float]], rows: Sequence[Evidence]) -> tuple[Tokens, dict[str, float]]:
    """Features of all tokens, with each word's rate taken from the other folds only; and the rates of all folds."""
    groups = {group: number for number, group in enumerate(dict.fromkeys(item.group for item, _ in items))}
    fold = np.random.default_rng(0).permutation(len(groups)) % FOLDS
    of_row = np.array([fold[groups[item.group]] for item, _ in items])
    lengths = np.array([len(row.target.tokens) for row in rows])
    fold_of = np.repeat(of_row, lengths)
    words = [word for row in rows for word in row.target.lower]
    labels = np.concatenate([item.bad for item, _ in items]).astype(np.float32)
    values, flats = [], []
    tables = [_rates_without(words, labels, fold_of, number) for number in range(FOLDS)]
    order = np.argsort(of_row, kind="stable")
    for number in range(FOLDS):
        mine = [rows[at] for at in order if of_row[at] == number]
        for start in range(0, len(mine), BATCH):
            flat, columns = features(mine[start : start + BATCH], tables[number])
            values.append(columns.matrix())
            flats.append(flat)
    weights = np.repeat([items[at][1] for at in order], lengths[order]).astype(np.float32)
    ordered = np.concatenate([items[at][0].bad for at in order]).astype(np.float32)
    tokens = Tokens(np.concatenate(values), ordered, weights, np.repeat(of_row[order], lengths[order]), words, flats)
    return tokens, word_rates(words, labels)


def _rates_without(words: list[str], labels: Floats, fold: npt.NDArray[np.int64], number: int) -> dict[str, float]:
    keep = np.flatnonzero(fold != number)
    return word_rates([words[at] for at in keep], labels[keep])


def train_word(tokens: Tokens) -> tuple[Network, Network]:
    """The two networks; the second learns from the first one's out-of-fold answers."""
    plan = Plan(hidden=128, epochs=6, batch=2048, rate=2e-3, dropout=0.3)
    answers = np.zeros(len(tokens.labels), np.float32)
    for number in range(FOLDS):
        kept = tokens.fold != number
        network = train(tokens.values[kept], tokens.labels[kept], tokens.weights[kept], plan)
        answers[~kept] = network.logits(tokens.values[~kept])
        print(f"fold {number + 1} of {FOLDS}", flush=True)
    ends = np.cumsum([int(flat.lengths.sum()) for flat in tokens.flats])
    around = [neighbours(flat, answers[end - int(flat.lengths.sum()) : end])
              for flat, end in zip(tokens.flats, ends, strict=True)]  # fmt: skip
    second = train(
        np.concatenate(around), tokens.labels, tokens.weights, Plan(hidden=32, epochs=5, batch=2048, rate=2e-3)
    )
    return train(tokens.values, tokens.labels, tokens.weights, plan), second


def main() -> None:
    """Train and write ``quality/model.safetensors`` and ``quality/words.tsv``; scores come from train_scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pack", type=Path, required=True)
    options = parser.parse_args()
    items = list(judged_sets(options.data))
    tokens, rates = lay_out(items, evidence_of([item for item, _ in items], options.pack))
    print(f"{len(items)} segments, {len(tokens.labels)} tokens, {tokens.values.shape[1]} features", flush=True)
    word, context = train_word(tokens)
    folder = options.pack / "quality"
    folder.mkdir(exist_ok=True)
    save_file({**word.tensors("word"), **context.tensors("context")}, folder / "model.safetensors")
    lines = [f"{word}\t{round(50 * rate)}" for word, rate in sorted(rates.items()) if abs(rate) >= 0.1]
    (folder / "words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
