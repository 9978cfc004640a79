"""ACC024."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

END = re.compile(r"(?<!\.)([.!?])(?!\.)[\"”“’»«)\]]*\s+(?=[\"„“»«(\[]?[A-ZÄÖÜ])")
BEFORE = re.compile(r"\S+$")
SHORT = re.compile(r"[(\[„“\"]?(?:\w\.)*\w\.")
"""An initial, or an abbreviation such as z.B. or U.S."""


@check(
    "ACC024",
    category="accuracy/omission",
    severity=Severity.NEUTRAL,
    needs=("source",),
    priority=15,
    default=False,
    examples=[
        Example("He came. She left.", "Er kam. Sie ging."),
        Example("on December 31 at the latest", "spätestens am 31. Dezember", note="an ordinal"),
        Example("e.g. Berlin", "z. B. Berlin"),
        Example("Mr. Smith met Dr. Jones.", "Herr Smith traf Dr. Jones."),
        Example("Er kam. Sie ging.", "He came. She left.", "de", "en"),
        Example("He came. She left.", "⟦Er kam, und sie ging.⟧"),
        Example("Why? Nobody knows. Ask.", "⟦Warum das so ist, weiß niemand. Fragen Sie.⟧"),
        Example("Er kam, sie ging.", "⟦He came. She left.⟧", "de", "en"),
    ],
)
def sentence_count(unit: Unit) -> Iterator[Hit]:
    """The target has more or fewer sentences than the source.

    Translators join and split sentences with good reason, so this is a note and runs only when it is selected: for
    texts that must keep their sentences. Ordinals (31. Dezember), initials and abbreviations end none.
    """
    ours, theirs = _sentences(unit.source), _sentences(unit.target)
    if ours != theirs and unit.segment.target.strip():
        text = unit.segment.target
        span = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
        yield Hit(span, f"The source has {_counted(ours)}, the target {theirs}.", confidence=0.8)


def _counted(number: int) -> str:
    return f"{number} sentence{'' if number == 1 else 's'}"


def _sentences(view: View) -> int:
    text = view.masked.strip()
    return 1 + sum(_ends(text[: match.start(1) + 1], view) for match in END.finditer(text))


def _ends(before: str, view: View) -> bool:
    if not before.endswith("."):
        return True
    word = (BEFORE.search(before) or [""])[0]
    bare = word.lstrip('(„“"»«')
    if bare in view.language.abbreviations or SHORT.fullmatch(word):
        return False
    return not (view.language.ordinal_dot and bare[:-1].isdigit())
