"""What a judge of the user's is: pairs in, a score each out, and for some judges a risk a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from mtqa.data import Range

Floats = npt.NDArray[np.float64]

BATCH = 32
"""Pairs that a model reads at once."""

SCORE_DECIMALS, RISK_DECIMALS = 2, 4
"""Decimals of scores (0-100) and risks (0-1): a model's further ones change with the pairs that it reads beside."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Source and target as they were read, both with words; ``words`` are the ranges of the target's."""

    source: str
    target: str
    words: tuple[Range, ...] = ()


OLD_HOUSE = "The house is very old."
PROBES = (
    Pair(OLD_HOUSE, "Das Haus ist sehr alt."), Pair("Das Haus ist sehr alt.", OLD_HOUSE),
    Pair(OLD_HOUSE, "La maison est très vieille."), Pair(OLD_HOUSE, "La casa es muy vieja."),
    Pair(OLD_HOUSE, "Дом очень старый."), Pair(OLD_HOUSE, "这座房子很旧。"),
)  # fmt: skip
"""What every judge is asked when it is loaded: good translations, of which a judge of any of these languages likes some."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """0-100, higher is better, NaN where the judge cannot tell; ``risks``: chance of each word to be wrong, NaN unread.

    ``risks`` is empty for a judge that says nothing of words.
    """

    score: float
    risks: tuple[float, ...] = ()


class Judge(Protocol):
    """A model that was loaded."""

    name: str
    """The end of its column, ``score.<name>``: the folder's name, or the model's without its owner."""

    said: str
    """What kind of judge it is and which libraries ran it, for reports."""

    limit: float
    """How many tokens of a pair it reads."""

    def estimate(self, pairs: Sequence[Pair]) -> list[Estimate]:
        """An estimate a pair, in order; the same whatever else is asked in one call."""

    def length(self, pair: Pair) -> int:
        """How many tokens the pair has for this judge."""


def short_name(name: str) -> str:
    """The name without its owner."""
    return name.rstrip("/").rpartition("/")[2]


def limit_of(tokenizer: Any, model: Any) -> float:
    """The most tokens that tokenizer and position embeddings allow; infinite where neither says.

    RoBERTa and its kin lose the first positions, up to that of the padding (transformers, ``modeling_roberta.py``).
    """
    limits = [float(tokenizer.model_max_length)]
    places = getattr(model.config, "max_position_embeddings", None)
    if isinstance(places, int) and places > 0:
        limits.append(float(places - _lost_places(model)))
    limit = min(limits)
    return limit if limit < 1e9 else float("inf")


def _lost_places(model: Any) -> int:
    for module in model.modules():
        padding = getattr(module, "padding_idx", None)
        if isinstance(padding, int) and hasattr(module, "position_embeddings"):
            return padding + 1
    return 0


def token_count(tokenizer: Any, pair: Pair) -> int:
    """How many tokens the pair has, uncut."""
    return len(tokenizer(pair.source, pair.target, truncation=False, verbose=False)["input_ids"])


def in_batches(
    pairs: Sequence[Pair], length: Callable[[Pair], int], read: Callable[[list[Pair]], list[Estimate]]
) -> list[Estimate]:
    """What ``read`` says of each pair, asked in batches of like length, the longest first; equal pairs are asked once."""
    distinct = list(dict.fromkeys(pairs))
    order = sorted(distinct, key=lambda pair: (-length(pair), pair.source, pair.target))
    found: dict[Pair, Estimate] = {}
    for batch in _cut(order):
        found.update(zip(batch, read(batch), strict=True))
    return [found[pair] for pair in pairs]


def _cut(pairs: list[Pair]) -> Iterator[list[Pair]]:
    for start in range(0, len(pairs), BATCH):
        yield pairs[start : start + BATCH]


def libraries() -> str:
    """The libraries that run a judge, with their versions."""
    from importlib.metadata import version

    return ", ".join(f"{name} {version(name)}" for name in ("sentence-transformers", "transformers", "torch"))
