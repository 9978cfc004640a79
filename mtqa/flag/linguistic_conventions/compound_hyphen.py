"""LIN053."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.grammar import noun_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIL = re.compile(r"(?<!(?:per|via|mit|die|als) )(?<![\w-])(E-?Mail) ([A-ZÄÖÜ][a-zäöüß]{3,})(?![\w-])")
ACRONYM = re.compile(r"(?<![\w-])([A-Z]{2,5}) ([A-ZÄÖÜ][a-zäöüß]{3,})(?![\w-])")
COUNTED = re.compile(
    r"(?<![\w.,-])(\d+|Ein|Zwei|Drei|Vier|Fünf) (Zimmer|Sterne|Tage|Tages|Jahres|Stunden|Minuten|Wochen|Monats|Meter"
    r"|Liter|Kilo|Prozent|Euro|Gänge|Personen|Punkte|Grad)-([A-ZÄÖÜ][a-zäöüß]{3,})"
)
PHRASE = re.compile(
    r"(?<![\w-])(Open[ -]Source|Social[ -]Media|Big[ -]Data|Machine[ -]Learning|Low[ -]Code|Real[ -]Time|Hand[ -]made"
    r"|High[ -]Tech|Corporate[ -]Design|Human[ -]Resources|Public[ -]Relations|Full[ -]Time)( |-)([A-ZÄÖÜ][a-zäöüß]{4,})(?![\w])"
)
CAPITALS = re.compile("[A-Z]{2} [A-ZÄÖÜ]")
COUNTS = frozenset(
    "zimmer sterne tage tages jahres stunden minuten wochen monats meter liter kilo prozent euro gänge personen punkte "
    "grad".split()
)
FOREIGN = frozenset("open social big machine low real hand high corporate human public full".split())
NAMES = frozenset("EU UN UNO USA US UK NATO OSZE WTO WHO BBC CNN CDU CSU SPD FDP AFD DDR BRD GUS NASA FBI CIA".split())
"""Acronyms that stand alone like names; the noun behind one may be another part of the sentence."""

BEFORE = frozenset(
    "der die das den dem des ein eine einen einem einer eines im zum zur kein keine diese dieser dieses jede".split()
)


@check(
    "LIN053",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    needs=("source",),
    target_langs=("de",),
    priority=47,
    examples=[
        Example("an e-mail address", "eine E-Mail-Adresse"),
        Example("The ADR evaluation is done.", "Die ADR-Auswertung ist fertig."),
        Example("The EU and Russia talk.", "Dass die EU Russland droht, ist neu.", note="two parts of a sentence"),
        Example("a three-room flat", "eine 3-Zimmer-Wohnung"),
        Example("open source software", "Open-Source-Software"),
        Example("We have 3 rooms.", "Wir haben 3 Zimmer."),
        Example("an e-mail address", "eine ⟦E-Mail Adresse⟧"),
        Example("Open the PDF file.", "Öffnen Sie die ⟦PDF Datei⟧."),
        Example("The ADR evaluation is done.", "Die ⟦ADR Auswertung⟧ ist fertig."),
        Example("a 5-star hotel", "ein ⟦5 Sterne-Hotel⟧"),
        Example("open source software", "⟦Open Source Software⟧"),
    ],
)
def compound_hyphen(unit: Unit) -> Iterator[Hit]:
    """A compound with an acronym, a number or foreign words lacks its hyphens.

    German joins all its parts: *E-Mail-Adresse*, *PDF-Datei*, *3-Zimmer-Wohnung*, *Open-Source-Software*. An acronym
    counts where the source has it before a noun too, and an article that belongs to the noun stands before it.
    """
    text = unit.target.masked
    words = unit.target.words
    for match in (*(MAIL.finditer(text) if "Mail " in text else ()), *_acronyms(unit, text)):
        if match[2] in noun_forms() and match.group() not in unit.segment.source:
            yield _hit(match, f"{match[1]}-{match[2]}")
    for match in COUNTED.finditer(text) if "-" in words and not (COUNTS.isdisjoint(words)) else ():
        yield _hit(match, f"{match[1]}-{match[2]}-{match[3]}")
    for match in PHRASE.finditer(text) if not FOREIGN.isdisjoint(words) else ():
        mended = f"{match[1].replace(' ', '-')}-{match[3]}"
        if mended != match.group() and match[3] in noun_forms() and match[3] not in unit.segment.source:
            yield _hit(match, mended)


def _acronyms(unit: Unit, text: str) -> Iterator[re.Match[str]]:
    """Acronyms before a noun of which the article before them is, and which the source has before a noun too."""
    for match in ACRONYM.finditer(text) if CAPITALS.search(text) else ():
        before = text[: match.start()].split()
        noun = noun_forms().get(match[2])
        if (
            not noun
            or match[1] in NAMES
            or not before
            or before[-1].lower() not in BEFORE
            or match[2] in unit.segment.source
        ):
            continue
        if re.search(rf"\b{match[1]} [a-z]{{3,}}\b", unit.segment.source):
            yield match


def _hit(match: re.Match[str], mended: str) -> Hit:
    return Hit(Span(*match.span()), f"German joins this with hyphens: „{mended}“.", mended, 0.85)
