"""LIN103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.agreement import has_faults, hits
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "LIN103",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    when=has_faults,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("the bed in which children sleep", "das Bett, in dem Kinder schlafen", note="a relative pronoun"),
        Example("for the children's sake", "um der Kinder willen"),
        Example("in order to help the country", "um dem Land zu helfen", note="um with an infinitive"),
        Example("He is by nature a good man.", "Er ist von Natur aus ein guter Mensch."),
        Example("What kind of man is he?", "Was für ein großer Mann ist er?"),
        Example("on the home straight", "Er liegt auf der Zielgeraden vorn.", note="it has an adjective's endings"),
        Example("still the best protection", "nach wie vor der beste Schutz"),
        Example("with the people", "mit den Menschen, von deren Haus wir kommen"),
        Example("in America's biggest state", "⟦in Amerikas größter, abgelegener Staat⟧ leben"),
        Example("with the plans", "Er kam ⟦mit die Pläne⟧."),
        Example("for the man", "Das ist ⟦für dem alten Mann⟧."),
        Example("in response to a tweet", "⟦Auf ein guter Vorschlag⟧ folgt ein anderer."),
    ],
)
def preposition_case(unit: Unit) -> Iterator[Hit]:
    """A phrase stands in another case than its preposition asks for.

    *mit, aus, bei, von, zu* take the dative, *für, gegen, durch, um, ohne* the accusative, *in, an, auf, über, unter,
    vor, hinter, neben, zwischen* one of these two. Words that are often no prepositions (*nach, seit, während, bis*)
    are left out, as are relative clauses and *um … zu*.

    Measured on newstest2020: 4 findings in 4,254 human translations, all of them slips of the translators; 2
    in 9,926 system translations, each where the experts marked an error.
    """
    return hits(unit, Fault.CASE)
