"""Fit adequacy, fluency and quality of a pack; called by ``training.train_judge`` when the word judges are trained.

Adequacy and fluency learn from controlled damage to good pairs, so that each means one thing; quality learns from people's
judgments, put on one scale: DA as it is (0-100), MQM as 100 - 4 x penalty. MLQE dev, WMT22 and the bio sets are not used.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Sequence
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.data import Segment
from mtqa.judge.evidence import Evidence
from mtqa.judge.model import QualityModel
from mtqa.judge.sentence import adequacy_columns, fluency_columns, quality_columns, sentences_in
from mtqa.judge.trees import probability
from mtqa.pack.load import open_pack
from training.corrupt import Damage, damaged
from training.judged import Judged
from training.word_judges import BATCH, evidence_of

Floats = npt.NDArray[np.float32]
SAMPLE = 24_000
TELLING = re.compile(r"\d|\b(?:not|no|never)\b|n't|\s[A-Z][a-z]{3,}")
EDIT_SHARE, EDITED_WEIGHT = 3.0, 2.0
"""How much a post-edit counts beside a direct assessment, and a post-edited set beside one that was marked."""
STRETCH = 3.0
"""How much further from the average a segment's quality lies than its expectation: expectations all lie close together,
and a reader needs to see which segments are the worst. The average stays where the judgments have it."""
GOOD = 0.93
"""What a good sentence gets: nobody's certainty is 1."""


