"""The noun phrases of a German text that can be judged: (preposition) determiner adjective* noun.

What cannot be read with certainty is no phrase here: relative and other pronouns that look like articles, participles
with objects of their own (*eine Vertrauen schaffende Maßnahme*), names, numbers with a dot, words in quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtqa.knowledge.grammar import (
    Determiner,
    adjective_ending,
    determiners,
    nominalised_ending,
    noun,
    noun_forms,
    prepositions,
    words,
)
from mtqa.text.lexicon import lemma, zipf
from mtqa.text.morphology import ALL, NEUTER, PLURAL, adjective_cells
from mtqa.text.view import per_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

ADVERBS = words("""
sehr besonders ganz so noch nicht zu recht ziemlich relativ etwas extrem äußerst höchst überaus durchaus wirklich
unglaublich enorm außerordentlich ungewöhnlich völlig gar auch nur schon wohl bereits bislang bisher immer weiter mehr
weniger viel allzu fast nahezu angeblich vermeintlich sogenannten derart zunehmend dringend politisch wirtschaftlich
sozial finanziell
""")
"""Words that may stand between determiner and adjective without an ending of their own."""

JOINERS = frozenset((",", "und", "oder", "aber", "sowie", "bzw"))
OPENERS = frozenset((".", "!", "?", ":", "„", "“", "»", "‚", "–", "…"))
CLAUSE = frozenset((",", "(", "–", "—", ";", ":", "-", "und", "oder", "was", "sowie"))
"""After these a preposition may belong to a relative clause or the article be a pronoun."""

FIXED = frozenset({
    ("unter", "anderem"), ("bei", "weitem"), ("seit", "langem"), ("vor", "kurzem"), ("vor", "allem"), ("von", "neuem"),
    ("ohne", "weiteres"), ("vor", "langem"), ("von", "weitem"), ("trotz", "allem"), ("in", "allem"),
    ("unter", "anderen"),
})  # fmt: skip
"""Adverbs made of two words: what follows them is a phrase of its own."""


class Phrase(NamedTuple):
    """A phrase by its tokens: ``first`` the determiner, or the first adjective where there is none; ``last`` the noun.

    ``opening`` the determiner's entry or None; ``prep`` the token of the preposition directly before, or -1; ``cases``
    the cells that the preposition allows; ``endings`` and ``adjectives`` of the adjectives; ``head`` the noun's last
    part as written; ``cells`` and ``bare`` what is known of the noun; ``alone``: the determiner may be a pronoun.
    """

    first: int
    last: int
    opening: Determiner | None
    prep: int
    cases: int
    adjectives: tuple[int, ...]
    endings: tuple[str, ...]
    head: str
    cells: int
    bare: bool
    alone: bool

    @property
    def declension(self) -> str:
        """How the adjectives are inflected."""
        return self.opening.declension if self.opening else "strong"

    @property
    def determiner_cells(self) -> int:
        """What the determiner allows."""
        return self.opening.cells if self.opening else ALL

    @property
    def adjective_cells(self) -> int:
        """What the adjectives' endings allow."""
        return adjective_cells(self.endings, self.declension)


@per_view
def phrases(view: View) -> tuple[Phrase, ...]:
    """The phrases of the text, in order."""
    return tuple(_phrases(view))


def _phrases(view: View) -> Iterator[Phrase]:
    opening, governing = determiners(), prepositions()
    for at, low in enumerate(view.lower):
        if low in opening:
            found = _with_determiner(view, at, opening[low])
        elif low in governing and at + 2 < len(view.lower):
            found = _without_determiner(view, at)
        else:
            continue
        if found is not None:
            yield found


def _with_determiner(view: View, at: int, opening: Determiner) -> Phrase | None:
    text = view.tokens[at].text
    if text != view.lower[at] and not (_opens(view, at) or opening.word == "ihr"):
        return None
    if text.isupper() and len(text) > 1:
        return None
    before = view.lower[at - 1] if at else ""
    prep = _preposition(view, at - 1)
    if before in determiners() or (before == "," and opening.pronoun) or (before, view.lower[at]) in FIXED:
        return None
    if (prep > 0 and view.lower[prep - 1] in CLAUSE) or (prep >= 0 and view.lower[at] in AFTER_PREPOSITION):
        return None
    if (before, view.lower[at]) == ("zu", "sein") or (opening.word == "am" and _superlative(view, at + 1)):
        return None
    return _phrase(view, at, at + 1, opening, prep)


def _superlative(view: View, at: int) -> bool:
    """Whether an adverb follows: *am besten organisierte Gruppen*."""
    return view.lower[at : at + 1] != [] and view.lower[at].endswith("sten") and _adjective_follows(view, at + 1)


AFTER_PREPOSITION = frozenset(("welcher", "welche", "welches", "welchem", "welchen", "ihr", "ihrer"))
"""Behind a preposition these may be pronouns (*in welchen …*, *von ihr …*)."""


