"""The evidence about each target token as numbers: one row a token, the same columns for every text.

Columns follow what is known to carry word-level quality estimation with classical features (WMT QE shared-task baselines;
OpenKiwi, Kepler et al. 2019; Specia et al. 2018, "Quality Estimation for Machine Translation", ch. 3): lexical support both
ways, language-model context, frequency and language of the word, its shape, repetition, and the sentence around it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.judge.flat import Columns, Flat, Ints
from mtqa.text.lexicon import zipf
from mtqa.text.view import View, per_view

Floats = npt.NDArray[np.float32]

LOWEST = -6.0
"""What an impossible log10 probability counts as."""

WINDOW = ("support", "back", "lm", "gain", "order", "zipf", "punct", "function")
"""Columns whose values of the two tokens before and after are given too."""


def features(rows: Sequence[Evidence]) -> tuple[Flat, Columns]:
    """The feature columns of all target tokens of ``rows`` (segments without tokens add none)."""
    flat, columns = Flat.of(rows), Columns()
    for part in (_model, _lexicon, _word, _repetition, _sentence):
        part(flat, columns)
    for name in WINDOW:
        for by in (-2, -1, 1, 2):
            columns.add(f"{name}{by:+d}", flat.shift(columns.values[name], by))
    return flat, columns


def known_features(rows: Sequence[Evidence]) -> Floats:
    """Shape (tokens, columns): those of :func:`features`, as the judge found them where it has been asked."""
    found = [row.features for row in rows if row.features is not None]
    return np.concatenate(found) if len(found) == len(rows) else features(rows)[1].matrix()


def _log(values: Floats) -> Floats:
    return np.asarray(np.log10(np.maximum(values, 10.0**LOWEST)), np.float32)


def _model(flat: Flat, columns: Columns) -> None:
    """Language model: the token in its context, and what it does to the two after it."""
    logprob = [np.asarray(row.logprob, np.float32) for row in flat.rows]
    lm = np.maximum(flat.join([part[:-1] for part in logprob]), LOWEST)
    unigram = np.maximum(flat.join([row.unigram for row in flat.rows]), LOWEST)
    order = flat.join([row.order[:-1] for row in flat.rows])
    after = np.maximum(flat.join([part[1:] for part in logprob]), LOWEST)
    order_after = flat.join([row.order[1:] for row in flat.rows])
    columns.add("lm", lm)
    columns.add("unigram", unigram)
    columns.add("gain", lm - unigram)
    columns.add("order", order)
    columns.add("lm_after", after)
    columns.add("gain_after", after - flat.shift(unigram, 1))
    columns.add("order_after", order_after)
    columns.add("order_after2", flat.shift(order_after, 1))
    columns.add("lm_low3", np.minimum(np.minimum(lm, after), flat.shift(after, 1)))


def _lexicon(flat: Flat, columns: Columns) -> None:
    """Lexical tables both ways: which source token supports the token, and how it lies to the neighbours' ones."""
    columns.add("support", _log(flat.join([row.support for row in flat.rows])))
    origin = flat.join([row.support_from for row in flat.rows])
    columns.add("supported", origin >= 0)
    covered_by = flat.join_ints([row.coverage_from for row in flat.rows])
    there = covered_by >= 0
    place = (covered_by + np.repeat(flat.starts, [len(row.coverage_from) for row in flat.rows]))[there]
    columns.add("back", _log(_back(flat, place, flat.join([row.coverage for row in flat.rows])[there])))
    columns.add("pointing", np.minimum(3, np.bincount(place, minlength=len(flat.position))))
    lengths = np.repeat([max(1, len(row.source.tokens)) for row in flat.rows], flat.lengths)
    share = flat.position / np.maximum(1, flat.lengths[flat.segment])
    columns.add("shift", np.where(origin >= 0, origin / lengths - share, 0))
    before, behind = flat.shift(origin, -1, -1.0), flat.shift(origin, 1, -1.0)
    columns.add("jump_before", np.where((origin >= 0) & (before >= 0), np.clip(origin - before, -9, 9), 0))
    columns.add("jump_after", np.where((origin >= 0) & (behind >= 0), np.clip(behind - origin, -9, 9), 0))


