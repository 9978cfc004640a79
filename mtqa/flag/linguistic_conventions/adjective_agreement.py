"""LIN102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.agreement import has_faults, hits
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "LIN102",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    when=has_faults,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("with great technical effort", "mit großem technischen Aufwand", note="-en after -em is right too"),
        Example("a faster growing market", "ein schneller wachsender Markt", note="an adverb"),
        Example("the best organised gangs", "die am besten organisierten Banden"),
        Example("in the nineties", "in den neunziger Jahren"),
        Example("all good things, many good people", "alle guten Dinge, viele gute Leute"),
        Example("which causes great concern", "das große Sorgen macht", note="a pronoun, then a phrase of its own"),
        Example("his or her favourite book", "sein oder ihr liebstes Buch"),
        Example("with a big house", "mit ⟦einem große Haus⟧"),
        Example("in a critical position", "Er geriet in ⟦eine kritischen Lage⟧."),
        Example("in the last six months", "In ⟦den letzte sechs Monaten⟧ entließ man ihn."),
        Example("on a large scale", "⟦im großem Umfang⟧"),
        Example("most American cinemas", "⟦Die meisten amerikanische Kinos⟧ haben Masken."),
        Example("the chairman Leopold Haas", "Das sagte ⟦der Vorstandsvorsitzender⟧ Leopold Haas."),
        Example(
            "He bought a new engine.",
            "Er kaufte ⟦ein neues Motor⟧.",
            note="nothing shows the case, so nothing is suggested",
        ),
        Example("for a charity", "für ⟦eine wohltätigen Stiftung⟧"),
    ],
)
def adjective_agreement(unit: Unit) -> Iterator[Hit]:
    """An adjective's ending does not fit its article, noun or the case.

    German adjectives are inflected by what stands before them: weak after *der*, mixed after *ein*, strong where
    nothing shows the case. The endings of all adjectives of a phrase must leave a reading that its article and noun
    have too. Adverbs before an adjective, comparatives among them, are left alone.

    Measured on newstest2020: 10 findings in 4,254 human translations, all of them slips of the translators;
    3 in 9,926 system translations, each where the experts marked an error.
    """
    return hits(unit, Fault.ADJECTIVE)
