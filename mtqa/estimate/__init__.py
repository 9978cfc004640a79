"""Judges of the user's own: models for quality estimation that score a pair or its words, by ``--judge``."""

from mtqa.estimate.consult import consult, left_out
from mtqa.estimate.find import find_judges

__all__ = ["consult", "find_judges", "left_out"]
