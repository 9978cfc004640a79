"""Judged records as JSON Lines: a translation a line, with scores, marked spans or word tags.

Keys: ``src mt refs system human_system doc_id seg_id lp``; scores ``z_mean``, ``da_mean`` or ``score`` (higher is better),
``mqm_score`` (a penalty); ``mqm_annotations`` (a list of raters with ``errors``, each with ``side start end weight``);
``mt_tokens`` and ``word_tags`` (OK/BAD).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from mtqa.data import Range
from mtqa.errors import ReadError
from mtqa.evaluate.base import Judgment, Judgments, Scale, mqm_points
from mtqa.evaluate.judgments.base import JudgmentReader

SCORES: tuple[tuple[str, Scale, int], ...] = (
    ("z_mean", "z", 1),
    ("da_mean", "da", 1),
    ("mqm_score", "mqm", -1),
    ("score", "da", 1),
)
"""Key, scale and sign of the scores; the first that a record has is compared."""


class Record:
    """A line's object, whose values are taken with their types checked."""

    def __init__(self, values: dict[str, Any], name: str, line: int) -> None:
        """Remember where the record stands."""
        self.values, self.name, self.line = values, name, line

    def error(self, expected: str, found: Any, remedy: str = "correct it") -> ReadError:
        """The sentence about what is wrong here."""
        return ReadError(self.name, f"expected {expected}, found {json.dumps(found)[:40]}; {remedy}.", self.line)

    def text(self, *keys: str, needed: bool = False) -> str:
        """The text under the first of the keys that is there."""
        value = next((self.values[key] for key in keys if self.values.get(key) is not None), None)
        if value is None and not needed:
            return ""
        if isinstance(value, int) and not isinstance(value, bool) and not needed:
            return str(value)
        if not isinstance(value, str):
            raise self.error(f"a text under {' or '.join(map(repr, keys))}", value, "add it")
        return value

    def number(self, key: str) -> float | None:
        """The number under the key, ``None`` where there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.error(f"a number under {key!r}", value)
        return float(value)

    def items(self, key: str) -> list[Any]:
        """The list under the key, empty where there is none."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, list):
            raise self.error(f"a list under {key!r}", value)
        return value or []


def read(text: str, name: str) -> Judgments:
    """A judgment a line, in order."""
    records = list(_records(text, name))
    if not records:
        raise ReadError(name, "expected at least one judged translation, found none; name a file that has some.")
    source, dash, target = records[0].text("lp").partition("-")
    return Judgments(name, "jsonl", [_judgment(record) for record in records], (source, target) if dash else ("", ""))


def _records(text: str, name: str) -> Iterator[Record]:
    for line, written in enumerate(text.split("\n"), 1):
        if not written.strip():
            continue
        try:
            values = json.loads(written)
        except (ValueError, RecursionError) as error:
            raise ReadError(
                name, f"expected a JSON object, found a mistake in it ({type(error).__name__}); correct it.", line
            ) from error
        if not isinstance(values, dict):
            raise ReadError(
                name, f"expected a JSON object, found {written.strip()[:30]!r}; write an object a line.", line
            )
        yield Record(values, name, line)


def _judgment(record: Record) -> Judgment:
    target, document, segment = (
        record.text("mt", "target", needed=True),
        record.text("doc_id", "document"),
        record.text("seg_id", "segment"),
    )
    source = record.text("src", "source", needed=True)
    score, scale, points = _scored(record)
    return Judgment(
        source=source,
        target=target,
        reference=_reference(record),
        document=document,
        group=f"{document}\t{segment or source}",
        system=record.text("system"),
        human_system=bool(record.values.get("human_system")),
        score=score,
        points=points,
        scale=scale,
        words=tuple(_words(record, target)),
        bad=tuple(tag == "BAD" for tag in record.items("word_tags")) or None,
        marked=_marked(record, len(target)),
    )


def _scored(record: Record) -> tuple[float | None, Scale, float | None]:
    """The score that is compared, its scale, and the points that the record's scores say."""
    found = {key: record.number(key) for key, _, _ in SCORES}
    key, scale, sign = next((one for one in SCORES if found[one[0]] is not None), ("", "", 1))
    value = found.get(key)
    penalty = found["mqm_score"]
    direct = found["da_mean"] if found["da_mean"] is not None else found["score"]
    points = direct if direct is not None else mqm_points(penalty) if penalty is not None else None
    return (None if value is None else sign * value), scale, points


def _reference(record: Record) -> str:
    """The first reference; that is how several are compared everywhere in mtqa."""
    several = record.values.get("refs") or {}
    if not isinstance(several, dict | list):
        raise record.error("an object or a list under 'refs'", several)
    first = next(iter(several.values() if isinstance(several, dict) else several), "")
    if not isinstance(first, str):
        raise record.error("texts under 'refs'", first)
    return first or record.text("reference", "ref")


def _words(record: Record, target: str) -> Iterator[Range]:
    """The places of the record's words in the target; a word that is not there has no width."""
    at = 0
    for word in record.items("mt_tokens"):
        if not isinstance(word, str):
            raise record.error("texts under 'mt_tokens'", word)
        found = target.find(word, at)
        yield (found, found + len(word)) if found >= 0 else (at, at)
        at = found + len(word) if found >= 0 else at


def _marked(record: Record, size: int) -> tuple[tuple[Range, ...], ...] | None:
    raters = record.items("mqm_annotations")
    if not raters:
        return None
    return tuple(tuple(_spans(record, rater, size)) for rater in raters)


def _spans(record: Record, rater: Any, size: int) -> Iterator[Range]:
    errors = rater.get("errors") if isinstance(rater, dict) else None
    if not isinstance(errors, list) or not all(isinstance(error, dict) for error in errors):
        raise record.error("a list of objects under 'errors' of each rater", rater)
    for error in errors:
        if error.get("side") != "mt" or error.get("weight", 1) < 1 or error.get("start") is None:
            continue
        start, end = error["start"], error.get("end")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= size):
            raise record.error(f"a start and an end within the {size} characters of 'mt'", [start, end])
        yield start, end


def claims(header: frozenset[str]) -> bool:
    """An object a line."""
    return "{" in header


JSONL = JudgmentReader("jsonl", claims, read, "JSON Lines: src, mt and scores, MQM annotations or word tags.")
