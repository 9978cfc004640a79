"""A judge of whole pairs: a cross-encoder whose head gives one number."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from mtqa.encode.local import loading, model_name
from mtqa.errors import SettingsError
from mtqa.estimate.base import (
    BATCH,
    PROBES,
    SCORE_DECIMALS,
    Estimate,
    Pair,
    in_batches,
    libraries,
    limit_of,
    short_name,
    token_count,
)
from mtqa.estimate.head import missing_parts, refuse_missing

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE = 1.5
"""A judge whose best number for the probes is not above counts from 0 to 1, any other to 100."""


class SentenceJudge:
    """A sentence-transformers CrossEncoder, or a transformers model for sequence classification with one label."""

    def __init__(self, name_or_path: str, *, named_activation: bool) -> None:
        """Load the model; where it names no activation its head's number counts as it is.

        Raises:
            SettingsError: where the model cannot be loaded or gives more than one number.
        """
        full = model_name(name_or_path)
        self.name = short_name(full)
        with loading("judge", name_or_path, "a cross-encoder"):
            from sentence_transformers import CrossEncoder
            from torch import nn

            self._model: Any = CrossEncoder(
                name_or_path, device="cpu", local_files_only=True, model_kwargs={"dtype": "float32"}
            )
            self._activation = self._model.activation_fn if named_activation else nn.Identity()
            refuse_missing(name_or_path, missing_parts(name_or_path, self._model[0].model))
        if self._model.num_labels != 1:
            raise SettingsError(
                f"judge {name_or_path}: expected a head that gives one number, found {self._model.num_labels} labels; "
                "name a regression model."
            )
        self.limit = limit_of(self._model.tokenizer, self._model[0].model)
        if self.limit < float("inf"):
            self._model.max_seq_length = int(self.limit)
        with loading("judge", name_or_path, "a cross-encoder that reads pairs"):
            scale = "0 to 1, times 100" if self._factor > 1 else "as it is"
        self.said = f"{full}: a number a pair ({scale}); {libraries()}"

    def estimate(self, pairs: Sequence[Pair]) -> list[Estimate]:
        """The model's number for each pair, on 0-100 (not cut off there)."""
        return [Estimate(round(each.score * self._factor, SCORE_DECIMALS)) for each in self._raw(pairs)]

    def length(self, pair: Pair) -> int:
        """How many tokens the pair has for this judge."""
        return token_count(self._model.tokenizer, pair)

    @cached_property
    def _factor(self) -> float:
        """100 for a judge that counts from 0 to 1, else 1; a property of the model, whatever it is asked."""
        return 100.0 if max(each.score for each in self._raw(PROBES)) <= ONE else 1.0

    def _raw(self, pairs: Sequence[Pair]) -> list[Estimate]:
        return in_batches(pairs, self.length, self._read)

    def _read(self, pairs: list[Pair]) -> list[Estimate]:
        found = self._model.predict(
            [(pair.source, pair.target) for pair in pairs], batch_size=BATCH, show_progress_bar=False,
            activation_fn=self._activation,
        )  # fmt: skip
        return [Estimate(float(value)) for value in np.asarray(found, np.float64)]
