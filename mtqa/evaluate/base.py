"""Judgments as values: what people said about translations, whatever file it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mtqa.data import Range

Scale = Literal["", "z", "da", "mqm", "hter"]
"""What a human score counts: standardised direct assessment, direct assessment, MQM penalty points, post-edits."""

SCALES: dict[str, str] = {
    "z": "direct assessment, standardised by rater",
    "da": "direct assessment",
    "mqm": "MQM penalty points",
    "hter": "edits needed",
    "": "no scores",
}
"""Scale -> how a reader knows it."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """A translation and what people said about it.

    ``score`` is higher for better, on its own ``scale``; ``points`` is the same on 0-100 where the scale has ends: direct
    assessment as it is, 100 - 4 x penalty (MQM), 100 x (1 - HTER), none for standardised scores. ``words`` are the
    places of the target's words, where they are not simply what stands between spaces; ``bad`` says which are wrong.
    ``marked`` holds each rater's marked spans of the target, without those that cost less than a penalty point; ``None``
    where nobody marked spans. Translations of one source segment share ``group``. ``human_system``: a person translated.
    """

    source: str
    target: str
    reference: str = ""
    document: str = ""
    group: str = ""
    system: str = ""
    human_system: bool = False
    score: float | None = None
    points: float | None = None
    scale: Scale = ""
    words: tuple[Range, ...] = ()
    bad: tuple[bool, ...] | None = None
    marked: tuple[tuple[Range, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class Judgments:
    """The judgments of a file, in its order. ``langs`` are source and target language, where the file says so."""

    name: str
    form: str
    rows: Sequence[Judgment]
    langs: tuple[str, str] = ("", "")

    @property
    def scale(self) -> Scale:
        """The scale of most scores."""
        counts = Counter(row.scale for row in self.rows if row.score is not None)
        return counts.most_common(1)[0][0] if counts else ""


def mqm_points(penalty: float) -> float:
    """A segment's MQM penalty points on 0-100: four for a point, so that one major error leaves 80."""
    return max(0.0, 100.0 - 4.0 * penalty)
