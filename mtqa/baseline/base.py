"""The baseline: which findings are known, and what of a run is new since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd

from mtqa.report.fingerprint import Key, keys


class Entry(NamedTuple):
    """A known finding: where and how severe it was (for people), and its key (what it is matched by)."""

    document: str
    severity: str
    key: Key


class Since(NamedTuple):
    """A run against a baseline; ``new`` says for each finding whether nobody knew it.

    ``fixed`` known findings are gone from the documents of the run; ``unseen`` ones belong to documents it does not have.
    """

    new: list[bool]
    known: int
    fixed: list[Entry]
    unseen: int

    @property
    def said(self) -> str:
        """The counts in words: ``3 new, 12 known, 5 fixed``."""
        return f"{sum(self.new)} new, {self.known} known, {len(self.fixed)} fixed"


def entries(segments: pd.DataFrame, findings: pd.DataFrame) -> list[Entry]:
    """All findings of a run as a baseline, sorted, so that a later one differs only in what changed."""
    found = zip(findings["document"], findings["severity"], keys(segments, findings), strict=True)
    return sorted((Entry(str(document), str(severity), key) for document, severity, key in found), key=order)


def order(entry: Entry) -> tuple[str, Key]:
    """What a baseline is sorted by."""
    return entry.document, entry.key


PASSES: tuple[Callable[[Key], tuple[str, ...] | None], ...] = (
    lambda key: (key.check, key.text, key.source, key.target),
    lambda key: (key.check, key.text, key.source) if key.source else None,
    lambda key: (key.check, key.text, key.target) if key.target else None,
)
"""A finding is known by both texts of its segment; else by the source alone, where only something else in the translation
was mended; else by the translation alone, where only the source was edited."""


def since(segments: pd.DataFrame, findings: pd.DataFrame, known: Sequence[Entry]) -> Since:
    """What of the findings is new; equal keys are counted, so that a second one of two is new where one was known."""
    found = keys(segments, findings)
    texts = {text for key in found for text in (key.source, key.target) if text}
    near = [entry for entry in known if entry.key.source in texts or entry.key.target in texts]
    new, left = _met(found, near)
    here = set(segments["document"].tolist())
    met = Counter(entry for entry, there in zip(near, left, strict=True) if not there)
    fixed = list((Counter(entry for entry in known if entry.document in here) - met).elements())
    return Since(new, len(new) - sum(new), fixed, len(known) - met.total() - len(fixed))


def _met(found: Sequence[Key], known: Sequence[Entry]) -> tuple[list[bool], list[bool]]:
    """Which of the keys nobody knew, and which of the known findings none of them is."""
    new, left = [True] * len(found), [True] * len(known)
    for shorten in PASSES:
        stock = Counter(shorten(entry.key) for entry, there in zip(known, left, strict=True) if there)
        used: Counter[tuple[str, ...] | None] = Counter()
        for at, key in enumerate(found):
            short = shorten(key)
            if new[at] and short is not None and used[short] < stock[short]:
                used[short] += 1
                new[at] = False
        _take(known, left, shorten, used)
    return new, left


def _take(
    known: Sequence[Entry], left: list[bool], shorten: Callable[[Key], tuple[str, ...] | None],
    used: Counter[tuple[str, ...] | None],
) -> None:  # fmt: skip
    """Strike the known findings that were met."""
    for at, entry in enumerate(known):
        short = shorten(entry.key)
        if left[at] and used[short]:
            used[short] -= 1
            left[at] = False
