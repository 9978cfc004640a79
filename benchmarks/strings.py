"""Recall and false alarms of the technical checks on software strings written for it, with pofilter beside them.

Run ``python -m benchmarks.strings [--data ../shared/data] [--pofilter PATH]``; PATH is the command of a
translate-toolkit installed in an environment of its own. ``found``: the known error gets a finding; ``named``: of the
check that knows it. A good string with any finding of severity minor or worse is a false alarm. pofilter finds an error
where any of its tests speaks about the unit; it is given a PO file, so it cannot know limits, states and marked terms (5
errors). Both sets were written by the author of the checks: they show what is covered, not how it does on strings
unseen; ``damaged`` tells that.
"""

from __future__ import annotations

import argparse
import csv
import lzma
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.damage import DAMAGES, Damage
from benchmarks.damage import damaged as damage
from benchmarks.po import filtered, unit
from benchmarks.table import markdown, save
from mtqa.data import Finding, Limits, Segment
from mtqa.flag.base import Check
from mtqa.flag.run import findings_of
from mtqa.flag.select import chosen

GOLD = Path(__file__).parent / "gold" / "strings"


class Pair(NamedTuple):
    """A pair of the gold set: its family, the check that knows its error (none: it is good), and the segment."""

    family: str
    check: str
    segment: Segment