def _preposition(view: View, at: int) -> int:
    """``at`` if a preposition stands there, -1 otherwise or where it belongs to something else.

    *nach wie vor*, *von Natur aus*, *bis zu*, *was für*.
    """
    if at < 0 or view.lower[at] not in prepositions():
        return -1
    before = view.lower[max(0, at - 5) : at]
    belongs = {"vor": "wie" in before[-1:], "aus": "von" in before, "zu": "bis" in before[-1:], "für": "was" in before}
    return -1 if belongs.get(view.lower[at]) else at


def _without_determiner(view: View, at: int) -> Phrase | None:
    low = view.lower
    after = at + 1
    if low[at] == "zu" or (low[at], low[after]) in FIXED or low[after] in determiners():
        return None
    if _genitive_name(view, after):
        after += 1
    if after >= len(low) or view.tokens[after].text != low[after] or not adjective_ending(low[after]):
        return None
    if at and (low[at - 1] in determiners() or (low[at - 1] in CLAUSE and low[at - 1] != "und")):
        return None
    if _preposition(view, at) < 0:
        return None
    return _phrase(view, after, after, None, at)


def _genitive_name(view: View, at: int) -> bool:
    """Whether it is a name in the genitive: *Amerikas*, *Putins*."""
    text = view.tokens[at].text
    return (
        len(text) > 4
        and text[0].isupper()
        and text[-1] == "s"
        and text[-2] != "s"
        and text not in noun_forms()
        and (zipf(text[:-1], view.lang) > zipf(text, view.lang))
    )


def _opens(view: View, at: int) -> bool:
    return at == 0 or view.tokens[at - 1].text in OPENERS


def _cases(view: View, prep: int) -> int:
    if prep < 0:
        return ALL
    mask = prepositions()[view.lower[prep]]
    if "willen" in view.words and "willen" in view.lower[prep:]:
        return ALL
    if mask > 0:
        return mask
    return ALL if any("zu" in low for low in view.lower[prep:]) else -mask


def _phrase(view: View, first: int, at: int, opening: Determiner | None, prep: int) -> Phrase | None:
    adjectives: list[int] = []
    number = False
    while at < len(view.tokens) and not _is_head(view, at):
        text = view.tokens[at].text
        if adjective_ending(text) and text not in ADVERBS:
            adjectives.append(at)
        elif not _passable(view, at, bool(adjectives)):
            return None
        number = number or text in NUMERALS
        at += 1
    last = _head(view, at)
    if last is None or view.lower[at - 1] in ADVERBS:
        return None
    return _judged(view, first, last, opening, prep, tuple(adjectives), number)


def _is_head(view: View, at: int) -> bool:
    return view.tokens[at].text[0].isupper() and not _transparent(view, at)


def _passable(view: View, at: int, after_adjective: bool) -> bool:
    """Whether the word may stand inside a phrase without saying anything of it."""
    text = view.tokens[at].text
    if text in JOINERS:
        return after_adjective and _adjective_follows(view, at + 1)
    return text in ADVERBS or text in NUMERALS or text[0].isupper()


NUMERALS = words("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend")


def _adjective_follows(view: View, at: int) -> bool:
    while at < len(view.lower) and view.lower[at] in ADVERBS:
        at += 1
    if at + 1 >= len(view.lower):
        return False
    return view.tokens[at].text == view.lower[at] and bool(adjective_ending(view.lower[at]))


def _transparent(view: View, at: int) -> bool:
    """Whether a capitalised word is an adjective of the noun after it: *das Weiße Haus*, *die Berliner Mauer*."""
    if at + 1 >= len(view.tokens) or not view.tokens[at + 1].text[0].isupper() or not _adjacent(view, at + 1):
        return False
    if (
        view.tokens[at].text in noun_forms()
        or view.lower[at] in determiners()
        or nominalised_ending(view.tokens[at].text)
    ):
        return False
    return view.lower[at].endswith("er") or bool(adjective_ending(view.lower[at]))


def _adjacent(view: View, at: int) -> bool:
    return view.masked[view.tokens[at - 1].end : view.tokens[at].start] in (" ", "\u00a0")


def _head(view: View, at: int) -> int | None:
    """The token of the noun, through the hyphens of a compound; None where there is none that can be judged."""
    tokens = view.tokens
    if at >= len(tokens) or not tokens[at].text[0].isupper():
        return None
    while at + 2 < len(tokens) and tokens[at + 1].text in "-‐‑":
        if tokens[at + 1].end != tokens[at + 2].start:
            return None
        at += 2
    text = tokens[at].text
    if len(text) < 3 or not text[0].isupper() or not text[1:].islower() or not text.isalpha():
        return None
    if at + 1 < len(tokens) and (tokens[at + 1].text in "-‐‑/'’*:" and tokens[at + 1].start == tokens[at].end):
        return None
    return None if _continued(view, at) or _dash_for_hyphen(view, at) else at


