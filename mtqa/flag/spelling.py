"""Whether words are spelt wrongly: what the checks of spelling ask first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.knowledge.old_spelling import misspelt
from mtqa.text.view import per_view

if TYPE_CHECKING:
    from mtqa.flag.base import Unit
    from mtqa.knowledge.old_spelling import Spelling
    from mtqa.text.view import View


@per_view
def misspelt_in(view: View) -> dict[str, Spelling]:
    """The words of the text in old spelling, or without their ß or umlaut."""
    return misspelt(view.words)


def has_misspelt(unit: Unit) -> bool:
    """Whether the target has any such word."""
    return bool(misspelt_in(unit.target))
