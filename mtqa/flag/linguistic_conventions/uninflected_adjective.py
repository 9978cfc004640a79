"""LIN115."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import adjective_ending, adjective_stems, determiners, noun, past_adjectives, words
from mtqa.knowledge.verbs import participles, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

NEVER = words("""
rosa lila orange beige prima klasse super halb ganz viel wenig genug lauter allerlei etwas mehr weniger gut voll deutsch
englisch französisch russisch solch welch manch türkis oliv sexy spitze extra einzig lang recht gleich frei zwei drei
Berliner nah alt jung groß klein arm reich tot krank deutlich ähnlich nachmittag ost west quasi pseudo mini maxi ultra
""") - words("groß klein alt jung arm reich krank deutlich ähnlich")
"""Adjectives without an ending in every place, and words that are often something else."""

ADVERBS = words("""
acht endlich plötzlich weltweit natürlich wirklich wahrscheinlich eigentlich täglich jährlich schließlich lediglich wöchentlich
hoffentlich angeblich tatsächlich bekanntlich gleichzeitig ständig ungefähr ursprünglich allmählich regelmäßig
letztlich selbstverständlich eben schon erst möglichst zusätzlich nachträglich ausschließlich hauptsächlich insgesamt
""")
"""Words that stand before a noun as adverbs (*mit der endlich Schluss sein muss*)."""

CLEAR = words(
    "ein eine einen einem einer eines im am zum zur vom beim ins mein meine seine seinen seinem ihrem ihren kein keine"
)
"""Determiners that are no pronouns before a small word."""

MORE = words("hoch")
ARTICLES = words("der die das den dem des")


@check(
    "LIN115",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=CLEAR | ARTICLES,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("a pink shirt", "ein rosa Hemd und ein prima Kleid", note="never inflected"),
        Example("the socially disadvantaged", "die sozial Benachteiligten", note="an adverb before an adjective as noun"),
        Example("those in charge politically", "den politisch Verantwortlichen"),
        Example("who speak good German", "Leute, die fließend Deutsch sprechen"),
        Example("He has blue eyes, she red hair.", "Das macht müde Leute munter."),
        Example("a little water", "ein wenig Wasser, ein halb Dutzend"),
        Example("a former minister", "ein ehemals mächtiger Minister"),
        Example("which suddenly frightens people", "das plötzlich Angst macht"),
        Example("the tall man", "⟦ein hoch Turm⟧ am Meer"),
        Example("the grinding battlefield", "auf ⟦dem mahlen ukrainischen Schlachtfeld⟧"),
        Example("a political solution", "Wir wollen ⟦eine politisch Lösung⟧."),
        Example("in the international competition", "⟦im international Wettbewerb⟧"),
        Example("with a nice view", "mit ⟦einem schön Blick⟧ auf das Tal"),
        Example("The big man laughed.", "⟦Der groß Mann⟧ lachte laut."),
        Example("in front of the closed door", "Wir warteten vor ⟦der geschlossen Tür⟧."),
        Example("a secret letter", "Sie schrieb ⟦einen geheim Brief⟧."),
        Example("the new town hall", "Er steht vor ⟦dem neu Rathaus⟧."),
    ],
)  # fmt: skip
def uninflected_adjective(unit: Unit) -> Iterator[Hit]:
    """An adjective stands between article and noun without any ending.

    English adjectives have none; in German the ending shows what belongs together. Words that are never inflected
    (*rosa*), adverbs before an adjective that is a noun (*die sozial Benachteiligten*) and pronouns are left alone.
    """
    view = unit.target
    for at in range(len(view.lower) - 2):
        low = view.lower[at]
        if (low in CLEAR or low in ARTICLES) and _uninflected(view.forms[at + 1]):
            last = _last(view, at)
            if last:
                span = span_of(view, at, last + 1)
                yield Hit(span, f"„{view.forms[at + 1]}“ lacks its ending.", "", 0.88)


def _uninflected(text: str) -> bool:
    """Whether it may be an adjective without its ending, or an infinitive in its place."""
    return text in adjective_stems() or text in verbs() or text in MORE


def _last(view: View, at: int) -> int:
    """The noun of a phrase whose first adjective has no ending; 0 where there is none."""
    text, low = view.forms[at + 1], view.lower[at]
    before = view.lower[at - 1] if at else ""
    if (
        text != view.lower[at + 1]
        or text in NEVER
        or text in ADVERBS
        or text in determiners()
        or (low in ARTICLES and before in (",", "und"))
    ):
        return 0
    place = past_adjectives(view.forms, at + 2)
    if place >= len(view.forms) or not _noun(view, place, determiners()[low].cells):
        return 0
    if (text in adjective_stems() or text in MORE) and not adjective_ending(text) and place == at + 2:
        strong = text in participles() and text.startswith("ge") and text.endswith("en")
        return place if strong or not text.endswith(("er", "e", "en")) else 0
    infinitive = text in verbs() and low in ("dem", "einem", "im", "eines", "ein") and place > at + 2
    return place if infinitive and not adjective_ending(text) and before != "," else 0


def _noun(view: View, at: int, mask: int) -> bool:
    """Whether a known noun stands there that agrees with the determiner, and is no adjective used as one."""
    text = view.forms[at]
    entry = noun(text) if text[0].isupper() and not adjective_ending(text.lower()) else None
    return entry is not None and bool(entry.cells & mask)
