"""The ranking, in clusters as at WMT: a line goes where every system above is significantly better than every one below."""

from __future__ import annotations

from mtqa.compare.base import Place, Scored
from mtqa.compare.correction import is_significant


def ranking(scored: Scored) -> list[Place]:
    """The systems, the best first; ranks are those that the significant differences leave open (WMT's rank ranges)."""
    order = sorted(range(len(scored.systems)), key=lambda at: (_loss(scored, at), at))
    better = _better(scored)
    cluster, found = 1, []
    for position, system in enumerate(order):
        above, below = order[:position], order[position:]
        if position and all((high, low) in better for high in above for low in below):
            cluster += 1
        best = 1 + sum((other, system) in better for other in order)
        worst = len(order) - sum((system, other) in better for other in order)
        found.append(Place(system, cluster, best, worst))
    return found


def _loss(scored: Scored, at: int) -> float:
    value = scored.systems[at].value
    return float("inf") if value is None else -scored.better * value


def _better(scored: Scored) -> set[tuple[int, int]]:
    """(better, worse) for each significant difference."""
    out = set()
    for pair in scored.pairs:
        if is_significant(pair) and pair.difference:
            first_wins = pair.difference * scored.better > 0
            out.add((pair.first, pair.second) if first_wins else (pair.second, pair.first))
    return out
