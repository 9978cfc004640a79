"""Fit adequacy, fluency and quality of a pack, after the word judge (``training.train_judge``).

    OMP_NUM_THREADS=1 python -m training.train_scores --data ../shared/data --pack mtqa/packs/de-en

Adequacy and fluency learn from controlled damage to good pairs, so that each means one thing; quality learns from people's
judgments, put on one scale: DA as it is (0-100), MQM as 100 - 4 x penalty. MLQE dev, WMT22 and the bio sets are not used.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections.abc import Sequence
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.data import Segment
from mtqa.judge.evidence import Evidence, gather
from mtqa.judge.model import QualityModel
from mtqa.judge.network import probability
from mtqa.judge.sentence import adequacy_columns, fluency_columns, quality_columns
from mtqa.pack.load import open_pack
from training.corrupt import Damage, damaged
from training.judged import load
from training.train_judge import BATCH, SETS, evidence_of

Floats = npt.NDArray[np.float32]
SAMPLE = 12_000
GOOD = 0.93
"""What a good sentence gets: nobody's certainty is 1."""


def good_pairs(folder: Path, seed: int = 1) -> list[tuple[str, str]]:
    """A seeded sample of parallel pairs of at least five words a side, everyday language first."""
    with lzma.open(folder / "parallel" / "train.en-de.tsv.xz", "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t")[:2] for line in lines]
    long = [(source, target) for source, target in rows if min(len(source.split()), len(target.split())) >= 5]
    return random.Random(seed).sample(long, SAMPLE)


def evidence_of_damage(damages: Sequence[Damage], pack_path: Path) -> list[Evidence]:
    """The evidence about each damaged pair, a batch at a time, with the risk of each word."""
    pack = open_pack(pack_path)
    out: list[Evidence] = []
    for start in range(0, len(damages), BATCH):
        part = [Segment(target=d.target, source=d.source, source_lang=pack.source, target_lang=pack.target)
                for d in damages[start : start + BATCH]]  # fmt: skip
        out += gather(part, pack=pack, encoder=pack.encoder())
    return out


def fit(columns: Floats, goal: Floats, weights: Floats, ridge: float = 1.0) -> dict[str, Any]:
    """Logistic regression on goals in 0..1 by Newton's method; the intercept is not penalised."""
    mean, scale = columns.mean(0), np.maximum(columns.std(0), 1e-6)
    inputs = np.column_stack([np.clip((columns - mean) / scale, -4, 4), np.ones(len(columns))]).astype(np.float64)
    state, penalty = np.zeros(inputs.shape[1]), np.append(np.full(columns.shape[1], ridge), 0.0)
    for _ in range(30):
        value = 1 / (1 + np.exp(-inputs @ state))
        gradient = inputs.T @ (weights * (value - goal)) + penalty * state
        curve = (inputs * (weights * value * (1 - value))[:, None]).T @ inputs + np.diag(penalty + 1e-9)
        state -= np.linalg.solve(curve, gradient)
    rounded = [[round(float(x), 6) for x in part] for part in (mean, scale, state[:-1])]
    return {"mean": rounded[0], "scale": rounded[1], "weights": rounded[2], "bias": round(float(state[-1]), 6)}


def human_goal(item: Any) -> float:
    """A record's judgment on 0..1: DA / 100, or 1 - 4 % for each MQM penalty point; NaN where there is none."""
    record = item.record
    if record.get("da_mean") is not None:
        return float(record["da_mean"]) / 100
    if record.get("mqm_score") is not None:
        return float(np.clip(1 - 0.04 * float(record["mqm_score"]), 0, 1))
    return float("nan")


