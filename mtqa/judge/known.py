"""What the written knowledge says about each target word, also where it is not sure enough for a finding.

A rule of :mod:`mtqa.knowledge` is broken when four things come together: its words stand in the source, a cue tells that
its meaning is meant, nothing excuses the wrong rendering, and no right one is there. Where some of that is missing the
wrong rendering is still likelier wrong than another word, and a word that some row calls right is likelier right.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.knowledge.match import company, has_right, wrong_places
from mtqa.knowledge.pattern import find, possible
from mtqa.knowledge.rules import Bucket, Rule, buckets
from mtqa.lang.base import short
from mtqa.text.view import View

Floats = npt.NDArray[np.float32]

COLUMNS = ("broken", "uncued", "excused", "outdone", "approved", "approved_cued")
"""Rules that call the token wrong: without a doubt, without the cue they want, in company that excuses it, beside a right
rendering; and rules that call it right, all of them and those whose company is there."""


def rule_columns(row: Evidence) -> Floats:
    """Shape (tokens, len(COLUMNS)): how many rules say each of :data:`COLUMNS` about the token, at most 3."""
    out = np.zeros((len(row.target.tokens), len(COLUMNS)), np.float32)
    index = buckets(short(row.source.lang), short(row.target.lang))
    if index:
        spoken = frozenset((*row.source.lower, *row.source.bases))
        for word in index.keys() & spoken:
            _accuse(index[word], spoken, row, out)
            _approve(index[word], spoken, row, out)
    return np.minimum(out, 3)


def _accuse(bucket: Bucket, spoken: frozenset[str], row: Evidence, out: Floats) -> None:
    said = frozenset((*row.target.lower, *row.target.bases))
    for rule in bucket.triggered(said):
        for place in _source_places(rule, spoken, row.source):
            cued, excused = company(rule, place, row.source)
            for first, last in wrong_places(rule.wrong, row.target):
                column = 2 if excused else 1 if not cued else 3 if has_right(rule, row.target, (first, last)) else 0
                out[first:last, column] += 1
            break


def _approve(bucket: Bucket, spoken: frozenset[str], row: Evidence, out: Floats) -> None:
    for rule in bucket.rules:
        places = [at for at, base in enumerate(row.target.bases)
                  if base in rule.right_words or row.target.lower[at] in rule.right_words]  # fmt: skip
        if not places:
            continue
        for place in _source_places(rule, spoken, row.source):
            cued, excused = company(rule, place, row.source)
            out[places, 4] += 1
            out[places, 5] += cued and not excused
            break


def _source_places(rule: Rule, spoken: frozenset[str], source: View) -> Iterator[tuple[int, int]]:
    if possible(rule.pattern, spoken):
        yield from find(rule.pattern, source.lower, source.bases)
