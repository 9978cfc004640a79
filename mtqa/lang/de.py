"""German."""

from __future__ import annotations

from mtqa.lang.base import Language

GERMAN = Language(
    code="de",
    name="German",
    decimal=",",
    group=".'’\u00a0\u202f",
    quotes=(("„", "“"), ("»", "«"), ("‚", "‘"), ("›", "‹")),
    ordinal_dot=True,
    nouns_capitalised=True,
    compounds=True,
    linking=("s", "es", "n", "en", "er", "e", "ens"),
)
