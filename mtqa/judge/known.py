"""What the written knowledge says about each target word, also where it is not sure enough for a finding.

A rule of :mod:`mtqa.knowledge` is broken when four things come together: its words stand in the source, a cue tells that
its meaning is meant, nothing excuses the wrong rendering, and no right one is there. Where some of that is missing the
wrong rendering is still likelier wrong than another word, and a word that some row calls right is likelier right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.knowledge.match import accused, approving, company, wrong_places
from mtqa.knowledge.pattern import Choice, find_in, possible
from mtqa.knowledge.right import Place, has_right
from mtqa.knowledge.rules import Rule
from mtqa.knowledge.table import alternatives
from mtqa.text.view import View, per_view

Floats = npt.NDArray[np.float32]

COLUMNS = ("broken", "uncued", "excused", "outdone", "approved", "approved_cued", "likeness", "unlikeness", "elsewhere")
"""Rules that call the token wrong: without a doubt, without the cue they want, in company that excuses it, beside a right
rendering; rules that call it right, all of them and those whose company is there; how much the sentence's words are like
the cues of a rule that calls it wrong, and like its excuses (highest cosines); and whether a cue stands in the sentences
around."""
COUNTED = 6
"""The first columns are numbers of rules, at most :data:`MOST`."""
MOST = 3
ACCUSING = 4
"""How many of them, the first ones, speak against a token."""

Words = frozenset[str]
Vectors = Callable[[Sequence[str]], Floats]
"""Words -> their vectors at length 1, shape (words, dimensions)."""


def rule_columns(row: Evidence, vectors: Vectors | None = None, around: Words = frozenset()) -> Floats:
    """Shape (tokens, len(COLUMNS)): what the rules say about each token.

    ``around``: texts and dictionary forms of the words in the source's neighbouring sentences.
    """
    out = np.zeros((len(row.target.tokens), len(COLUMNS)), np.float32)
    rules = accused(row.source, row.target)
    if rules:
        _accuse(rules, row, out, _Company(row.source, vectors, around))
    _approve(approving(row.source, row.target), row, out)
    out[:, :COUNTED] = np.minimum(out[:, :COUNTED], MOST)
    return out


class _Company:
    """How like a source sentence, and the sentences around it, are to a rule's cues and excuses."""

    def __init__(self, source: View, vectors: Vectors | None, around: Words) -> None:
        self.source = source
        self.words = _content(source)
        self.vectors = vectors
        self.around = around

    @cached_property
    def _own(self) -> Floats | None:
        """The vectors of the sentence's words, for the first rule that asks."""
        return self.vectors(self.words) if self.vectors and self.words else None

    def like(self, rule: Rule, column: str, own: Sequence[str]) -> float:
        """:meth:`_like` of a column of the rule; the source keeps the answer."""
        known, key = _likenesses(self.source), (rule, column, self.vectors is None)
        if key not in known:
            known[key] = self._like(rule.cells[column], own)
        return known[key]

    def _like(self, cues: str, own: Sequence[str]) -> float:
        """The highest cosine of any word of the sentence but ``own`` with any one-word cue of the cell; 0 without one."""
        single = _single(cues)
        if not single or self._own is None or self.vectors is None:
            return 0.0
        kept = [at for at, word in enumerate(self.words) if word not in own]
        return float((self._own[kept] @ self.vectors(single).T).max(initial=0.0)) if kept else 0.0

    def has_around(self, cues: Choice) -> bool:
        """Whether all words of any cue stand in the sentences around."""
        return bool(self.around) and any(possible(cue, self.around) for _, cue in cues.among(self.around))


@per_view
def _likenesses(_source: View) -> dict[tuple[Rule, str, bool], float]:
    """How like its words are to the cues of rules: many targets may be held against it."""
    return {}


@per_view
def _content(source: View) -> list[str]:
    """The dictionary forms of the source's words that are no grammar words, each once."""
    functions = source.language.function_words
    return [word for word in dict.fromkeys(source.bases) if word[0].isalpha() and word not in functions]


@lru_cache(1 << 14)
def _single(cell: str) -> tuple[str, ...]:
    """The cues of a cell that are one word."""
    cues = (text.lstrip("=~").lower() for text in alternatives(cell))
    return tuple(cue for cue in cues if cue.isalpha())


def _accuse(rules: Mapping[Rule, Sequence[int]], row: Evidence, out: Floats, company_of: _Company) -> None:
    for rule, wrong in rules.items():
        first = _first(rule, row.source)
        places = wrong_places(map(rule.rendering, wrong), row.target) if first else []
        if first is None or not places:
            continue
        (start, end), cued, excused = first
        own = row.source.bases[start:end]
        like = 1.0 if cued else company_of.like(rule, "cues", own)
        unlike = 1.0 if excused else company_of.like(rule, "unless", own)
        elsewhere = cued or company_of.has_around(rule.cues)
        for begin, stop in places:
            column = 2 if excused else 1 if not cued else 3 if has_right(rule, row.target, (begin, stop)) else 0
            out[begin:stop, column] += 1
            for at, value in enumerate((like, unlike, float(elsewhere)), COUNTED):
                if value:
                    out[begin:stop, at] = np.maximum(out[begin:stop, at], value)


def _approve(rules: Mapping[Rule, int], row: Evidence, out: Floats) -> None:
    target = row.target
    for rule, times in rules.items():
        first = _first(rule, row.source)
        if first is not None:
            _, cued, excused = first
            places = {at for word in rule.right_words & target.said for at in target.places[word]}
            for at in places:
                out[at, 4] += times
                out[at, 5] += times * (cued and not excused)


First = tuple[Place, bool, bool]
"""The first place of a rule's words in the source, whether a cue of the rule stands near it, and whether an excuse does."""


def _first(rule: Rule, source: View) -> First | None:
    known = _firsts(source)
    if rule not in known:
        known[rule] = _found(rule, source)
    return known[rule]


@per_view
def _firsts(_source: View) -> dict[Rule, First | None]:
    """What was asked of the source before: many targets may be held against it."""
    return {}


def _found(rule: Rule, source: View) -> First | None:
    place = next(find_in(rule.pattern, source), None)
    return None if place is None else (place, *company(rule, place, source))
