"""German verbs that are split: *Er schaltet das Gerät aus* is a form of *ausschalten*."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.knowledge.clauses import clause_end
from mtqa.knowledge.verbs import verbs
from mtqa.lang.base import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View


PARTICIPLE = "ge"
"""How a participle begins, which is never split."""


@cache
def rest_of(verb: str) -> str:
    """What is left of a separable verb where it is split; the verb itself where nothing is split off."""
    known = verbs().get(verb)
    if known:
        return verb.removeprefix(known.prefix)
    rests = (verb.removeprefix(prefix) for prefix in sorted(language("de").separable, key=len, reverse=True))
    return next((rest for rest in rests if rest != verb and rest in verbs()), verb)


def split_off(view: View, at: int) -> str:
    """The prefix that the verb at a token leaves at the end of its clause; empty where there is none."""
    last = view.lower[clause_end(view.lower, at) - 1]
    return last if last in language("de").separable else ""


def places_of(view: View, verb: str) -> Iterator[int]:
    """Where a separable verb stands split, in order: the tokens of the finite part."""
    rest = rest_of(verb)
    prefix = verb.removesuffix(rest)
    if prefix and rest in view.said and prefix in view.words:
        finite = (
            at for at in view.places[rest] if not view.lower[at].startswith(PARTICIPLE) or rest.startswith(PARTICIPLE)
        )
        yield from (at for at in finite if split_off(view, at) == prefix)
