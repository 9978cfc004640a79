"""The evidence about a whole segment as numbers: one row a segment, three groups of columns.

``adequacy`` looks across the languages, ``fluency`` at the target alone, ``risk`` sums up what the word judge said.
The two first are kept apart on purpose: a score that means one thing has to be built from evidence about that thing.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.judge.features import LOWEST
from mtqa.judge.flat import Columns, Flat
from mtqa.lang.base import language
from mtqa.text.lexicon import zipf
from mtqa.text.negation import known, negations, says_no
from mtqa.text.remembered import Remembered
from mtqa.text.view import View, per_view

Floats = npt.NDArray[np.float32]

CONTENT_ZIPF = 6.2
"""Words more frequent than this carry grammar rather than content."""

UNKNOWN = np.full(1, np.nan, np.float32)
"""The chances of a segment of which none is known."""

REMEMBERED = 200_000
"""Words whose weight is kept, a language."""


def adequacy_columns(rows: Sequence[Evidence]) -> Columns:
    """Cross-lingual evidence: sentence vectors, coverage of each side's content by the other, numbers, length."""
    columns = Columns()
    columns.add("similarity", [row.similarity if row.similarity == row.similarity else 0.0 for row in rows])
    covered = _coverages([(row.source, row.coverage) for row in rows])
    supported = _coverages([(row.target, row.support) for row in rows])
    columns.add("covered", [mean for mean, _ in covered])
    columns.add("lost", [low for _, low in covered])
    columns.add("supported", [mean for mean, _ in supported])
    columns.add("added", [low for _, low in supported])
    columns.add("numbers", [_numbers_kept(row) for row in rows])
    columns.add("names", [_names_kept(row) for row in rows])
    columns.add("negation", [_negation_kept(row) for row in rows])
    ratio = np.log([max(1, len(row.target.text)) / max(1, len(row.source.text)) for row in rows])
    columns.add("ratio", np.abs(ratio - 0.1))
    return columns


@per_view
def content_weights(view: View) -> Floats:
    """Per token how much content it carries: 0 for grammar words and marks, more for rarer words (at most 1)."""
    return np.array(list(map(_weights(view.lang).__getitem__, view.lower)), np.float32)


@cache
def _weights(lang: str) -> Remembered[float]:
    functions = language(lang).function_words
    return Remembered(partial(_weight, lang=lang.partition("-")[0], functions=functions), REMEMBERED)


def _weight(word: str, lang: str, functions: Container[str]) -> float:
    """How much content the lower-case word carries."""
    if not (word[0].isalpha() or word[0].isdigit()) or word in functions:
        return 0.0
    return min(1.0, max(0.15, (CONTENT_ZIPF - (zipf(word, lang) or 2.0)) / 3.5))


def _coverages(sides: Sequence[tuple[View, Floats]]) -> list[tuple[float, float]]:
    """(weighted mean, share of the weight left without support) of each side's content; (1, 0) where it has none."""
    probability = np.concatenate([given for _, given in sides]) if sides else np.zeros(0, np.float32)
    level = 1 - np.log10(np.maximum(probability, 1e-3)) / -3
    missing = (probability < 1e-3).astype(np.float32)
    out, end = [], 0
    for view, given in sides:
        start, end = end, end + len(given)
        out.append(_coverage(content_weights(view), level[start:end], missing[start:end]))
    return out


def _coverage(weights: Floats, level: Floats, missing: Floats) -> tuple[float, float]:
    total = float(np.add.reduce(weights))
    if total <= 0 or len(level) != len(weights):
        return 1.0, 0.0
    return float(weights @ level / total), float(weights @ missing / total)


def _numbers_kept(row: Evidence) -> float:
    """Share of the digits-only numbers that both sides have, 1 where there are none."""
    source, target = _digits(row.source), _digits(row.target)
    return len(source & target) / len(source | target) if source or target else 1.0


@per_view
def _digits(view: View) -> set[str]:
    """The digits of each number."""
    return {"".join(filter(str.isdigit, word)) for word in view.words if word[0].isdigit()}


def _names_kept(row: Evidence) -> float:
    """Share of the source's capitalised rare words (past the first) whose first three letters the target has."""
    names = _name_heads(row.source)
    if not names:
        return 1.0
    heads = {word[:3] for word in row.target.words}
    return sum(name in heads for name in names) / len(names)


@per_view
def _name_heads(view: View) -> list[str]:
    """The first three letters of each capitalised rare word past the first."""
    lang = view.lang.partition("-")[0]
    return [
        low[:3] for token, low in zip(view.tokens[1:], view.lower[1:], strict=True)
        if len(low) > 3 and token.text[0].isupper() and zipf(low, lang) < 4.0
    ]  # fmt: skip


def _negation_kept(row: Evidence) -> float:
    """0 where one side says no and the other in no way does, else 1; 1 too where that is not known of a language."""
    if not known((row.source.lang, row.target.lang)):
        return 1.0
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
    modelled = [row for row in rows if row.has_model]
    found = iter(_fluencies(modelled))
    parts = [next(found) if row.has_model else (0.0,) * 6 for row in rows]
    for at, name in enumerate(("slor", "low", "surprise", "unseen", "backoff", "repeated")):
        columns.add(name, [part[at] for part in parts])
    lengths = [max(1, len(row.target.tokens)) / sentences_in(row.target) for row in rows]
    columns.add("length", np.log(lengths))
    return columns


