"""Output to a stream that cannot encode every character: a stand-in for each that it lacks, never a traceback."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

NAME = "mtqa"
"""What Python calls the way of handling such characters."""

STAND_INS = {
    "█": "#", "·": ".", "⟦": "[", "⟧": "]", "‸": "^", "␣": "_", "→": "->", "←": "<-", "–": "-", "—": "-", "−": "-", "‑": "-",
    "…": "...", "„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "‚": "'", "‘": "'", "’": "'", "‹": "'", "›": "'", "•": "*",
    "×": "x", "≥": ">=", "≤": "<=", "⁄": "/", "ß": "ss", "ẞ": "SS", "Æ": "AE", "æ": "ae", "Ø": "O", "ø": "o", "Œ": "OE",
    "œ": "oe",
}  # fmt: skip
"""Character -> ASCII that reads like it; accents fall away by themselves, and all else becomes ``?``."""


def spare_what_cannot_be_encoded() -> None:
    """Let standard output and standard error write stand-ins for what they cannot encode."""
    codecs.register_error(NAME, _replaced)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=NAME)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(stand_in, error.object[error.start : error.end])), error.end


def stand_in(character: str) -> str:
    """ASCII to be read in the character's place."""
    if character in STAND_INS:
        return STAND_INS[character]
    parts = unicodedata.normalize("NFKD", character)
    plain = "".join(part if part.isascii() else STAND_INS.get(part, "") for part in parts)
    return plain or ("" if unicodedata.combining(character) else "?")
