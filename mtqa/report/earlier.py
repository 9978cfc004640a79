"""The CSV tables of an earlier run, read back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

NUMBERS = frozenset({"segment", "start", "end", "confidence", "penalty"})
"""Columns of numbers, besides those of scores; any other one is read as text, as a spreadsheet would show it."""


def earlier_table(path: Path, needed: Sequence[str]) -> pd.DataFrame:
    """The table, which must have the columns ``needed``; texts as they are written (:func:`mtqa.report.cells.unguard`).

    Raises:
        ReadError: where there is no such table, or it is another one.
    """
    import pandas as pd

    try:
        frame = pd.read_csv(path, keep_default_na=False, dtype=str)
    except FileNotFoundError as error:
        raise ReadError(
            path, "expected a table of an earlier run, found none; run mtqa check with --format csv."
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(
            path, "expected a table of an earlier run, found something else; run mtqa check with --format csv."
        ) from error
    missing = [name for name in needed if name not in frame]
    if missing:
        raise ReadError(
            path, f"expected the columns {', '.join(needed)}, found no {', '.join(missing)}; run mtqa check anew.", 1
        )
    numbers = [str(name) for name in frame if str(name).startswith("score.") or name in NUMBERS]
    return frame.assign(**{name: pd.to_numeric(frame[name], errors="coerce") for name in numbers})