def main() -> None:
    """Measure, print and keep the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pofilter", default="")
    arguments = parser.parse_args()
    command: str = arguments.pofilter
    good, bad = read("good"), read("bad")
    findings = {name: found(pairs) for name, pairs in (("good", good), ("bad", bad))}
    peers = {name: pofilter(pairs, command) for name, pairs in (("good", good), ("bad", bad))} if command else {}
    body = "\n\n".join(
        [
            summary(good, bad, findings, peers),
            table(good, bad, findings, peers),
            missed(bad, findings["bad"]),
            human(arguments.data),
            damaged(arguments.data),
        ]
    )
    save("strings", "Software strings: known errors found, good strings flagged", "python -m benchmarks.strings", body)


def read(name: str) -> list[Pair]:
    """The pairs of ``good.tsv`` or ``bad.tsv``."""
    with (GOLD / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Pair(row["family"], row["check"], _segment(row)) for row in rows]


def _segment(row: dict[str, str]) -> Segment:
    source, target = (row[side].replace("⏎", "\n").replace("⇥", "\t") for side in ("source", "target"))
    given = dict(part.partition("=")[::2] for part in row["given"].split(";") if part)
    return Segment(target, source, target_lang="de", source_lang="en", **fields(given))


def fields(given: dict[str, str]) -> dict[str, Any]:
    """The further fields of a segment that the column ``given`` says."""
    out: dict[str, Any] = {name: given[name] for name in ("syntax", "state", "bead") if name in given}
    limits = {"max_chars": "chars", "max_bytes": "size", "max_lines": "lines"}
    room: dict[str, Any] = {field: int(given[name]) for name, field in limits.items() if name in given}
    room |= {"encoding": given["encoding"]} if "encoding" in given else {}
    if room:
        out["limits"] = Limits(**room)
    if "forms" in given:
        out |= {"forms": tuple(given["forms"].split("/")), "form": int(given["form"]), "syntax": "po"}
    if "terms" in given:
        start, _, end = given["terms"].partition("-")
        out["source_terms"] = ((int(start), int(end)),)
    return out


def found(pairs: list[Pair]) -> list[list[Finding]]:
    """The findings of the checks that are on by default, in each pair."""
    return [list(row) for row in findings_of([pair.segment for pair in pairs], chosen())]


def summary(
    good: list[Pair], bad: list[Pair], findings: dict[str, list[list[Finding]]], peers: dict[str, list[bool]]
) -> str:
    """The main figures."""
    alarms = sum(_alarms(row) for row in findings["good"])
    hits, named = (sum(map(function, bad, findings["bad"])) for function in (_found, _named))
    rows: list[list[object]] = [["mtqa", f"{hits} of {len(bad)}", f"{named} of {len(bad)}", f"{alarms} of {len(good)}"]]
    if peers:
        rows.append(["pofilter", f"{sum(peers['bad'])} of {len(bad)}", "–", f"{sum(peers['good'])} of {len(good)}"])
    return markdown(["", "known errors found", "named by their check", "good strings flagged"], rows)


def _alarms(row: list[Finding]) -> bool:
    return any(finding.severity.rank for finding in row)


def _found(_: Pair, row: list[Finding]) -> bool:
    return bool(row)


def _named(pair: Pair, row: list[Finding]) -> bool:
    return any(finding.check == pair.check for finding in row)


def table(
    good: list[Pair], bad: list[Pair], findings: dict[str, list[list[Finding]]], peers: dict[str, list[bool]]
) -> str:
    """A row a family."""
    rows: dict[str, list[int]] = defaultdict(lambda: [0] * 6)
    for at, pair in enumerate(bad):
        row = findings["bad"][at]
        _add(rows[pair.family], (1, _found(pair, row), peers.get("bad", [False] * len(bad))[at], 0, 0, 0))
    for at, pair in enumerate(good):
        spoke = peers.get("good", [False] * len(good))[at]
        _add(rows[pair.family], (0, 0, 0, 1, _alarms(findings["good"][at]), spoke))
    header = ["family", "errors", "found", "pofilter", "good", "flagged", "pofilter flags"]
    return markdown(header, [[family, *rows[family]] for family in sorted(rows)])


def _add(row: list[int], more: tuple[int, ...]) -> None:
    row[:] = [one + int(other) for one, other in zip(row, more, strict=True)]


def missed(bad: list[Pair], findings: list[list[Finding]]) -> str:
    """The known errors that no check saw."""
    lines = [f"* {pair.family}: `{pair.segment.source}` → `{pair.segment.target}` ({pair.check})"
             for pair, row in zip(bad, findings, strict=True) if not row]  # fmt: skip
    return "Not found:\n\n" + "\n".join(lines) if lines else "All were found."


STRINGS = (
    "aosp_apps azure_pipelines_tasks covapp cwa_android cwa_ios djangogirls dotnet_xlf focus_android jenkins "
    "matrix_react_sdk monero_site_yml mozilla_www_ftl mozilla_www_lang mozilla_engagement ms_resw mw_visualeditor "
    "osm_community_index rails_i18n shopware thunderbird_android wagtail wekan wikipedia_android organicmaps_site"
).split()
MANUALS = (
    "fastapi_docs gnome_user_docs ms_adx_docs ms_bc_docs ms_intune_docs ms_powershell_docs ms_rms_docs owasp_asvs tldr "
    "opensource_guide raspberrypi_learning bitcoin_org twelvefactor monero_site_md cncf_glossary"
).split()
TECHNICAL = ("DES", "ACC001", "ACC004", "ACC010", "ACC021", "ACC022", "ACC023", "ACC025", "LIN008", "LIN021", "LIN022",
             "LIN023", "LIN024", "LIN025")  # fmt: skip


def human(data: Path, most: int = 2000) -> str:
    """What the technical checks flag in translations that projects shipped, up to ``most`` pairs of each."""
    path = data / "parallel" / "train.en-de.tsv.xz"
    if not path.is_file():
        return ""
    checks = chosen([check.code for check in chosen() if check.code.startswith(TECHNICAL)])
    rows, counts = [], Counter[str]()
    for name, projects in (("software strings", STRINGS), ("manuals", MANUALS)):
        segments = shipped(path, projects, most)
        found = [[one for one in row if one.severity.rank] for row in findings_of(segments, checks)]
        counts.update(f"{one.code} {one.check}" for row in found for one in row)
        rows.append([name, len(segments), 100 * sum(map(bool, found)) / len(segments)])
    said = ", ".join(f"{name} {count}" for name, count in counts.most_common())
    return "Shipped translations:\n\n" + markdown(["", "pairs", "% flagged, minor or worse"], rows) + f"\n\n{said}."


def damaged(data: Path, most: int = 300) -> str:
    """How many of the errors put into shipped translations, of those that get no finding as they are, get one."""
    path = data / "parallel" / "train.en-de.tsv.xz"
    if not path.is_file():
        return ""
    checks = chosen([check.code for check in chosen() if check.code.startswith(TECHNICAL)])
    segments = shipped(path, STRINGS + MANUALS, 2000)
    clean = [one for one, row in zip(segments, findings_of(segments, checks), strict=True) if not row]
    rows = [[name, *_recall(clean, how, checks, most)] for name, how in DAMAGES.items()]
    return "Errors put into shipped translations:\n\n" + markdown(["error", "pairs", "% found"], rows)


def _recall(clean: list[Segment], how: Damage, checks: list[Check], most: int) -> tuple[int, float]:
    draw = random.Random(2)
    wrong = [one for segment in clean if (one := damage(segment, how, draw))]
    wrong = draw.sample(wrong, min(most, len(wrong)))
    hits = sum(any(one.severity.rank for one in row) for row in findings_of(wrong, checks))
    return len(wrong), 100 * hits / max(1, len(wrong))


def shipped(path: Path, projects: list[str], most: int) -> list[Segment]:
    """Pairs of the projects, drawn by chance, the same ones every time."""
    pairs: dict[str, list[Segment]] = {project: [] for project in projects}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            english, german, project, *_ = line.rstrip("\n").split("\t")
            if project in pairs:
                pairs[project].append(Segment(german, english, target_lang="de", source_lang="en"))
    draw = random.Random(1)
    return [one for found in pairs.values() for one in draw.sample(found, min(most, len(found)))]


def pofilter(pairs: list[Pair], command: str) -> list[bool]:
    """Whether pofilter, with its default tests, says anything about each pair; given as a PO file."""
    units = (f"#. {number}\n{_flag(pair)}" + unit(number, pair.segment.source, pair.segment.target)
             for number, pair in enumerate(pairs))  # fmt: skip
    spoken = set(filtered(command, units, "de").split("\n"))
    return [f'msgctxt "{number}"' in spoken for number, _ in enumerate(pairs)]


def _flag(pair: Pair) -> str:
    kind = {"printf": "c-format", "python": "python-format"}.get(pair.family, "")
    flags = ", ".join(filter(None, ["fuzzy" if pair.segment.state == "fuzzy" else "", kind]))
    return f"#, {flags}\n" if flags else ""


if __name__ == "__main__":
    main()
