"""What mtqa's own scores share: evidence as columns, hard floors, and missing values where nothing can be told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from mtqa.data import Segment
from mtqa.judge.evidence import Evidence
from mtqa.judge.flat import Columns
from mtqa.judge.model import QualityModel, Regression
from mtqa.judge.sentence import adequacy_columns, fluency_columns, risk_columns
from mtqa.judge.trees import probability
from mtqa.lang.base import language
from mtqa.score.base import Batch, Numbers
from mtqa.text.language import detect_all
from mtqa.text.references import is_reference

UNTRANSLATED = 12
"""Letters a segment must have before a copy of the source or another language counts as no translation."""

SURE = 0.9
"""The probability from which a detected language counts."""

Floats = npt.NDArray[np.float32]

GROUPS: dict[str, Callable[[Sequence[Evidence]], Columns]] = {
    "adequacy": adequacy_columns, "fluency": fluency_columns, "risk": risk_columns,
}  # fmt: skip
"""What a score may be built from; each group is gathered once a batch, whichever scores ask for it."""


def judged(
    batch: Batch, regression: Callable[[QualityModel], Regression], groups: Sequence[str], *, source: bool
) -> Numbers:
    """0-100 for every row that can be judged; 0 where there is no translation at all; NaN elsewhere, and where none is wanted.

    ``groups``: names in :data:`GROUPS`, in the order the regression was fitted with; ``source``: whether the score needs
    a source and a lexical table.
    """
    out = np.full(len(batch.segments), np.nan)
    model = next((row.model for row in batch.evidence if row.model is not None), None)
    able = [at for at, row in enumerate(batch.evidence) if row.has_model and (not source or _has_source(row))]
    if model is not None and able:
        columns = np.concatenate([_group(batch, name)[able] for name in groups], axis=1)
        out[able] = 100 * probability(regression(model).value(columns))
    nothing = batch.once("untranslated", lambda: untranslated(batch.segments))
    for at, segment in enumerate(batch.segments):
        if segment.stays:
            out[at] = np.nan  # nothing was translated, so there is no translation to judge
        elif nothing[at] or (source and is_without_source(segment)):
            out[at] = 0.0
    return out


def _group(batch: Batch, name: str) -> Floats:
    return batch.once(name, lambda: GROUPS[name](batch.evidence).matrix())


def _has_source(row: Evidence) -> bool:
    return row.has_lexicon and bool(row.source.text.strip())


def is_without_source(segment: Segment) -> bool:
    """Whether nothing in the source stands behind the target, though its document has a source."""
    return segment.bead.startswith("0-") and bool(segment.source_lang)


def untranslated(segments: Sequence[Segment]) -> list[bool]:
    """Whether each target is empty though the source is not, a copy of the source, or in another language.

    Names and titles that both sides share say nothing about the language of either.
    """
    out = [_is_copy(segment) for segment in segments]
    own = [_without_shared_names(segment) for segment in segments]
    asked = [at for at, found in enumerate(out) if not found and _has_language(segments[at], own[at])]
    for at, (found, confidence) in zip(asked, detect_all([own[at] for at in asked]), strict=True):
        wanted = segments[at].target_lang.partition("-")[0]
        out[at] = bool(found and wanted) and found != wanted and confidence > SURE
    return out


def _is_copy(segment: Segment) -> bool:
    """Whether the source, a sentence and no mere name or reference, stands in place of its translation."""
    target, source = segment.target.strip(), segment.source.strip()
    if not target:
        return any(map(str.isalnum, source))
    if target.casefold() != source.casefold() or segment.source_lang == segment.target_lang:
        return False
    functions = language(segment.source_lang).function_words
    says = not functions or any(word in functions for word in source.split())
    return " " in target and has_letters(target, UNTRANSLATED) and says and not is_reference(source)


def _without_shared_names(segment: Segment) -> str:
    """The target without the capitalised words that the source has too."""
    target = segment.target.strip()
    shared = {word for word in segment.source.split() if word[:1].isupper()}
    return " ".join(word for word in target.split() if word not in shared) if shared else target


def _has_language(segment: Segment, own: str) -> bool:
    """Whether there are words enough to tell the target's language, and more than a copy of a text in the same one."""
    copied = segment.target.strip().casefold() == segment.source.strip().casefold()
    return " " in own and not copied and has_letters(own, 2 * UNTRANSLATED + 1) and not is_reference(segment.target)


def has_letters(text: str, least: int) -> bool:
    """Whether the text has so many letters; looks no further than it must."""
    beginning = text[: 2 * least]
    return sum(map(str.isalpha, beginning)) >= least or sum(map(str.isalpha, text)) >= least
