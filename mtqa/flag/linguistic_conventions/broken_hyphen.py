"""LIN003."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.hyphens import dashes

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*"
BEFORE = re.compile(rf"(?<![\w/-])(?P<left>\w*{WORD})(?P<gap> +[-‐‑])(?P<right>{WORD})")
"""Bingo -Karten"""

AFTER = re.compile(rf"(?<![\w/-])(?P<left>{WORD})(?P<gap>[-‐‑] +)(?P<right>[^\W\d_a-zäöüß]\w*)(?![\w-])")
"""Bingo- Karten; before a small letter it is a suspended hyphen (Vor- und Nachteile)."""

GLUED = re.compile(rf"(?<![\w-])(?P<left>{WORD})[-‐‑](?P<right>[^\W\d_]+)(?![-‐‑\w])")
"""Dmitriev-ein"""

ACRONYM = re.compile(r"(?<![\w-])(?P<left>[a-zäöü]{2,4})[-‐‑](?P<right>[a-zäöü][^\W\d_]{3,})")
"""us-russischen"""

SOLID = re.compile(r"(?<=\w)[-‐‑]")
"""A hyphen inside a word; one behind a space or a quotation mark begins an option (*-Force*)."""

FAR = 0.2
"""How far from the dash's place in the source, as a share of the text, the glued hyphen may stand."""


@check(
    "LIN003",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    words="-‐‑",
    priority=45,
    examples=[
        Example("sunrise and sunset", "Sonnenauf- und -untergang", note="suspended hyphens"),
        Example("pros and cons", "Vor- und Nachteile"),
        Example("spring, summer, autumn", "Frühlings-, Sommer- und Herbstanfang"),
        Example("at -5 degrees", "bei -5 Grad"),
        Example("US-Russian relations", "US-russische Beziehungen"),
        Example("a neck-and-neck race – again", "ein Kopf-an-Kopf-Rennen – wieder"),
        Example("with us Russian speakers", "mit uns-typischer Art"),
        Example("use the option -v", "mit der Option -v"),
        Example("He is here -- you know.", "Er ist da - weißt du."),
        Example("Der Vor- und der Nachteil", "the pre- and post-war years", "de", "en"),
        Example("bingo cards", "⟦Bingo -Karten⟧"),
        Example("the US president", "der ⟦US -Präsident⟧"),
        Example("the US-based group", "die ⟦US -amerikanische⟧ Gruppe"),
        Example("an e-mail address", "eine ⟦E-Mail- Adresse⟧"),
        Example("US-Russian deals", "die ⟦us-russischen⟧ Geschäfte"),
        Example(
            "The envoy, Kirill Dmitriev – a key interlocutor – came.",
            "Der Gesandte, Kirill ⟦Dmitriev-ein⟧ wichtiger Gesprächspartner – kam.",
        ),
        Example("Der Hund – ein alter Dackel – schlief.", "The ⟦dog-an⟧ old dachshund – slept.", "de", "en"),
        Example("die Anti-Terror-Einheit", "the ⟦anti -Terror⟧ unit", "de", "en"),
    ],
)  # fmt: skip
def broken_hyphen(unit: Unit) -> Iterator[Hit]:
    """A hyphen is set apart from its word, stands in place of a dash, or joins an acronym in small letters.

    *Bingo -Karten*, *US -Präsident*, *Dmitriev-ein wichtiger Gesprächspartner*, *us-russisch*: a machine split the word
    into pieces and did not put them together again. Suspended hyphens (*Vor- und Nachteile*, *Sonnenauf- und
    -untergang*), options and negative numbers are no mistakes. A hyphen in place of a dash is only reported where the
    source has a dash at about the same place that the target lacks. A space behind the hyphen alone (*US- Präsident*) is
    neutral: good translators leave it now and then.
    """
    text = unit.target.masked
    if not any(mark in text for mark in "-‐‑"):
        return
    taken: list[Span] = []
    for hit in (*_apart(unit, text), *_acronyms(unit, text), *_glued(unit, text)):
        if not any(hit.span.overlaps(span) for span in taken):
            taken.append(hit.span)
            yield hit


def _apart(unit: Unit, text: str) -> Iterator[Hit]:
    for match in BEFORE.finditer(text) if " -" in text or " ‐" in text or " ‑" in text else ():
        if _one_word(unit, match) and f"-{match['right']}" not in SOLID.sub("", unit.segment.source):
            yield _hit(match, f"{match['left']}-{match['right']}", "The hyphen is set apart from its word.", 0.93)
    for match in AFTER.finditer(text) if "- " in text or "‐ " in text or "‑ " in text else ():
        if (
            match.group() not in unit.segment.source
            and match["left"].lower() not in unit.target.language.function_words
        ):
            message = "A space follows the hyphen inside the word."
            yield _hit(match, f"{match['left']}-{match['right']}", message, 0.75, Severity.NEUTRAL)


def _one_word(unit: Unit, match: re.Match[str]) -> bool:
    """Whether what stands around the hyphen is one word: not so in *und -untergang*."""
    left, right = match["left"], match["right"]
    if left.lower() in unit.target.language.function_words or len(right) < 3:
        return False
    return right[0].isupper() or (left.isupper() and len(left) <= 4)


def _acronyms(unit: Unit, text: str) -> Iterator[Hit]:
    for match in ACRONYM.finditer(text):
        upper = match["left"].upper()
        if any(token.text == upper for token in unit.source.tokens):
            yield _hit(match, f"{upper}-{match['right']}", f"„{upper}“ is written in capitals.", 0.93)


def _glued(unit: Unit, text: str) -> Iterator[Hit]:
    places = dashes(unit.source)
    if len(places) <= len(dashes(unit.target)):
        return
    candidates = [match for match in GLUED.finditer(text) if _two_words(unit, match)]
    for match in candidates:
        there = match.start("right") / len(text)
        if min(abs(there - place / len(unit.segment.source)) for place in places) <= FAR:
            message = "A hyphen stands where the source has a dash."
            yield _hit(match, f"{match['left']} – {match['right']}", message, 0.85)


def _two_words(unit: Unit, match: re.Match[str]) -> bool:
    right = match["right"]
    return right.islower() and right in unit.target.language.function_words and match.group() not in unit.segment.source


def _hit(
    match: re.Match[str], suggestion: str, message: str, confidence: float, severity: Severity | None = None
) -> Hit:
    return Hit(Span(*match.span()), message, suggestion, confidence, severity)
