"""Whether it is sure that one side of a pair denies what the other says.

Translators say no in many ways; but where a short sentence denies a word with *not*, and the other side has that very word
and nothing that negates, hardly or otherwise, then one of the two says the opposite. Of 398,527 pairs that people translated
it holds of 11, each an error of the translator.
"""

from __future__ import annotations

from mtqa.knowledge.dictionary import exact_links
from mtqa.lang.base import short
from mtqa.text.negation import CONTRACTED
from mtqa.text.view import View

LONGEST = 25
"""Tokens of a side above which the other may say in another clause what it denies."""
REACH = 3
"""How many tokens behind the negation the word stands that it denies."""
DENYING = {"en": frozenset(("not", "cannot")), "de": frozenset(("nicht",))}
JOINED = frozenset("or and oder und whether ob if".split())
"""Before a negation or its verb: it is one of two (*may or may not*), or stands for a clause (*if not, …*)."""
EXCUSES = {
    "en": frozenset(
        """
        only just necessarily until till sooner hardly merely but more enough as less whether care than mind other else
        anything sorry help hate hates hated forget forgets forgot remember keep keeps kept hold elude eludes
        insufficient remain remains partly how lowest worst best generally ever save saves protect exception dare
        opposite contrary least lesser leave keep ban bans banned banning incompatible invalid inactive ineligible
        inadmissible incorrect incomplete inaccurate inappropriate invisible immature improbable irrelevant irregular
        illegal illegible inconsistent inconvenient indirect indefinite independent inaccessible inefficient
        ineffective inexpensive infrequent insecure imperfect impatient irresponsible informal under below within inside false
        """.split()
    ),
    "de": frozenset(
        """
        nur erst bis sofort gleich egal schnuppe wurst andere oder ob außer sondern anders einzige mehr als falsch wenig
        gefehlt viel abgeraten leid hilfe ausnahme ausgenommen mitnichten nimmer anderes bezweifle bezweifeln gegenteil
        halten lassen lass schützen falschen falscher falsches
        """.split()
    ),
}
"""Words by which both sides may be right."""


def denied(view: View, negation: int, other: View, *, is_source: bool) -> int:
    """The token of ``other`` that says what the negation at that token of ``view`` denies; -1 where that is not sure.

    ``is_source``: whether ``view`` is the source of the two.
    """
    lang, langs = short(view.lang), (short(view.lang), short(other.lang))
    word = view.lower[negation]
    if lang not in DENYING or max(len(view.tokens), len(other.tokens)) > LONGEST:
        return -1
    if word not in DENYING[lang] and not (lang == "en" and word.endswith(CONTRACTED)):
        return -1
    if any(
        not EXCUSES.get(one, frozenset()).isdisjoint(side.words) or "?" in side.words
        for one, side in zip(langs, (view, other), strict=True)
    ):
        return -1
    if _is_excused(view) or _is_excused(other):
        return -1
    before = view.lower[max(0, negation - 2) : negation]
    if not JOINED.isdisjoint(before) or before[-1:] == ["-"]:
        return -1
    at = _denied(view, negation)
    links = exact_links(view, other) if is_source else ((mine, its) for its, mine in exact_links(other, view))
    functions = other.language.function_words
    return min((its for mine, its in links if mine == at and other.lower[its] not in functions), default=-1)


AGES = frozenset("under over aged ages up unter über ab".split())
"""Beside a number: *not under three* is „ab drei“."""
OPENING = frozenset("who what wer was".split())
"""What opens an exclamation that a negation leaves as it is: *What have we not tried!*"""
EVERY = frozenset("every all each jeder jede jedes alle allen".split())
"""*Not one was empty*: „jeder war besetzt“."""


def _is_excused(view: View) -> bool:
    """Whether the text is an exclamation, gives an age or a limit (*not under three*), speaks of all, or has *yet to*."""
    low = view.lower
    opens = low[:1] and (low[0] in OPENING or (low[0].endswith(CONTRACTED) and not low[0].startswith("don")))
    numbered = not AGES.isdisjoint(view.words) and (
        view.has_digit or not view.words.isdisjoint(view.language.number_words)
    )
    return (
        bool(opens and "!" in view.words) or numbered or ("yet", "to") in view.pairs or not EVERY.isdisjoint(view.words)
    )


def _denied(view: View, negation: int) -> int:
    """The word of content next to the negation, or -1."""
    functions = view.language.function_words
    for at in range(negation + 1, min(negation + 1 + REACH, len(view.lower))):
        if not view.lower[at][0].isalpha():
            return -1
        if view.lower[at] not in functions:
            return at
    return -1
