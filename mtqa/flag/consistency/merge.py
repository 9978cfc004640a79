"""Findings about whole texts among those about segments, in order of the segments."""

from __future__ import annotations

import pandas as pd


def merged(segments: pd.DataFrame, findings: pd.DataFrame, late: pd.DataFrame) -> pd.DataFrame:
    """Both frames of findings as one, in order of segment, side (target first) and place; what is earlier stays first."""
    keys = zip(segments["document"].astype(str), segments["segment"].astype(int), strict=True)
    order: dict[tuple[str, int], int] = {}
    for number, key in enumerate(keys):
        order.setdefault(key, number)
    both = pd.concat([findings, late], ignore_index=True) if len(findings) else late.reset_index(drop=True)
    place = [order[key] for key in zip(both["document"].astype(str), both["segment"].astype(int), strict=True)]
    ranks = both.assign(_place=place, _side=both["side"].ne("target"))
    ranks = ranks.sort_values(["_place", "_side", "start"], kind="stable")
    return ranks.drop(columns=["_place", "_side"]).reset_index(drop=True)
