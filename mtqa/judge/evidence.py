"""What speaks for and against each word of a translation, gathered once a batch for scores and checks alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mtqa.data import Opinion, Segment
from mtqa.encode.base import Encoder
from mtqa.knowledge.dictionary import exact_links, stem_links
from mtqa.pack.base import Pack
from mtqa.text.view import View, Views, key_of

if TYPE_CHECKING:
    from mtqa.judge.model import QualityModel

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

WRITTEN = 0.2
"""The probability that a rendering in the hand-written dictionary counts as."""

LITTLE = 0.01
"""The probability below which a word counts as not accounted for."""

_NO_FLOATS: Floats = np.zeros(0, np.float32)
_NO_INTS: Ints = np.zeros(0, np.int32)


@dataclass
class Evidence:
    """About one segment; arrays have one entry a token of ``target`` (n) or ``source`` (m) and are empty without a pack.

    logprob: (n + 1,) log10 p(token | the tokens before), the last for the end of the sentence
    order: (n + 1,) length of the n-gram that number came from
    unigram: (n,) log10 p(token) without context
    support: (n,) the highest p(target token | source token); support_from: (n,) which source token, -1 for none
    coverage: (m,) the highest p(source token | target token); coverage_from: (m,) which target token, -1 for none
    similarity: cosine of the two sentence vectors, NaN without an encoder or a source
    risk: (n,) chance that a reviewer marks the token, empty before :func:`mtqa.judge.judge` asked a quality model
    edits: (n,) likewise the chance that a post-editor changes it
    features: (n, columns) what both were told from at first sight (:mod:`mtqa.judge.features`); None before
    rough: (n,) chance that the token is wrong were this a rough text, from this segment alone; empty where no such judge is
    looks: (n, 2) both chances at first sight, the reviewer's first
    known: (n, columns) what else the judge of rough texts reads of the row by itself, of grammar last; None where not asked
    model: that quality model
    opinions: what judges that the user named say of the target's words
    """

    target: View
    source: View
    logprob: Floats = field(default_factory=lambda: _NO_FLOATS)
    order: Ints = field(default_factory=lambda: _NO_INTS)
    unigram: Floats = field(default_factory=lambda: _NO_FLOATS)
    support: Floats = field(default_factory=lambda: _NO_FLOATS)
    support_from: Ints = field(default_factory=lambda: _NO_INTS)
    coverage: Floats = field(default_factory=lambda: _NO_FLOATS)
    coverage_from: Ints = field(default_factory=lambda: _NO_INTS)
    similarity: float = float("nan")
    risk: Floats = field(default_factory=lambda: _NO_FLOATS)
    edits: Floats = field(default_factory=lambda: _NO_FLOATS)
    rough: Floats = field(default_factory=lambda: _NO_FLOATS)
    features: Floats | None = field(default=None, repr=False)
    looks: Floats = field(default_factory=lambda: np.zeros((0, 2), np.float32), repr=False)
    known: Floats | None = field(default=None, repr=False)
    model: QualityModel | None = field(default=None, repr=False)
    opinions: tuple[Opinion, ...] = ()

    @property
    def has_model(self) -> bool:
        """Whether a language model of the target's language spoke."""
        return len(self.unigram) == len(self.target.tokens) > 0

    @property
    def has_lexicon(self) -> bool:
        """Whether a lexical table of the pair spoke."""
        return len(self.support) == len(self.target.tokens) > 0 and len(self.coverage) > 0


def gather(segments: Sequence[Segment], *, pack: Pack | None = None, encoder: Encoder | None = None) -> list[Evidence]:
    """The evidence about each of ``segments``, which are all of one pair of languages."""
    view = Views()
    out = [
        Evidence(
            view(key_of(segment, "target")),
            view(key_of(segment, "source")),
        )
        for segment in segments
    ]
    if pack is not None and out:
        _ask_model(out, pack, segments[0].target_lang)
        _ask_lexicon(out, pack, segments[0].source_lang, segments[0].target_lang)
    if encoder is not None and out:
        _ask_encoder(out, encoder)
    return out


def _ask_model(rows: list[Evidence], pack: Pack, lang: str) -> None:
    if lang.partition("-")[0] not in (pack.source, pack.target):
        return
    model = pack.model(lang.partition("-")[0])
    texts = [row.target.forms for row in rows]
    answers = zip(model.score(texts), model.order(texts), model.unigram(texts), strict=True)
    for row, (logprob, order, unigram) in zip(rows, answers, strict=True):
        row.logprob, row.order, row.unigram = logprob, order, unigram


def _ask_lexicon(rows: list[Evidence], pack: Pack, source_lang: str, target_lang: str) -> None:
    pair = (source_lang.partition("-")[0], target_lang.partition("-")[0])
    if set(pair) != {pack.source, pack.target}:
        return
    sources, targets = [row.source.lower for row in rows], [row.target.lower for row in rows]
    forward = pack.lexicon(*pair).support(sources, targets)
    backward = pack.lexicon(*reversed(pair)).support(targets, sources)
    for row, (support, support_from), (coverage, coverage_from) in zip(rows, forward, backward, strict=True):
        row.support, row.support_from = support, support_from
        row.coverage, row.coverage_from = coverage, coverage_from
        _ask_dictionary(row)


def _ask_dictionary(row: Evidence) -> None:
    """Raise the support of words that the hand-written dictionary knows to stand for each other."""
    thin, bare = (row.support < WRITTEN).tolist(), (row.coverage < WRITTEN).tolist()
    for source, target in exact_links(row.source, row.target):
        if thin[target]:
            thin[target], row.support[target], row.support_from[target] = False, WRITTEN, source
        if bare[source]:
            bare[source], row.coverage[source], row.coverage_from[source] = False, WRITTEN, target
    uncovered = _thin(row.coverage, row.source)
    unsupported = _thin(row.support, row.target) if uncovered else []
    if unsupported:
        for source, target in stem_links(row.source, row.target, uncovered, unsupported):
            _raise_support(row, source, target)


def _thin(support: Floats, view: View) -> list[int]:
    """The words that hardly anything on the other side stands for."""
    return [at for at in np.flatnonzero(support < LITTLE).tolist() if view.tokens[at].is_word]


def _raise_support(row: Evidence, source: int, target: int) -> None:
    if row.support[target] < WRITTEN:
        row.support[target], row.support_from[target] = WRITTEN, source
    if row.coverage[source] < WRITTEN:
        row.coverage[source], row.coverage_from[source] = WRITTEN, target


def _ask_encoder(rows: list[Evidence], encoder: Encoder) -> None:
    there = [row for row in rows if row.source.text.strip() and row.target.text.strip()]
    if not there:
        return
    places: dict[str, int] = {}
    targets, sources = (
        [places.setdefault(view.masked, len(places)) for view in views]
        for views in ([row.target for row in there], [row.source for row in there])
    )
    vectors = encoder.encode(list(places))
    for row, value in zip(there, np.einsum("ij,ij->i", vectors[targets], vectors[sources]), strict=True):
        row.similarity = float(value)
