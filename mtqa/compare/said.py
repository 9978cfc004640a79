"""The comparison in words and cells, the same for terminal and page."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.compare.base import Comparison, Duel, Pair, Scored
from mtqa.compare.correction import LEVEL, is_significant
from mtqa.lang.base import language
from mtqa.report.bands import SCORES, points
from mtqa.report.cells import counted
from mtqa.summary import MQM_BANDS

DECIDING = {"mqm", *(column.removeprefix("score.") for column in SCORES)}
"""The scores that verdicts and gates look at."""
LIST = 4
"""How many systems a sentence names."""


def facts(found: Comparison) -> str:
    """Languages and sizes."""
    langs = " → ".join(language(code).name for code in found.langs if code)
    return " · ".join(filter(None, [langs, f"{len(found.systems)} systems", counted(len(found.units), "segment")]))


def sentences(found: Comparison) -> Iterator[str]:
    """What to take away, in a sentence or two."""
    scored = found.score(found.ranked_by)
    first = [place.system for place in found.ranking if place.cluster == 1]
    best = " and ".join(_few([found.names[at] for at in first]))
    label = scored.label.lower() if scored.label.istitle() else scored.label
    if len(first) == len(found.systems):
        yield f"No system is significantly ahead of all others by {label}: {_values(scored, found.names)}."
    elif len(found.systems) == 2:
        yield _better(found, scored, label)
    else:
        is_are = "is" if len(first) == 1 else "are"
        yield f"{best} {is_are} significantly better than the rest by {label}: {_values(scored, found.names)}."
    if len(found.systems) == 2:
        yield f"{duel_said(found, found.duels[0])}."
    sure = [one.label for one in found.scores if one.name != found.ranked_by and any(map(is_significant, one.pairs))]
    if sure:
        yield f"Significant differences also show in {', '.join(sure)}."
    good = _good(found)
    if len(good) > 1 and found.ranked_by == "quality":
        yield (
            f"{', '.join(_few(good))} have few findings (MQM {MQM_BANDS['publishable']:g} and more): between good "
            "translations quality prefers the literal one; let a reviewer choose."
        )


def _good(found: Comparison) -> list[str]:
    """The systems that are publishable by their findings."""
    mqm = next((one for one in found.scores if one.name == "mqm"), None)
    values = [one.value for one in mqm.systems] if mqm else []
    return [
        name
        for name, value in zip(found.names, values, strict=False)
        if value is not None and value >= MQM_BANDS["publishable"]
    ]


def _better(found: Comparison, scored: Scored, label: str) -> str:
    """Of two systems, one of which is better."""
    better, worse = (place.system for place in found.ranking)
    values = (shown(scored, at) for at in (better, worse))
    return f"{found.names[better]} is significantly better than {found.names[worse]} by {label}: {' against '.join(values)}."


def _few(names: list[str]) -> list[str]:
    return names if len(names) <= LIST else [*names[: LIST - 1], f"{len(names) - LIST + 1} others"]


def _values(scored: Scored, names: list[str]) -> str:
    told = [f"{name} {shown(scored, at)}" for at, name in enumerate(names)]
    return ", ".join(_few(told))


def duel_said(found: Comparison, one: Duel) -> str:
    """Who is better in how many segments."""
    first, second = found.names[one.first], found.names[one.second]
    won = counted(one.wins, "segment")
    return f"{first} is better in {won}, {second} in {one.losses:,}; in {one.ties:,} they are alike"


def number(value: float | None, decimals: int = 1) -> str:
    """A number for a reader; a dash where there is none."""
    return "–" if value is None else f"{value:,.{decimals}f}"


def shown(scored: Scored, system: int, decimals: int | None = None) -> str:
    """A system's score for a reader; those that verdicts and gates look at are rounded down, as everywhere."""
    value, decimals = scored.systems[system].value, scored.decimals if decimals is None else decimals
    return number(value, decimals) if value is None or scored.name not in DECIDING else points(value, decimals)


def with_interval(scored: Scored, system: int, decimals: int | None = None) -> str:
    """A system's score with half of its interval: ``78.4 ±4.8``."""
    one, said = scored.systems[system], shown(scored, system, decimals)
    if one.value is None or one.low is None or one.high is None:
        return said
    return f"{said} ±{number((one.high - one.low) / 2, scored.decimals if decimals is None else decimals)}"


def difference(pair: Pair, decimals: int = 1) -> str:
    """A difference with its sign, and a star where it is significant."""
    if pair.difference is None:
        return "–"
    value = round(pair.difference, decimals) + 0.0
    return f"{value:+,.{decimals}f}{'*' if is_significant(pair) else ' '}".replace("-", "−")


def p_value(value: float | None) -> str:
    """A p-value with three decimals."""
    return "–" if value is None else "< .001" if value < 0.001 else f"{value:.3f}".removeprefix("0")


def how(found: Comparison) -> str:
    """How intervals and tests were made."""
    boot, shuffles = found.resamples
    pairs = len(found.systems) * (len(found.systems) - 1) // 2
    holm = f", corrected for {pairs} pairs by Holm’s method" if pairs > 1 else ""
    level = str(LEVEL).removeprefix("0")
    return (f"Intervals: 95 %, {boot:,} bootstrap resamples of segments. A difference is significant (*) where approximate "
            f"randomisation with {shuffles:,} shuffles gives p < {level}{holm}; seed {found.seed}.")  # fmt: skip
