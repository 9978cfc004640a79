"""LIN121."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.grammar import adjective_ending, determiners, noun, words
from mtqa.knowledge.noun_phrases import phrases
from mtqa.text.morphology import FEMININE, MASCULINE, NEUTER, NOMINATIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

HIS = words("sein seine seinen seinem seiner seines")
HER = words("ihr ihre ihren ihrem ihrer ihres")
OTHERS = words("his her hers their theirs your yours my our he she they them him you we i one's one whose")
"""Source words that the possessive may stand for instead of *its*."""

PERSONS = words("er ihn ihm man jeder jemand niemand wer einer mancher es sie")


@check(
    "LIN121",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=HIS | HER,
    target_langs=("de",),
    needs=("source",),
    priority=56,
    examples=[
        Example("The church lost its tower.", "Die Kirche verlor ihren Turm."),
        Example("The woman loved his house.", "Die Frau liebte sein Haus.", note="somebody else's"),
        Example("The country has its prices.", "Das Land hat seine Preise."),
        Example(
            "The team in the town lost its coach.",
            "Die Mannschaft des Ortes verlor seinen Trainer.",
            note="of the town",
        ),
        Example("The government gave the firm its money.", "Die Regierung gab dem Betrieb sein Geld."),
        Example("The city has its charm.", "In der Stadt hat alles seinen Reiz."),
        Example("The bank sold its house.", "Die Bank verkaufte das Haus."),
        Example("The company and its owners", "Die Firma Braun und ihre Besitzer"),
        Example("The church has lost its tower twice.", "Die Kirche hat zweimal ⟦seinen⟧ Turm verloren."),
        Example("Her church has lost its tower.", "Ihre Kirche hat ⟦seinen⟧ Turm verloren."),
        Example("The city is known for its charm.", "Die Stadt ist für ⟦seinen⟧ Reiz bekannt."),
        Example("The village lost its school.", "Das Dorf verlor ⟦ihre⟧ Schule."),
        Example("The old bank lost its licence.", "Die alte Firma verlor ⟦seine⟧ Lizenz."),
        Example("The company is selling its shares.", "Die Firma verkauft ⟦seine⟧ Aktien."),
        Example("The club has its own hall.", "Der Verein hat ⟦ihre⟧ eigene Halle."),
        Example("This town loves its river.", "Diese Stadt liebt ⟦seinen⟧ Fluss."),
        Example("The ship lost its crew.", "Das Schiff verlor ⟦ihre⟧ Mannschaft."),
    ],
)
def possessive_gender(unit: Unit) -> Iterator[Hit]:
    """A possessive for *its* does not agree with the subject it refers to.

    German *sein* and *ihr* follow the gender of their owner, English *its* has none. The check looks at sentences that
    open with their subject, where the source has *its* and no other owner, and no other noun stands before the
    possessive.
    """
    view = unit.target
    if "its" not in unit.source_words or not _sole_owner(unit):
        return
    for at, low in enumerate(view.lower):
        if at and (low in HIS or low in HER):
            reading = _subject(view, at) if view.forms[at] == low and _possessive(view, at) else 0
            wrong = (low in HIS and reading and not reading & ~FEMININE) or (
                low in HER and reading and not reading & ~(MASCULINE | NEUTER)
            )
            if wrong:
                token, head = view.tokens[at], view.forms[phrases(view)[0].last]
                yield Hit(Span(token.start, token.end), f"„{low}“ does not agree with „{head}“, its owner.", "", 0.88)
            return


def _sole_owner(unit: Unit) -> bool:
    """Whether the source has no owner beside *its*, but one that the phrase opening the target renders."""
    others = OTHERS & unit.source_words
    if len(others) == 1 and unit.source.lower[0] in others and unit.target.lower[0] in HIS | HER:
        return unit.source.lower.count(unit.source.lower[0]) == 1
    return not others


def _possessive(view: View, at: int) -> bool:
    """Whether noun or adjective follow: *sein* is a verb as well."""
    after = view.forms[at + 1] if at + 1 < len(view.forms) else "."
    return after[0].isupper() or bool(adjective_ending(after))


def _subject(view: View, before: int) -> int:
    """The cells of the phrase that opens the text, if it is the only noun before the token; 0 otherwise."""
    first = phrases(view)[0] if phrases(view) else None
    if first is None or first.first or first.opening is None or first.last >= before:
        return 0
    between = view.forms[first.last + 1 : before]
    if any(one[0].isupper() or one in PERSONS or one in (",", "–", "-", "/", ":", ";") for one in between):
        return 0
    if between[:1] and (between[0] in determiners() or between[0] in ("und", "oder", "sowie")):
        return 0
    entry = noun(view.forms[first.last])
    return first.cells & first.determiner_cells & NOMINATIVE if entry else 0
