"""A judge of words: a token classifier with the labels OK and BAD that reads source and target as a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mtqa.encode.local import loading, model_name
from mtqa.errors import SettingsError
from mtqa.estimate.base import (
    PROBES,
    RISK_DECIMALS,
    SCORE_DECIMALS,
    Estimate,
    Floats,
    Pair,
    in_batches,
    libraries,
    limit_of,
    short_name,
    token_count,
)
from mtqa.estimate.head import refuse_missing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mtqa.data import Range

BAD = frozenset({"BAD", "ERROR", "WRONG", "1", "LABEL_1"})
GOOD = frozenset({"OK", "GOOD", "CORRECT", "0", "LABEL_0"})
TARGET = 1
"""The number of the target within a pair, as tokenizers count."""


class WordJudge:
    """A transformers model for token classification.

    A word's risk is P(BAD) of its first token: the one that has a label in training, whether the others have or not.
    """

    def __init__(self, name_or_path: str) -> None:
        """Load the model.

        Raises:
            SettingsError: where it cannot be loaded, its head is missing, or its labels do not say which one is bad.
        """
        full = model_name(name_or_path)
        self.name = short_name(full)
        with loading("judge", name_or_path, "a token classifier"):
            import torch
            from transformers import AutoModelForTokenClassification, AutoTokenizer

            automatic: Any = AutoModelForTokenClassification
            self._model, info = automatic.from_pretrained(
                name_or_path, local_files_only=True, dtype=torch.float32, output_loading_info=True
            )
            tokenizers: Any = AutoTokenizer
            self._tokenizer: Any = tokenizers.from_pretrained(name_or_path, local_files_only=True, use_fast=True)
        refuse_missing(name_or_path, info["missing_keys"])
        _refuse_slow(name_or_path, fast=self._tokenizer.is_fast)
        self._model.eval()
        self._bad = bad_label(name_or_path, self._model.config.id2label)
        self.limit = limit_of(self._tokenizer, self._model)
        with loading("judge", name_or_path, "a token classifier that reads pairs"):
            self.estimate(PROBES)
        label = self._model.config.id2label[self._bad]
        self.said = f"{full}: a risk a word (label {label}); {libraries()}"

    def estimate(self, pairs: Sequence[Pair]) -> list[Estimate]:
        """100 x (1 - the mean risk of the words that were read), and the risks."""
        return in_batches(pairs, self.length, self._read)

    def length(self, pair: Pair) -> int:
        """How many tokens the pair has for this judge."""
        return token_count(self._tokenizer, pair)

    def _read(self, pairs: list[Pair]) -> list[Estimate]:
        import torch

        cut = {"truncation": True, "max_length": int(self.limit)} if self.limit < float("inf") else {}
        encoded = self._tokenizer(
            [pair.source for pair in pairs], [pair.target for pair in pairs], padding=True, return_tensors="pt",
            return_offsets_mapping=True, **cut,
        )  # fmt: skip
        offsets = encoded.pop("offset_mapping").tolist()
        with torch.inference_mode():
            chances = self._model(**encoded).logits.softmax(-1)[:, :, self._bad].double().numpy()
        return [
            _estimate(pair, _of_target(encoded.sequence_ids(row), offsets[row], chances[row]))
            for row, pair in enumerate(pairs)
        ]


def bad_label(name: str, labels: Mapping[int, str]) -> int:
    """The number of the label that means a wrong word: known by its own name, or as what is left beside a good one's."""
    said = {number: str(label).upper() for number, label in labels.items()}
    bad = [number for number, label in said.items() if label in BAD]
    bad = bad or [number for number in said if any(label in GOOD for at, label in said.items() if at != number)]
    if len(said) != 2 or len(bad) != 1:
        raise SettingsError(
            f"judge {name}: expected two labels such as OK and BAD, found {', '.join(map(str, labels.values()))}; "
            "name another model, or the labels in its config.json (id2label)."
        )
    return bad[0]


def _refuse_slow(name: str, *, fast: bool) -> None:
    if not fast:
        raise SettingsError(
            f"judge {name}: expected a tokenizer that tells the places of its tokens, found none; "
            "save the model with its tokenizer.json."
        )


Place = tuple[int, int, float]


def _of_target(sides: Sequence[int | None], offsets: Sequence[Sequence[int]], chances: Floats) -> list[Place]:
    """Start, end and chance of the target's tokens, in order."""
    found = zip(sides, offsets, chances.tolist(), strict=True)
    return [(start, end, chance) for side, (start, end), chance in found if side == TARGET and end > start]


def _estimate(pair: Pair, places: Sequence[Place]) -> Estimate:
    risks = tuple(_risks(pair.words, places))
    read = [risk for risk in risks if risk == risk]
    return Estimate(round(100 * (1 - float(np.mean(read))), SCORE_DECIMALS) if read else float("nan"), risks)


def _risks(words: Sequence[Range], places: Sequence[Place]) -> list[float]:
    """The chance of each word's first token; NaN for words that were cut off."""
    out, at = [], 0
    for start, end in words:
        while at < len(places) and places[at][1] <= start:
            at += 1
        there = at < len(places) and places[at][0] < end
        out.append(round(places[at][2], RISK_DECIMALS) if there else float("nan"))
    return out
