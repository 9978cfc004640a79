"""Findings about whole texts among those about segments, in order of the segments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from mtqa.data import Severity

Key = tuple[str, int, str]
"""Document, segment, side."""

Place = tuple[int, int, int]
"""Start, end, rank of the severity."""


def merged(segments: pd.DataFrame, findings: pd.DataFrame, late: pd.DataFrame) -> pd.DataFrame:
    """Both frames of findings as one, in order of segment, side (target first) and place; what is earlier stays first.

    A late finding goes where one about its segment says as much of its place.
    """
    keys = zip(segments["document"].astype(str), segments["segment"].astype(int), strict=True)
    order: dict[tuple[str, int], int] = {}
    for number, key in enumerate(keys):
        order.setdefault(key, number)
    late = late[[not said for said in _said(findings, late)]]
    both = pd.concat([findings, late], ignore_index=True) if len(findings) else late.reset_index(drop=True)
    place = [order[key] for key in zip(both["document"].astype(str), both["segment"].astype(int), strict=True)]
    ranks = both.assign(_place=place, _side=both["side"].ne("target"))
    ranks = ranks.sort_values(["_place", "_side", "start"], kind="stable")
    return ranks.drop(columns=["_place", "_side"]).reset_index(drop=True)


def _said(findings: pd.DataFrame, late: pd.DataFrame) -> Iterator[bool]:
    """Per finding about a whole text: whether one about the segment covers its place and is as grave."""
    places: dict[Key, list[Place]] = defaultdict(list)
    for key, place in _places(findings):
        places[key].append(place)
    for key, (start, end, rank) in _places(late):
        yield any(first <= start and end <= last and rank <= other for first, last, other in places.get(key, ()))


def _places(findings: pd.DataFrame) -> Iterator[tuple[Key, Place]]:
    columns = (findings[name].tolist() for name in ("document", "segment", "side", "start", "end", "severity"))
    for document, segment, side, start, end, severity in zip(*columns, strict=True):
        yield (str(document), int(segment), str(side)), (int(start), int(end), Severity(severity).rank)
