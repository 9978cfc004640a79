"""MQM annotations as published for WMT: a row an error, marked with ``<v>…</v>`` in the target or the source.

The format of https://github.com/google/wmt-mqm-human-evaluation; the weights are those of Freitag et al. (2021), "Experts,
Errors, and Context", table 3, and mtqa's own 25 for a critical error. Errors in the source cost nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from mtqa.data import Range
from mtqa.errors import ReadError
from mtqa.evaluate.base import Judgment, Judgments, mqm_points
from mtqa.evaluate.judgments.base import JudgmentReader
from mtqa.evaluate.judgments.cells import Row, placed
from mtqa.mqm import WEIGHTS

COLUMNS = {
    "system": ("system",),
    "document": ("doc", "document", "doc_name"),
    "document_segment": ("doc_id", "docsegid", "doc_seg_id"),
    "segment": ("seg_id", "globalsegid", "global_seg_id", "segment"),
    "rater": ("rater", "annotator"),
    "source": ("source", "src"),
    "target": ("target", "mt"),
    "category": ("category",),
    "severity": ("severity",),
}
NEEDED = ("system", "source", "target", "category", "severity")
NO_ERROR = frozenset({"", "no-error", "no error", "none"})
TESTS = "hotw"
"""How the severity of rows begins that only test a rater's attention."""
NON_TRANSLATION = 25.0
PUNCTUATION = "fluency/punctuation"
MARK = re.compile(r"</?v>")
HUMAN = re.compile(r"(?i)(?:ref|human)(?:$|[^a-z]|[a-z]$|[a-z][^a-z])")
"""What the published files call human translations: ref, refA, Human-A.0."""


class Error(NamedTuple):
    """A row: who said what a place of the target costs. ``spans`` are in ``target``, the text without marks."""

    rater: str
    weight: float
    target: str
    spans: tuple[Range, ...]


def read(text: str, name: str) -> Judgments:
    """A judgment for each translation of a segment: the raters' mean penalty, and the spans that each of them marked."""
    together: dict[tuple[str, str, str], list[Row]] = {}
    for row in _rows(text, name):
        segment = row.text("segment") or row.text("document_segment") or _clean(row.text("source"))
        together.setdefault((row.text("document"), segment, row.text("system")), []).append(row)
    judged = [_judgment(key, found) for key, found in together.items()]
    if not judged:
        raise ReadError(name, "expected at least one judged translation, found none; name a table that has some.")
    return Judgments(name, "mqm", list(_referenced(judged)))


def _rows(text: str, name: str) -> Iterator[Row]:
    """The rows; quotation marks are the texts' own, as in the published files."""
    lines = text.removeprefix("\ufeff").split("\n")
    places = placed(lines[0].rstrip("\r").split("\t"), COLUMNS, NEEDED, name)
    width = max(places.values()) + 1
    for number, line in enumerate(lines[1:], 2):
        cells = line.rstrip("\r").split("\t")
        if cells == [""]:
            continue
        if len(cells) < width:
            raise ReadError(
                name, f"expected at least {width} cells, as in the header, found {len(cells)}; correct the row.", number
            )
        row = Row({ours: cells[place] for ours, place in places.items()}, name, number)
        if not row.text("severity").strip().lower().startswith(TESTS):
            yield row


def _judgment(key: tuple[str, str, str], found: Sequence[Row]) -> Judgment:
    document, segment, system = key
    errors = [_error(row) for row in found]
    target = Counter(error.target for error in errors).most_common(1)[0][0]
    raters = dict.fromkeys(error.rater for error in errors)
    penalty = sum(error.weight for error in errors) / len(raters)
    return Judgment(
        source=_clean(found[0].text("source")),
        target=target,
        document=document,
        group=f"{document}\t{segment}",
        system=system,
        human_system=bool(HUMAN.match(system)),
        score=-penalty,
        points=mqm_points(penalty),
        scale="mqm",
        marked=tuple(tuple(_spans(errors, rater, target)) for rater in raters),
    )


def _error(row: Row) -> Error:
    target = row.text("target")
    return Error(row.text("rater"), _weight(row), _clean(target), tuple(_marked(target)))


def _spans(errors: Iterable[Error], rater: str, target: str) -> Iterator[Range]:
    """What the rater marked; marks in a text that differs from what the others saw have no place in it."""
    for error in errors:
        if error.rater == rater and error.weight >= 1 and error.target == target:
            yield from error.spans


def _weight(row: Row) -> float:
    category, severity = row.text("category").strip().lower(), row.text("severity").strip().lower()
    if severity in NO_ERROR or category.startswith("source "):
        return 0.0
    if severity not in WEIGHTS:
        raise ReadError(
            row.name,
            f"expected the severity neutral, minor, major or critical, found {severity[:30]!r}; correct it.",
            row.line,
        )
    if category.startswith("non-translation"):
        return NON_TRANSLATION
    return 0.1 if severity == "minor" and category.startswith(PUNCTUATION) else WEIGHTS[severity]


def _clean(text: str) -> str:
    return MARK.sub("", text)


def _marked(text: str) -> Iterator[Range]:
    """The places between marks, in the text without them; a mark that nobody closed reaches to the end."""
    start, removed = None, 0
    for match in MARK.finditer(text):
        place = match.start() - removed
        removed += len(match.group())
        if match.group() == "<v>":
            start = place
        elif start is not None:
            if place > start:
                yield start, place
            start = None
    if start is not None and start < len(text) - removed:
        yield start, len(text) - removed


def _referenced(judged: Sequence[Judgment]) -> Iterator[Judgment]:
    """The judgments with the first human translation of each segment as the reference of the systems' ones."""
    human: dict[str, str] = {}
    for one in sorted((one for one in judged if one.human_system), key=lambda one: one.system):
        human.setdefault(one.group, one.target)
    for one in judged:
        yield one if one.human_system else replace(one, reference=human.get(one.group, ""))


def claims(header: frozenset[str]) -> bool:
    """A category and a severity for each row."""
    return {"category", "severity"} <= header


MQM = JudgmentReader("mqm", claims, read, "A tab-separated table of MQM errors as published for WMT.")
