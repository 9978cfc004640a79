"""TER002."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import named, quoted, span_of, words_at
from mtqa.knowledge.grammar import noun
from mtqa.terms.base import Banned, Entry, Status, Terms
from mtqa.terms.find import Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

TABLET = Terms(
    (Entry("screen", ("Bildschirm",), ("Schirm", "Monitor")), Entry("folder", ("Ordner",), ("Verzeichnis",))),
    (Banned("Handy", ("Mobiltelefon",)), Banned("blacklist", ("Sperrliste",))),
    source_lang="en", target_lang="de",
)  # fmt: skip
BACK = Terms(
    (Entry("Ordner", ("folder",), ("directory",), Status.PREFERRED),), (Banned("e-mail", ("email",)),),
    source_lang="de", target_lang="en",
)  # fmt: skip


@check(
    "TER002",
    category="terminology/wrong-term",
    severity=Severity.MAJOR,
    needs=("glossary",),
    priority=63,
    examples=[
        Example("Clean the screen.", "Reinigen Sie den Bildschirm.", terms=TABLET),
        Example("It monitors the disk.", "Der Monitor zeigt es an.", note="no screen in the source", terms=TABLET),
        Example("He is handy.", "Er ist handlich.", terms=TABLET),
        Example("Öffnen Sie den Ordner.", "Open the folder.", "de", "en", terms=BACK),
        Example("Clean the screen.", "Reinigen Sie den ⟦Monitor⟧.", terms=TABLET),
        Example("the new folders", "die neuen ⟦Verzeichnisse⟧", terms=TABLET),
        Example("Call us on your phone.", "Rufen Sie uns mit Ihrem ⟦Handy⟧ an.", terms=TABLET),
        Example("Öffnen Sie alle Ordner.", "Open all ⟦directories⟧.", "de", "en", terms=BACK),
        Example("Lesen Sie Ihre Post.", "Read your ⟦e-mail⟧.", "de", "en", terms=BACK),
    ],
)
def term_forbidden(unit: Unit) -> Iterator[Hit]:
    """The target has a word that the glossary forbids.

    A rendering that is forbidden for a source term counts where that term is in the source; one that is forbidden
    altogether counts anywhere, in any inflection. The term to use is suggested where it takes the same form.
    """
    assert unit.terms is not None
    seen: set[int] = set()
    for banned, place in _all(unit):
        if place[0] not in seen:
            seen.update(range(*place))
            yield _hit(unit.target, banned, *place)


def _all(unit: Unit) -> Iterator[tuple[Banned, tuple[int, int]]]:
    assert unit.terms is not None
    for match in unit.terms.forbidden.find(unit.target):
        yield match.what, (match.first, match.last)
    for term in unit.terms.sources.find(unit.source):
        for found in _forms(term.what, unit.target.lang).find(unit.target):
            yield found.what, (found.first, found.last)


@lru_cache(1 << 12)
def _forms(entry: Entry, lang: str) -> Index[Banned]:
    """What the entry forbids, ready to be looked for."""
    rows = [(text, entry.case, Banned(text, entry.allowed, entry.case, entry.note)) for text in entry.forbidden]
    return Index(rows, lang)


def _hit(view: View, banned: Banned, first: int, last: int) -> Hit:
    words = words_at(view, first, last)
    use = f"use {named(banned.instead, view.lang)}" if banned.instead else "use another word"
    note = f" ({banned.note})" if banned.note else ""
    message = f"The glossary forbids {quoted(words, view.lang)}; {use}{note}."
    return Hit(span_of(view, first, last), message, _suggestion(words, banned, view.lang), 0.9)


def _suggestion(words: str, banned: Banned, lang: str) -> str:
    """The term to use in the same form, where that is sure; an empty text else.

    In German a noun of another gender would need another article, and any form but the dictionary's another ending.
    """
    if not banned.instead:
        return ""
    use = banned.instead[0]
    if lang.partition("-")[0] == "en":
        ending = next((end for end in ("", "s") if words.lower() == banned.text.lower() + end), None)
        safe = ending is not None and (not ending or use[-1] not in "sxyzh")
        return _cased(words, use + (ending or "")) if safe else ""
    return use if words == banned.text and _same_gender(banned.text, use) else ""


def _cased(words: str, use: str) -> str:
    return use[0].upper() + use[1:] if words[0].isupper() else use


def _same_gender(one: str, other: str) -> bool:
    first, second = noun(one), noun(other)
    return first is not None and second is not None and first.cells == second.cells
