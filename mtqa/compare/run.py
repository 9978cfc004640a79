"""``compare``: systems in, which is better and how sure that is out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from mtqa.compare.base import Comparison, Floats, Scored, System, Unit
from mtqa.compare.belonging import refuse_others
from mtqa.compare.correction import adjusted
from mtqa.compare.match import match
from mtqa.compare.measures import Measure, by_unit, measures
from mtqa.compare.profile import duels, profile
from mtqa.compare.rank import ranking
from mtqa.compare.resample import BOOTSTRAP, RANDOMISATION, SEED, bootstrap, intervals, pairs, randomisation
from mtqa.compare.sacre import Chance, sacre_scores
from mtqa.compare.systems import parse, read_systems
from mtqa.config import Settings
from mtqa.errors import SettingsError
from mtqa.text.words import count_words

FEW = 30
"""Units under which resampling says little (intervals come out too short)."""
CHANCE = Chance(BOOTSTRAP, RANDOMISATION, SEED)
Progress = Callable[[str, int, int], None]


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def compare(
    *systems: str,
    source: str | None = None,
    reference: str | None = None,
    lines: bool = False,
    rank_by: str = "",
    resamples: tuple[int, int] = (BOOTSTRAP, RANDOMISATION),
    seed: int = SEED,
    settings: Settings | None = None,
    progress: Progress = _silent,
    **options: Any,
) -> Comparison:
    """Translations of one text by two or more systems, side by side.

    Args:
        *systems: ``NAME=PATH`` each; a path is what :func:`mtqa.check` reads, or the folder of a finished run.
        source: the source of running texts; tables bring their own.
        reference: a trusted translation, likewise.
        lines: each line of the files is a segment.
        rank_by: the score of the ranking; ``quality`` where there is one, else ``mqm``.
        resamples: of the bootstrap, and shuffles of the randomisation.
        seed: of all of them.
        settings: see :class:`mtqa.config.Settings`.
        progress: called as work proceeds.
        **options: single settings by name, which replace those of ``settings``.

    Raises:
        MtqaError: with one sentence, for systems that cannot be compared or options that are wrong.
    """
    chosen = (settings or Settings()).with_options(**options)
    found = read_systems(parse(systems), source, reference, chosen, progress, lines=lines)
    return compared(found, metrics=chosen.metrics, rank_by=rank_by, chance=Chance(*resamples, seed))


def compared(
    systems: Sequence[System], *, metrics: Sequence[str] = (), rank_by: str = "",
    chance: Chance = CHANCE,
) -> Comparison:  # fmt: skip
    """The comparison of systems that were read; see :func:`compare`."""
    refuse_others(systems)
    units = match(systems)
    ours = measures(systems, units)
    scores = [*_own(ours, chance), *sacre_scores(systems, units, metrics, chance)]
    name = rank_by or ("quality" if any(one.name == "quality" for one in scores) else "mqm")
    ranked = next((one for one in scores if one.name == name), None)
    if ranked is None:
        raise SettingsError(
            f"--rank-by: expected one of {' '.join(one.name for one in scores)}, found {name!r}; choose one."
        )
    quality = _quality(ours)
    words = tuple(sum(count_words(unit.targets[at]) for unit in units) for at in range(len(systems)))
    segments = systems[0].results.segments
    return Comparison(
        systems=tuple(systems),
        units=tuple(units),
        langs=(str(segments["source_lang"].iloc[0]), str(segments["target_lang"].iloc[0])),
        words=words,
        scores=tuple(scores),
        ranked_by=name,
        ranking=tuple(ranking(ranked)),
        duels=tuple(duels(quality)),
        profile=tuple(profile(systems, words)),
        quality=quality,
        spread=_spread(quality),
        resamples=(chance.bootstrap, chance.randomisation),
        seed=chance.seed,
        notes=tuple(_notes(systems, units, scores)),
        about=systems[0].results.about,
    )


def _own(found: Sequence[Measure], chance: Chance) -> Iterator[Scored]:
    drawn = bootstrap(found, chance.bootstrap, chance.seed)
    shuffled = randomisation(found, chance.randomisation, chance.seed)
    for one, values, moved in zip(found, drawn, shuffled, strict=True):
        yield Scored(one.name, one.label, one.meaning, one.better, one.decimals, tuple(intervals(one, values)),
                     adjusted(pairs(one, values, moved)))  # fmt: skip


def _quality(found: Sequence[Measure]) -> Floats:
    """Of each unit and system: quality, or where none can be told the MQM score of the unit alone."""
    measure = next((one for one in found if one.name == "quality"), None)
    return by_unit(measure or next(one for one in found if one.name == "mqm"))


def _spread(quality: Floats) -> Floats:
    """How far the best and the worst system lie apart in each unit; 0 where fewer than two can be told."""
    there = ~np.isnan(quality)
    high = np.where(there, quality, -np.inf).max(0)
    low = np.where(there, quality, np.inf).min(0)
    return np.where(there.sum(0) > 1, high - low, 0.0)


def _notes(systems: Sequence[System], units: Sequence[Unit], scores: Sequence[Scored]) -> Iterator[str]:
    if len(units) < FEW:
        yield f"{len(units)} segments are few: intervals and tests on fewer than {FEW} promise more than they keep."
    with_reference = sum(bool(unit.reference.strip()) for unit in units)
    if 0 < with_reference < len(units):
        yield f"{with_reference:,} of {len(units):,} segments have a reference; the metrics of sacrebleu are over these."
    if not any(one.name == "quality" for one in scores):
        yield "Quality could not be told, so segments are compared by their MQM score."
    made = {str(system.results.about.get("version", "")) for system in systems if system.results.about}
    packs = {str(system.results.about.get("pack", "")) for system in systems if system.results.about}
    if len(made) > 1 or len(packs) > 1:
        yield "The runs were made by different versions of mtqa or its language pack; check them anew to compare them."
    yield from dict.fromkeys(text for system in systems for text in system.results.about.get("skipped") or ())
