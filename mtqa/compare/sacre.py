"""sacrebleu's metrics, compared by sacrebleu's own paired tests (Post 2018; Clark et al. 2011)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from mtqa.compare.base import Interval, Pair, Scored, System, Unit
from mtqa.compare.correction import adjusted
from mtqa.errors import SettingsError
from mtqa.report.bands import label
from mtqa.score.base import METRICS

LESS_IS_BETTER = frozenset({"ter"})
SEED = "SACREBLEU_SEED"
Found = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Chance:
    """How many resamples and shuffles, and their seed."""

    bootstrap: int
    randomisation: int
    seed: int


def sacre_scores(
    systems: Sequence[System], units: Sequence[Unit], names: Sequence[str], chance: Chance
) -> list[Scored]:
    """The metrics called ``names`` over the units that have a reference; none where no unit has one."""
    there = [unit for unit in units if unit.reference.strip()]
    chosen = {name: METRICS[name] for name in names}
    foreign = [name for name, metric in chosen.items() if metric.sacre is None]
    if foreign:
        raise SettingsError(
            f"--metric: expected metrics of sacrebleu, found {foreign[0]!r}; choose bleu chrf chrf++ ter."
        )
    if not there:
        return []
    objects = {name: metric.sacre() for name, metric in chosen.items() if metric.sacre}
    texts = [(system.name, [unit.targets[at] for unit in there]) for at, system in enumerate(systems)]
    references = [[unit.reference for unit in there]]
    tests: dict[tuple[int, str], tuple[dict[str, Any], Found]] = {}
    with _seeded(chance.seed):
        for first in range(len(systems) - 1):
            for kind, times in (("bs", chance.bootstrap), ("ar", chance.randomisation)):
                tests[first, kind] = _tested(texts[first:], objects, references, kind, times)
    apart = _apart([own for _, own in texts])
    return [_scored(name, len(systems), tests, apart) for name in objects]


def _apart(texts: Sequence[Sequence[str]]) -> dict[tuple[int, int], int]:
    """In how many segments two systems differ."""
    return {
        (first, second): sum(one != other for one, other in zip(texts[first], texts[second], strict=True))
        for first, second in combinations(range(len(texts)), 2)
    }


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """Set the seed, which sacrebleu takes out of the environment; that is as it was afterwards."""
    before = os.environ.get(SEED)
    os.environ[SEED] = str(seed)
    try:
        yield
    finally:
        if before is None:
            del os.environ[SEED]
        else:
            os.environ[SEED] = before


def _tested(
    texts: Sequence[tuple[str, Sequence[str]]],
    objects: dict[str, Any],
    references: Sequence[Sequence[str]],
    kind: str,
    times: int,
) -> tuple[dict[str, Any], Found]:
    """The first system against each other one; by the names that we gave, for sacrebleu has its own."""
    from sacrebleu.significance import PairedTest

    test = PairedTest(list(texts), objects, references, test_type=kind, n_samples=times, n_ar_confidence=-1)
    signatures, scores = test()
    theirs = [name for name in scores if name != "System"]
    ours = dict(zip(objects, theirs, strict=True))
    return {name: signatures[ours[name]] for name in ours}, {name: scores[ours[name]] for name in ours}


def _scored(
    name: str, count: int, tests: dict[tuple[int, str], tuple[dict[str, Any], Found]], apart: dict[tuple[int, int], int]
) -> Scored:
    found: list[Interval] = []
    couples: list[Pair] = []
    for first in range(count - 1):
        boot, shuffled = tests[first, "bs"][1][name], tests[first, "ar"][1][name]
        if not first:
            found = [_interval(one) for one in boot]
        couples += [
            _pair((first, first + at), boot, shuffled[at].p_value, apart[first, first + at])
            for at in range(1, count - first)
        ]
    signature = f"{tests[0, 'ar'][0][name]}"
    better = -1 if name in LESS_IS_BETTER else 1
    return Scored(name, label(name), METRICS[name].summary, better, 1, tuple(found), adjusted(couples), signature)


def _interval(one: Any) -> Interval:
    """The interval, which sacrebleu lays around the mean of the resamples."""
    return Interval(float(one.score), float(one.mean - one.ci), float(one.mean + one.ci))


def _pair(systems: tuple[int, int], boot: Sequence[Any], shuffled: float, apart: int) -> Pair:
    """The pair; sacrebleu counts only shuffles with a *greater* difference, and so calls a few changed segments, or none, sure.

    ``apart`` segments have ``2 ** apart`` shuffles, two of which give the difference itself: no p-value is under that.
    """
    first, second = systems
    gap = float(boot[0].score - boot[second - first].score)
    if not gap:
        return Pair(first, second, 0.0, 1.0, 1.0)
    return Pair(first, second, gap, float(boot[second - first].p_value), max(float(shuffled), 2.0 ** (1 - apart)))
