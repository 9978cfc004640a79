"""English."""

from __future__ import annotations

from mtqa.lang.base import Language

ENGLISH = Language(
    code="en",
    name="English",
    decimal=".",
    group=",\u00a0\u202f",
    quotes=(("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'")),
)
