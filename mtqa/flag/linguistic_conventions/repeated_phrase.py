"""LIN006."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.english import OBJECTS
from mtqa.text.names import inner_capitals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

GAP = 4
"""At most so many words stand between the two."""

FAR = 2 * GAP + 2
"""Words this far from each other are not looked at: a phrase of GAP words and a gap of as many."""

PERSONS = OBJECTS | {"you", "her", "it"}

LONG = 9
"""A word of so many letters is hardly repeated by chance, be it alone with a function word."""

CONTENT = 4
"""A word of so many letters that is no function word carries content."""


@check(
    "LIN006",
    category="linguistic-conventions/duplication",
    severity=Severity.MAJOR,
    needs=("source",),
    examples=[
        Example("step by step", "Schritt für Schritt, ein Schritt nach dem anderen"),
        Example("The more you give, the more you get.", "Je mehr man gibt, desto mehr bekommt man."),
        Example("from one shore to the other shore", "vom einen Ufer zum anderen Ufer", note="the source repeats it"),
        Example("The old man and the old woman left.", "Der alte Mann und die alte Frau gingen."),
        Example("He met Putin, and Putin smiled.", "Er traf Putin, und Putin lächelte."),
        Example("Neues aus Politik und Wirtschaft", "new in politics, new in business", "de", "en"),
        Example("Die Versicherungsarten stehen auf der Versicherungskarte.",
                "The insurance types are shown on the insurance card.", "de", "en", note="two compounds"),
        Example("Was dir guttut, ist gut für mich.", "What is good for you is good for me.", "de", "en"),
        Example("They would come into force last week.", "Sie würden ⟦letzte Woche in die letzte Woche⟧ treten."),
        Example("This gives Putin an opportunity.", "Das gibt ⟦Putin eine Gelegenheit für Putin⟧."),
        Example(
            "The talks about the budget failed.",
            "Die Gespräche ⟦über den Haushalt scheiterten über den Haushalt⟧.",
        ),
        Example("He looks out at the water, the same water as ever.",
                "Er blickt ⟦auf das Wasser auf das Wasser⟧, dasselbe Wasser wie immer.", note="repeated at once"),
        Example("Die Regierung hat es versprochen.", "⟦The federal government of the federal government⟧ promised it.",
                "de", "en"),
    ],
)  # fmt: skip
def repeated_phrase(unit: Unit) -> Iterator[Hit]:
    """A phrase comes twice within a few words, though the source says it once.

    A machine lost track of what it had already said. Two or more words with content among them, or one name that the
    source has less often, repeated with at most four words between. Nothing is said where the source itself repeats a
    word of content.
    """
    words = unit.target.lower
    if len(words) < 4 or len(unit.target.words) == len(words):
        return
    pairs = list(_pairs(words))
    found = _phrase(unit.target, pairs) or _name(unit, pairs)
    if found and (found[2] or not _repeats(unit.source)):
        first, last = unit.target.tokens[found[0]], unit.target.tokens[found[1]]
        text = unit.segment.target[first.start : last.end]
        yield Hit(Span(first.start, last.end), f"„{text}“ says the same twice.", confidence=0.8)


def _phrase(view: View, pairs: list[tuple[int, int]]) -> tuple[int, int, bool] | None:
    """First token of the phrase, last of its repetition, whether that follows at once; None where there is none."""
    lower = view.lower
    for first, second in pairs:
        if second + 1 < len(lower) and lower[first + 1] == lower[second + 1]:
            length = _common(lower, first, second)
            if (
                length >= 2 and second - first - length <= GAP and _says_something(view, first, second, length)
                and not _coordinated(view, first + length, second)
                and not _of_two_things(view, first + length, second + length)
            ):  # fmt: skip
                return first, second + length - 1, second - first == length
    return None


def _pairs(lower: list[str]) -> Iterator[tuple[int, int]]:
    """Tokens and the next place where the same word comes again, if that is near."""
    last: dict[str, int] = {}
    for at, word in enumerate(lower):
        before = last.get(word, -FAR)
        if 1 < at - before < FAR:
            yield before, at
        last[word] = at


def _of_two_things(view: View, one: int, two: int) -> bool:
    """Whether the words behind both say that they are about two things: *insurance types, insurance card; for you, for me*."""
    if view.language.compounds or two >= len(view.lower) or view.lower[one] == view.lower[two]:
        return False
    behind = view.lower[one], view.lower[two]
    return all(_carries(view, word) for word in behind) or all(word in PERSONS for word in behind)


def _coordinated(view: View, start: int, end: int) -> bool:
    """Whether a conjunction, a number or a mark between the two says that the repetition is meant."""
    return any(word in view.language.conjunctions or not word[0].isalpha() for word in view.lower[start:end])


def _common(lower: list[str], first: int, second: int) -> int:
    length = 0
    while (
        first + length < second and second + length < len(lower)
        and lower[first + length] == lower[second + length] and lower[first + length].isalpha()
    ):  # fmt: skip
        length += 1
    return length


def _says_something(view: View, first: int, second: int, length: int) -> bool:
    """Whether the phrase has two words of content, or a long one, or three words, and is written the same twice."""
    words = view.lower[first : first + length]
    contents = sum(_carries(view, word) for word in words)
    same = all(view.tokens[first + at].text == view.tokens[second + at].text for at in range(1, length))
    return same and (contents > 1 or (contents == 1 and (length > 2 or max(map(len, words)) >= LONG)))


def _carries(view: View, word: str) -> bool:
    return len(word) >= CONTENT and word.isalpha() and word not in view.language.function_words


def _name(unit: Unit, pairs: list[tuple[int, int]]) -> tuple[int, int, bool] | None:
    """The same for one word that the source writes the same way, but less often: a name."""
    for first, second in pairs:
        if (
            2 < second - first < 2 + GAP
            and _carries(unit.target, unit.target.lower[first])
            and _is_name(unit, first, second)
        ):
            return first, second, True
    return None


def _is_name(unit: Unit, first: int, second: int) -> bool:
    """Whether the word is a name that the source says less often, and the second time not part of a longer one."""
    tokens, word = unit.target.tokens, unit.target.lower[first]
    count = unit.source.lower.count(word)
    if not 0 < count < unit.target.lower.count(word) or not tokens[second - 1].text.islower():
        return False
    return not _coordinated(unit.target, first + 1, second) and tokens[first].text in inner_capitals(unit.source)


def _repeats(view: View) -> bool:
    """Whether a word of content comes twice in the source."""
    counts = Counter(word for word in view.lower if _carries(view, word))
    return bool(counts) and max(counts.values()) > 1
