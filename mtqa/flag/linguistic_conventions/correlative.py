"""LIN131."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View


@check(
    "LIN131",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=("nur", "weder", "sowohl"),
    target_langs=("de",),
    priority=54,
    examples=[
        Example("not only here but also there", "Nicht nur hier, sondern auch dort ist es warm."),
        Example("Not only he came.", "Nicht nur er kam. Aber auch wir waren da."),
        Example("neither he nor she", "Weder er noch sie kam."),
        Example("both he and she", "Sowohl er als auch sie kam."),
        Example("We do not only sell; but we also buy.", "Wir wollen nicht nur reden; es gilt aber auch, zu handeln."),
        Example("not only here but also there", "Nicht nur hier, ⟦aber auch⟧ dort ist es warm."),
        Example("neither he nor she", "Weder er ⟦oder⟧ sie kam."),
        Example("both the king and the queen", "Sowohl der König ⟦und⟧ die Königin kamen."),
        Example("not only the men but also the women", "Nicht nur die Männer, ⟦aber auch⟧ die Frauen lachten."),
    ],
)
def correlative(unit: Unit) -> Iterator[Hit]:
    """The second half of a pair of conjunctions does not fit the first.

    *Nicht nur … sondern auch, weder … noch, sowohl … als auch*: English says *but also, nor, and*.
    """
    view = unit.target
    low = view.lower
    if "nur" in low and "sondern" not in low and "aber" in low:
        yield from _but_also(view)
    for first, second, right in (("weder", "oder", "noch"), ("sowohl", "und", "als")):
        if first in low and right not in low and "wie" not in low:
            at = low.index(first)
            place = next((place for place in range(at + 1, min(at + 8, len(low))) if low[place] == second), 0)
            if place and "," not in low[at:place]:
                token = view.tokens[place]
                yield Hit(Span(token.start, token.end), f"„{first}“ goes with „{right}“.", "", 0.85)


def _but_also(view: View) -> Iterator[Hit]:
    low = view.lower
    for at in range(2, len(low) - 1):
        if low[at : at + 2] == ["aber", "auch"] and low[at - 1] == "," and _not_only(low, at - 1):
            span = span_of(view, at, at + 2)
            yield Hit(span, "„nicht nur“ goes with „sondern auch“.", "sondern auch", 0.88)


def _not_only(low: list[str], comma: int) -> bool:
    """Whether *nicht nur* stands in the stretch before the comma."""
    start = max((place for place in range(comma) if low[place] in ".;:!?"), default=-1) + 1
    return any(low[at : at + 2] == ["nicht", "nur"] for at in range(start, comma - 2))
