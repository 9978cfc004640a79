"""What a reader of judgments is: how a file of the format begins, and a function from its text to judgments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mtqa.evaluate.base import Judgments
from mtqa.registry import Registry


@dataclass(frozen=True, slots=True)
class JudgmentReader:
    """``read(text, name)``: the judgments in a file's text; ``name`` is what errors call the file.

    ``claims(header)``: whether a table with these columns, in lower case with ``_``, is of this format; ``{`` alone stands
    for JSON Lines.
    """

    name: str
    claims: Callable[[frozenset[str]], bool]
    read: Callable[[str, str], Judgments]
    summary: str


READERS: Registry[JudgmentReader] = Registry(
    "judgments format", "mtqa.evaluate.judgments", JudgmentReader, group="mtqa.judgments"
)
