"""Terms in texts: an index by first word that thousands of terms do not slow, and whether a target has a rendering."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from mtqa.terms.forms import contains, fold, head_of, inner_form, keys, nominal, related, separated
from mtqa.text.words import words

if TYPE_CHECKING:
    from mtqa.text.view import View

T = TypeVar("T")

HYPHENS = frozenset("-‐‑")

JOINERS = frozenset("-‐‑–/")
"""What may stand between the words of a term without being one of them."""


@lru_cache(1 << 15)
def parts(term: str) -> tuple[str, ...]:
    """The words of a term, hyphens left out."""
    return tuple(word for word in words(term) if word not in JOINERS)


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A term found: tokens ``first`` to before ``last`` of the view."""

    first: int
    last: int
    what: T


class Index(Generic[T]):
    """Terms by all that their first word may be looked up by."""

    def __init__(self, items: Iterable[tuple[str, bool, T]], lang: str) -> None:
        """Take (term, whether letter case counts, what to give for it)."""
        self.lang = lang
        self.by_key: dict[str, list[tuple[tuple[str, ...], bool, T]]] = defaultdict(list)
        for text, case, what in items:
            term = parts(text)
            if term:
                for key in keys(term[0], lang):
                    self.by_key[key].append((term, case, what))

    def find(self, view: View) -> list[Match[T]]:
        """The terms in the text, in order; of those that overlap the longest, then the first."""
        if not self.by_key:
            return []
        found = []
        for at, form in enumerate(view.forms):
            for term, case, what in self._about(form):
                last = end_of(view, at, term, self.lang, case=case)
                if last:
                    found.append(Match(at, last, what))
        return _longest(found)

    def _about(self, form: str) -> list[tuple[tuple[str, ...], bool, T]]:
        seen: dict[int, tuple[tuple[str, ...], bool, T]] = {}
        for key in keys(form, self.lang):
            for item in self.by_key.get(key, ()):
                seen.setdefault(id(item[2]), item)
        return list(seen.values())


def end_of(view: View, at: int, term: Sequence[str], lang: str, *, case: bool = False) -> int:
    """The token after the term if it begins at ``at``, else 0; hyphens between its words do not count."""
    forms = view.forms
    if not view.language.compounds and len(term) == 1 and _is_tail(view, at):
        return 0
    for number, word in enumerate(term):
        while number and at < len(forms) and forms[at] in JOINERS:
            at += 1
        if at >= len(forms) or not _fits(word, forms[at], lang, case=case):
            return 0
        at += 1
    return 0 if _goes_on(view, at) else at


def _goes_on(view: View, at: int) -> bool:
    """Whether a hyphen and a word follow, so that the term is a part of another: *value* of *value-added*."""
    near = view.tokens[at - 1 : at + 2]
    if len(near) < 3 or near[1].text not in HYPHENS or not near[2].text[0].isalnum():
        return False
    return near[0].end == near[1].start and near[1].end == near[2].start


def _is_tail(view: View, at: int) -> bool:
    """Whether a word and a hyphen stand before, where a language does not join nouns so: *date* of *up-to-date*."""
    near = view.tokens[max(0, at - 2) : at + 1]
    return len(near) > 2 and near[1].text in HYPHENS and near[0].end == near[1].start and near[1].end == near[2].start


def _fits(word: str, form: str, lang: str, *, case: bool) -> bool:
    return word == form if case else related(word, form, lang)


def _longest(found: list[Match[T]]) -> list[Match[T]]:
    """Those that stay where terms overlap; of one place and length all do not: the first that was given."""
    taken: set[int] = set()
    kept = []
    for match in sorted(found, key=lambda one: (one.first - one.last, one.first)):
        if taken.isdisjoint(range(match.first, match.last)):
            taken.update(range(match.first, match.last))
            kept.append(match)
    return sorted(kept, key=lambda one: one.first)


def has(view: View, rendering: str, lang: str) -> bool:
    """Whether the text has the rendering, in any form, in compounds, and its words in any order.

    Generous on purpose: where it says no, the rendering is missing.
    """
    return all(_has_word(view, word, lang) for word in _content(rendering, view))


def _content(rendering: str, view: View) -> tuple[str, ...]:
    """The words that must be there: function words only where there are no others."""
    found = parts(rendering)
    content = tuple(word for word in found if word.lower() not in view.language.function_words)
    return content or found


def _has_word(view: View, word: str, lang: str) -> bool:
    if word in view.forms:
        return True
    for form in view.forms:
        if related(word, form, lang) or contains(form, word, lang) or nominal(word, form, lang):
            return True
    return _joined(view, word) or _separate(view, word, lang)


def _joined(view: View, word: str) -> bool:
    """Whether neighbours make the word: *SD Karte* for *SDKarte*, *Speicher-Karte* for *Speicherkarte*."""
    wanted, low = fold(word), [fold(form) for form in view.forms if form not in JOINERS]
    return any(wanted.startswith(a) and (a + b).startswith(wanted) for a, b in itertools.pairwise(low) if a)


def _separate(view: View, word: str, lang: str) -> bool:
    """Whether a separable verb is there in two pieces, or with *zu* or *ge* inside."""
    split = separated(word, lang)
    if split is None:
        return False
    prefix, rest = split
    for at, form in enumerate(view.forms):
        if inner_form(form, prefix, rest, lang) or (related(rest, form, lang) and prefix in view.lower[at + 1 :]):
            return True
    return False


def shortened(view: View, rendering: str, lang: str) -> bool:
    """Whether the text has at least the head of the rendering: *Karte* for *Speicherkarte*, its last word for several."""
    found = _content(rendering, view)
    head = head_of(found[-1], lang) if len(found) == 1 else found[-1]
    return bool(head) and any(related(head, form.lower(), lang) for form in view.forms)
