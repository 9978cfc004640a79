"""How often each check cries wolf on human translations, and how often human judges agree with it.

Run ``python -m benchmarks.checks [--data ../shared/data]``. Rules only, without a language pack. ``human``: the three
human translations of newstest2020; ``talks``: the TED reference; ``everyday``: both directions of 2,500 sampled pairs,
all three in alarms per 1,000 segments. ``judged``: findings on system outputs with expert MQM spans; one is right if it
touches a span of any rater (major: a major one). ``chance`` is how often a span of the same length, put anywhere in the
segment, would be; a finding about the whole segment cannot do better than that. Checks that are off by default (a star) run
apart, beside no other. ``mtqa explain`` prints the counts, which are kept in ``mtqa/knowledge/checks/measured.tsv``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import random
import time
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.table import markdown, save
from mtqa.collecting import collecting_rarely
from mtqa.data import Finding, Segment
from mtqa.flag.base import Check, Unit
from mtqa.flag.measured import Figures
from mtqa.flag.run import Asked, findings_of
from mtqa.flag.select import chosen
from mtqa.knowledge.table import table_path

JUDGED = ("wmt20-mqm-newstest2020.en-de", "wmt21-mqm-ted.en-de")
GENERAL = 20
"""Checks of a lower priority are the judge's, and need a pack."""
GOOD = ("human", "talks", "everyday")
"""The samples of good human translations."""
MEASURED = """\
# What was measured of each check: counted by benchmarks/checks.py, see there; do not edit.
# alarms in good human segments; judged findings on an error (right), on a major one, and how many would be by chance."""


Found = dict[str, list[list[Finding]]]
"""The findings in each segment, by sample."""


class Error(NamedTuple):
    """What a rater marked in the target."""

    start: int
    end: int
    major: bool


class Sample(NamedTuple):
    """Segments of one kind, with the raters' errors where there are any."""

    segments: list[Segment]
    errors: list[list[Error]]


def main() -> None:
    """Measure, print and keep the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data: Path = parser.parse_args().data
    samples = load(data)
    usual = [check for check in chosen() if check.priority >= GENERAL]
    others = [check for check in chosen(["all"]) if check.priority >= GENERAL and not check.default]
    found, apart = (seen(samples, checks) for checks in (usual, others))
    counts = {check.code: counted(check, samples, found if check.default else apart) for check in (*usual, *others)}
    checks = sorted((*usual, *others), key=lambda check: check.code)
    shares = {name: {check.code: _per_thousand((found if check.default else apart)[name], check.code) for check in checks}
              for name in GOOD}  # fmt: skip
    write(counts)
    body = "\n\n".join([
        table(checks, counts, shares), flagged(samples, found), together(samples["judged"], found["judged"]),
        speed(usual, samples["human"]),
    ])  # fmt: skip
    save(
        "checks",
        "Checks by rule: alarms on human translations, agreement with judges",
        "python -m benchmarks.checks",
        body,
    )


def load(data: Path) -> dict[str, Sample]:
    """The samples by name."""
    news, talks = (_records(data / "qe" / f"{name}.jsonl.gz") for name in JUDGED)
    everyday = _everyday(data / "parallel" / "train.en-de.tsv.xz")
    return {
        "human": _sample([row for row in news if row["human_system"]]),
        "talks": _sample([row for row in talks if row["human_system"]]),
        "everyday": Sample(everyday, [[] for _ in everyday]),
        "judged": _sample([row for row in [*news, *talks] if not row["human_system"]]),
    }


def _records(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _sample(records: list[dict[str, Any]]) -> Sample:
    return Sample(
        [Segment(row["mt"], row["src"], target_lang="de", source_lang="en") for row in records],
        [[error for rater in row["mqm_annotations"] for error in _errors(rater)] for row in records],
    )


def _errors(rater: dict[str, Any]) -> list[Error]:
    return [
        Error(error["start"], error["end"], error["severity"] == "Major")
        for error in rater["errors"]
        if error["side"] == "mt" and error["start"] is not None
    ]


def _everyday(path: Path, count: int = 2500) -> list[Segment]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in (line.rstrip("\n").split("\t") for line in lines) if row[2] == "tatoeba2018"]
    pairs = random.Random(1).sample(rows, count)
    there = [Segment(german, english, target_lang="de", source_lang="en") for english, german, *_ in pairs]
    return there + [Segment(english, german, target_lang="en", source_lang="de") for english, german, *_ in pairs]


def seen(samples: dict[str, Sample], checks: list[Check]) -> Found:
    """The findings of the checks in each segment of each sample."""
    return {name: [list(row) for row in findings_of(sample.segments, checks)] for name, sample in samples.items()}


def table(checks: list[Check], counts: dict[str, Figures], shares: dict[str, dict[str, float]]) -> str:
    """A row a check: alarms per 1,000 human segments of each kind, findings on judged segments and their precision."""
    header = ["check", "severity", *GOOD, "judged", "right", "major", "chance", "chance major"]
    rows = [_row(check, counts[check.code], [shares[name][check.code] for name in GOOD]) for check in checks]
    return markdown(header, rows)


def _row(check: Check, counts: Figures, alarms: list[float]) -> list[object]:
    parts = (counts.right, counts.major, counts.chance, counts.chance_major)
    means = [part / counts.judged if counts.judged else "–" for part in parts]
    return [
        f"{check.code} {check.name}{'' if check.default else '*'}",
        check.severity.value,
        *alarms,
        counts.judged,
        *means,
    ]


def counted(check: Check, samples: dict[str, Sample], found: Found) -> Figures:
    """What is kept of a check: its alarms in all good segments, and how its judged findings fare."""
    alarms = sum(finding.code == check.code for name in GOOD for row in found[name] for finding in row)
    judged = [
        (finding, segment, errors)
        for row, segment, errors in zip(found["judged"], *samples["judged"], strict=True)
        for finding in row
        if finding.code == check.code and finding.side == "target"
    ]
    right, major = (sum(_touches(one, errors, only) for one, _, errors in judged) for only in (False, True))
    chance, chance_major = (sum(_chance(*one, only) for one in judged) for only in (False, True))
    good = sum(len(samples[name].segments) for name in GOOD)
    return Figures(good, alarms, len(judged), right, major, chance, chance_major)


def write(counts: dict[str, Figures]) -> None:
    """Keep the counts where ``mtqa explain`` reads them."""
    names = [item.name for item in fields(Figures)]
    rows = [[code, *(f"{getattr(one, name):.4g}" if name.startswith("chance") else str(getattr(one, name)) for name in names)]
            for code, one in sorted(counts.items())]  # fmt: skip
    lines = [MEASURED, *("\t".join(row) for row in (["code", *names], *rows)), ""]
    path = Path(str(table_path("checks", "measured")))
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _per_thousand(found: list[list[Finding]], code: str) -> float:
    return 1000 * sum(finding.code == code for row in found for finding in row) / len(found)


def _touches(finding: Finding, errors: list[Error], major: bool) -> bool:
    return any(e.start < finding.end and finding.start < e.end for e in errors if e.major or not major)


def _chance(finding: Finding, segment: Segment, errors: list[Error], major: bool) -> float:
    """The share of places in the segment where a span of the finding's length would touch an error."""
    length, total = finding.end - finding.start, len(segment.target)
    places: set[int] = set()
    for error in errors:
        if error.major or not major:
            places.update(range(max(0, error.start - length + 1), min(error.end, total - length + 1)))
    return len(places) / (total - length + 1)


