"""How much of what is damaged in good translations the checks see, beside a naive comparer of digits.

Run ``python -m benchmarks.slips [--data ../shared/data]``. Pairs of ``train.en-de.tsv.xz`` in both directions are damaged in
one place each (``benchmarks.damages``, seeded). ``seen``: a check that is on by default says something that it did not say of
the undamaged pair; ``minor``: of severity minor or worse. ``naive`` compares the digit strings of both sides, commas and
points being one, as the free checkers do.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
from pathlib import Path

from benchmarks.checks import load
from benchmarks.damages import DAMAGES, Damage
from benchmarks.table import markdown, save
from mtqa.data import Finding, Segment
from mtqa.flag.base import Check
from mtqa.flag.run import findings_of
from mtqa.flag.select import chosen

PAIRS = 250
"""Pairs of a kind and a direction, if there are so many."""

NOISY = frozenset(("dotnet_xlf", "ms_adx_docs", "azure_pipelines_tasks", "gnome_user_docs", "europarl_marian_toy"))
"""Sources whose translations are machine-made or in old spelling."""


def main() -> None:
    """Measure, print and keep the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data: Path = parser.parse_args().data
    checks = [check for check in chosen() if check.priority >= 20]
    pairs = _pairs(data / "parallel" / "train.en-de.tsv.xz")
    body = "\n\n".join([recall(pairs, checks), alarms(data, checks)])
    save("slips", "Checks by rule: what they see of damaged translations", "python -m benchmarks.slips", body)


def _pairs(path: Path) -> list[Segment]:
    """Both directions of all pairs of ordinary length, shuffled."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    rows = [row for row in rows if row[2] not in NOISY and 15 < len(row[0]) < 300 and row[0] != row[1]]
    random.Random(11).shuffle(rows)
    out = []
    for english, german, *_ in rows:
        out.append(Segment(german, english, target_lang="de", source_lang="en"))
        out.append(Segment(english, german, target_lang="en", source_lang="de"))
    return out


def recall(pairs: list[Segment], checks: list[Check]) -> str:
    """A row a kind of damage: how many pairs, and which share of them is seen."""
    rows = []
    for number, (kind, damage) in enumerate(DAMAGES.items()):
        good, bad = _damaged(pairs, damage, number)
        before, after = (list(findings_of(segments, checks)) for segments in (good, bad))
        new = [_new(old, found) for old, found in zip(before, after, strict=True)]
        seen = sum(bool(row) for row in new)
        minor = sum(any(finding.severity.rank for finding in row) for row in new)
        naive = sum(_naive(one) and not _naive(other) for one, other in zip(bad, good, strict=True))
        rows.append([kind, len(bad), *(100 * count / max(1, len(bad)) for count in (seen, minor, naive))])
    return markdown(["damage", "pairs", "% seen", "% seen, minor or worse", "% naive"], rows)


def _damaged(pairs: list[Segment], damage: Damage, number: int) -> tuple[list[Segment], list[Segment]]:
    """So many pairs of each direction that can be damaged so, whole and damaged."""
    source, left = random.Random(number), {"de": PAIRS, "en": PAIRS}
    good, bad = [], []
    for pair in pairs:
        if not left[pair.target_lang]:
            continue
        text = damage(pair.target, pair.target_lang, source)
        if text and text != pair.target:
            left[pair.target_lang] -= 1
            good.append(pair)
            bad.append(Segment(text, pair.source, target_lang=pair.target_lang, source_lang=pair.source_lang))
    return good, bad


def _new(before: list[Finding], after: list[Finding]) -> list[Finding]:
    known = {(finding.code, finding.text) for finding in before}
    return [finding for finding in after if (finding.code, finding.text) not in known]


RUN = re.compile(r"\d+(?:[.,]\d+)*")


def _naive(segment: Segment) -> bool:
    """Whether the digit strings of both sides differ."""
    sides = ([run.replace(",", ".") for run in RUN.findall(text)] for text in (segment.source, segment.target))
    one, other = (sorted(side) for side in sides)
    return one != other


NUMBERS = ("ACC007", "ACC011", "ACC04", "LOC020")


def alarms(data: Path, checks: list[Check]) -> str:
    """Alarms per 1,000 good pairs: the checks of numbers, dates and units, and the naive comparer."""
    rows = []
    about = [check for check in checks if check.code.startswith(NUMBERS)]
    for name, sample in load(data).items():
        if name == "judged":
            continue
        found = list(findings_of(sample.segments, about))
        any_, minor = (sum(any(finding.severity.rank >= least for finding in row) for row in found) for least in (0, 1))
        naive = sum(_naive(segment) for segment in sample.segments)
        rows.append([name, len(found), *(1000 * count / len(found) for count in (any_, minor, naive))])
    return "Alarms per 1,000 good segments, checks about numbers alone:\n\n" + markdown(
        ["sample", "segments", "mtqa", "mtqa, minor or worse", "naive"], rows
    )


if __name__ == "__main__":
    main()
