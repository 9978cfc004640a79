"""Numbers that count the same thing otherwise in another country: floors, and sizes of clothes and shoes.

The *second floor* of American English is the first above the ground, „das erste Obergeschoss“; a dress of size 10 is one
of „Größe 40“.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.lang.base import short

if TYPE_CHECKING:
    from mtqa.text.numbers import Number
    from mtqa.text.view import View

ROW = r"(?:\s*(?:-|–|,|and|to|or|through|und|bis|oder)\s*(?:dem |der |the )?\w+\.?){0,2}"
"""What may stand between a number and the noun that it shares with others: *the 2nd and 3rd floors*."""

BEHIND = {
    "en": re.compile(rf"(?:st|nd|rd|th)?{ROW}[ -](?:floors?|stor(?:e?y|eys|ies|ied))\b", re.IGNORECASE),
    "de": re.compile(rf"\.?{ROW}[ \u00a0-](?:Stock(?:s|werk\w*)?|Etagen?|(?:Ober|Voll)?[Gg]eschoss\w*|OG)\b"),
}
BEFORE = {
    "en": re.compile(r"\bfloors? $", re.IGNORECASE),
    "de": re.compile(r"\b(?:Stock|Stockwerk|Etage|Ebene)n? $"),
}
"""What says that a number is one of a floor."""

SIZE = {
    "en": re.compile(rf"\bsizes? (?:is |of |us |uk |eu )?(?:\w+{ROW} )?(?:-|–|,|and|to|or)? ?$", re.IGNORECASE),
    "de": re.compile(rf"(?i:größen?) (?:ist |von |EU |DE )?(?:\w+{ROW} )?(?:-|–|,|und|bis|oder)? ?$"),
}
SIZED = {"en": re.compile(r"[ -](?:shoes?|dress|dresses|boots?|feet|jeans|skirts?)\b", re.IGNORECASE)}
"""What says that a number is a size of clothes or shoes, before and behind it."""

REACH = 40
"""How many characters before a number are searched for what it is."""

Patterns = dict[str, re.Pattern[str]]
"""By language."""

CLOTHES = range(26, 36)
"""By how much the sizes of dresses and shoes are smaller in Britain and America than on the continent."""

SUITS, LEAST_SUIT = 10, 32
"""By how much those of men's jackets are, which begin with the latter."""


def counted_otherwise(source: View, target: View, theirs: Number, ours: Number) -> bool:
    """Whether ``ours`` in the target is a floor or size that the source counts in the manner of its own country."""
    langs = {short(source.lang), short(target.lang)}
    if langs != {"de", "en"}:
        return False
    if short(source.lang) == "de":
        return _is_floor(target, source, ours, theirs) or _is_size(target, source, ours, theirs)
    return _is_floor(source, target, theirs, ours) or _is_size(source, target, theirs, ours)


def _is_floor(english: View, german: View, there: Number, here: Number) -> bool:
    if not (_floor(english, there) and _floor(german, here)):
        return False
    floors = [there.value, *(one.value for one in english.numbers if _floor(english, one))]
    others = [here.value, *(one.value for one in german.numbers if _floor(german, one))]
    return here.value + 1 in floors and there.value - 1 in others


def _floor(view: View, number: Number) -> bool:
    return _is_told(view, number, BEFORE, BEHIND)


def _is_size(english: View, german: View, there: Number, here: Number) -> bool:
    by = here.value - there.value
    if by not in CLOTHES and not (by == SUITS and there.value >= LEAST_SUIT):
        return False
    return _size(english, there) and _size(german, here)


def _size(view: View, number: Number) -> bool:
    return _is_told(view, number, SIZE, SIZED)


def _is_told(view: View, number: Number, before: Patterns, behind: Patterns) -> bool:
    """Whether the language's pattern of either kind says what the number is."""
    lang = short(view.lang)
    told = behind.get(lang)
    return bool(
        before[lang].search(view.masked, max(0, number.start - REACH), number.start)
        or (told and told.match(view.masked, number.end))
    )
