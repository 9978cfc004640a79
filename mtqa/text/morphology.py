"""Agreement as sets: what case, gender and number a German word form may have, and what is left when words meet.

A *cell* is a case together with a gender or the plural (German tells genders apart in the singular only): sixteen in
all, held as the bits of one integer. A determiner, an adjective's ending, a preposition and a noun each allow some
cells; words that belong together must share one (unification of feature sets: Shieber 1986, ch. 3; Duden, *Die
Grammatik*, 10th ed., on the noun phrase). What allows nothing together is wrong in every reading.
"""

from __future__ import annotations

from functools import cache

GENDERS = "MFNP"
CASES = "ngda"
"""Nominative, genitive, dative, accusative."""

ALL = (1 << 16) - 1


def cell(gender: str, case: str) -> int:
    """The bit of one cell: ``cell("F", "d")`` is the dative singular of the feminine."""
    return 1 << (4 * GENDERS.index(gender) + CASES.index(case))


@cache
def cells(text: str) -> int:
    """The bits of cells written as a gender (M F N P) and its cases: ``"Mn Fgd Pg"``; a gender alone means all four."""
    found = 0
    for item in text.split():
        for case in item[1:] or CASES:
            found |= cell(item[0], case)
    return found


def spelled(mask: int) -> str:
    """The opposite of :func:`cells`: genders in the order M F N P, a gender alone where it has all four cases."""
    items = []
    for number, gender in enumerate(GENDERS):
        found = "".join(case for at, case in enumerate(CASES) if mask >> (4 * number + at) & 1)
        if found:
            items.append(gender + ("" if found == CASES else found))
    return " ".join(items)


MASCULINE, FEMININE, NEUTER, PLURAL = (cells(gender) for gender in GENDERS)
NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE = (cells(" ".join(gender + case for gender in GENDERS)) for case in CASES)
BY_CASE = {"n": NOMINATIVE, "g": GENITIVE, "d": DATIVE, "a": ACCUSATIVE}

STRONG = {
    "er": cells("Mn Fgd Pg"),
    "e": cells("Fna Pna"),
    "es": cells("Nna"),
    "en": cells("Mga Ng Pd"),
    "em": cells("Md Nd"),
}
"""Adjective ending -> cells where no article shows the case: *guter Wein*, *guten Weines*."""

WEAK = {
    "e": cells("Mn Fna Nna"),
    "en": cells("Mgda Fgd Ngd P"),
}
"""After *der, dieser, jeder, alle*."""

MIXED = {
    "er": cells("Mn"),
    "es": cells("Nna"),
    "e": cells("Fna"),
    "en": cells("Mgda Fgd Ngd P"),
}
"""After *ein, kein, mein*."""

LOOSE = {ending: STRONG.get(ending, 0) | WEAK.get(ending, 0) for ending in STRONG}
"""After words that usage has not decided on: *manche, solche, sämtliche, viele*."""

DECLENSIONS = {"strong": STRONG, "weak": WEAK, "mixed": MIXED, "loose": LOOSE}


def adjective_cells(endings: tuple[str, ...], declension: str) -> int:
    """The cells that adjectives with these endings allow together.

    After *-em* the next adjective may end in *-en* as well (*mit großem technischen Aufwand*).
    """
    table, found, dative = DECLENSIONS[declension], ALL, False
    for ending in endings:
        allowed = table.get(ending, 0)
        if dative and ending == "en":
            allowed |= STRONG["em"]
        dative = dative or (ending == "em" and declension in ("strong", "loose"))
        found &= allowed
    return found


def same_case(mask: int) -> int:
    """All cells whose case is among those of ``mask``."""
    found = 0
    for case in BY_CASE.values():
        found |= case if mask & case else 0
    return found
