"""LOC033."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

BRITISH = re.compile(
    r"(?i)\b(?:colour|favour|honour|labour|neighbour|behaviour|flavour|harbour|rumour)\w*|\b(?:centre|theatre|metre|litre|fibre)s?\b"
    r"|\b(?:organi|reali|recogni|apologi|criti?ci|emphasi|speciali|minimi|maximi)s(?:e|es|ed|ing|ation)\b|\b(?:travell|cancell|modell|labell)(?:ed|ing)\b"
    r"|\b(?:grey|tyre|cheque|programme|defence|licence|catalogue|analyse[ds]?)s?\b"
)
AMERICAN = re.compile(
    r"(?i)\b(?:color|favor|honor|labor|neighbor|behavior|flavor|harbor|rumor)(?:s|ed|ing|ful|ite|able|hood)?\b|\b(?:center|theater|meter|liter|fiber)s?\b"
    r"|\b(?:organi|reali|recogni|apologi|criti?ci|emphasi|speciali|minimi|maximi)z(?:e|es|ed|ing|ation)\b|\b(?:travel|cancel|model|label)(?:ed|ing)\b"
    r"|\b(?:gray|defense|license|catalog|analyze[ds]?)s?\b"
)
BOTH = re.compile(r"(?i)our|tre\b|is[ei]|lled|lling|grey|tyre|cheque|programme|ence|gue|yse")


@check(
    "LOC033",
    category="locale-conventions/typography",
    severity=Severity.NEUTRAL,
    pattern=BOTH,
    target_langs=("en",),
    priority=34,
    examples=[
        Example("Die Farbe des Zentrums", "the colour of the centre", "de", "en"),
        Example("Die Farbe des Zentrums", "the color of the center", "de", "en"),
        Example("Die Farbe der Realisierung", "the colour of realization", "de", "en", note="Oxford spelling has -ize"),
        Example("Die Farbe des Zentrums", "the ⟦colour⟧ of the center", "de", "en"),
        Example("Graue Nachbarn und Arbeit", "⟦grey⟧ neighbors and their ⟦labour⟧", "de", "en"),
        Example("Die Verteidigung der Farbe", "the defense of ⟦colour⟧", "de", "en"),
    ],
)
def mixed_english(unit: Unit) -> Iterator[Hit]:
    """British and American spellings stand in one segment.

    Either is right; a text should keep to one. Marked are the British ones; *-ize* beside British spelling is Oxford's
    and stays.
    """
    text = unit.target.masked
    british = list(BRITISH.finditer(text))
    american = [match for match in AMERICAN.finditer(text) if "iz" not in match.group()] if british else []
    for match in british if american else ():
        message = f"„{match.group()}“ is British, „{american[0].group()}“ American."
        yield Hit(Span(*match.span()), message, confidence=0.7)
