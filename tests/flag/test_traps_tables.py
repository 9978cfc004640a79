"""Traps in tables, a file a subject: pairs that a check must leave alone (nothing in ``check``), or must name.

Columns ``source target lang check given note``: ``lang`` is the target's language (German or English), ``given`` what a
file would say of the segment (``max_chars=8``), ``⏎`` a line break. A new file beside these is read as well.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from benchmarks.strings import fields
from mtqa.data import Segment
from mtqa.flag.run import findings_of
from mtqa.flag.select import chosen

TABLES = sorted((Path(__file__).parent / "traps").glob("*.tsv"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def segment(row: dict[str, str]) -> Segment:
    source, target = (row[side].replace("⏎", "\n") for side in ("source", "target"))
    given = dict(part.partition("=")[::2] for part in row["given"].split(";") if part)
    lang = row["lang"]
    return Segment(target, source, target_lang=lang, source_lang={"de": "en", "en": "de"}[lang[:2]], **fields(given))


CASES = [pytest.param(row, id=f"{path.stem}-{number}") for path in TABLES for number, row in enumerate(rows(path), 2)]


OFF = {check.name for check in chosen(["all"]) if not check.default}


@pytest.mark.parametrize("row", CASES)
def test_a_trap_is_left_alone_or_named(row: dict[str, str]) -> None:
    [findings] = findings_of([segment(row)], [*chosen(), *chosen([row["check"]])] if row["check"] in OFF else chosen())
    said = [finding.check for finding in findings if finding.severity.rank or finding.check == row["check"]]
    assert (row["check"] in said) if row["check"] else not said, [(one.check, one.text) for one in findings]
