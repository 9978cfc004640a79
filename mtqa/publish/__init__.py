"""A static site over many runs: what was judged when, and how systems and projects fare."""

from __future__ import annotations

from mtqa.callable import make_callable
from mtqa.publish.site import publish

__all__ = ["publish"]

make_callable(__name__)