def flagged(samples: dict[str, Sample], found: Found) -> str:
    """How many segments of each kind have any finding of severity minor or worse, in percent."""
    rows = []
    for name, sample in samples.items():
        count = sum(any(finding.severity.rank for finding in row) for row in found[name])
        severities = Counter(finding.severity.value for row in found[name] for finding in row)
        rows.append([name, len(sample.segments), 100 * count / len(sample.segments), *(severities[s] for s in ORDER)])
    return markdown(["sample", "segments", "% flagged, minor or worse", *ORDER], rows)


def together(judged: Sample, found: list[list[Finding]]) -> str:
    """How the findings of each severity fare on judged segments, all checks together."""
    rows: list[list[object]] = []
    for severity in ORDER:
        there = [(finding, segment, errors) for row, segment, errors in zip(found, *judged, strict=True) for finding in row
                 if finding.severity.value == severity and finding.side == "target"]  # fmt: skip
        sums = [sum(_touches(one, errors, only) for one, _, errors in there) for only in (False, True)]
        chances = [sum(_chance(*one, only) for one in there) for only in (False, True)]
        if there:
            rows.append([severity, len(there), *(value / len(there) for value in (*sums, *chances))])
    return markdown(["judged findings", "count", "right", "major", "chance", "chance major"], rows)


ORDER = ("critical", "major", "minor", "neutral")


def speed(checks: list[Check], sample: Sample) -> str:
    """Segments a second of all checks together, tokenising included, and what each check alone costs without it."""
    with collecting_rarely():
        start = time.process_time()
        for _ in findings_of(sample.segments, checks):
            pass
        whole = len(sample.segments) / (time.process_time() - start)
        units = [Unit(segment) for segment in sample.segments]
        for unit in units:
            _ = unit.target.lower, unit.source_words
        start = time.process_time()
        told = _told(checks, units)
        costs = [("telling which checks to ask", 1e6 * (time.process_time() - start) / len(units))]
        costs += [(f"{check.code} {check.name}", _cost(check, told[check.code], len(units))) for check in checks]
    total = sum(cost for _, cost in costs)
    rows = [[name, f"{cost:.1f}"] for name, cost in sorted(costs, key=lambda cost: -cost[1])]
    title = f"{whole:,.0f} segments/s on one core, tokenising included; the checks alone {1e6 / total:,.0f}/s."
    return f"{title}\n\n" + markdown(["check", "µs a segment"], rows)


def _told(checks: list[Check], units: list[Unit]) -> dict[str, list[Unit]]:
    """The units that each check is asked about, by its code; all of one pair of languages."""
    segment = units[0].segment
    asked = Asked([check for check in checks if check.knows(segment.target_lang, segment.source_lang)])
    told: dict[str, list[Unit]] = {check.code: [] for check in checks}
    for unit in units:
        for check in asked.about(unit):
            told[check.code].append(unit)
    return told


def _cost(check: Check, units: list[Unit], count: int) -> float:
    """Microseconds for each of ``count`` units, of which the check is asked about ``units``."""
    start = time.process_time()
    for unit in units:
        list(check.hits(unit))
    return 1e6 * (time.process_time() - start) / count


if __name__ == "__main__":
    main()
