"""Human judgments as segments with a label a token, for training and for measuring (formats: ../shared/data/README.md)."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.data import Range, Segment
from mtqa.text.view import View


@dataclass(frozen=True, slots=True)
class Judged:
    """A segment and what people said of it: ``bad`` in 0..1 a token (share of raters), ``z`` higher is better."""

    segment: Segment
    bad: npt.NDArray[np.float32]
    z: float
    group: str
    corpus: str
    split: str
    human: bool
    record: dict[str, Any] = field(repr=False)


def load(path: Path) -> list[Judged]:
    """All records of one file, in order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_judged(json.loads(line)) for line in lines]


def _judged(record: dict[str, Any]) -> Judged:
    source_lang, target_lang = record["lp"].split("-")
    segment = Segment(
        target=record["mt"], source=record["src"], source_lang=source_lang, target_lang=target_lang,
        document=str(record.get("doc_id") or ""),
    )  # fmt: skip
    return Judged(
        segment, token_labels(record), human_score(record), str(record.get("doc_id") or record["src"]),
        record["corpus"], str(record.get("split")), bool(record.get("human_system")), record,
    )  # fmt: skip


def human_score(record: dict[str, Any]) -> float:
    """The human score, higher is better; NaN where there is none."""
    for key, sign in (("z_mean", 1), ("da_mean", 1), ("mqm_score", -1)):
        if record.get(key) is not None:
            return sign * float(record[key])
    return float("nan")


def token_labels(record: dict[str, Any]) -> npt.NDArray[np.float32]:
    """Per token of the masked target, the share of raters that marked it (0 or 1 with word tags)."""
    raters = list(_marked(record))
    found = View(record["mt"]).tokens
    out = np.zeros(len(found), np.float32)
    for spans in raters:
        out += [any(token.start < end and start < token.end for start, end in spans) for token in found]
    return np.asarray(out / max(1, len(raters)), np.float32)


def _marked(record: dict[str, Any]) -> Iterator[list[Range]]:
    if record.get("word_tags"):
        places = token_places(record)
        yield [place for place, tag in zip(places, record["word_tags"], strict=False) if tag == "BAD"]
        return
    for rater in record.get("mqm_annotations") or []:
        yield [
            (error["start"], error["end"])
            for error in rater["errors"]
            if error.get("side") == "mt" and error.get("weight", 1) >= 1 and error["start"] is not None
        ]


def token_places(record: dict[str, Any]) -> list[Range]:
    """Where the record's own words stand in its target."""
    target = record["mt"]
    if not record.get("mt_tokens"):
        return [match.span() for match in re.finditer(r"\S+", target)]
    spans, at = [], 0
    for token in record["mt_tokens"]:
        found = target.find(token, at)
        spans.append((found, found + len(token)) if found >= 0 else (at, at))
        at = found + len(token) if found >= 0 else at
    return spans
