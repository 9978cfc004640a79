"""How far scores and findings agree with people's judgments, and a calibration from them.

``mtqa.evaluate(judgments)`` measures; ``mtqa.calibrate(judgments)`` fits the last layer to a team's own judgments.
"""

from __future__ import annotations

from mtqa.callable import make_callable
from mtqa.evaluate.run import evaluate

__all__ = ["evaluate"]

make_callable(__name__)
