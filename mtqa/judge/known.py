"""What the written knowledge says about each target word, also where it is not sure enough for a finding.

A rule of :mod:`mtqa.knowledge` is broken when four things come together: its words stand in the source, a cue tells that
its meaning is meant, nothing excuses the wrong rendering, and no right one is there. Where some of that is missing the
wrong rendering is still likelier wrong than another word, and a word that some row calls right is likelier right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.knowledge.match import company, has_right, wrong_places
from mtqa.knowledge.pattern import Pattern, find, possible
from mtqa.knowledge.rules import Rule, buckets
from mtqa.knowledge.table import alternatives
from mtqa.lang.base import short
from mtqa.text.view import View

Floats = npt.NDArray[np.float32]

COLUMNS = ("broken", "uncued", "excused", "outdone", "approved", "approved_cued", "likeness", "unlikeness", "elsewhere")
"""Rules that call the token wrong: without a doubt, without the cue they want, in company that excuses it, beside a right
rendering; rules that call it right, all of them and those whose company is there; how much the sentence's words are like
the cues of a rule that calls it wrong, and like its excuses (highest cosines); and whether a cue stands in the sentences
around."""
COUNTED = 6
"""The first columns are numbers of rules, at most :data:`MOST`."""
MOST = 3

Words = frozenset[str]
Vectors = Callable[[Sequence[str]], Floats]
"""Words -> their vectors at length 1, shape (words, dimensions)."""


def rule_columns(row: Evidence, vectors: Vectors | None = None, around: Words = frozenset()) -> Floats:
    """Shape (tokens, len(COLUMNS)): what the rules say about each token.

    ``around``: texts and dictionary forms of the words in the source's neighbouring sentences.
    """
    out = np.zeros((len(row.target.tokens), len(COLUMNS)), np.float32)
    index = buckets(short(row.source.lang), short(row.target.lang))
    if index:
        spoken = row.source.said
        company_of = _Company(row.source, vectors, around)
        seen: set[Rule] = set()  # a rule stands under each form of its word
        for word in sorted(index.keys() & spoken):
            _accuse(
                {
                    rule: list(map(rule.rendering, wrong))
                    for rule, wrong in index[word].triggered(row.target.said).items()
                    if rule not in seen
                },
                spoken,
                row,
                out,
                company_of,
            )
            _approve([rule for rule in index[word].rules if rule not in seen], spoken, row, out)
            seen.update(index[word].rules)
    out[:, :COUNTED] = np.minimum(out[:, :COUNTED], MOST)
    return out


class _Company:
    """How like a source sentence, and the sentences around it, are to a rule's cues and excuses."""

    def __init__(self, source: View, vectors: Vectors | None, around: Words) -> None:
        functions = source.language.function_words
        self.words = [word for word in dict.fromkeys(source.bases) if word[0].isalpha() and word not in functions]
        self.vectors = vectors
        self.around = around
        self._own = vectors(self.words) if vectors and self.words else None

    def like(self, cues: Sequence[str], own: Sequence[str]) -> float:
        """The highest cosine of any word of the sentence but ``own`` with any one-word cue; 0 where there is none."""
        single = [cue for cue in (text.lstrip("=~").lower() for text in cues) if cue.isalpha()]
        if not single or self._own is None or self.vectors is None:
            return 0.0
        kept = [at for at, word in enumerate(self.words) if word not in own]
        return float((self._own[kept] @ self.vectors(single).T).max(initial=0.0)) if kept else 0.0

    def has_around(self, cues: Sequence[Pattern]) -> bool:
        """Whether all words of any cue stand in the sentences around."""
        return bool(self.around) and any(possible(cue, self.around) for cue in cues)


def _accuse(
    rules: Mapping[Rule, list[Pattern]], spoken: Words, row: Evidence, out: Floats, company_of: _Company
) -> None:
    for rule, wrong in rules.items():
        for place in _source_places(rule, spoken, row.source):
            cued, excused = company(rule, place, row.source)
            own = row.source.bases[place[0] : place[1]]
            like = 1.0 if cued else company_of.like(alternatives(rule.cells["cues"]), own)
            unlike = 1.0 if excused else company_of.like(alternatives(rule.cells["unless"]), own)
            elsewhere = cued or company_of.has_around(rule.cues)
            for first, last in wrong_places(wrong, row.target):
                column = 2 if excused else 1 if not cued else 3 if has_right(rule, row.target, (first, last)) else 0
                out[first:last, column] += 1
                for at, value in enumerate((like, unlike, float(elsewhere)), COUNTED):
                    out[first:last, at] = np.maximum(out[first:last, at], value)
            break


def _approve(rules: Iterable[Rule], spoken: Words, row: Evidence, out: Floats) -> None:
    for rule in rules:
        if rule.right_words.isdisjoint(row.target.said):
            continue
        places = [at for at, base in enumerate(row.target.bases)
                  if base in rule.right_words or row.target.lower[at] in rule.right_words]  # fmt: skip
        for place in _source_places(rule, spoken, row.source):
            cued, excused = company(rule, place, row.source)
            out[places, 4] += 1
            out[places, 5] += cued and not excused
            break


def _source_places(rule: Rule, spoken: Words, source: View) -> Iterator[tuple[int, int]]:
    if possible(rule.pattern, spoken):
        yield from find(rule.pattern, source.lower, source.bases)
