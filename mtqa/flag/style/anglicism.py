"""STY020."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _phrases() -> dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]:
    """The first two words -> phrases and what is usual."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for row in read_table("de", "anglicisms"):
        tokens = tuple(row["phrase"].lower().split())
        found[tokens[0], tokens[1]].append((tokens, row["usual"]))
    return dict(found)


@check(
    "STY020",
    category="style/awkward",
    severity=Severity.NEUTRAL,
    target_langs=("de",),
    priority=54,
    examples=[
        Example("That makes sense.", "Das ergibt Sinn."),
        Example("in 2024", "im Jahr 2024, in 2024 Fällen, in 20 Jahren"),
        Example("at the end of the day", "Am Ende des Tages schlief er ein.", note="the evening is meant"),
        Example("in German", "auf Deutsch, nicht wirklich groß"),
        Example("That makes sense.", "Das ⟦macht Sinn⟧."),
        Example("In 2024 it grew.", "⟦In 2024⟧ wuchs es."),
        Example("This makes no sense.", "Das ⟦macht keinen Sinn⟧."),
        Example("We realised it once more.", "Ich ⟦erinnere das⟧ nicht."),
        Example("Have a nice day!", "⟦Hab einen guten Tag⟧!"),
    ],
)
def anglicism(unit: Unit) -> Iterator[Hit]:
    """A turn of phrase is copied from English: *Sinn machen, in 2024*.

    Understood, and met in good texts too; careful German says *Sinn ergeben, im Jahr 2024, 2024*. A hint, not an error. The
    table ``mtqa/knowledge/de/anglicisms.tsv`` holds the phrases with what is usual.
    """
    view = unit.target
    for at, pair in enumerate(pairwise(view.lower)):
        for tokens, right in _phrases().get(pair, ()):
            end = at + len(tokens)
            if tuple(view.lower[at:end]) == tokens:
                said = f"usual is „{right}“"
                yield Hit(span_of(view, at, end), f"The phrase is English; {said}.", "", 0.7)
                break
        if pair[0] == "in" and YEAR.fullmatch(pair[1]) and pair[1] in unit.source_words and _ends(view, at + 2):
            yield Hit(
                span_of(view, at, at + 2),
                "A year stands without „in“, or with „im Jahr“.",
                "",
                0.8,
            )


def _ends(view: View, at: int) -> bool:
    """Whether the number is a year and nothing is counted: not *in 2000 Fällen*."""
    return at >= len(view.forms) or view.forms[at].islower() or view.forms[at] in ".,;:!?"
