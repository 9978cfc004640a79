"""LIN124."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE, BECOME, BOUNDARIES, HAVE, MODALS
from mtqa.knowledge.grammar import adjective_ending, adjective_stems, determiners, noun_forms, prepositions
from mtqa.knowledge.verbs import any_forms, finite_forms
from mtqa.text.lexicon import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

SMALL = frozenset("Und Oder Im Am Zum Zur Durch Ohne Auch Wird Hat Zwischen Vom".split())
"""Words that are never nouns, as they would be written in an English headline."""

STARTS = frozenset(".!?:;„“”\"»«‚‘’'–—-…(*/[]•|&+#>")
FOLLOWERS = HAVE | BE | BECOME | MODALS | BOUNDARIES - frozenset("-–„“”\"»«‚‘’'/|")


@check(
    "LIN124",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    target_langs=("de",),
    needs=("source",),
    priority=50,
    examples=[
        Example("The President speaks. Nobody listens.", "Der Präsident spricht. Und niemand hört zu."),
        Example("The Lord of the Rings is long.", "Der Herr der Ringe ist lang."),
        Example("“The Wall” and “Of Mice and Men”", "„Die Mauer“ und „Von Mäusen und Menschen“", note="titles"),
        Example("a small one was there", "Ein kleines war da, ein anderer ist fort.", note="no noun"),
        Example("Leonardo Da Vinci and Der Spiegel", "Leonardo Da Vinci las Der Spiegel.", note="the source has it so"),
        Example("the others, the following", "die anderen, das folgende, im allgemeinen"),
        Example("I like the blue one.", "Mir gefällt das blaue."),
        Example("The whole is simple.", "Das ganze ist einfach."),
        Example("The president has spoken.", "⟦Der präsident⟧ hat gesprochen."),
        Example("He saw the building.", "Er sah ⟦das gebäude⟧."),
        Example("in a building", "Er wohnt ⟦im gebäude⟧."),
        Example("A story of the Sea And Wind", "Das ist eine Geschichte vom Meer ⟦Und⟧ vom Wind."),
        Example("You can object to this processing.", "Sie können ⟦dieser verarbeitung⟧ widersprechen."),
        Example("That is good news for you.", "Das ist ⟦eine gute nachricht⟧ für Sie."),
        Example(
            "Import the header that holds it.", "Importieren Sie den header für Ihren Code.", note="a name in code"
        ),
        Example("never trust the frog", "trau niemals dem frosch", note="a chat without any capital"),
        Example("The government is new.", "⟦Die regierung⟧ ist neu."),
        Example("Welcome to the museum of tea", "Wir sind hier ⟦Im⟧ Museum für Tee."),
        Example("The crisis was over.", "⟦Die krise⟧ war vorbei."),
        Example("He fights without new rules.", "Er kämpft ⟦Ohne⟧ neue Regeln."),
    ],
)
def capital_letter(unit: Unit) -> Iterator[Hit]:
    """A noun begins with a small letter, or a small word with a capital as in an English headline.

    German writes nouns, and only nouns, with a capital. Reported are known nouns right after their article where the
    phrase ends, and words like *und* and *der* inside a sentence that the source does not have like that.
    """
    view = unit.target
    if not any(map(str.isupper, view.text)):
        return  # a chat
    for at, form in enumerate(view.forms):
        if form in SMALL:
            if at and _inside(view, at) and form not in unit.source.forms:
                token = view.tokens[at]
                yield Hit(
                    Span(token.start, token.end), f"„{form}“ has a small letter inside a sentence.", form.lower(), 0.8
                )
        elif (
            form == view.lower[at]
            and form.capitalize() in noun_forms()  # hardly any word passes that, so it is asked first
            and form not in unit.source.forms
            and (first := _opened(view, at)) >= 0
            and _small_noun(view, first, at)
        ):
            span = span_of(view, first, at + 1)
            right = f"{view.text[span.start : view.tokens[at].start]}{form.capitalize()}"
            yield Hit(span, f"The noun „{form.capitalize()}“ begins with a capital.", right, 0.85)


def _inside(view: View, at: int) -> bool:
    """Whether plain words stand on both sides: no name, title or beginning."""
    before, after = view.forms[at - 1], view.forms[at + 1] if at + 1 < len(view.forms) else "."
    plain = view.text[view.tokens[at - 1].end : view.tokens[at].start] == " "
    headline = not any(mark in view.lower for mark in ".!?") or sum(form in SMALL for form in view.forms) > 2
    return (
        plain
        and not headline
        and (before[0].islower() or after[0].islower())
        and after not in STARTS
        and before[0].isalpha()
    )


def _opened(view: View, at: int) -> int:
    """The determiner of the phrase that the word may end, adjectives between; -1 where there is none."""
    first = at - 1
    while first > 0 and view.forms[first].islower() and adjective_ending(view.lower[first]):
        first -= 1
    return first if first >= 0 and view.lower[first] in determiners() else -1


def _small_noun(view: View, first: int, at: int) -> bool:
    """Whether the small word, which is a noun's, can be nothing else, and ends its phrase."""
    low = view.lower[at]
    if first and view.lower[first - 1] == ",":
        return False
    after = view.forms[at + 1] if at + 1 < len(view.forms) else "."
    follows = after in FOLLOWERS or (after.islower() and not adjective_ending(after))
    if not follows or len(low) < 4:
        return False
    if low in any_forms() or low in finite_forms() or low in determiners() or low in prepositions():
        return False
    if adjective_ending(low) or low in adjective_stems() or low.endswith(("ste", "sten", "ten", "igen", "eren", "ere")):
        return False
    return lemma(low, "de")[:1].isupper() and bool(
        noun_forms()[low.capitalize()].cells & determiners()[view.lower[first]].cells
    )
