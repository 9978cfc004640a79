"""ACC005."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.lang.base import LANGUAGES, Language, language
from mtqa.text.language import detect

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 4
"""So many function words of other languages must be there at least."""

TIMES = 2
"""And so many times those of the language that was asked for, before anybody looks closer."""

SURE = 0.98
"""How probable the other language must be."""


@check(
    "ACC005",
    category="accuracy/non-translation",
    severity=Severity.CRITICAL,
    priority=85,
    examples=[
        Example("He said it was not his fault.", "Er sagte, es sei nicht seine Schuld gewesen."),
        Example("They sang “Let It Be” all night.", "Sie sangen die ganze Nacht „Let It Be“."),
        Example("He was in the US.", "Er war in den USA.", note="words that both languages have"),
        Example("He likes “I Want to Hold Your Hand”.", "Sein Lieblingslied ist „I Want to Hold Your Hand“."),
        Example("Er war nicht da.", "He was not there.", "de", "en"),
        Example(
            "Er hat es uns gesagt, aber wir haben es nicht geglaubt.",
            "⟦He told us about it, but we did not believe that it was so.⟧",
        ),
        Example(
            "He told us, but we did not believe it.",
            "⟦Il nous l'a dit, mais nous ne l'avons pas cru, et il est parti avec les autres.⟧",
        ),
        Example("He did not want to tell us what it was about.", "⟦He did not wish to say to us what this was about.⟧"),
        Example(
            "We are not sure that this is it.", "⟦Wir sind uns nicht sicher, ob es das ist.⟧", "fr", "en",
        ),
    ],
)  # fmt: skip
def wrong_language(unit: Unit) -> Iterator[Hit]:
    """The target is in another language than the one asked for.

    It is no translation at all for its reader. Told by function words (articles, pronouns, prepositions): those of
    another language are many, and there are hardly any of the target's own.
    """
    if not language(unit.target.lang).function_words:
        return
    other = _other_language(unit.target.masked, unit.target.lower, unit.target.language)
    if other:
        first, last = unit.target.tokens[0], unit.target.tokens[-1]
        message = f"The target is in {other}, not in {unit.target.language.name}."
        yield Hit(Span(first.start, last.end), message, confidence=0.95)


def _other_language(text: str, lower: list[str], wanted: Language) -> str:
    """The name of the language that the text is in instead; empty where it is as it should be, or none is sure."""
    others = sum(map(_others(wanted.code).__contains__, lower))
    if others < LEAST or others < TIMES * sum(word in wanted.function_words for word in lower):
        return ""
    guess = detect(text)
    return language(guess.code).name if guess.code != wanted.code and guess.confidence >= SURE else ""


@cache
def _others(code: str) -> frozenset[str]:
    """The function words that other languages have and this one has not."""
    return frozenset(word for data in LANGUAGES for word in data.function_words) - language(code).function_words
