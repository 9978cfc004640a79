"""The checks by rule beside pofilter: the same segments through both, in one run.

Run ``python -m benchmarks.pofilter --pofilter PATH [--data ../shared/data]``. PATH is the command ``pofilter`` of an
environment of its own (``python -m venv peer && peer/bin/pip install translate-toolkit``); it is run as a program on PO files
and none of its code is imported. Samples as in ``benchmarks.checks``; mtqa by rule, at default settings, without a pack, its
findings of severity minor or worse. pofilter says which segments are wrong and not where, so both are held to segments: one
is right that has an error of any rater (major: a major one); chance is the share of segments that have one. Segments a
second: processor time of the whole program on the news sample, less that on a file with one segment.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks.checks import GENERAL, GOOD, Error, Sample, load
from benchmarks.po import filtered, unit
from benchmarks.table import markdown, save
from mtqa.data import Segment
from mtqa.flag.run import findings_of
from mtqa.flag.select import chosen

UNIT = re.compile(r'((?:^# .*\n)+)^msgctxt "(\d+)"', re.MULTILINE)
TEST = re.compile(r"^# \(pofilter\) (\w+):", re.MULTILINE)
Flags = dict[int, set[str]]
"""Segment -> the names of what flagged it."""


class Agreement(NamedTuple):
    """How flagged segments fare on judged data."""

    flagged: int
    right: int
    major: int


def main() -> None:
    """Measure, print and keep the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pofilter", type=Path, required=True, help="the command of an environment of its own")
    options = parser.parse_args()
    version = subprocess.run([options.pofilter, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    samples = load(options.data)
    peers = {"mtqa": {name: ours(sample.segments) for name, sample in samples.items()},
             version: {name: theirs(options.pofilter, sample.segments) for name, sample in samples.items()}}  # fmt: skip
    news = samples["human"].segments
    speeds = {"mtqa": speed_of_ours(news), version: speed_of_theirs(options.pofilter, news)}
    body = "\n\n".join([
        alarms(samples, peers), agreement(samples["judged"], peers), speed(speeds),
        by_test(samples, peers[version]),
    ])  # fmt: skip
    save("pofilter", "The checks by rule beside pofilter", "python -m benchmarks.pofilter --pofilter PATH", body)


def ours(segments: list[Segment]) -> Flags:
    """What mtqa's checks by rule flag, minor or worse."""
    checks = [check for check in chosen() if check.priority >= GENERAL]
    found = enumerate(findings_of(segments, checks))
    return {number: names for number, row in found if (names := {one.check for one in row if one.severity.rank})}


def theirs(command: Path, segments: list[Segment]) -> Flags:
    """What pofilter flags, told the language of the target; a file for each."""
    out: Flags = {}
    for lang in sorted({segment.target_lang for segment in segments}):
        rows = [(number, segment) for number, segment in enumerate(segments) if segment.target_lang == lang]
        text = flagged(command, rows, lang)
        out |= {int(number): set(TEST.findall(notes)) for notes, number in UNIT.findall(text)}
    return out


def flagged(command: Path, rows: list[tuple[int, Segment]], lang: str) -> str:
    """The PO file of the rows that pofilter flags."""
    units = (unit(number, segment.source, segment.target) for number, segment in rows)
    return filtered(command, units, lang, "--progress=none", "--nofuzzy")


def alarms(samples: dict[str, Sample], peers: dict[str, dict[str, Flags]]) -> str:
    """The share of good human segments that each flags, in percent."""
    rows = [
        [name, len(samples[name].segments), *(100 * len(found[name]) / len(samples[name].segments) for found in peers.values())]
        for name in GOOD
    ]  # fmt: skip
    return markdown(["good human segments", "segments", *(f"{peer}: % flagged" for peer in peers)], rows)


def agreement(judged: Sample, peers: dict[str, dict[str, Flags]]) -> str:
    """How often flagged segments have an error, and how many of those that have one are flagged."""
    errors = judged.errors
    wrong, major = sum(map(bool, errors)), sum(any(error.major for error in row) for row in errors)
    header = ["judged", "flagged", "precision, any error", "precision, major", "recall, any error", "recall, major"]
    rows: list[list[object]] = []
    for peer, found in peers.items():
        one = agreed(errors, found["judged"])
        rows.append(
            [peer, one.flagged, one.right / one.flagged, one.major / one.flagged, one.right / wrong, one.major / major]
        )
    rows.append([f"chance ({len(errors)} segments)", "", wrong / len(errors), major / len(errors), "", ""])
    return markdown(header, rows)


def agreed(errors: list[list[Error]], flags: Flags) -> Agreement:
    """The counts of the flagged segments."""
    rows = [errors[number] for number in flags]
    return Agreement(len(rows), sum(map(bool, rows)), sum(any(error.major for error in row) for row in rows))


def by_test(samples: dict[str, Sample], found: dict[str, Flags]) -> str:
    """What pofilter's tests flag: in good human news, and how often an error is there in judged segments."""
    count = len(samples["human"].segments)
    often = Counter(name for names in found["human"].values() for name in names)
    rows: list[list[object]] = []
    for name, number in sorted(often.items(), key=lambda item: (-item[1], item[0])):
        one = agreed(samples["judged"].errors, {at: names for at, names in found["judged"].items() if name in names})
        shares = [one.right / one.flagged, one.major / one.flagged] if one.flagged else ["–", "–"]
        rows.append([name, 1000 * number / count, one.flagged, *shares])
    return markdown(["pofilter's test", "per 1,000 good news segments", "judged", "any error", "major"], rows)


def speed_of_ours(segments: list[Segment]) -> float:
    """Segments a second of the checks by rule."""
    ours(segments[:100])  # the tables are loaded once
    start = time.process_time()
    ours(segments)
    return len(segments) / (time.process_time() - start)


def speed_of_theirs(command: Path, segments: list[Segment]) -> float:
    """Segments a second of pofilter, without what it takes to start."""
    costs = []
    for rows in (segments[:1], segments):
        before = spent()
        theirs(command, rows)
        costs.append(spent() - before)
    return len(segments) / (costs[1] - costs[0])


def spent() -> float:
    """Processor time of the programs that were run."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def speed(speeds: dict[str, float]) -> str:
    """Segments a second."""
    return markdown(["one core", "segments/s"], [[peer, f"{rate:,.0f}"] for peer, rate in speeds.items()])


if __name__ == "__main__":
    main()