def good_pairs(folder: Path, seed: int = 1) -> list[tuple[str, str]]:
    """A seeded sample of parallel pairs of at least five words a side, half of it with numbers, names and negations."""
    with lzma.open(folder / "parallel" / "train.en-de.tsv.xz", "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t")[:2] for line in lines]
    long = [(source, target) for source, target in rows if min(len(source.split()), len(target.split())) >= 5]
    telling = [pair for pair in long if TELLING.search(pair[0])]
    random_ = random.Random(seed)
    return random_.sample(long, SAMPLE // 2) + random_.sample(telling, SAMPLE // 2)


def evidence_of_damage(damages: Sequence[Damage], pack_path: Path) -> list[Evidence]:
    """The evidence about each damaged pair."""
    pack = open_pack(pack_path)
    segments = [
        Segment(target=d.target, source=d.source, source_lang=pack.source, target_lang=pack.target) for d in damages
    ]
    return evidence_of(segments, pack_path)


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


def fit_quality(items: Sequence[Judged], rows: Sequence[Evidence]) -> dict[str, Any]:
    """Quality from judged segments; ``rows`` hold what word judges said that did not see their documents.

    Each set has its own scale and its own kind of text, so the weights are fitted within sets: columns are centred by set,
    judgments are ranked by set and made normal. One slope and one intercept then put the result on 0..1. Paragraphs are left out:
    reviewers count the errors of all their sentences, and users ask how good those are.
    """
    columns, ranked, goals, weights = [], [], [], []
    for corpus in dict.fromkeys(item.corpus for item in items):
        mine = [at for at, item in enumerate(items)
                if item.corpus == corpus and not item.human and human_goal(item) == human_goal(item)
                and sentences_in(rows[at].target) == 1]  # fmt: skip
        columns.append(quality_columns([rows[at] for at in mine]))
        goals.append(np.array([human_goal(items[at]) for at in mine]))
        ranked.append(orders([items[at] for at in mine]))
        weights.append(np.full(len(mine), (EDITED_WEIGHT if has_edits(items[mine[0]]) else 1) / len(mine)))
    values, weight = np.concatenate(columns), np.concatenate(weights)
    if not np.isfinite(values).all():
        raise ValueError("expected judged segments of which all evidence is known, found one without; leave it out.")
    mean, scale = values.mean(0), np.maximum(values.std(0), 1e-6)
    centred = np.concatenate([np.clip((part - part.mean(0)) / scale, -4, 4) for part in columns])
    squares = (centred * weight[:, None]).T @ centred + 0.01 * np.eye(centred.shape[1])
    slope = np.linalg.solve(squares, (centred * weight[:, None]).T @ np.concatenate(ranked))
    kept = list(adequacy_columns(rows[:1]).values).index("negation")
    slope[kept] = max(0.0, slope[kept])  # judged texts hardly ever lose one, and what is lost must not count as a gain
    line = np.clip((values - mean) / scale, -4, 4) @ slope
    placed = fit(
        line[:, None].astype(np.float32), np.concatenate(goals).astype(np.float32), weight * len(weight), ridge=0.0
    )
    factor = STRETCH * placed["weights"][0] / placed["scale"][0]
    return {
        "mean": _rounded(mean), "scale": _rounded(scale), "weights": _rounded(slope * factor),
        "bias": round(float(placed["bias"] - factor * placed["mean"][0]), 6),
    }  # fmt: skip


def has_edits(item: Judged) -> bool:
    """Whether a post-editor worked on the record."""
    return item.record.get("hter") is not None


def orders(items: Sequence[Judged]) -> npt.NDArray[np.float64]:
    """The order of one set's records on a normal curve.

    Where there are post-edits they count :data:`EDIT_SHARE` times as much as the direct assessments: on MLQE's training part
    those of three raters hardly agree with them (.16; .46 on the development part, which has six).
    """
    out = normal_ranks(np.array([item.z for item in items]))
    if not has_edits(items[0]):
        return out
    out = out + EDIT_SHARE * normal_ranks(-np.array([float(item.record["hter"]) for item in items]))
    return np.asarray(out / out.std(), np.float64)


def normal_ranks(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The values' ranks (ties share theirs) on a normal curve."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    middle = (np.cumsum(count) - (count + 1) / 2)[place] / len(values)
    return np.array([NormalDist().inv_cdf(min(0.999, max(0.001, float(share)))) for share in middle])


def _rounded(values: npt.NDArray[Any]) -> list[float]:
    return [round(float(value), 6) for value in values]


def fit_scores(data: Path, pack: Path, items: Sequence[Judged], judged: Sequence[Evidence]) -> None:
    """Fit all three, write ``quality/scores.json`` and print what each kind of damage does to them."""
    damages = damaged(good_pairs(data))
    rows = evidence_of_damage(damages, pack)
    ones = np.ones(len(rows), np.float32)
    about: dict[str, Any] = {
        "adequacy": fit(
            adequacy_columns(rows).matrix(), GOOD * np.array([d.adequacy for d in damages], np.float32), ones
        ),
        "fluency": fit(fluency_columns(rows).matrix(), GOOD * np.array([d.fluency for d in damages], np.float32), ones),
        "quality": fit_quality(items, judged),
        "trained_on": "MLQE-PE train, WMT20 newstest2020 MQM, WMT21 TED MQM; controlled damage to parallel pairs",
    }
    path = pack / "quality" / "scores.json"
    path.write_text(json.dumps(about, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    show(damages, rows, QualityModel.load(path.parent), pack)


def show(damages: Sequence[Damage], rows: Sequence[Evidence], model: QualityModel, pack: Path) -> None:
    """Print what each kind of damage does to the scores."""
    for start in range(0, len(rows), BATCH):
        model.judge(rows[start : start + BATCH], open_pack(pack))
    scores = {
        "adequacy": model.adequacy.value(adequacy_columns(rows).matrix()),
        "fluency": model.fluency.value(fluency_columns(rows).matrix()),
        "quality": model.quality.value(quality_columns(rows)),
    }
    for kind in sorted({d.kind for d in damages}):
        chosen = [at for at, d in enumerate(damages) if d.kind == kind]
        means = "  ".join(f"{name} {100 * probability(value[chosen]).mean():5.1f}" for name, value in scores.items())
        print(f"{kind:14} {means}  n {len(chosen)}")
