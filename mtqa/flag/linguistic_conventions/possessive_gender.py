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
        Example("hard for the firm and its partners", "schwer für die Firma und ⟦seine⟧ Partner"),
        Example("He met the president and its partners.", "Er traf die Firma und ihre Partner."),
        Example("the firm and its partners", "das Haus der Firma und seine Partner", note="of the house"),
        Example("The ship lost its crew.", "Das Schiff verlor ⟦ihre⟧ Mannschaft."),
    ],
)
def possessive_gender(unit: Unit) -> Iterator[Hit]:
    """A possessive for *its* does not agree with the subject it refers to.

    German *sein* and *ihr* follow the gender of their owner, English *its* has none. The check looks at sentences that
    open with their subject, where the source has *its* and no other owner, and no other noun stands before the
    possessive; and at pairs (*the firm and its partners*).
    """
    view = unit.target
    if "its" not in unit.source_words or not _sole_owner(unit):
        return
    for at, low in enumerate(view.lower):
        if at and (low in HIS or low in HER):
            if view.forms[at] == low and _possessive(view, at):
                owner, reading = _beside(unit, at) or _subject(view, at)
                others = ~FEMININE if low in HIS else ~(MASCULINE | NEUTER)
                if reading and not reading & others:
                    token = view.tokens[at]
                    message = f"„{low}“ does not agree with „{view.forms[owner]}“, its owner."
                    yield Hit(Span(token.start, token.end), message, "", 0.88)
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


def _beside(unit: Unit, at: int) -> tuple[int, int] | None:
    """The noun that the possessive is joined to and what it may be, where the source says *X and its Y* too."""
    view, source = unit.target, unit.source.lower
    if at < 3 or view.lower[at - 1] != "und" or source.count("its") > 1 or source[source.index("its") - 1] != "and":
        return None
    first = at - 3 if view.lower[at - 3] in determiners() else at - 2
    entry = noun(view.forms[at - 2])
    if entry is None or not view.forms[at - 2][0].isupper() or view.forms[first - 1][0].isupper():
        return None  # of a noun before it, whose owner that may be
    return at - 2, entry.cells


def _subject(view: View, before: int) -> tuple[int, int]:
    """The noun of the phrase that opens the text and its cells, if it is the only noun before the token; no cells otherwise."""
    first = phrases(view)[0] if phrases(view) else None
    if first is None or first.first or first.opening is None or first.last >= before:
        return 0, 0
    between = view.forms[first.last + 1 : before]
    if any(one[0].isupper() or one in PERSONS or one in (",", "–", "-", "/", ":", ";") for one in between):
        return 0, 0
    if between[:1] and (between[0] in determiners() or between[0] in ("und", "oder", "sowie")):
        return 0, 0
    entry = noun(view.forms[first.last])
    return first.last, first.cells & first.determiner_cells & NOMINATIVE if entry else 0
