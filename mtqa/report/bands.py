"""What a score and a verdict mean to the person who has to decide."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MEANINGS: dict[str, str] = {
    "publishable": "Fit to ship: read it once and correct what is marked, if anything is.",
    "light edit": "The meaning is right throughout; an editor corrects the marked places and little else.",
    "heavy edit": "The meaning comes through only in parts; an editor has to go through it against the source.",
    "retranslate": "Correcting this takes longer than translating it again; send it back.",
}
"""Band -> what to do, the best band first."""

TONES: dict[str, str] = dict(zip(MEANINGS, ("good", "fair", "poor", "bad"), strict=True))
"""Band -> the tone it is shown in."""

WORST_TONES = ("bad", "poor", "fair", "plain", "good")
"""All tones, the worst first; a verdict that is not ours counts just before a good one."""

UNJUDGED = "There is no verdict, because the meaning could not be judged; what was left out, and why, stands below."

SCORES: dict[str, tuple[str, str]] = {
    "score.quality": ("Quality", "adequacy and fluency together: how close this is to what may be published"),
    "score.adequacy": ("Adequacy", "how much of the source's meaning, and no other, the translation says"),
    "score.fluency": ("Fluency", "how much it reads like text written in its language"),
}
"""The scores every run has, their label and meaning; all are 0-100, higher is better."""

METRICS: dict[str, str] = {"bleu": "BLEU", "chrf": "chrF", "chrf++": "chrF++", "ter": "TER"}
"""Metrics that the field writes in its own way."""


def points(score: float, decimals: int = 0) -> str:
    """A score for a reader, rounded down everywhere: a band's or a gate's number is shown only where it was reached."""
    return f"{floor(score * 10**decimals + 1e-9) / 10**decimals:,.{decimals}f}"


@dataclass(frozen=True, slots=True)
class Band:
    """A range of quality: from ``low`` up to, not including, ``high`` (100 belongs to the best)."""

    name: str
    low: float
    high: float

    @property
    def tone(self) -> str:
        """``good``, ``fair``, ``poor`` or ``bad``; ``plain`` for a band that is not ours."""
        return tone(self.name)


def bands(lows: Mapping[str, float]) -> tuple[Band, ...]:
    """The bands from the lowest to the highest; ``lows`` maps each name to its lowest quality."""
    ordered = sorted(lows.items(), key=lambda item: item[1])
    highs = [low for _, low in ordered[1:]] + [100.0] * bool(ordered)
    return tuple(Band(name, float(low), float(high)) for (name, low), high in zip(ordered, highs, strict=True))


def band_of(quality: float | None, scale: tuple[Band, ...]) -> Band | None:
    """The band that a quality falls in; ``None`` without a quality or a scale."""
    if quality is None:
        return None
    return next((band for band in reversed(scale) if quality >= band.low), scale[0] if scale else None)


def tone(name: str) -> str:
    """The tone of a band or verdict."""
    return TONES.get(name, "plain")


def meaning(name: str) -> str:
    """What to do about a verdict, in one sentence; empty for a verdict that is not ours."""
    return MEANINGS.get(name, UNJUDGED if not name else "")


def label(column: str) -> str:
    """How a reader knows the score in that column: ``score.chrf`` is chrF, ``score.my_one`` My one, ``score.QE-2`` QE-2."""
    if column in SCORES:
        return SCORES[column][0]
    name = column.removeprefix("score.")
    plain = name.replace("_", "").isalpha() and name.islower()
    return METRICS.get(name.lower(), name.replace("_", " ").capitalize() if plain else name)
