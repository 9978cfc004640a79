"""Training of :class:`mtqa.judge.network.Network`: Adam on weighted cross-entropy, seeded, numpy only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtqa.judge.network import Network, probability

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Plan:
    """How to train: ``decay`` is weight decay per step, ``dropout`` the share of hidden units left out."""

    hidden: int = 128
    epochs: int = 8
    batch: int = 1024
    rate: float = 1e-3
    decay: float = 1e-4
    dropout: float = 0.2
    seed: int = 0


def train(values: Floats, labels: Floats, weights: Floats, plan: Plan) -> Network:
    """A network that gives each row of ``values`` (rows, columns) the log-odds of its label in 0..1."""
    random = np.random.default_rng(plan.seed)
    mean = np.average(values, 0, weights).astype(np.float32)
    scale = np.sqrt(np.average((values - mean) ** 2, 0, weights)).astype(np.float32)
    scale[scale < 1e-6] = 1.0
    inputs = np.clip((values - mean) / scale, -8, 8)
    columns = values.shape[1]
    base = float(np.average(labels, weights=weights))
    state = [
        (random.standard_normal((columns, plan.hidden)) * np.sqrt(2 / columns)).astype(np.float32),
        np.zeros(plan.hidden, np.float32),
        (random.standard_normal(plan.hidden) * np.sqrt(1 / plan.hidden)).astype(np.float32),
        np.array([np.log(base / (1 - base))], np.float32),
    ]
    _descend(state, inputs, labels, weights / weights.mean(), plan, random)
    return Network(mean, scale, *state)


def _descend(
    state: list[Floats], inputs: Floats, labels: Floats, weights: Floats, plan: Plan, random: np.random.Generator
) -> None:
    first = [np.zeros_like(part) for part in state]
    second = [np.zeros_like(part) for part in state]
    steps = plan.epochs * -(-len(inputs) // plan.batch)
    step = 0
    for _ in range(plan.epochs):
        order = random.permutation(len(inputs))
        for start in range(0, len(order), plan.batch):
            rows = order[start : start + plan.batch]
            step += 1
            rate = plan.rate * min(1.0, step / 200) * max(0.02, 1 - step / steps)
            for at, gradient in enumerate(_gradients(state, inputs[rows], labels[rows], weights[rows], plan, random)):
                first[at] += 0.1 * (gradient - first[at])
                second[at] += 0.001 * (gradient**2 - second[at])
                move = (first[at] / (1 - 0.9**step)) / (np.sqrt(second[at] / (1 - 0.999**step)) + 1e-8)
                state[at] -= (rate * (move + plan.decay * state[at] * (at in (0, 2)))).astype(np.float32)


def _gradients(
    state: list[Floats], x: Floats, y: Floats, weights: Floats, plan: Plan, random: np.random.Generator
) -> list[Floats]:
    hidden = x @ state[0] + state[1]
    alive = (hidden > 0) & (random.random(hidden.shape, np.float32) >= plan.dropout)
    hidden = np.where(alive, hidden / (1 - plan.dropout), 0).astype(np.float32)
    error = (probability(hidden @ state[2] + state[3][0]) - y) * weights / len(x)
    back = np.outer(error, state[2]).astype(np.float32) * alive / (1 - plan.dropout)
    return [x.T @ back, back.sum(0), hidden.T @ error, np.array([error.sum()], np.float32)]
