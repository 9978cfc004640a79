"""Findings held against what judges marked: by word, by character, and by segment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from mtqa.data import Range
from mtqa.evaluate.base import Judgment
from mtqa.evaluate.measures import Floats

WORD = re.compile(r"\S+")
COUNTS = ("tn", "fp", "fn", "tp", "both", "said", "marked", "judged", "segments", "flagged", "clean", "flagged_clean")
"""What is counted in each translation: words (the first four), characters, whether spans were judged, and segments."""


def word_places(row: Judgment) -> Sequence[Range]:
    """The places of the words: those of the record, or what stands between spaces."""
    return row.words or [match.span() for match in WORD.finditer(row.target)]


def touches(span: Range, others: Iterable[Range]) -> bool:
    """Whether the span shares a character with one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def bad_words(row: Judgment, places: Sequence[Range]) -> Sequence[bool] | None:
    """Which words are wrong: as tagged, else those that at least half of the raters marked; ``None`` without either."""
    if row.bad is not None:
        return row.bad
    if row.marked is None:
        return None
    return [2 * sum(touches(place, spans) for spans in row.marked) >= len(row.marked) for place in places]


def wrong_places(row: Judgment) -> list[Range] | None:
    """All that anyone held to be wrong: the marked spans of every rater, or the words tagged; ``None`` where nobody said."""
    if row.marked is not None:
        return [span for spans in row.marked for span in spans]
    if row.bad is None:
        return None
    return [place for place, bad in zip(word_places(row), row.bad, strict=False) if bad]


def mask(spans: Iterable[Range], size: int) -> npt.NDArray[np.bool_]:
    """Which of ``size`` characters lie in a span."""
    out = np.zeros(size, bool)
    for start, end in spans:
        out[start:end] = True
    return out


def counted(row: Judgment, found: Sequence[Range]) -> Floats:
    """The :data:`COUNTS` of a translation in which mtqa found the spans ``found``."""
    out = dict.fromkeys(COUNTS, 0.0)
    places = word_places(row)
    bad = bad_words(row, places)
    out["segments"], out["flagged"] = 1.0, float(bool(found))
    if bad is not None:
        for place, wrong in zip(places, bad, strict=False):
            out[("tn", "fp", "fn", "tp")[2 * wrong + touches(place, found)]] += 1
        out["clean"] = float(not any(bad))
        out["flagged_clean"] = float(bool(found) and not any(bad))
    if row.marked is not None:
        marked, said = (
            mask((span for spans in row.marked for span in spans), len(row.target)),
            mask(found, len(row.target)),
        )
        out |= {
            "both": float((marked & said).sum()),
            "said": float(said.sum()),
            "marked": float(marked.sum()),
            "judged": 1.0,
        }
    return np.array([out[name] for name in COUNTS])
