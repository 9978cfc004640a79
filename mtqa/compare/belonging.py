"""Running texts that are no translation of the source they were given: scores of such a text say nothing about its system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from mtqa.compare.base import System

ADEQUACY = 10.0
"""What the mean adequacy of another text stays under: 1 to 4 between the texts of ``corpora/``; translations have 77 and more."""

COUNTERPART = 0.75
"""The share of the characters of both sides in beads that have both, which another text stays under: 19 to 65 % there, against
99 %. A failed engine that left its source untranslated has the adequacy of another text, but not its alignment."""


def refuse_others(systems: Sequence[System]) -> None:
    """Raise :class:`ReadError` where a system's running text plainly does not belong to its source."""
    for system in systems:
        for document, rows in system.results.segments.groupby("document", sort=False):
            if _is_aligned(rows) and _is_another(rows):
                raise ReadError(
                    system.name, f"expected a translation of the source, found a text that says nothing of it (adequacy "
                    f"{rows['score.adequacy'].mean():.0f} of 100 in {document}); compare translations of the same text.",
                )  # fmt: skip


def _is_aligned(rows: pd.DataFrame) -> bool:
    return bool((rows["bead"] != "pair").any() and "score.adequacy" in rows and (rows["source"] != "").any())


def _is_another(rows: pd.DataFrame) -> bool:
    sides = [rows[side].map(len) for side in ("source", "target")]
    whole, both = sides[0] + sides[1], (sides[0] > 0) & (sides[1] > 0)
    return bool(rows["score.adequacy"].mean() < ADEQUACY and whole[both].sum() < COUNTERPART * whole.sum())
