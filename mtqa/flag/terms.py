"""What the checks of terminology share: how terms are named, and what stands in a term's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.flag.base import Unit
    from mtqa.text.view import View

SHOWN = 4
"""How many renderings a message names."""

SURE = 0.05
"""The probability from which a target word counts as what renders a source word."""


def quoted(text: str, lang: str) -> str:
    """The text in the marks that messages put around words of a language."""
    return f"„{text}“" if lang.partition("-")[0] == "de" else f"“{text}”"


def named(texts: Sequence[str], lang: str) -> str:
    """The first few renderings: „Speicherkarte“ or „Karte“."""
    return " or ".join(quoted(text, lang) for text in texts[:SHOWN])


def words_at(view: View, first: int, last: int) -> str:
    """The text of tokens ``first`` to before ``last``."""
    return view.text[view.tokens[first].start : view.tokens[last - 1].end]


def span_of(view: View, first: int, last: int, side: str = "target") -> Span:
    """Where those tokens stand."""
    start, end = view.tokens[first].start, view.tokens[last - 1].end
    return Span(start, end, "source" if side == "source" else "target")


def instead_of(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    """The target tokens that render source tokens ``first`` to before ``last``, as the lexical table sees it.

    The longest run of words of which the first and last are sure; None where nothing is.
    """
    evidence = unit.evidence
    if evidence is None or not evidence.has_lexicon:
        return None
    wanted = range(first, last)
    sure = [
        at for at, token in enumerate(unit.target.tokens)
        if token.is_word and int(evidence.support_from[at]) in wanted and float(evidence.support[at]) >= SURE
        and unit.target.lower[at] not in unit.target.language.function_words
    ]  # fmt: skip
    return _run(sure, len(wanted) + 1) if sure else None


def _run(places: list[int], reach: int) -> tuple[int, int]:
    """The places that lie together, from the first on."""
    end = places[0]
    for at in places:
        if at - end <= 2 and at - places[0] < reach + 1:
            end = at
    return places[0], end + 1