def _dash_for_hyphen(view: View, at: int) -> bool:
    """Whether the last of two hyphens may be a dash: *bei der Trump-Regierung-Teil der Delegation*."""
    tokens = view.tokens
    if at < 4 or tokens[at - 1].text != "-" or tokens[at - 3].text != "-":
        return False
    return tokens[at - 2].text in noun_forms() and tokens[at - 4].text not in noun_forms()


def _continued(view: View, at: int) -> bool:
    """Whether the noun may be inside a longer phrase: *eine Vertrauen schaffende Maßnahme, eine drei Meter lange Stange*."""
    after = at + 1
    return (
        after + 1 < len(view.tokens)
        and view.tokens[after].text == view.lower[after]
        and (bool(adjective_ending(view.lower[after])) or view.lower[after] == "lange")
        and view.lower[after] not in determiners()
        and any(token.text[0].isupper() for token in view.tokens[after + 1 : after + 3])
    )


UNCOUNTED = frozenset((("ein", "Uhr"), ("alle", "Mann")))
"""An hour and a crew: what stands before them is no article."""

FOR_ACTIONS = frozenset(("zum", "beim", "vom"))
"""Before these a verb may be a noun though there is another one of that form."""


def _is_infinitive(word: str) -> bool:
    low = word.lower()
    return low.endswith(("en", "eln", "ern")) and lemma(low, "de") == low


def _judged(
    view: View, first: int, last: int, opening: Determiner | None, prep: int, adjectives: tuple[int, ...], number: bool
) -> Phrase | None:  # fmt: skip
    head = view.tokens[last].text
    entry = noun(head)
    if (view.lower[first], head) in UNCOUNTED:
        return None
    mask, bare = (entry.cells, entry.bare) if entry else (ALL, True)
    endings = tuple(adjective_ending(view.lower[at]) for at in adjectives if not _adverbial(view, at, adjectives))
    if entry is None and (ending := nominalised_ending(head)):
        endings = (*endings, ending)
    if number and entry:
        mask |= PLURAL  # drei Prozent, zwei Mann
    if opening and opening.word in FOR_ACTIONS and _is_infinitive(head):
        mask |= NEUTER  # zum Knöpfen
    found = Phrase(first, last, opening, prep, _cases(view, prep), adjectives, endings, head, mask, bare, False)
    cells, alone = _with_followers(view, found), _may_stand_alone(found) and not _is_subject(view, found)
    return Phrase(first, last, opening, prep, found.cases, adjectives, endings, head, cells, bare, alone)


def _adverbial(view: View, at: int, adjectives: tuple[int, ...]) -> bool:
    """Whether it goes with the next adjective rather than the noun: *eine breiter gefasste Kampagne, am besten …*."""
    low = view.lower[at]
    return at + 1 in adjectives and low.endswith("er")


def _may_stand_alone(phrase: Phrase) -> bool:
    """Whether the determiner may be a pronoun, and what follows it a phrase without article."""
    if phrase.opening is None or not phrase.opening.pronoun:
        return False
    if phrase.prep >= 0 and (phrase.opening.word == "der" or not phrase.endings):
        return False
    if phrase.endings == ("er",) and not phrase.adjectives:
        return False  # der Vorsitzender
    if phrase.endings:
        return bool(adjective_cells(phrase.endings, "strong") & phrase.cells)
    return phrase.bare or bool(phrase.cells & PLURAL)


VERBS = words("ist war wird wurde kann konnte muss musste soll sollte darf durfte")


def _is_subject(view: View, phrase: Phrase) -> bool:
    """Whether it opens a sentence right before the verb, so that its determiner is no pronoun (*Das Motor ist laut*)."""
    if not _opens(view, phrase.first) or phrase.last != phrase.first + 1 or phrase.last + 2 >= len(view.lower):
        return False
    verb, after = view.forms[phrase.last + 1], view.lower[phrase.last + 2]
    return verb in VERBS and after not in JOINERS | OPENERS


MEASURES = words(
    "Tasse Flasche Kanne Schüssel Scheibe Schachtel Dose Packung Tüte Reihe Gruppe Menge Portion Handvoll Art Sorte"
)
"""Nouns whose article cannot belong to the noun behind them: *eine Tasse Kaffee*."""


def _with_followers(view: View, phrase: Phrase) -> int:
    """The noun's cells, and those of the nouns that follow without a break, as one of them may be the head."""
    mask, at = phrase.cells, phrase.last + 1
    if phrase.head in MEASURES:
        return mask
    while at < len(view.tokens) and view.tokens[at].text[0].isupper() and _adjacent(view, at):
        entry = noun(view.tokens[at].text)
        hyphen = at + 1 < len(view.tokens) and view.tokens[at + 1].text == "-"
        mask |= entry.cells if entry and not hyphen else ALL
        at += 1
    return mask