def _fluencies(rows: Sequence[Evidence]) -> Iterator[tuple[float, ...]]:
    """All but the length, for rows that a language model spoke about; all of one language."""
    flat = Flat.of(rows)
    surprise = np.maximum(flat.join([row.logprob[:-1] for row in rows]), LOWEST)
    gain = surprise - np.maximum(flat.join([row.unigram for row in rows]), LOWEST)
    lang = rows[0].target.lang.partition("-")[0] if rows else ""
    words = flat.per_type(lambda text: text[0].isalpha()) > 0
    unseen = flat.per_type(lambda text: text[0].isalpha() and not zipf(text, lang)) > 0
    backed = flat.join([row.order[:-1] for row in rows]) <= 1
    for row, start, count in zip(rows, flat.starts.tolist(), flat.lengths.tolist(), strict=True):
        own = slice(start, start + count)
        yield (
            _mean(gain[own]), _lowest(gain[own][words[own]], count // 8), _mean(surprise[own]),
            np.count_nonzero(unseen[own]) / count, np.count_nonzero(backed[own]) / count,
            _repetitions(row.target) / count,
        )  # fmt: skip


def _mean(values: Floats) -> float:
    """What ``values.mean()`` gives, in a third of its time."""
    return float(np.add.reduce(values) / len(values))


def _lowest(values: Floats, count: int) -> float:
    """The mean of the lowest ``count`` values, of one at least; 0 where there are none."""
    return _mean(np.sort(values)[: max(1, count)]) if len(values) else 0.0


def _repetitions(view: View) -> int:
    """How many words follow themselves."""
    if len(view.words) == len(view.lower):
        return 0
    return sum(one == other and one.isalpha() for one, other in pairwise(view.lower))


def risk_columns(rows: Sequence[Evidence]) -> Columns:
    """What the word judges said, summed up over the segment; NaN where one was not asked.

    A paragraph is judged as its sentences are on average: judges of sentences never saw as much to be wrong in one.
    """
    counts = np.array([sentences_in(row.target) for row in rows], np.intp)
    columns = Columns()
    for name in ("risk", "edits", "rough"):
        chances = [part for row, count in zip(rows, counts, strict=True) for part in _parts(getattr(row, name), count)]
        for label, values in _summed_up(chances).items():
            columns.add(f"{name}_{label}", _averaged(values, counts))
    for name in ("target", "source"):
        lengths = [max(1, len(getattr(row, name).text)) for row in rows]
        columns.add(f"{name}_length", np.log(lengths) - np.log(counts))
    return columns


def _summed_up(chances: Sequence[Floats]) -> dict[str, Floats]:
    """The columns about the chances of some sentences, each with its highest first."""
    sums = np.array([np.add.reduce(chance) for chance in chances], np.float32)
    means = (sums / np.array([len(chance) for chance in chances])).astype(np.float32)
    return {
        "mean": means,
        "log": np.log(means + np.float32(1e-3)),
        "highest": np.array([chance[0] for chance in chances], np.float32),
        "top3": np.array([_mean(chance[:3]) for chance in chances], np.float32),
        "quarter": np.array([_mean(chance[: max(1, len(chance) // 4)]) for chance in chances], np.float32),
        "expected": np.log1p(sums),
    }


def _parts(chances: Floats, count: int) -> list[Floats]:
    """The chances of a segment's tokens in as many parts, each sorted."""
    return [_descending(part) for part in np.array_split(chances, count)] if count > 1 else [_descending(chances)]


def _averaged(values: Floats, counts: npt.NDArray[np.intp]) -> Floats:
    """The means of ``counts`` values after each other."""
    if len(values) == len(counts):
        return values
    return np.asarray(np.add.reduceat(values, np.cumsum(counts) - counts) / counts, np.float32)


LONG, SENTENCE = 40, 8
"""Tokens from which a text may be a paragraph, and those that its sentences have on average at least."""
QUOTES = frozenset("\"'„“”‚‘’«»‹›")


@per_view
def sentences_in(view: View) -> int:
    """How many sentences a text has that is long enough to be a paragraph; 1 for any other."""
    if len(view.tokens) < LONG:
        return 1
    tokens = [token.text for token in view.tokens if token.text not in QUOTES]
    ends = sum(one in ".!?…" and other[0].isupper() for one, other in pairwise(tokens))
    return max(1, min(ends + 1, len(tokens) // SENTENCE))


def _descending(chances: Floats) -> Floats:
    return np.sort(chances)[::-1] if len(chances) else UNKNOWN


def quality_columns(rows: Sequence[Evidence]) -> Floats:
    """Shape (segments, columns): all evidence about a segment, the word judges' sums included."""
    parts = (adequacy_columns(rows), fluency_columns(rows), risk_columns(rows))
    return np.concatenate([part.matrix() for part in parts], axis=1)
