"""The quality model of a pack: the word judges, and how their evidence becomes scores.

A folder ``quality`` with ``model.safetensors`` (trees and rates) and ``scores.json`` (regressions and what they were
fitted on). There are three word judges, because people who judge do three different things: post-editors change what they
would say otherwise (``edits``), reviewers of good engines mark what is wrong (``marks``), and in a rough text nearly every
fourth word is (``rough``). The first two look at the cheap evidence, then all three at all of it: ``rough`` knowing what the
others said, and these again knowing what it said.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.errors import PackError
from mtqa.judge.evidence import Evidence
from mtqa.judge.features import features
from mtqa.judge.flat import beside
from mtqa.judge.rates import Rates, company_keys, keys
from mtqa.judge.rough import RoughJudge, fit_of, looked_again, numbered, rough_matrix
from mtqa.judge.trees import Trees, probability
from mtqa.lang.base import short
from mtqa.pack.base import Pack
from mtqa.pack.load import open_pack

Floats = npt.NDArray[np.float32]

GENERIC = "de-en"
"""The pack whose quality model serves packs that have none: the features are the same for every pair."""


ROWS = 500
"""How many rows are looked at again at once: bounds the memory that it takes."""

ROUGH = "rough."
"""What the names of a direction's judge of rough texts begin with, the direction after it."""


def _directions(tensors: Mapping[str, Any]) -> list[str]:
    """The directions that have a judge of rough texts; the first one serves those that have none."""
    found = {name.removeprefix(ROUGH).partition(".")[0] for name in tensors if name.startswith(ROUGH)}
    if not found:
        raise KeyError(f"{ROUGH}*")
    return sorted(found, reverse=True)


@dataclass(frozen=True)
class Regression:
    """``value = clip((columns - mean) / scale, -4, 4) @ weights + bias``, one row a segment.

    A column in which nothing is known of a segment counts as average.
    """

    mean: Floats
    scale: Floats
    weights: Floats
    bias: float

    def value(self, columns: Floats) -> Floats:
        """Shape (segments,)."""
        inputs = np.nan_to_num(np.clip((columns - self.mean) / self.scale, -4, 4))
        return np.asarray(inputs @ self.weights + self.bias, np.float32)

    @classmethod
    def of(cls, table: dict[str, Any]) -> Regression:
        """From the lists in ``scores.json``."""
        mean, scale, weights = (np.array(table[name], np.float32) for name in ("mean", "scale", "weights"))
        return cls(mean, scale, weights, float(table["bias"]))


@dataclass(frozen=True)
class WordJudge:
    """What one kind of judge is likely to do with each word: at first sight, and knowing what all judges say at first sight."""

    trees: Trees
    rates: Rates
    second: Trees | None = None

    def logits(self, evidence: Floats, asked: Mapping[str, npt.NDArray[np.uint32]]) -> Floats:
        """Shape (tokens,) of log-odds at first sight, from the feature columns and the keys of the rates."""
        return self.trees.logits(beside(evidence, self.rates.columns(asked)))

    def tensors(self, prefix: str) -> dict[str, npt.NDArray[np.generic]]:
        """The parts by name, for a safetensors file."""
        second = self.second.tensors(f"{prefix}.second", np.float16) if self.second is not None else {}
        return {**self.trees.tensors(prefix), **self.rates.tensors(prefix), **second}

    @classmethod
    def of(cls, tensors: dict[str, npt.NDArray[np.generic]], prefix: str) -> WordJudge:
        """The judge whose parts :meth:`tensors` named with that prefix."""
        has_second = f"{prefix}.second.bias" in tensors
        second = Trees.of(tensors, f"{prefix}.second") if has_second else None
        return cls(Trees.of(tensors, prefix), Rates.of(tensors, prefix), second)


def judge_words(rows: Sequence[Evidence], edits: WordJudge, marks: WordJudge) -> list[Evidence]:
    """Fill what is seen of each row at first sight, and with it ``edits`` and ``risk``.

    Those are returned whose words a language model and a lexical table spoke about; the others stay as they are.
    """
    judged = [row for row in rows if row.has_model and row.has_lexicon]
    if not judged:
        return []
    flat, columns = features(judged)
    evidence, asked = columns.by_column(), keys(flat)
    looks = np.stack([probability(judge.logits(evidence, asked)) for judge in (marks, edits)], axis=1)
    for row, start, length in zip(judged, flat.starts, flat.lengths, strict=True):
        own = slice(start, start + length)
        row.looks, row.features = looks[own], evidence[own]
        row.risk, row.edits = looks[own, 0].copy(), looks[own, 1].copy()
        row.known, row.rough = None, np.zeros(0, np.float32)
    return judged


