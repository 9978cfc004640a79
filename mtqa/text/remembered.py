"""What was found about words once, for the next time: a dictionary that fills itself and stays bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")


class Remembered(dict[str, Found]):
    """Word -> what ``find`` says of it, asked once each; starts afresh when it has grown to ``limit`` words.

    Unlike :func:`functools.lru_cache` it answers ``map(remembered.__getitem__, words)`` without a call in Python a word.
    """

    def __init__(self, find: Callable[[str], Found], limit: int) -> None:
        """Know nothing yet."""
        super().__init__()
        self.find, self.limit = find, limit

    def __missing__(self, word: str) -> Found:
        """Find it."""
        if len(self) >= self.limit:
            self.clear()
        found = self[word] = self.find(word)
        return found
