"""One side of a segment, prepared once and shared by every judge and check."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property, wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from mtqa.data import Range, Segment
from mtqa.lang.base import Language, language
from mtqa.text.lexicon import base_forms
from mtqa.text.mask import Context, Mask, depends, mask
from mtqa.text.words import Token, tokens

if TYPE_CHECKING:
    from mtqa.text.dates import Date
    from mtqa.text.numbers import Number

DIGIT = re.compile(r"\d")

Key = tuple[str, str, tuple[Range, ...], tuple[Range, ...], Context, str]
"""What a view is made of."""


def key_of(segment: Segment, side: Literal["target", "source"]) -> Key:
    """What the view of a side of a segment is made of; the other side is part of it only where it matters."""
    if side == "target":
        text, other = segment.target, segment.source
        rest = segment.target_lang, segment.target_markup, segment.target_terms
    else:
        text, other = segment.source, segment.target
        rest = segment.source_lang, segment.source_markup, segment.source_terms
    return (text, *rest, segment.context, other if depends(text) else "")


class View:
    """A text with its language; what is derived from it is computed when first asked for and kept.

    ``masked`` has the length of ``text``; markup, placeholders, URLs and code are blanked in it, so offsets agree.
    """

    def __init__(
        self, text: str, lang: str = "", markup: tuple[Range, ...] = (), terms: tuple[Range, ...] = (),
        context: Context = "pair", beside: str = "",
    ) -> None:  # fmt: skip
        """Hold ``text``; ``markup`` are ranges the reader knows to be inline codes, ``terms`` those not to be translated.

        ``context`` and ``beside`` (the other side's text) decide what may be a placeholder, see :func:`mtqa.text.mask.mask`.
        """
        self.text = text
        self.lang = lang
        self.markup = markup
        self.terms = terms
        self.context = context
        self.beside = beside
        self.kept: dict[Any, Any] = {}
        """What other modules derived from the view: see :func:`per_view`."""

    @cached_property
    def language(self) -> Language:
        """The data of the text's language."""
        return language(self.lang)

    @cached_property
    def mask(self) -> Mask:
        """What must not be judged as language, and the text without it."""
        return mask(self.text, self.markup, beside=self.beside, context=self.context, terms=self.terms)

    @cached_property
    def masked(self) -> str:
        """The text with everything that is no language blanked, of the same length."""
        return self.mask.text

    @cached_property
    def has_digit(self) -> bool:
        """Whether the masked text has a digit."""
        return DIGIT.search(self.masked) is not None

    @cached_property
    def dates(self) -> list[Date]:
        """The dates of the text, in order (:mod:`mtqa.text.dates`)."""
        from mtqa.text.dates import dates

        return dates(self.masked, self.lang) if self.has_digit else []

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers of the text, in order (:mod:`mtqa.text.numbers`)."""
        from mtqa.text.numbers import numbers

        return numbers(self)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the masked text; offsets count in ``text``."""
        return tokens(self.masked)

    @cached_property
    def forms(self) -> list[str]:
        """The tokens' texts with letters and their marks in one character (Unicode NFC), as word lists have them."""
        found = [token.text for token in self.tokens]
        if self.text.isascii() or unicodedata.is_normalized("NFC", self.text):
            return found
        return [unicodedata.normalize("NFC", text) for text in found]

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital letter."""
        return [at for at, token in enumerate(self.tokens) if token[0][0].isupper()]

    @cached_property
    def lower(self) -> list[str]:
        """The tokens' texts in lower case, as word lists have them."""
        return list(map(str.lower, self.forms))

    @cached_property
    def words(self) -> frozenset[str]:
        """The different ones of :attr:`lower`: for asking quickly whether a text has any word of a kind."""
        return frozenset(self.lower)

    @cached_property
    def signs(self) -> frozenset[str]:
        """The different characters of :attr:`text`."""
        return frozenset(self.text)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Each of :attr:`lower` but the last with the one after it."""
        return frozenset(pairwise(self.lower))

    @cached_property
    def said(self) -> frozenset[str]:
        """The different ones of :attr:`lower` and :attr:`bases`: what a rule may ask for."""
        return self.words.union(self.bases)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Each word of :attr:`said` -> the tokens whose text or dictionary form it is, in order."""
        out: dict[str, list[int]] = {}
        for at, (text, base) in enumerate(zip(self.lower, self.bases, strict=True)):
            out.setdefault(base, []).append(at)
            if text != base:
                out.setdefault(text, []).append(at)
        return out

    @cached_property
    def bases(self) -> list[str]:
        """The tokens' dictionary forms in lower case; the token itself where the dictionary lacks it."""
        return base_forms(self.forms, self.lang)


class Views(dict[Key, View]):
    """One view of each text: lists repeat themselves, and comparisons of systems have every source many times."""

    def __call__(self, key: Key) -> View:
        """The view of the text; the same one whenever it is asked for again."""
        if key not in self:
            self[key] = View(*key)
        return self[key]


Derived = TypeVar("Derived")


def per_view(function: Callable[[View], Derived]) -> Callable[[View], Derived]:
    """Make ``function`` compute once a view, and the view keep the answer."""

    @wraps(function)
    def answer(view: View) -> Derived:
        if function not in view.kept:
            view.kept[function] = function(view)
        found: Derived = view.kept[function]
        return found

    return answer
