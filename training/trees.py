"""Training of :class:`mtqa.judge.trees.Trees` by CatBoost, seeded, on one thread, and their translation."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.judge.trees import Trees

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Plan:
    """How to train: ``borders`` questions a column at most; ``ridge`` the L2 weight on leaves.

    Each tree sees a share of the ``rows``, and each of its questions a share of the ``columns``.
    """

    trees: int = 200
    depth: int = 6
    rate: float = 0.1
    ridge: float = 5.0
    borders: int = 48
    rows: float = 1.0
    columns: float = 1.0
    seed: int = 0


def train(values: Floats, labels: Floats, plan: Plan, weights: Floats | None = None) -> Trees:
    """Trees that give each row of ``values`` (rows, columns) the log-odds of its label in 0..1."""
    from catboost import CatBoostClassifier

    model = CatBoostClassifier(
        **({"bootstrap_type": "Bernoulli", "subsample": plan.rows} if plan.rows < 1 else {}), rsm=plan.columns,
        iterations=plan.trees, depth=plan.depth, learning_rate=plan.rate, l2_leaf_reg=plan.ridge,
        border_count=plan.borders, loss_function="CrossEntropy", boosting_type="Plain", random_seed=plan.seed,
        thread_count=1, verbose=0, allow_writing_files=False,
    )  # fmt: skip
    model.fit(values, labels, sample_weight=weights)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(path, format="json")
        return translated(json.loads(path.read_text(encoding="utf-8")), plan.depth)


def translated(model: dict[str, Any], depth: int) -> Trees:
    """CatBoost's JSON as arrays; trees that stopped early are filled up with a question that nothing passes."""
    trees = model["oblivious_trees"]
    column = np.zeros((len(trees), depth), np.int16)
    border = np.full((len(trees), depth), np.inf, np.float32)
    leaves = np.zeros((len(trees), 2**depth), np.float32)
    scale, (bias,) = model["scale_and_bias"]
    for number, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"] or []):
            column[number, level] = split["float_feature_index"]
            border[number, level] = split["border"]
        values = np.asarray(tree["leaf_values"], np.float32) * scale
        leaves[number, : len(values)] = values
    return Trees(column, border, leaves, np.array([bias], np.float32))
