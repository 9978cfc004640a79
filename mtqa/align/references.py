"""A second alignment brought to the segments of the first, so that no sentence of a reference gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.data import Bead


def attach(beads: list[Bead], references: list[Bead]) -> list[list[int]]:
    """For each of ``beads`` the sentences of the reference that belong to it: each to exactly one, in order.

    ``references`` align the reference (as their source) with the same target. Where a bead of theirs spreads over
    several segments, its sentences are shared out evenly; one without a target goes to a segment that has none either
    and stands there (both texts say what the target left out), or to the segment before. What moved goes where it is.
    """
    segment_of = {place: number for number, bead in enumerate(beads) for place in bead.target}
    found: list[list[int]] = [[] for _ in beads]
    here = 0
    for reference in references:
        places = [segment_of[place] for place in reference.target]
        for order, sentence in enumerate(reference.source):
            share = order * len(places) // len(reference.source)
            at = (
                _free(beads, found, here)
                if not places
                else places[share]
                if reference.moved
                else max(here, places[share])
            )
            here = here if reference.moved else at
            if found:
                found[at].append(sentence)
        here = here if reference.moved else max([here, *places])
    return [sorted(sentences) for sentences in found]


def _free(beads: list[Bead], found: list[list[int]], here: int) -> int:
    """The next segment without target that nothing was attached to, if only such lie between; otherwise ``here``."""
    after = here if not any(found) else here + 1
    while after < len(beads) and not beads[after].target:
        if not found[after]:
            return after
        after += 1
    return here
