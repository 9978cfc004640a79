"""Suppressions applied: findings that are reported, and findings that somebody has given a reason against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from mtqa.flag.suppression.comment import Comment, commented
from mtqa.flag.suppression.entry import Entry, Place
from mtqa.frames import SUPPRESSED

if TYPE_CHECKING:
    from typing import Any

COMMENT = "comment"
"""What :data:`mtqa.frames.SUPPRESSED` calls a comment in the input."""


def apply(
    segments: pd.DataFrame, findings: pd.DataFrame, entries: Sequence[Entry]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The findings that stay, and those that a comment of their segment or an entry names (contract ``SUPPRESSED``)."""
    said = commented(segments)
    if findings.empty or not (entries or said):
        return findings, SUPPRESSED.empty()
    judged = list(_judged(segments, findings, entries, said))
    left_out = pd.Series([bool(names) for names, _ in judged], index=findings.index)
    there = [(names, reason) for names, reason in judged if names]
    rows = findings[left_out].assign(
        reason=[reason for _, reason in there], by=[", ".join(names) for names, _ in there]
    )
    return findings[~left_out].reset_index(drop=True), rows.reset_index(drop=True).astype(SUPPRESSED.columns)


def _judged(
    segments: pd.DataFrame, findings: pd.DataFrame, entries: Sequence[Entry], said: Mapping[int, Sequence[Comment]]
) -> Iterator[tuple[list[str], str]]:
    """Per finding: what suppresses it, and the reason of the first."""
    row_of = {place: row for row, place in enumerate(zip(segments["document"], segments["segment"], strict=True))}
    texts = {
        side: segments[side].tolist() if side in segments else [""] * len(segments) for side in ("source", "target")
    }
    by_code: dict[str, list[Entry]] = {}
    for entry in entries:
        for code in entry.codes:
            by_code.setdefault(code, []).append(entry)
    for found in findings[["document", "segment", "code", "text"]].to_dict("records"):
        row = row_of[found["document"], found["segment"]]
        place = Place(found["document"], texts["source"][row], texts["target"][row], found["text"])
        yield _by(found, place, said.get(row, ()), by_code.get(found["code"], ()))


def _by(
    found: Mapping[Any, Any], place: Place, said: Sequence[Comment], entries: Sequence[Entry]
) -> tuple[list[str], str]:
    named = [(COMMENT, one.reason) for one in said if found["code"] in one.codes][:1]
    named += [(entry.name, entry.reason) for entry in entries if entry.fits(place)]
    return [name for name, _ in named], named[0][1] if named else ""
