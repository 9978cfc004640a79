"""What an evaluation says in sentences: for the reader who wants an answer before a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.evaluate.base import SCALES
from mtqa.evaluate.bootstrap import Estimate
from mtqa.evaluate.evaluation import Difference, Evaluation
from mtqa.evaluate.reliability import Bin
from mtqa.lang.base import language
from mtqa.report.cells import counted
from mtqa.score.base import METRICS

LENGTH = "length"


def facts(found: Evaluation) -> str:
    """Languages, how many translations were judged and how."""
    pair = " → ".join(language(code).name for code in found.langs if code)
    parts = [pair, counted(found.count, "judged translation"), SCALES[found.scale]]
    if found.systems > 1:
        parts.append(counted(found.systems, "system"))
    return " · ".join(part for part in parts if part)


def sentences(found: Evaluation) -> Iterator[str]:
    """The answer: how far to trust the score, and the findings, on these texts."""
    quality = found.score("quality")
    if quality is not None and told(quality.measures["spearman"]):
        agreed = with_interval(quality.measures["spearman"])
        yield f"Quality orders these translations with a rank correlation of {agreed} with people."
        yield from _against([one for one in found.differences if told(one.measures["spearman"])])
    if found.confidence:
        yield _findings(found.confidence)
    if told(found.spans["flagged_clean"]):
        share = percent(found.spans["flagged_clean"].value)
        yield f"Of the translations in which judges found nothing wrong, {share} have a finding."


def _against(peers: Sequence[Difference]) -> Iterator[str]:
    blind = [f"from that of {one.label.lower()} alone by {_gap(one)}" for one in peers if one.name == LENGTH]
    rest = [one for one in peers if one.name != LENGTH]
    seeing = [f"by {_gap(one)} ({one.label})" for one in rest if _sees_reference(one.name)]
    if seeing:
        blind.append(f"from those of metrics that see the reference {', '.join(seeing)}")
    blind += [f"from that of {one.label} by {_gap(one)}" for one in rest if not _sees_reference(one.name)]
    if blind:
        yield f"It differs {'; '.join(blind)}."


def _sees_reference(name: str) -> bool:
    return name in METRICS and "reference" in METRICS[name].needs


def _gap(one: Difference) -> str:
    gap = one.measures["spearman"]
    doubtful = gap.interval is not None and gap.interval[0] <= 0 <= gap.interval[1]
    return f"{gap.value:+.2f}{', perhaps by chance' if doubtful else ''}"


def _findings(bins: Sequence[Bin]) -> str:
    total = sum(one.count for one in bins)
    kept = sum(one.count * one.kept for one in bins) / total
    promised = sum(one.count * one.promised for one in bins) / total
    chance = sum(one.count * one.chance for one in bins) / total
    return (
        f"Of {counted(total, 'finding')} on words, {percent(kept)} touch what a judge held to be wrong; their confidence "
        f"says {percent(promised)}, spans of the same lengths put anywhere reach {percent(chance)}."
    )


def told(one: Estimate) -> bool:
    """Whether the measure has a value."""
    return one.value == one.value


def percent(share: float) -> str:
    """A share as people read it, its sign never parted from it; a dash where there is none."""
    few = 0 < share < 0.0995
    return "–" if share != share else f"{100 * share:.{int(few)}f}\u00a0%"


def number(value: float | None, decimals: int = 2) -> str:
    """A measure, never a negative zero; a dash where there is none."""
    return "–" if value is None or value != value else f"{round(value, decimals) + 0.0:.{decimals}f}"


def with_interval(one: Estimate, decimals: int = 2) -> str:
    """``.33 (.28–.38)``."""
    if one.interval is None:
        return short(one.value, decimals)
    low, high = (short(value, decimals) for value in one.interval)
    return f"{short(one.value, decimals)} ({low}–{high})"


def short(value: float, decimals: int = 2) -> str:
    """A measure without the 0 before its point; 1 alone where it is full."""
    said = number(value, decimals)
    if abs(round(value, 6)) == 1:
        return said.partition(".")[0]
    return said.replace("0.", ".", 1) if said.startswith(("0.", "-0.")) else said
