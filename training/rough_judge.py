"""Training of the judge of rough texts, and its answers about documents that it did not see."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.judge.flat import Flat
from mtqa.judge.model import WordJudge, judge_words
from mtqa.judge.rates import Rates, company_keys
from mtqa.judge.rough import RoughJudge, fit_of, numbered, rough_matrix, second_columns
from mtqa.judge.trees import Trees
from mtqa.pack.load import open_pack
from training.real_texts import marked_ids, real_pairs
from training.rough_texts import GOOD, RoughPair, edited_texts, rough_pairs, translated_stretches
from training.trees import Plan, train
from training.word_judges import evidence_of, picked, rates_of

Floats = npt.NDArray[np.float32]
Keys = Mapping[str, npt.NDArray[np.uint32]]
Ints = npt.NDArray[np.int64]
Text = tuple[str, str]
"""Source and target."""
FIRST = Plan(trees=800, depth=8, rate=0.06, ridge=16.0, rows=0.6, columns=0.3)
SECOND = Plan(trees=500, depth=6, rate=0.06, ridge=10.0, rows=0.6, columns=0.3)
FOLDS = 5
HALVES = 2
"""Into how many parts documents are put for answers about those that a judge did not see: the fewer, the sooner."""


@dataclass(frozen=True)
class Texts:
    """Tokens of texts laid end to end: columns, keys of the rates, labels 0..1, the number of each one's document, its weight."""

    flat: Flat
    matrix: Floats
    keys: Keys
    labels: Floats
    document: Ints
    weight: Floats

    @classmethod
    def of(cls, pairs: Sequence[RoughPair], rows: Sequence[Evidence], pack_path: Path) -> Texts:
        """The pairs with the evidence about them, already judged; documents without a mark count half."""
        names = [pair.document for pair in pairs]
        flat, matrix = rough_matrix(rows, fit_of(rows, open_pack(pack_path)), names)
        marked = {pair.document for pair in pairs if pair.marks}
        weights = [pair.weight if pair.document in marked else GOOD for pair in pairs]
        weight = np.repeat(weights, flat.lengths).astype(np.float32)
        return cls(flat, matrix, company_keys(flat), np.concatenate([pair.labels() for pair in pairs]), numbered(names, flat),
                   weight)  # fmt: skip

    def folds(self, seed: int, count: int = FOLDS) -> Ints:
        """A fold for each token; those of one document share theirs."""
        return (np.random.default_rng(seed).permutation(int(self.document.max()) + 1) % count)[self.document]


@dataclass(frozen=True)
class Trained:
    """A judge of rough texts, and what it says of texts with looks apart, each by itself.

    Those are log-odds of its second look, which learned from these texts too, reading first looks that did not. Folds keep the
    documents whole that sentences were put into, not the articles that they are from.
    """

    judge: RoughJudge
    apart: Mapping[str, Floats]

    def of(self, texts: Iterable[Text]) -> list[Floats | None]:
        """What it says apart of each text, ``None`` of those that it did not learn from."""
        return [self.apart.get(key_of(text)) for text in texts]


def key_of(text: Text) -> str:
    """A short name for a text, the same in every run."""
    return sha256("\t".join(text).encode()).hexdigest()[:16]


def train_rough(
    judges: tuple[WordJudge, WordJudge], data: Path, pack_path: Path, direction: str, looks: Mapping[Text, Floats]
) -> Trained:
    """The judge of rough texts of a direction, from texts with marks and good ones.

    ``looks`` holds what judges say at first sight of texts that they learned from, if they did not.
    """
    pairs = learned_pairs(data, direction)
    rows = evidence_of([pair.segment for pair in pairs], pack_path)
    judge_words(rows, *judges)
    keys = [(pair.source, pair.target) for pair in pairs]
    for key, row in zip(keys, rows, strict=True):
        row.looks = looks.get(key, row.looks)
    texts = Texts.of(pairs, rows, pack_path)
    judge, read = _fitted(texts, np.ones(len(texts.labels), np.bool_))
    if looks.keys().isdisjoint(keys):
        return Trained(judge, {})
    said = judge.second.logits(second_columns(*read, texts.flat, texts.flat.segment))
    each = np.split(said, np.cumsum(texts.flat.lengths)[:-1])
    return Trained(judge, {key_of(key): part for key, part in zip(keys, each, strict=True) if key in looks})


def learned_pairs(data: Path, direction: str) -> list[RoughPair]:
    """All that is learned from: what was written, real engines' errors, what people translated, and what editors changed."""
    return [
        *rough_pairs(direction),
        *real_pairs(data, direction),
        *translated_stretches(data, direction),
        *edited_texts(data, direction, marked_ids("encyclopedia", direction)),
    ]


def fitted(texts: Texts, used: npt.NDArray[np.bool_]) -> RoughJudge:
    """A judge that learns from the tokens ``used`` alone; the second look from first looks that did not see the document."""
    return _fitted(texts, used)[0]


def _fitted(texts: Texts, used: npt.NDArray[np.bool_]) -> tuple[RoughJudge, tuple[Floats, Floats]]:
    """The judge, and of all tokens what the second look learned from: first looks that did not see the document, and columns."""
    columns, fold, labels = _rated(texts, used), texts.folds(seed=3), texts.labels
    first = np.zeros(len(labels), np.float32)

    def look(others: npt.NDArray[np.bool_]) -> Trees:
        return train(columns[others], labels[others], FIRST, texts.weight[others])

    with ThreadPoolExecutor(os.cpu_count()) as threads:  # each model is trained on one thread, for the same bytes
        *looks, whole = threads.map(look, [*(used & (fold != number) for number in range(FOLDS)), used])
    for number, trees in enumerate(looks):
        mine = used & (fold == number)
        first[mine] = trees.logits(columns[mine])
    both = second_columns(first, columns, texts.flat, texts.document)
    second = train(both[used], labels[used], SECOND, texts.weight[used])
    return RoughJudge(whole, _rates(texts, used), second), (first, columns)


def _rated(texts: Texts, used: npt.NDArray[np.bool_]) -> Floats:
    """The columns with rates counted without the own fold."""
    out, fold = np.zeros((len(texts.labels), len(texts.keys)), np.float32), texts.folds(seed=5)
    for number in range(FOLDS):
        mine = fold == number
        out[mine] = _rates(texts, used & ~mine).columns(picked(texts.keys, mine))
    return np.concatenate([texts.matrix, out], axis=1)


def _rates(texts: Texts, used: npt.NDArray[np.bool_]) -> Rates:
    """Counted in rough texts alone."""
    counted = used & (texts.weight >= 1)
    return rates_of(picked(texts.keys, counted), texts.labels[counted])


def unseen(texts: Texts, seed: int = 0, halves: int = HALVES) -> Floats:
    """Log-odds of all tokens by judges that did not see their documents; NaN beyond the first ``halves`` (:func:`half_of`)."""
    out, half = np.full(len(texts.labels), np.nan, np.float32), half_of(texts, seed)
    for number in range(halves):
        mine = half == number
        out[mine] = fitted(texts, ~mine).logits(texts.matrix, texts.flat, texts.keys, texts.document)[mine]
    return out


def half_of(texts: Texts, seed: int = 0) -> Ints:
    """Which of the :data:`HALVES` each token's document is in."""
    return texts.folds(seed, HALVES)
