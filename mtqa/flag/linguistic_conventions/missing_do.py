"""LIN207."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import OPENERS, PRONOUNS, STOPS, SUBJECTS, asked, pasts, thirds, verbs
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

ASKING = words("why what where when how whom")
IDLE = words("think hope guess say believe know care matter matters trust fear worry dare need suppose see")
"""Verbs that go with *not* themselves (*I think not*), also as an old way of speaking."""
GOING_ON = words("only just but to because for from even in as with by so yet the a an until on at all one that this")


@cache
def _lexical() -> frozenset[str]:
    """All finite forms of verbs that need *do*."""
    return (
        frozenset(form for verb in verbs().values() for form in (verb.plain, verb.third, verb.past))
        - IDLE
        - words("come dare")
    )


@cache
def _third() -> frozenset[str]:
    return frozenset((*thirds(), *pasts())) - IDLE


@check(
    "LIN207",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=PRONOUNS,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Ich hoffe nicht.", "I think not. I hope not.", "de", "en"),
        Example("Er kam nicht, um zu helfen, sondern …", "He came not to help but to rule.", "de", "en"),
        Example("Wie kommt es?", "How come you know? How goes it?", "de", "en"),
        Example("Er will nicht nur Geld.", "He not only knows it, he shows it.", "de", "en"),
        Example("Warum ist er da?", "Why is he here? What did he say?", "de", "en"),
        Example("Wer kommt?", "Who knows? What happened to him?", "de", "en"),
        Example("Er bereut, nicht gekommen zu sein.", "He regrets not having come.", "de", "en"),
        Example("Er weiß es nicht.", "⟦He not knows⟧ it.", "de", "en"),
        Example("Sie kommen nicht.", "⟦They come not⟧.", "de", "en"),
        Example("Warum kam er?", "⟦Why came he⟧ yesterday?", "de", "en"),
        Example("Wo wohnt sie?", "⟦Where lives she⟧?", "de", "en"),
        Example("Kennt er sie?", "⟦Knows he⟧ her?", "de", "en"),
        Example("Sie versteht nicht.", "⟦She understands not⟧ the question.", "de", "en"),
    ],
)
def missing_do(unit: Unit) -> Iterator[Hit]:
    """A negation or a question lacks its *do*.

    German negates and asks with the verb itself: *er weiß nicht, Warum kam er?* English needs *do*: *he does not know, Why
    did he come?*
    """
    view = unit.target
    for at, low in enumerate(view.lower[:-1]):
        end = _negated(view, at) if low in PRONOUNS and at + 2 < len(view.lower) else 0
        if end and not view.lower[min(end + 1, len(view.lower) - 1)].endswith("ing"):
            yield Hit(span_of(view, at, end + 1), "The negation lacks its “do”.", "", 0.88)
    yield from _questions(view)


def _negated(view: View, at: int) -> int:
    """The end of *he not knows* or *he knows not*; 0 where neither stands there."""
    low, two, three = view.lower[at : at + 3]
    before = view.lower[at - 1] if at else ""
    if two == "not" and three in _third() and view.forms[at + 2] == three and before in START and low in SUBJECTS:
        return at + 2
    if three != "not" or before not in START or view.forms[at + 1] != two:
        return 0
    plain = two in verbs() and verbs()[two].verbal and low in ("i", "we", "they")
    if not (two in _third() or plain) or two in IDLE or "but" in view.lower[at:]:
        return 0
    after = view.lower[at + 3] if at + 3 < len(view.lower) else "."
    return at + 2 if after not in GOING_ON - {"the"} else 0


START = OPENERS | {"", ",", "that", "who", "and"}


def _questions(view: View) -> Iterator[Hit]:
    """Questions that begin with a verb, or with a question word and a verb."""
    if "?" not in view.signs:
        return
    for at, low in enumerate(view.lower[:-2]):
        first = at == 0 or view.lower[at - 1] in STOPS
        verb = at + 1 if low in ASKING else at
        if not first or view.lower[verb + 1] not in SUBJECTS or not asked(view, at):
            continue
        if view.lower[verb] in _lexical() and (verb > at or view.lower[verb] in _third()):
            yield Hit(span_of(view, at, verb + 2), "The question lacks its “do”.", "", 0.9)
