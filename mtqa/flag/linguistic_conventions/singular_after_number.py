"""LIN132."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import adjective_ending, determiners, noun_forms, nouns, words
from mtqa.text.morphology import PLURAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

NUMERALS = words("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig viele einige mehrere wenige")
BEFORE = words("um durch -")
"""*Um drei* is a time, *durch zwölf teilbar* no number of things, *A-drei* a name."""

LARGE = words("million milliarde billion")
UNITS = words("""
Prozent Uhr Euro Dollar Grad Mann Mal Stück Meter Kilo Pfund Cent Fuß Zoll Glas Tasse Paar Dutzend Schluck Blatt Liter Gramm
Schuss Sack Fass Drittel Viertel Fünftel Zehntel Mark Franken Rubel Yen Punkt Schritt Kilometer Zentimeter Volt Watt Bund
Hektar Karat Komma Null Satz Tor Quadratmeter Kubikmeter Kilogramm Tonne Bit Byte Megabyte Gigabyte Minus Plus Geld Zeit
Jeans Lächeln Campus Vater Mutter Papa Mama Oma Opa
Pfennig Schilling Peso Rand Bar Gros Schock Kopf Krug Akte
Bier Kaffee Tee Wein Sekt Saft Schnaps Korn Cola Latte Eis
""")
"""What is counted in the singular, be it as a portion (*zwei Bier*); and *Akte*, the plural of *Akt* as well."""

MASS = frozenset(("viele", "wenige"))
"""After an article these go with the singular too: *die viele Arbeit*."""


@check(
    "LIN132",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=NUMERALS | LARGE,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("He bought five books.", "Er kaufte fünf Bücher."),
        Example("two percent, three feet, ten men", "zwei Prozent, drei Fuß, zehn Mann", note="units have no plural"),
        Example("Chapter three: book and film", "Kapitel drei Buch und Film", note="a number behind its noun"),
        Example("in two-thirds of the cases", "in zwei Drittel der Fälle"),
        Example("Two beers and two coffees, please.", "Zwei Bier und zwei Kaffee, bitte.", note="as portions"),
        Example("all the work", "die viele Arbeit, die wenige Zeit"),
        Example("dinner at quarter past seven", "um viertel acht Abendbrot", note="a time"),
        Example("several journal sheets", "mehrere Buch.-Blätter, mehrere Office 365-Lizenzen"),
        Example("many a man", "so manch Mann"),
        Example("two book publishers", "zwei Buch- und drei Filmverlage", note="a suspended hyphen"),
        Example("at three, father came", "Um drei kam Vater, um vier Mutter."),
        Example("at ten past four", "Hier herrscht um zehn nach vier Betrieb.", note="a time"),
        Example("He sold five letters.", "Er kaufte ⟦fünf Brief⟧."),
        Example("There are many reasons.", "Es gibt ⟦viele Grund⟧ dafür."),
        Example("one million, 1 million", "eine Million, 1 Million, 2 Millionen"),
        Example("7.2 million dollars", "7,2 ⟦Million⟧ Dollar"),
        Example("three old houses", "⟦drei alte Haus⟧ am Meer"),
        Example("several towns", "⟦mehrere Stadt⟧ liegen dort."),
    ],
)
def singular_after_number(unit: Unit) -> Iterator[Hit]:
    """A noun stands in the singular behind a number or *viele, mehrere*.

    Units (*zwei Prozent, drei Fuß*) have no plural; all other nouns have one.
    """
    view = unit.target
    if (NUMERALS | LARGE).isdisjoint(view.words):
        return
    for at, low in enumerate(view.lower):
        if low in LARGE and at and _several(view.forms[at], view.lower[at - 1]):
            span = span_of(view, at, at + 1)
            yield Hit(span, f"„{view.forms[at]}“ is no plural.", f"{view.forms[at].removesuffix('e')}en", 0.85)
        elif low in NUMERALS and not (at and _belongs(view, at)) and not _is_hour(view, at):
            last = _noun(view, at + 1)
            if last:
                span = span_of(view, at, last + 1)
                yield Hit(span, f"„{view.forms[last]}“ is no plural.", "", 0.85)


def _several(form: str, before: str) -> bool:
    """Whether a number other than one stands before *Million, Milliarde*."""
    if not form[0].isupper():
        return False
    return before in NUMERALS or (before[0].isdigit() and before not in ("1", "1,0"))


def _is_hour(view: View, at: int) -> bool:
    """Whether it is an hour: *halb vier*, *zehn nach vier*."""
    if at and view.lower[at - 1] in ("halb", "viertel", "dreiviertel"):
        return True
    return at > 1 and view.lower[at - 1] in ("nach", "vor") and view.lower[at - 2] in NUMERALS | {"viertel", "kurz"}


def _genitive(word: str) -> bool:
    """Whether the form has an ending in *-s*, which may be a plural too (*Parks*)."""
    return word.endswith("s") and word not in nouns()


def _belongs(view: View, at: int) -> bool:
    """Whether what stands before the number says that it counts nothing, or no things."""
    return _named(view.forms[at - 1], at) or (view.lower[at] in MASS and view.lower[at - 1] in determiners())


def _named(before: str, at: int) -> bool:
    """Whether the number belongs to the word before: *Kapitel drei*."""
    return before in BEFORE or (before[0].isupper() and (at > 1 or before in noun_forms()))


def _noun(view: View, at: int) -> int:
    """The noun that begins there behind its adjectives, if it is only a singular; 0 otherwise."""
    forms, place = view.forms, at
    while place < len(forms) and adjective_ending(forms[place]) and forms[place].endswith(("e", "en")):
        place += 1
    if place >= len(forms) or forms[place] not in noun_forms() or forms[place] in UNITS or _genitive(forms[place]):
        return 0
    after = forms[place + 1] if place + 1 < len(forms) else "."
    if after[0].isupper() or after[0].isdigit() or after in ("-", "‐", "/", "und"):
        return 0
    if after == "." and forms[place + 2 : place + 3] == ["-"]:
        return 0  # Buch.-Blatt
    entry = noun_forms()[forms[place]]
    return place if not entry.cells & PLURAL else 0
