"""The quality model of a pack: the word judge's networks, and how its evidence becomes scores.

A folder ``quality`` with ``model.safetensors`` (weights), ``words.tsv`` (words that are marked more or less often than
others) and ``scores.json`` (regressions and what they were fitted on).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.errors import PackError
from mtqa.judge.evidence import Evidence
from mtqa.judge.features import Flat, features
from mtqa.judge.network import Network, probability
from mtqa.pack.base import Pack
from mtqa.pack.load import open_pack

Floats = npt.NDArray[np.float32]

REACH = 3
"""How many neighbours on each side the second network reads."""

GENERIC = "de-en"
"""The pack whose quality model serves packs that have none: the features are the same for every pair."""


@dataclass(frozen=True)
class Regression:
    """``value = clip((columns - mean) / scale, -4, 4) @ weights + bias``, one row a segment."""

    mean: Floats
    scale: Floats
    weights: Floats
    bias: float

    def value(self, columns: Floats) -> Floats:
        """Shape (segments,)."""
        return np.asarray(np.clip((columns - self.mean) / self.scale, -4, 4) @ self.weights + self.bias, np.float32)

    @classmethod
    def of(cls, table: dict[str, Any]) -> Regression:
        """From the lists in ``scores.json``."""
        mean, scale, weights = (np.array(table[name], np.float32) for name in ("mean", "scale", "weights"))
        return cls(mean, scale, weights, float(table["bias"]))


@dataclass(frozen=True)
class QualityModel:
    """Everything the judge learned from people's judgments."""

    word: Network
    context: Network
    rates: dict[str, float]
    adequacy: Regression
    fluency: Regression
    quality: Regression

    @classmethod
    def load(cls, folder: Path) -> QualityModel:
        """The model in ``folder``; PackError where it is damaged."""
        from safetensors.numpy import load_file

        try:
            tensors = load_file(folder / "model.safetensors")
            about = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
            lines = (folder / "words.tsv").read_text(encoding="utf-8").splitlines()
            rates = {word: int(rate) / 50 for word, rate in (line.split("\t") for line in lines)}
            adequacy, fluency, quality = (Regression.of(about[name]) for name in ("adequacy", "fluency", "quality"))
            word, context = Network.of(tensors, "word"), Network.of(tensors, "context")
            return cls(word, context, rates, adequacy, fluency, quality)
        except (OSError, ValueError, KeyError) as error:
            raise PackError(
                f"{folder}: expected a quality model, found {error}; install mtqa or the pack again."
            ) from error

    def judge(self, rows: Sequence[Evidence]) -> None:
        """Fill ``risk`` of each row whose words a language model and a lexical table spoke about."""
        judged = [row for row in rows if row.has_model and row.has_lexicon]
        if not judged:
            return
        flat, columns = features(judged, self.rates)
        logits = self.word.logits(columns.matrix())
        risk = probability(self.context.logits(neighbours(flat, logits)))
        for row, start, length in zip(judged, flat.starts, flat.lengths, strict=True):
            row.risk = risk[start : start + length]


def neighbours(flat: Flat, logits: Floats) -> Floats:
    """Shape (tokens, 2 * REACH + 2): a token's log-odds, those around it, and its segment's mean."""
    around = [flat.shift(logits, by, -2.0) for by in range(-REACH, REACH + 1)]
    return np.stack([*around, flat.mean(logits)], axis=1)


@cache
def _load(folder: Path) -> QualityModel:
    return QualityModel.load(folder)


def quality_model(pack: Pack) -> QualityModel:
    """The pack's own quality model, or the shipped one where it has none."""
    own = pack.path / "quality"
    return _load(own if own.is_dir() else open_pack(GENERIC).path / "quality")
