"""The order in which beads come out: that of the translation, which is what is judged and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtqa.data import Bead


def in_order(beads: Iterable[Bead]) -> list[Bead]:
    """``beads`` by their target sentences; a bead without any follows that of the source sentence before its own.

    Where nothing moved, the source sentences are in order then too.
    """
    keys: dict[int, int] = {}
    placed: list[tuple[tuple[int, int, int], Bead]] = []
    for bead in sorted(beads, key=lambda bead: bead.source[:1]):
        first = bead.source[0] if bead.source else 0
        key = bead.target[0] if bead.target else keys.get(first - 1, -1)
        keys.update(dict.fromkeys(bead.source, key))
        placed.append(((key, 0 if bead.target else 1, first), bead))
    return [bead for _, bead in sorted(placed, key=lambda pair: pair[0])]
