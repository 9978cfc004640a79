"""The evidence about a whole segment as numbers: one row a segment, three groups of columns.

``adequacy`` looks across the languages, ``fluency`` at the target alone, ``risk`` sums up what the word judge said.
The two first are kept apart on purpose: a score that means one thing has to be built from evidence about that thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.judge.features import LOWEST
from mtqa.judge.flat import Columns
from mtqa.lang.base import language
from mtqa.text.lexicon import zipf
from mtqa.text.negation import negations, says_no
from mtqa.text.view import View

Floats = npt.NDArray[np.float32]

CONTENT_ZIPF = 6.2
"""Words more frequent than this carry grammar rather than content."""

REMEMBERED = 200_000
"""Words whose weight is kept, a language."""


def adequacy_columns(rows: Sequence[Evidence]) -> Columns:
    """Cross-lingual evidence: sentence vectors, coverage of each side's content by the other, numbers, length."""
    columns = Columns()
    columns.add("similarity", [row.similarity if row.similarity == row.similarity else 0.0 for row in rows])
    covered = [_coverage(row.source, row.coverage) for row in rows]
    supported = [_coverage(row.target, row.support) for row in rows]
    columns.add("covered", [mean for mean, _ in covered])
    columns.add("lost", [low for _, low in covered])
    columns.add("supported", [mean for mean, _ in supported])
    columns.add("added", [low for _, low in supported])
    columns.add("numbers", [_numbers_kept(row) for row in rows])
    columns.add("names", [_names_kept(row) for row in rows])
    columns.add("negation", [_negation_kept(row) for row in rows])
    ratio = [np.log(max(1, len(row.target.text)) / max(1, len(row.source.text))) for row in rows]
    columns.add("ratio", np.abs(np.array(ratio) - 0.1))
    return columns


def content_weights(view: View) -> Floats:
    """Per token how much content it carries: 0 for grammar words and marks, more for rarer words (at most 1)."""
    return np.array(list(map(_weights(view.lang).__getitem__, view.lower)), np.float32)


class _Weights(dict[str, float]):
    """Lower-case word -> weight, found once each; starts afresh when it has grown large."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.lang = lang.partition("-")[0]
        self.functions = language(lang).function_words

    def __missing__(self, word: str) -> float:
        if len(self) >= REMEMBERED:
            self.clear()
        weight = 0.0
        if (word[0].isalpha() or word[0].isdigit()) and word not in self.functions:
            weight = min(1.0, max(0.15, (CONTENT_ZIPF - (zipf(word, self.lang) or 2.0)) / 3.5))
        self[word] = weight
        return weight


@cache
def _weights(lang: str) -> _Weights:
    return _Weights(lang)


def _coverage(view: View, probability: Floats) -> tuple[float, float]:
    """(weighted mean, share of the weight left without support) of a side's content; (1, 0) where it has none."""
    weights = content_weights(view)
    total = float(weights.sum())
    if total <= 0 or len(probability) != len(weights):
        return 1.0, 0.0
    level = 1 - np.log10(np.maximum(probability, 1e-3)) / -3
    return float(weights @ level / total), float(weights @ (probability < 1e-3) / total)


def _numbers_kept(row: Evidence) -> float:
    """Share of the digits-only numbers that both sides have, 1 where there are none."""
    source = {_digits(token.text) for token in row.source.tokens if token.is_number}
    target = {_digits(token.text) for token in row.target.tokens if token.is_number}
    return len(source & target) / len(source | target) if source | target else 1.0


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _names_kept(row: Evidence) -> float:
    """Share of the source's capitalised rare words (past the first) whose first three letters the target has."""
    lang = row.source.lang.partition("-")[0]
    names = [
        low for token, low in zip(row.source.tokens[1:], row.source.lower[1:], strict=True)
        if len(low) > 3 and token.text[0].isupper() and zipf(low, lang) < 4.0
    ]  # fmt: skip
    heads = {word[:3] for word in row.target.lower}
    return sum(name[:3] in heads for name in names) / len(names) if names else 1.0


def _negation_kept(row: Evidence) -> float:
    """0 where one side says no and the other in no way does, else 1."""
    there, here = len(negations(row.source)), len(negations(row.target))
    if bool(there) == bool(here):
        return 1.0
    return float(says_no(row.target if there else row.source))


def fluency_columns(rows: Sequence[Evidence]) -> Columns:
    """Evidence of the target alone: how much context explains its words, and how badly the worst places do.

    ``slor`` is the length-fair score of Pauls and Klein (2012) and Lau et al. (2017): (log p(sentence) - log p of its
    words without context) / length.
    """
    columns = Columns()
    parts = [_fluency(row) for row in rows]
    for at, name in enumerate(("slor", "low", "surprise", "unseen", "backoff", "repeated")):
        columns.add(name, [part[at] for part in parts])
    columns.add("length", [np.log(max(1, len(row.target.tokens))) for row in rows])
    return columns


def _fluency(row: Evidence) -> tuple[float, ...]:
    count = len(row.target.tokens)
    if not row.has_model:
        return (0.0,) * 6
    words = np.array([token.is_word for token in row.target.tokens])
    gain = np.maximum(row.logprob[:-1], LOWEST) - np.maximum(row.unigram, LOWEST)
    worst = np.sort(gain[words])[: max(1, count // 8)] if words.any() else np.zeros(1)
    surprise = np.maximum(row.logprob[:-1], LOWEST)
    lang = row.target.lang.partition("-")[0]
    unseen = [token.is_word and not zipf(token.text, lang) for token in row.target.tokens]
    low = row.target.lower
    repeated = sum(a == b and a.isalpha() for a, b in pairwise(low))
    return (
        float(gain.mean()), float(worst.mean()), float(surprise.mean()), float(np.mean(unseen)),
        float(np.mean(row.order[:-1] <= 1)), repeated / count,
    )  # fmt: skip


def risk_columns(rows: Sequence[Evidence]) -> Columns:
    """What the word judges said, summed up over the segment."""
    columns = Columns()
    for name in ("risk", "edits"):
        chances = [_descending(getattr(row, name)) for row in rows]
        columns.add(f"{name}_mean", [chance.mean() for chance in chances])
        columns.add(f"{name}_log", [np.log(chance.mean() + 1e-3) for chance in chances])
        columns.add(f"{name}_highest", [chance[0] for chance in chances])
        columns.add(f"{name}_top3", [chance[:3].mean() for chance in chances])
        columns.add(f"{name}_quarter", [chance[: max(1, len(chance) // 4)].mean() for chance in chances])
        columns.add(f"{name}_expected", [np.log1p(chance.sum()) for chance in chances])
    columns.add("target_length", [np.log(max(1, len(row.target.text))) for row in rows])
    columns.add("source_length", [np.log(max(1, len(row.source.text))) for row in rows])
    return columns


def _descending(chances: Floats) -> Floats:
    return np.sort(chances)[::-1] if len(chances) else np.zeros(1, np.float32)


def quality_columns(rows: Sequence[Evidence]) -> Floats:
    """Shape (segments, columns): all evidence about a segment, the word judges' sums included."""
    parts = (adequacy_columns(rows), fluency_columns(rows), risk_columns(rows))
    return np.concatenate([part.matrix() for part in parts], axis=1)
