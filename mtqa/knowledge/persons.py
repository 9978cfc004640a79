"""Whether a person is a woman or a man, by the first name, and German nouns that name persons of one sex."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mtqa.knowledge.grammar import noun_forms
from mtqa.knowledge.table import read_table
from mtqa.text.lexicon import compound_parts, zipf
from mtqa.text.morphology import cells

if TYPE_CHECKING:
    from mtqa.text.view import View

FREQUENT = 2.6
"""Zipf frequency that the feminine of a noun for men must have (*Forscherin*)."""

SEXLESS = frozenset(
    ("Gast", "Star", "Profi", "Mensch", "Geist", "Führer", "Leiter", "Läufer", "Anhänger", "Träger", "Gewinner")
)
"""Nouns that are said of women too, or name a thing."""


@cache
def first_names() -> dict[str, str]:
    """Name -> ``F`` or ``M``."""
    return {row["name"]: row["gender"] for row in read_table("de", "first_names")}


@cache
def lower_names() -> frozenset[str]:
    """The first names in lower case."""
    return frozenset(name.lower() for name in first_names())


def full_name(view: View, at: int) -> int:
    """The token after a first name at ``at`` with its surname; 0 where there is no surname."""
    forms = view.forms
    if at + 1 >= len(forms) or not forms[at + 1][0].isupper() or not forms[at + 1].isalpha() or len(forms[at + 1]) < 3:
        return 0
    end = at + 2
    if end + 1 < len(forms) and forms[end][0].isupper() and forms[end].isalpha():
        end += 1
    return end


@lru_cache(1 << 13)
def feminine(word: str) -> bool:
    """Whether the noun names a woman by its ending: *Bloggerin*, of which there is a masculine."""
    if not word.endswith("in") or len(word) < 7:
        return False
    parts = compound_parts(word[:-2], "de")
    head = parts[-1] if parts and parts[-1].endswith(("er", "or", "ist", "ent", "ant")) else word[:-2].lower()
    return zipf(head, "de") >= FREQUENT and zipf(head + "in", "de") > 1


@lru_cache(1 << 13)
def masculine(word: str) -> bool:
    """Whether the noun names a man where there is a usual feminine in *-in* for women: *Forscher*."""
    if (
        word in SEXLESS
        or not word.endswith(("er", "or", "eur", "ist", "ent", "ant"))
        or zipf(word + "in", "de") < FREQUENT
    ):
        return False
    entry = noun_forms().get(word)
    return entry is not None and bool(entry.cells & cells("Mn")) and not entry.cells & cells("F")
