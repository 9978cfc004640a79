"""What a reader should know of the alignment before trusting what hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import DOUBTFUL
from mtqa.report.cells import counted

if TYPE_CHECKING:
    import pandas as pd


def alignment_notes(segments: pd.DataFrame) -> list[str]:
    """A sentence on doubtful beads and one on passages that moved, where there are any."""
    if not {"alignment", "bead"} <= set(segments.columns):
        return []
    doubtful = int(((segments["bead"] != "pair") & (segments["alignment"] < DOUBTFUL)).sum())
    moved = int((segments["moved"] == 1).sum()) if "moved" in segments else 0
    notes = []
    if doubtful:
        notes.append(
            f"{counted(doubtful, 'segment')} of {len(segments)} {'is' if doubtful == 1 else 'are'} aligned doubtfully: "
            "source and target may not belong together."
        )
    if moved:
        notes.append(f"{counted(moved, 'passage')} {'stands' if moved == 1 else 'stand'} elsewhere than in the source.")
    return notes
