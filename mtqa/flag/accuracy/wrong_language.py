"""ACC005."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.lang.base import LANGUAGES, Language, language
from mtqa.text.language import detect
from mtqa.text.lexicon import zipf
from mtqa.text.references import is_reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

LEAST = 4
"""So many function words of other languages must be there at least."""

TIMES = 2
"""And so many times those of the language that was asked for, before anybody looks closer."""

SURE = 0.98
"""How probable the other language must be."""

DISTANCE = 1.0
"""By how much more frequent a word must be in one language to be none of the other's (Zipf scale)."""

CAPITALS = 3
"""How many words with capitals a title has at least."""

MOST = 0.5
"""The share of the words that the stretch without a word of the target's language must have."""


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
        Example("Part One of Fate had two expansions, The Dark Below in May and House of Wolves in June.",
                "Part One of Fate hatte zwei Erweiterungen, The Dark Below im Mai und House of Wolves im Juni.",
                note="titles that nobody translates"),
        Example("He likes “The Lord of the Rings: The Return of the King”.",
                "Er mag „The Lord of the Rings: The Return of the King“.", note="a title"),
        Example("He says: “I have a dream that one day this nation will rise up.”",
                "Er sagt: „⟦I have a dream that one day this nation will rise up⟧.“"),
        Example("Hill, R., A History of the Fens and of the People, Cambridge University Press, 2004.",
                "Hill, R., A History of the Fens and of the People, Cambridge University Press, 2004.", note="a reference"),
        Example(
            "“It would be a good start, given that they are so far ahead of us,” said Lee.",
            "„⟦It would be a good start, given that they are so far ahead of us⟧“, sagte Lee.",
            note="all but who said it",
        ),
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
    another language are many, and there are hardly any of the target's own. What is flagged reaches from one word of the
    target's language to the next; where that is less than half of the words, as between titles, nothing is.
    """
    view = unit.target
    if not view.language.function_words:
        return
    other = _other_language(view.masked, view.lower, view.language)
    if other is not None and not is_reference(view.text):
        first, last = _stretch(view, other)
        words = [token.text for token in view.tokens if token.is_word]
        found = [token.text for token in view.tokens[first : last + 1] if token.is_word]
        if len(found) > MOST * len(words) and not (len(found) < len(words) and _is_title(found, other)):
            message = f"The target is in {other.name}, not in {view.language.name}."
            yield Hit(span_of(view, first, last + 1), message, confidence=0.95)


def _other_language(text: str, lower: list[str], wanted: Language) -> Language | None:
    """The language that the text is in instead; None where it is as it should be, or none is sure."""
    others = sum(map(_others(wanted.code).__contains__, lower))
    if others < LEAST or others < TIMES * sum(word in wanted.function_words for word in lower):
        return None
    guess = detect(text)
    return language(guess.code) if guess.code != wanted.code and guess.confidence >= SURE else None


def _stretch(view: View, other: Language) -> tuple[int, int]:
    """First and last token of the longest stretch without a word of the target's own language, marks at its ends left out."""
    texts = [token.text if at else token.text.lower() for at, token in enumerate(view.tokens)]
    own = [at for at, text in enumerate(texts) if text[0].isalpha() and _is_own(text, view.lang, other.code)]
    if not own:
        return 0, len(view.tokens) - 1
    first, last = max(pairwise([-1, *own, len(view.tokens)]), key=lambda ends: ends[1] - ends[0])
    inside = [at for at in range(first + 1, last) if view.tokens[at].is_word]
    return (inside[0], inside[-1]) if inside else (0, 0)


def _is_title(words: list[str], other: Language) -> bool:
    """Whether all but the small words have capitals, as in English titles: *The Return of the King*."""
    small = [word for word in words if word.islower()]
    return len(words) - len(small) >= CAPITALS and all(word in other.function_words for word in small)


def _is_own(word: str, lang: str, other: str) -> bool:
    """Whether a word in small letters is the language's and not the other's."""
    return word.islower() and zipf(word, lang) - zipf(word, other) > DISTANCE


@cache
def _others(code: str) -> frozenset[str]:
    """The function words that other languages have and this one has not."""
    return frozenset(word for data in LANGUAGES for word in data.function_words) - language(code).function_words