def _direction(row: Evidence) -> str:
    return f"{short(row.source.lang)}-{short(row.target.lang)}"


@dataclass(frozen=True)
class QualityModel:
    """Everything the judge learned from people's judgments."""

    edits: WordJudge
    marks: WordJudge
    rough: Mapping[str, RoughJudge]
    adequacy: Regression
    fluency: Regression
    quality: Regression

    @classmethod
    def load(cls, folder: Path) -> QualityModel:
        """The model in ``folder``; PackError where it is damaged."""
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        try:
            tensors = load_file(folder / "model.safetensors")
            about = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
            adequacy, fluency, quality = (Regression.of(about[name]) for name in ("adequacy", "fluency", "quality"))
            edits, marks = (WordJudge.of(tensors, name) for name in ("edits", "marks"))
            rough = {name: RoughJudge.of(tensors, f"{ROUGH}{name}") for name in _directions(tensors)}
            return cls(edits, marks, rough, adequacy, fluency, quality)
        except (OSError, ValueError, KeyError, SafetensorError) as error:
            raise PackError(
                f"{folder}: expected a quality model, found {error}; install mtqa or the pack again."
            ) from error

    def judge(self, rows: Sequence[Evidence], pack: Pack) -> None:
        """Fill ``risk`` and ``edits`` of each row whose words a language model and a lexical table spoke about.

        Where there is a judge of rough texts for the pair, both know what it says of the row by itself: learned from other
        texts, with other marks, it sees what reviewers and editors have too few examples of.
        """
        judged = judge_words(rows, self.edits, self.marks)
        rough = self._rough_of(judged, pack)
        seconds = self.marks.second, self.edits.second
        if rough is None or seconds[0] is None or seconds[1] is None:
            return
        fit = fit_of(judged, pack)
        for start in range(0, len(judged), ROWS):
            rows = judged[start : start + ROWS]
            columns, asked, flat = looked_again(rows, fit, rough.logits)
            risk, edits = (
                probability(trees.logits(beside(columns, rates.columns(asked))))
                for trees, rates in ((seconds[0], self.marks.rates), (seconds[1], self.edits.rates))
            )
            for row, first, length in zip(rows, flat.starts, flat.lengths, strict=True):
                own = slice(first, first + length)
                row.risk, row.edits = risk[own], edits[own]

    def _rough_of(self, rows: Sequence[Evidence], pack: Pack) -> RoughJudge | None:
        """The judge of rough texts of the rows' own pair of languages."""
        if not rows or not (pack.path / "encoder").is_dir():
            return None
        return self.rough.get(_direction(rows[0]))

    def suspicions(self, rows: Sequence[Evidence], pack: Pack, documents: Sequence[str] = ()) -> list[Floats]:
        """Per row the chance that each token is wrong, if the text is a rough one; empty where nothing can be told.

        ``documents`` names the document of each row (one for all, if left out); rows are in reading order.
        """
        names = documents or [""] * len(rows)
        told = [(row, name) for row, name in zip(rows, names, strict=True)
                if len(row.looks) and len(row.looks) == len(row.target.tokens)]  # fmt: skip
        judged = [row for row, _ in told]
        found: dict[int, Floats] = {}
        if judged and (pack.path / "encoder").is_dir():
            own = [name for _, name in told]
            flat, matrix = rough_matrix(judged, fit_of(judged, pack), own)
            rough = self.rough.get(_direction(judged[0])) or next(iter(self.rough.values()))
            chance = probability(rough.logits(matrix, flat, company_keys(flat), numbered(own, flat)))
            parts = np.split(chance, np.cumsum(flat.lengths)[:-1])
            found = {id(row): part for row, part in zip(judged, parts, strict=True)}
        return [found.get(id(row), np.zeros(0, np.float32)) for row in rows]


@cache
def _load(folder: Path) -> QualityModel:
    return QualityModel.load(folder)


def quality_model(pack: Pack) -> QualityModel:
    """The pack's own quality model, or the shipped one where it has none."""
    own = pack.path / "quality"
    return _load(own if own.is_dir() else open_pack(GENERIC).path / "quality")
