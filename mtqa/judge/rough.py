"""The judge of rough texts: how likely each word is wrong in a document that has proved rough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtqa.judge.evidence import Evidence
from mtqa.judge.features import known_features
from mtqa.judge.fit import Fit
from mtqa.judge.flat import Flat, Ints
from mtqa.judge.grammar import grammar_columns
from mtqa.judge.known import rule_columns
from mtqa.judge.neighbours import document_columns, neighbour_columns
from mtqa.judge.rates import Rates
from mtqa.judge.trees import Trees
from mtqa.pack.base import Pack

Floats = npt.NDArray[np.float32]

AROUND = 3
"""How many sentences before and behind are looked at for what a text is about."""


@dataclass(frozen=True)
class RoughJudge:
    """A first look at each word, and a second one that knows what the first said of its neighbours and its document."""

    first: Trees
    rates: Rates
    second: Trees

    def logits(self, matrix: Floats, flat: Flat, asked: Mapping[str, npt.NDArray[np.uint32]], document: Ints) -> Floats:
        """Shape (tokens,) of log-odds, from :func:`rough_matrix`, the keys of the rates and the number of each one's document."""
        columns = np.concatenate([matrix, self.rates.columns(asked)], axis=1)
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
    return np.concatenate([neighbour_columns(first, flat), document_columns(first, flat, document), columns], axis=1)


def numbered(names: Sequence[str], flat: Flat) -> Ints:
    """The number of each token's document, from the name of each row's."""
    numbers = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return np.repeat([numbers[name] for name in names], flat.lengths)


def rough_matrix(rows: Sequence[Evidence], pack: Pack, documents: Sequence[str] = ()) -> tuple[Flat, Floats]:
    """The columns that the judge of rough texts reads, one row a target token; ``rows`` have been judged.

    All are of one pair of languages. ``documents`` names the document of each row (one for all, if left out).
    """
    names = documents or [""] * len(rows)
    flat = Flat.of(rows)
    fit = Fit(pack, pack.encoder(), rows[0].source.lang, rows[0].target.lang)
    fit.prepare(rows)
    parts = [
        known_features(rows),
        np.concatenate([fit.columns(row) for row in rows]),
        np.concatenate([rule_columns(row, fit.units, _around(rows, names, at)) for at, row in enumerate(rows)]),
        flat.join([row.risk for row in rows])[:, None],
        flat.join([row.edits for row in rows])[:, None],
        grammar_columns(flat),
    ]
    return flat, np.concatenate(parts, axis=1)


def _around(rows: Sequence[Evidence], names: Sequence[str], at: int) -> frozenset[str]:
    """The source words, texts and dictionary forms, of the sentences around in the same document; rows in reading order."""
    near = [*range(max(0, at - AROUND), at), *range(at + 1, min(len(rows), at + 1 + AROUND))]
    return frozenset().union(*(rows[other].source.said for other in near if names[other] == names[at]))
