"""LIN112."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.compounds import DAYS, agrees_with_second_only, may_be_new, only_genitive, open_compound
from mtqa.knowledge.grammar import adjective_ending, determiners

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

HYPHENS = "-‐‑"
QUOTES = "-‐‑„“\"»‚'’"
"""After these a pair may be a title or half of a word."""


@check(
    "LIN112",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    target_langs=("de",),
    needs=("roughness",),
    priority=53,
    examples=[
        Example("a glass of water", "ein Glas Wasser", note="a measure"),
        Example("Mr Müller, the city of Köln", "Herr Müller, die Stadt Köln, Projekt Phoenix"),
        Example("They have time all day.", "Sie haben den ganzen Tag Zeit.", roughness=0.5),
        Example("They make policy for the middle class.", "Sie machen für den Mittelstand Politik.", roughness=0.5),
        Example("Had you friends as a child?", "Hattest du als Kind Freunde?", roughness=0.5),
        Example("an Apple in the App Store", "Kaufen Sie es im App Store.", note="a name: the source has it so"),
        Example("The child needs the mother.", "Dem Kind Mutter und Vater zu sein, ist schwer."),
        Example("at the end of May", "Man brach die Suche Ende Mai ab.", roughness=0.5),
        Example("customer service", "Der ⟦Kunden Dienst⟧ ist gut.", roughness=0.5),
        Example("the Persian Gulf", "in der Nähe des Persischen Golfs", roughness=0.5, note="an adjective"),
        Example("mud tactics", "Sie nutzten diese ⟦Schlamm Taktik⟧ oft.", roughness=0.5),
        Example("on Friday evening", "Er kam am ⟦Freitag Abend⟧."),
        Example("the founding fathers", "Er ist einer der ⟦Gründer Väter⟧.", roughness=0.5),
        Example("the season opener", "Sie gewannen das ⟦Frauen Turnier⟧.", roughness=0.5),
        Example("a murder charge", "Es gibt eine ⟦Mord Anklage⟧ gegen ihn."),
        Example("the toy soldiers", "Wir sahen nur ⟦Spielzeug Soldaten⟧.", roughness=0.5),
        Example("consumer electronics", "Wir verkaufen ⟦Unterhaltung Elektronik⟧.", roughness=0.5),
        Example("the bus station", "Wir warten an der ⟦Bus Station⟧.", roughness=0.5),
    ],
)
def split_compound(unit: Unit) -> Iterator[Hit]:
    """A compound is written as two words, as in English.

    German joins its nouns: *customer service* is *Kundendienst*. Reported are two neighbouring nouns whose joined form is
    attested, where the article before them can only belong to the second; in documents where other checks found
    errors in more than a third of the segments also where it may belong to either, and where the compound is new.
    """
    view = unit.target
    for before, at in pairwise(view.capitals):
        if at - before == 1 and _two_words(view, at):
            first, second = view.forms[at - 1], view.forms[at]
            if any(token.text == second for token in unit.source.tokens):
                continue
            compound, rough = open_compound(first, second), unit.rough
            new = rough and not compound and may_be_new(first, second) and _fits_second_only(view, at)
            if new or (compound and _certain(view, at, rough=rough)):
                span = span_of(view, at - 1, at + 1)
                message = f"German writes this as one word{f': „{compound}“' if compound else ''}."
                yield Hit(span, message, compound, 0.85 if compound else 0.5)


def _two_words(view: View, at: int) -> bool:
    """Whether the token and the one before are plain words with a space between, and part of nothing longer."""
    first, second = view.tokens[at - 1], view.tokens[at]
    after = view.tokens[at + 1] if at + 1 < len(view.tokens) else None
    before = view.forms[at - 2] if at > 1 else "."
    if after and (after.text[0].isupper() or (after.text in HYPHENS and after.start == second.end)):
        return False
    name = at > 2 and before[0].isupper()
    if min(len(first.text), len(second.text)) < 3 or name or before in QUOTES:
        return False
    return (
        view.masked[first.end : second.start] == " " and first.text[1:].islower() and second.text[1:].islower()
    )  # fmt: skip


def _certain(view: View, at: int, *, rough: bool) -> bool:
    """Whether the words before leave no other reading; in a rough document, whether they allow this one."""
    first = view.forms[at - 1]
    if first in DAYS or _fits_second_only(view, at):
        return True
    if not rough or at < 2:
        return False
    if only_genitive(first):
        return view.lower[at - 2] not in determiners() and not view.lower[at - 2].endswith(("es", "en"))
    return True


def _fits_second_only(view: View, at: int) -> bool:
    """Whether the determiner before the two, or before their adjectives, agrees with the second alone."""
    start = at - 2
    while start > 0 and adjective_ending(view.lower[start]):
        start -= 1
    return start >= 0 and agrees_with_second_only(view.lower[start], view.forms[at - 1], view.forms[at])
