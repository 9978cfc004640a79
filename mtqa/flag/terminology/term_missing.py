"""TER001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import instead_of, named, quoted, span_of, words_at
from mtqa.terms.base import Entry, Status, Terms
from mtqa.terms.find import has, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.terms.find import Match

CARD = Terms((Entry("memory card", ("Speicherkarte",)),), source_lang="en", target_lang="de")
MORE = Terms(
    (
        Entry("sign in", ("anmelden",)), Entry("spell checker", ("Rechtschreibprüfung",)),
        Entry("tile server", ("Kachelserver",)), Entry("server", ("Server",)),
        Entry("hard disk", ("Festplatte", "Laufwerk"), status=Status.PREFERRED),
    ),
    source_lang="en", target_lang="de",
)  # fmt: skip
BACK = Terms(
    (Entry("Speicherkarte", ("memory card",)), Entry("zwischenspeichern", ("cache",))),
    source_lang="de", target_lang="en",
)  # fmt: skip

MISSING, SHORTENED, PRONOUN = 0.85, 0.4, 0.6
"""How sure a missing term is an error: in general, where its head is there (*Karte*), where a pronoun may stand for it."""

PRONOUNS = frozenset(
    "er sie es ihn ihm ihr dieser diese dieses diesen diesem it they them this that these one ones".split()
)

SEVERITIES = {Status.REQUIRED: Severity.MAJOR, Status.PREFERRED: Severity.MINOR}


@check(
    "TER001",
    category="terminology/wrong-term",
    severity=Severity.MAJOR,
    needs=("source", "glossary"),
    priority=62,
    examples=[
        Example("Insert memory cards.", "Legen Sie Speicherkarten ein.", terms=CARD),
        Example("the slot for the memory card", "der Speicherkartenslot", note="in a compound", terms=CARD),
        Example("an SD memory card", "eine SD-Speicherkarte", terms=CARD),
        Example("Sign in first.", "Melden Sie sich zuerst an.", note="a separable verb", terms=MORE),
        Example("after signing in", "nachdem Sie sich angemeldet haben", terms=MORE),
        Example("The tile server is down.", "Der Kachelserver ist ausgefallen.", note="the longest term counts",
                terms=MORE),
        Example("Die Daten werden zwischengespeichert.", "The data is being cached.", "de", "en", terms=BACK),
        Example("after you sign in", "nach der Anmeldung", note="a verb as a noun", terms=MORE),
        Example("Use `memory card` here.", "Verwenden Sie hier `memory card`.", note="code", terms=CARD),
        Example("Remove the memory card.", "Entfernen Sie den ⟦Speicherstick⟧.", terms=CARD),
        Example("Check it with the ⟦spell checker⟧.", "Prüfen Sie es mit der Orthografiehilfe.", terms=MORE),
        Example("the memory cards of your camera", "die ⟦Speicher⟧ Ihrer Kamera", terms=CARD),
        Example("Entfernen Sie die ⟦Speicherkarten⟧.", "Remove the sticks.", "de", "en", terms=BACK),
    ],
)  # fmt: skip
def term_missing(unit: Unit) -> Iterator[Hit]:
    """A term of the glossary is not rendered as the glossary says.

    Readers look for a thing under one name. A rendering counts in any inflection, in compounds (*Speicherkartenslot*) and
    in two pieces (*melden … an*); of overlapping terms the longest counts. Flagged are the words that stand in its place,
    where the word evidence tells them, else the term in the source.
    """
    assert unit.terms is not None
    if not unit.segment.target.strip():
        return  # all is missing, not the term
    lang = unit.target.lang
    for match in unit.terms.sources.find(unit.source):
        entry = match.what
        if entry.status not in SEVERITIES or any(has(unit.target, text, lang) for text in entry.allowed):
            continue
        if any(has(unit.target, text, lang) for text in entry.forbidden):
            continue  # said by term-forbidden, at its place
        if _is_verb(unit, match):
            continue
        yield _hit(unit, match)


def _is_verb(unit: Unit, match: Match[Entry]) -> bool:
    """Whether an English word is a verb's form and the glossary means a noun: *ordered*, for *order, Bestellung*."""
    if unit.target.lang.partition("-")[0] != "de" or not all(text[0].isupper() for text in match.what.allowed):
        return False
    word = unit.source.lower[match.last - 1]
    return word.endswith(("ed", "ing")) and word not in match.what.source.lower()


def _hit(unit: Unit, match: Match[Entry]) -> Hit:
    entry, lang = match.what, unit.target.lang
    place = instead_of(unit, match.first, match.last)
    span = span_of(unit.target, *place) if place else span_of(unit.source, match.first, match.last, "source")
    term = quoted(words_at(unit.source, match.first, match.last), unit.source.lang)
    note = f" ({entry.note})" if entry.note else ""
    message = f"{term} is {named(entry.allowed, lang)} in the glossary{note}."
    return Hit(span, message, "", _confidence(unit, entry), SEVERITIES[entry.status])


def _confidence(unit: Unit, entry: Entry) -> float:
    if any(shortened(unit.target, text, unit.target.lang) for text in entry.allowed):
        return SHORTENED
    return PRONOUN if not PRONOUNS.isdisjoint(unit.target.words) else MISSING
