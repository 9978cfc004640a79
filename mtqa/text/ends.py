"""How a segment ends: the class of its last mark, behind which only closing quotes and brackets stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

CLOSING = "“”\"’‘»«›‹')]}* \t\n\r\u00a0\u202f\u200b"
CLASSES = {".": ".", "?": "?", "!": "!", ":": ":", ";": ";", "…": "…", ",": ",", "。": ".", "？": "?", "！": "!"}


def final_mark(text: str, abbreviations: Collection[str] = ()) -> tuple[str | None, int]:
    """The class of the last mark (``. ? ! : ; … ,``; empty for none) and its offset, or where it would stand.

    None where it cannot be told: the dot of an abbreviation, an initial or an ordinal may end a sentence as well.
    """
    bare = text.rstrip(CLOSING)
    if not bare:
        return None, 0
    if bare.endswith(("...", ". . .")):
        return "…", len(bare) - 1
    last = bare[-1]
    if last == ".":
        word = bare.rpartition(" ")[2].lstrip("(„“\"»«'‚‘")
        if (
            word in abbreviations
            or word[:-1].isdigit()
            or word.isupper()
            or len(word) < 3
            or "." in word[:-1]
            or bare[-2:] == ".."
        ):
            return None, len(bare) - 1
    return CLASSES.get(last, ""), len(bare) - 1 if last in CLASSES else len(bare)
