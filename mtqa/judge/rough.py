"""The judge of rough texts: how likely each word is wrong, were its document a rough one.

Documents that prove rough are judged by it; of all others it tells the judges of good texts what it sees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.judge.features import known_features
from mtqa.judge.fit import SENSE_COLUMNS, VECTOR_COLUMNS, Fit
from mtqa.judge.flat import Flat, Ints, beside
from mtqa.judge.grammar import grammar_columns
from mtqa.judge.known import ACCUSING, COLUMNS, rule_columns
from mtqa.judge.neighbours import document_columns, neighbour_columns
from mtqa.judge.rates import Rates, company_keys
from mtqa.judge.trees import Trees, log_odds, probability
from mtqa.pack.base import Pack

Floats = npt.NDArray[np.float32]
Keys = Mapping[str, npt.NDArray[np.uint32]]
Opinion = Callable[[Floats, Flat, Keys, Ints], Floats]
"""What a judge of rough texts says, as :meth:`RoughJudge.logits` does."""

AROUND = 3
"""How many sentences before and behind are looked at for what a text is about."""

FITS = len(VECTOR_COLUMNS) + len(SENSE_COLUMNS)
RULES = slice(FITS, FITS + len(COLUMNS))
ACCUSED = slice(FITS, FITS + ACCUSING)
"""Where, of what is known of a row, the rules' columns are, and those of them that speak against a token."""


@dataclass(frozen=True)
class RoughJudge:
    """A first look at each word, and a second one that knows what the first said of its neighbours and its document."""

    first: Trees
    rates: Rates
    second: Trees

    def logits(self, matrix: Floats, flat: Flat, asked: Keys, document: Ints) -> Floats:
        """Shape (tokens,) of log-odds, from :func:`rough_matrix`, the keys of the rates and the number of each one's document."""
        columns = beside(matrix, self.rates.columns(asked))
        return self.second.logits(second_columns(self.first.logits(columns), columns, flat, document))

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[np.generic]]:
        """The parts by name, for a safetensors file; leaves in half precision, of which no answer moves by a thousandth."""
        return {
            **self.first.tensors(f"{prefix}.first", np.float16), **self.rates.tensors(f"{prefix}.rates"),
            **self.second.tensors(f"{prefix}.second", np.float16),
        }  # fmt: skip

    @classmethod
    def of(cls, tensors: dict[str, npt.NDArray[np.generic]], prefix: str) -> RoughJudge:
        """The judge whose parts :meth:`tensors` named with that prefix."""
        first, second = (Trees.of(tensors, f"{prefix}.{name}") for name in ("first", "second"))
        return cls(first, Rates.of(tensors, f"{prefix}.rates"), second)


def second_columns(first: Floats, columns: Floats, flat: Flat, document: Ints) -> Floats:
    """What the second look reads: the first one's answers around and in the document, and all that the first one read."""
    return beside(neighbour_columns(first, flat), document_columns(first, flat, document), columns)


def looked_again(rows: Sequence[Evidence], fit: Fit, rough: Opinion) -> tuple[Floats, Keys, Flat]:
    """What reviewers' and editors' judges read at second sight, one row a target token; the keys of their rates; the tokens.

    What each of the three judges said first of the token and its neighbours, and all that the judge of rough texts reads, whose
    answer becomes the rows' ``rough``. Each row stands by itself: its quality does not change with the segments around it.
    """
    flat, matrix = rough_matrix(rows, fit)
    asked = company_keys(flat)
    opinion = rough(matrix, flat, asked, flat.segment)
    for row, chance in zip(rows, np.split(probability(opinion), np.cumsum(flat.lengths)[:-1]), strict=True):
        row.rough = chance
    looks = log_odds(np.concatenate([row.looks for row in rows]))
    around = (neighbour_columns(said, flat) for said in (looks[:, 1], looks[:, 0], opinion))
    return beside(*around, matrix), asked, flat


def numbered(names: Sequence[str], flat: Flat) -> Ints:
    """The number of each token's document, from the name of each row's."""
    numbers = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return np.repeat([numbers[name] for name in names], flat.lengths)


def fit_of(rows: Sequence[Evidence], pack: Pack) -> Fit:
    """How well words fit, for rows of one pair of languages."""
    return Fit(pack, pack.encoder(), rows[0].source.lang, rows[0].target.lang)


def rough_matrix(rows: Sequence[Evidence], fit: Fit, documents: Sequence[str] = ()) -> tuple[Flat, Floats]:
    """The columns that the judge of rough texts reads, one row a target token; ``rows`` have been looked at once.

    All are of one pair of languages. ``documents`` names the document of each row, in reading order: what a text is about says
    which sense of a word is meant. Left out, each row stands by itself.
    """
    known = _known(rows, fit)
    if documents:
        known = [_beside(row, own, fit, _around(rows, documents, at))
                 for at, (row, own) in enumerate(zip(rows, known, strict=True))]  # fmt: skip
    return Flat.of(rows), beside(known_features(rows), np.concatenate(known))


def _known(rows: Sequence[Evidence], fit: Fit) -> list[Floats]:
    """What is known of each row by itself, found where it is asked for first: fit, rules, both first looks, grammar."""
    new = [row for row in rows if row.known is None]
    if new:
        flat = Flat.of(new)
        fit.prepare(new)
        parts = (
            fit.columns(new),
            np.concatenate([rule_columns(row, fit.units) for row in new]),
            np.concatenate([row.looks for row in new]),
            grammar_columns(flat),
        )
        together = beside(*parts)
        for row, start, length in zip(new, flat.starts, flat.lengths, strict=True):
            row.known = together[start : start + length]
    return [row.known for row in rows if row.known is not None]  # all of them now


def _beside(row: Evidence, known: Floats, fit: Fit, around: frozenset[str]) -> Floats:
    """What is known of a row that stands in a text; only of a word that a rule speaks against does the text say more."""
    if not around or not known[:, ACCUSED].any():
        return known
    out = known.copy()
    out[:, RULES] = rule_columns(row, fit.units, around)
    return out


def _around(rows: Sequence[Evidence], names: Sequence[str], at: int) -> frozenset[str]:
    """The source words, texts and dictionary forms, of the sentences around in the same document; rows in reading order."""
    near = [*range(max(0, at - AROUND), at), *range(at + 1, min(len(rows), at + 1 + AROUND))]
    return frozenset().union(*(rows[other].source.said for other in near if names[other] == names[at]))