def fit_quality(data: Path, pack: Path, model: QualityModel) -> dict[str, Any]:
    """Quality from judged segments.

    Each set has its own scale and its own kind of text, so the weights are fitted within sets: columns are centred by set,
    judgments are ranked by set and made normal. One slope and one intercept then put the result on 0..1.
    """
    columns, ranked, goals, weights = [], [], [], []
    for name in SETS:
        items = [item for item in load(data / "qe" / f"{name}.jsonl.gz") if item.split != "dev" and not item.human]
        items = [item for item in items if human_goal(item) == human_goal(item)]
        rows = evidence_of(items, pack)
        for start in range(0, len(rows), BATCH):
            model.judge(rows[start : start + BATCH])
        columns.append(quality_columns(rows))
        goals.append(np.array([human_goal(item) for item in items]))
        ranked.append(normal_ranks(np.array([item.z for item in items])))
        weights.append(np.full(len(items), 1 / len(items)))
    values, weight = np.concatenate(columns), np.concatenate(weights)
    mean, scale = values.mean(0), np.maximum(values.std(0), 1e-6)
    centred = np.concatenate([np.clip((part - part.mean(0)) / scale, -4, 4) for part in columns])
    squares = (centred * weight[:, None]).T @ centred + 0.002 * np.eye(centred.shape[1])
    slope = np.linalg.solve(squares, (centred * weight[:, None]).T @ np.concatenate(ranked))
    line = np.clip((values - mean) / scale, -4, 4) @ slope
    placed = fit(
        line[:, None].astype(np.float32), np.concatenate(goals).astype(np.float32), weight * len(weight), ridge=0.0
    )
    factor = placed["weights"][0] / placed["scale"][0]
    return {
        "mean": _rounded(mean), "scale": _rounded(scale), "weights": _rounded(slope * factor),
        "bias": round(float(placed["bias"] - factor * placed["mean"][0]), 6),
    }  # fmt: skip


def normal_ranks(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The values' ranks (ties share theirs) on a normal curve."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    middle = (np.cumsum(count) - (count + 1) / 2)[place] / len(values)
    return np.array([NormalDist().inv_cdf(min(0.999, max(0.001, float(share)))) for share in middle])


def _rounded(values: npt.NDArray[Any]) -> list[float]:
    return [round(float(value), 6) for value in values]


def main() -> None:
    """Fit and write ``quality/scores.json``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pack", type=Path, required=True)
    options = parser.parse_args()
    damages = damaged(good_pairs(options.data))
    rows = evidence_of_damage(damages, options.pack)
    ones = np.ones(len(rows), np.float32)
    about: dict[str, Any] = {
        "adequacy": fit(
            adequacy_columns(rows).matrix(), GOOD * np.array([d.adequacy for d in damages], np.float32), ones
        ),
        "fluency": fit(fluency_columns(rows).matrix(), GOOD * np.array([d.fluency for d in damages], np.float32), ones),
    }
    path = options.pack / "quality" / "scores.json"
    about["quality"] = about["adequacy"]  # until it is fitted below; judging words does not ask it
    path.write_text(json.dumps(about), encoding="utf-8")
    model = QualityModel.load(path.parent)
    for start in range(0, len(rows), BATCH):
        model.judge(rows[start : start + BATCH])
    about["quality"] = fit_quality(options.data, options.pack, model)
    about["trained_on"] = "MLQE-PE train, WMT20 newstest2020 MQM, WMT21 TED MQM; controlled damage to parallel pairs"
    path.write_text(json.dumps(about, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    loaded = QualityModel.load(path.parent)
    scores = {
        "adequacy": loaded.adequacy.value(adequacy_columns(rows).matrix()),
        "fluency": loaded.fluency.value(fluency_columns(rows).matrix()),
        "quality": loaded.quality.value(quality_columns(rows)),
    }
    for kind in sorted({d.kind for d in damages}):
        chosen = [at for at, d in enumerate(damages) if d.kind == kind]
        means = "  ".join(f"{name} {100 * probability(value[chosen]).mean():5.1f}" for name, value in scores.items())
        print(f"{kind:14} {means}  n {len(chosen)}")


if __name__ == "__main__":
    main()
