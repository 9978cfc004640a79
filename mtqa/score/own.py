"""What mtqa's own scores share: hard floors, and missing values where nothing can be told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from mtqa.data import Segment
from mtqa.judge.evidence import Evidence
from mtqa.judge.model import QualityModel
from mtqa.score.base import Batch, Numbers
from mtqa.text.language import detect

UNTRANSLATED = 12
"""Letters a segment must have before a copy of the source or another language counts as no translation."""


def judged(batch: Batch, value: Callable[[QualityModel, Sequence[Evidence]], Numbers], *, source: bool) -> Numbers:
    """``value`` of every row that can be judged; 0 where there is no translation at all; NaN elsewhere.

    ``source``: whether the score needs a source and a lexical table.
    """
    out = np.full(len(batch.segments), np.nan)
    model = next((row.model for row in batch.evidence if row.model is not None), None)
    able = [
        at for at, row in enumerate(batch.evidence)
        if row.has_model and (not source or (row.has_lexicon and row.source.text.strip()))
    ]  # fmt: skip
    if model is not None and able:
        out[able] = value(model, [batch.evidence[at] for at in able])
    for at, segment in enumerate(batch.segments):
        if is_no_translation(segment):
            out[at] = 0.0
    return out


def is_no_translation(segment: Segment) -> bool:
    """Whether the target is empty though the source is not, a copy of the source, or in another language."""
    target, source = segment.target.strip(), segment.source.strip()
    if not target:
        return bool(source) and any(char.isalnum() for char in source)
    letters = sum(char.isalpha() for char in target)
    if letters < UNTRANSLATED or " " not in target:
        return False
    if source and target.casefold() == source.casefold():
        return segment.source_lang != segment.target_lang
    found, confidence = detect(target)
    wanted = segment.target_lang.partition("-")[0]
    return bool(found and wanted) and found != wanted and confidence > 0.9 and letters > 2 * UNTRANSLATED
