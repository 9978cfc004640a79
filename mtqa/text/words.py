"""The one tokenisation that packs, scores and checks share.

A token is a run of letters (with inner apostrophes), a number (with inner separators), or one other character. Hyphens
are tokens of their own, so that "US-Präsident", "US -Präsident" and "US president" share their words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

FILLER = "\ufffc"
"""What masked characters are replaced by (:mod:`mtqa.text.mask`); a run of it is one token."""

TOKEN = re.compile(
    rf"{FILLER}+"
    r"|\d+(?:[.,'’\u00a0\u202f]\d+)*"  # 7,2  1.234,5  1’000
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"  # letters, with inner apostrophes: don't, geht's
    r"|\S"
)

DECOMPOSED = re.compile(TOKEN.pattern.replace(r"[^\W\d_]+", "(?:[^\\W\\d_][\u0300-\u036f]*)+"))
"""The same for text with letters and their marks apart (Unicode NFD, as macOS and some PDFs write it): ``u`` + ``¨``."""


class Token(NamedTuple):
    """A piece of text at its place: ``text == whole[start:end]``."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[0].isdigit()


def tokens(text: str) -> list[Token]:
    """The tokens of ``text`` in order, with half-open offsets into it."""
    new = tuple.__new__  # a third of the time that the class itself takes
    return [new(Token, (match[0], *match.span())) for match in _pattern(text).finditer(text)]


def words(text: str) -> list[str]:
    """The token texts alone."""
    return _pattern(text).findall(text)


def _pattern(text: str) -> re.Pattern[str]:
    return TOKEN if text.isascii() or unicodedata.is_normalized("NFC", text) else DECOMPOSED


def count_words(text: str) -> int:
    """How many words a reader counts: runs between spaces that hold a letter or digit."""
    return sum(run[0].isalnum() or any(map(str.isalnum, run)) for run in text.split())
