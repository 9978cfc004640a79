"""What mtqa's own scores share: evidence as columns, hard floors, and missing values where nothing can be told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from mtqa.data import Segment
from mtqa.judge.evidence import Evidence
from mtqa.judge.features import Columns
from mtqa.judge.model import QualityModel, Regression
from mtqa.judge.network import probability
from mtqa.judge.sentence import adequacy_columns, fluency_columns, risk_columns
from mtqa.score.base import Batch, Numbers
from mtqa.text.language import detect

UNTRANSLATED = 12
"""Letters a segment must have before a copy of the source or another language counts as no translation."""

Floats = npt.NDArray[np.float32]

GROUPS: dict[str, Callable[[Sequence[Evidence]], Columns]] = {
    "adequacy": adequacy_columns, "fluency": fluency_columns, "risk": risk_columns,
}  # fmt: skip
"""What a score may be built from; each group is gathered once a batch, whichever scores ask for it."""


def judged(
    batch: Batch, regression: Callable[[QualityModel], Regression], groups: Sequence[str], *, source: bool
) -> Numbers:
    """0-100 for every row that can be judged; 0 where there is no translation at all; NaN elsewhere.

    ``groups``: names in :data:`GROUPS`, in the order the regression was fitted with; ``source``: whether the score needs
    a source and a lexical table.
    """
    out = np.full(len(batch.segments), np.nan)
    model = next((row.model for row in batch.evidence if row.model is not None), None)
    able = [at for at, row in enumerate(batch.evidence) if row.has_model and (not source or _has_source(row))]
    if model is not None and able:
        columns = np.concatenate([_group(batch, name)[able] for name in groups], axis=1)
        out[able] = 100 * probability(regression(model).value(columns))
    untranslated = batch.once("untranslated", lambda: [is_no_translation(segment) for segment in batch.segments])
    for at, segment in enumerate(batch.segments):
        if untranslated[at] or (source and is_without_source(segment)):
            out[at] = 0.0
    return out


def _group(batch: Batch, name: str) -> Floats:
    return batch.once(name, lambda: GROUPS[name](batch.evidence).matrix())


def _has_source(row: Evidence) -> bool:
    return row.has_lexicon and bool(row.source.text.strip())


def is_without_source(segment: Segment) -> bool:
    """Whether nothing in the source stands behind the target, though its document has a source."""
    return segment.bead.startswith("0-") and bool(segment.source_lang)


def is_no_translation(segment: Segment) -> bool:
    """Whether the target is empty though the source is not, a copy of the source, or in another language."""
    target, source = segment.target.strip(), segment.source.strip()
    if not target:
        return bool(source) and any(char.isalnum() for char in source)
    letters = sum(map(str.isalpha, target))
    if letters < UNTRANSLATED or " " not in target:
        return False
    if source and target.casefold() == source.casefold():
        return segment.source_lang != segment.target_lang
    found, confidence = detect(target)
    wanted = segment.target_lang.partition("-")[0]
    return bool(found and wanted) and found != wanted and confidence > 0.9 and letters > 2 * UNTRANSLATED