def _back(flat: Flat, place: Ints, coverage: Floats) -> Floats:
    """Per target token the highest p(source token | it); ``place``: the target token by which each source token is covered.

    How many point to a token is a column of its own.
    """
    out = np.zeros(len(flat.position), np.float32)
    np.maximum.at(out, place, coverage)
    return out


def _word(flat: Flat, columns: Columns) -> None:
    """The word alone: frequency in both languages, shape, whether the source has it too."""
    target_lang = flat.rows[0].target.lang.partition("-")[0] if flat.rows else ""
    source_lang = flat.rows[0].source.lang.partition("-")[0] if flat.rows else ""
    frequency = flat.per_type(lambda word: zipf(word, target_lang) if word[0].isalpha() else 3.0)
    foreign = flat.per_type(lambda word: zipf(word, source_lang) if source_lang and word[0].isalpha() else 0.0)
    functions = flat.rows[0].target.language.function_words if flat.rows else frozenset()
    columns.add("zipf", frequency)
    columns.add("foreign", foreign)
    columns.add("foreign_gain", foreign - frequency)
    columns.add("unseen", frequency <= 0)
    columns.add("length", flat.per_type(lambda word: min(20, len(word))))
    columns.add("capital", flat.per_type(lambda word: word[0].isupper()))
    columns.add("upper", flat.per_type(lambda word: len(word) > 1 and word.isupper()))
    columns.add("punct", flat.per_type(lambda word: not word[0].isalnum()))
    columns.add("number", flat.per_type(lambda word: word[0].isdigit()))
    columns.add("function", flat.per_type(lambda word: word.lower() in functions))
    columns.add("copied", flat.join([_copied(row) for row in flat.rows]))
    columns.add("similar", flat.join([_similar(row) for row in flat.rows]))


def _copied(row: Evidence) -> list[bool]:
    there = _texts(row.source)
    return [token.text in there for token in row.target.tokens]


@per_view
def _texts(view: View) -> frozenset[str]:
    return frozenset(token.text for token in view.tokens)


def _similar(row: Evidence) -> Floats:
    """How much each token looks like the source token most like it (Jaro-Winkler, 0..1)."""
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.process import cdist

    targets, sources = row.target.lower, row.source.words
    if not targets or not sources:
        return np.zeros(len(targets), np.float32)
    known: dict[str, float] = row.source.kept.setdefault(_similar, {})
    new = [word for word in row.target.words if word not in known]
    if new:
        alike = cdist(new, list(sources), scorer=JaroWinkler.normalized_similarity, dtype=np.float32)
        known.update(zip(new, alike.max(1).tolist(), strict=True))
    return np.array([known[word] for word in targets], np.float32)


def _repetition(flat: Flat, columns: Columns) -> None:
    """How shortly before the word stood already."""
    columns.add("repeated", flat.join([_repeated(row) for row in flat.rows]))


def _repeated(row: Evidence) -> list[float]:
    words, out = row.target.lower, []
    last: dict[str, int] = {}
    for at, word in enumerate(words):
        out.append(1.0 / (at - last[word]) if word in last and word[0].isalpha() else 0.0)
        last[word] = at
    return out


def _sentence(flat: Flat, columns: Columns) -> None:
    """The sentence around the word: length, place, and the means of what was said of its words."""
    lengths = flat.lengths[flat.segment]
    sources = np.array([len(row.source.tokens) for row in flat.rows], np.float32)[flat.segment]
    columns.add("tokens", np.log(np.maximum(1, lengths)))
    columns.add("ratio", np.log(np.maximum(1, lengths) / np.maximum(1, sources)))
    columns.add("place", flat.position / np.maximum(1, lengths))
    columns.add("first", flat.position == 0)
    columns.add("from_end", np.minimum(5, lengths - 1 - flat.position))
    columns.add("similarity", np.nan_to_num(np.array([row.similarity for row in flat.rows])[flat.segment]))
    for name in ("lm", "gain", "support", "supported", "back", "unseen", "copied"):
        columns.add(f"mean_{name}", flat.mean(columns.values[name]))
    covered = np.array([float(np.mean(_log(row.coverage))) if len(row.coverage) else LOWEST for row in flat.rows])
    columns.add("mean_coverage", covered[flat.segment])
