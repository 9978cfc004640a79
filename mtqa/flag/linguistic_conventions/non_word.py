"""LIN002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.lang.base import short
from mtqa.text.lexicon import has_words, known, unlisted, zipf
from mtqa.text.names import same_name
from mtqa.text.nearest import nearest_words

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = 6
"""Shorter unknown words are mostly names, abbreviations and dialect."""

ALIKE = 0.6
"""How alike (1 - normalised edit distance) the word must be to the word of the source that it was made from."""

PREFIX = 4
"""And so many letters they begin with together."""

FREQUENT = 3.0
"""How frequent the word must be that was meant."""

SHORTEST = 3
"""Letters of the shortest verb that is recognised in a word made from it."""

ENDINGS = frozenset(("en", "n", "t", "te", "ten", "et", "ete", "eten", "end"))
"""What German puts to a verb that it takes from another language, and in its participle after *ge-* (*-t*, *-et*)."""

CLEAR = 0.7
"""By how much more frequent than any other it must be to be suggested."""


@check(
    "LIN002",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    priority=52,
    examples=[
        Example("a difference of opinion", "ein Meinungsverschiedenheitsunterschied", note="clumsy, but well formed"),
        Example("the presidential summit", "der Präsidentschaftsgipfel"),
        Example("said Witkoff's colleague Dmitriev", "sagte Witkoffs Kollege Dmitrijew", note="names"),
        Example("vaping and doomscrolling", "Vaping und Doomscrolling", note="copied; untranslated-word's business"),
        Example("a listening exercise", "eine Hörübung"),
        Example("Die Bloggerin kam.", "The blogger came.", "de", "en"),
        Example("NATO's expansion", "die ⟦Expandation⟧ der NATO"),
        Example("It is incredibly loud.", "Es ist ⟦wahsinnig⟧ laut."),
        Example("a former priest", "ein ⟦ehemaiger⟧ Priester"),
        Example(
            "Clips have been trending.",
            "Clips haben sich ⟦trendieren⟧.",
            note="made from the source; nothing to suggest",
        ),
        Example("They tow the dinghy.", "Sie ⟦towten⟧ das Schlauchboot.", note="an English verb", roughness=0.4),
        Example("Waste was dumped there.", "Dort wurde Müll ⟦gedumpt⟧.", roughness=0.4),
        Example("He vapes in secret.", "Er vapt heimlich.", note="too short to tell", roughness=0.4),
        Example("The activists protested.", "Die ⟦Activisten⟧ protestierten.", note="a slip, not a graft"),
        Example("the organization of work", "die ⟦Organizierung⟧ der Arbeit"),
        Example("die Expansion der NATO", "the ⟦expandution⟧ of NATO", "de", "en"),
        Example("unabhängig davon", "⟦indepentent⟧ of that", "de", "en"),
    ],
)
def non_word(unit: Unit) -> Iterator[Hit]:
    """A word does not exist in the target's language.

    A machine put together letters that look like a word (*Expandation*), or somebody slipped (*wahsinnig*). No list of
    frequent words has it, no dictionary, and it is neither a form of a known word nor a compound of known words. That
    alone would flag names, new words and the compounds of experts; so there must be a word that was meant as well: the
    source's own word, if the target's language has it too (*expansion*, *Expansion*), or a frequent word one slip away.
    In rough documents a verb of the source that only got German endings (*towten*) counts as well.
    """
    lang = unit.target.lang
    if not has_words(lang) or not unlisted(unit.target.words, lang):
        return
    for token in unit.target.tokens:
        if len(token.text) >= LETTERS and not zipf(token.text, lang) and _unknown(unit, token.text):
            yield from _hit(unit, token.text, Span(token.start, token.end))


def _hit(unit: Unit, text: str, span: Span) -> Iterator[Hit]:
    message = f"„{text}“ is no {unit.target.language.name} word."
    cognate = _cognate(unit, text)
    if cognate:
        yield Hit(span, message, _cased(cognate, text), 0.9, Severity.MAJOR)
        return
    near = nearest_words(text, unit.target.lang, FREQUENT)
    if near:
        clear = len(near) == 1 or zipf(near[0], unit.target.lang) - zipf(near[1], unit.target.lang) > CLEAR
        safe = clear and not _borrowed(unit, text)
        yield Hit(span, message, _cased(near[0], text) if safe else "", 0.85)
    elif text.islower() and short(unit.target.lang) == "de" and _is_grafted(unit, text):
        message = f"„{text}“ is no German word, but one of the source with a German ending."
        yield Hit(span, message, "", 0.7, Severity.MAJOR, "accuracy/untranslated", doubtful=True)


def _is_grafted(unit: Unit, text: str) -> bool:
    """Whether it is a verb of the source with German endings (*towten*, *gedumpt*)."""
    words = {word for word in unit.source.said if word.isalpha()}
    stems = (stem for word in words for stem in {word, word.removesuffix("e")} if len(stem) >= SHORTEST)
    return any(
        (text.startswith(stem) and text[len(stem) :] in ENDINGS) or text in (f"ge{stem}t", f"ge{stem}et")
        for stem in stems
    )


def _borrowed(unit: Unit, text: str) -> bool:
    """Whether it begins like a word of the source, so that the nearest word is not what was meant (*trendieren*)."""
    stem = text[: PREFIX + 1].lower()
    return any(word.startswith(stem) for word in unit.source_words)


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def _unknown(unit: Unit, text: str) -> bool:
    target, source = unit.target.lang, unit.source.lang
    return (
        text.isalpha() and text[1:].islower() and text.lower() not in unit.source_words
        and not (source and zipf(text, source)) and not known(text, target)
        and not any(token.text[0].isupper() and same_name(text, token.text) for token in unit.source.tokens)
    )  # fmt: skip


def _cognate(unit: Unit, text: str) -> str:
    """A word of the source, or one a slip away, that the target's language has and that ``text`` is made from."""
    from rapidfuzz.distance import Levenshtein

    lower = text.lower()
    for word in sorted(unit.source_words):
        if word[:PREFIX] == lower[:PREFIX] and len(word) >= LETTERS and zipf(word, unit.target.lang) >= FREQUENT:
            alike = Levenshtein.normalized_similarity(word, lower)
            if alike >= ALIKE and not lower.startswith(word):
                return word
    return ""
