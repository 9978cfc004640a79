"""Judges of the user's own: models for quality estimation that score a pair or its words, by ``--judge``.

And :mod:`.looked`, by which a stage that is called on its own finds what a check would hand to it.
"""

from mtqa.estimate.consult import consult, left_out
from mtqa.estimate.find import find_judges

__all__ = ["consult", "find_judges", "left_out"]
