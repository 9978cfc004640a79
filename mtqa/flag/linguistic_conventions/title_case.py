"""LIN047."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.grammar import noun_forms
from mtqa.knowledge.verbs import any_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

MOST = 14
"""Words of the longest heading or label."""


@check(
    "LIN047",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    needs=("source",),
    target_langs=("de",),
    source_langs=("en",),
    priority=47,
    examples=[
        Example("Add New Users", "Neue Benutzer hinzufügen"),
        Example("The Lord of the Rings", "Der Herr der Ringe"),
        Example("Reading and Writing", "Das Lesen und Schreiben", note="nouns made of verbs"),
        Example("New York Times", "New York Times"),
        Example("Save As", "Speichern unter"),
        Example("Open the Red Cross page", "Seite des Roten Kreuzes öffnen"),
        Example("Add New Users", "Neue Benutzer ⟦Hinzufügen⟧"),
        Example("Delete All Old Files", "Alle alten Dateien ⟦Löschen⟧"),
        Example("Settings For Your Account", "Einstellungen ⟦Für⟧ Ihr Konto"),
        Example("How To Install It", "Wie ⟦Man⟧ ⟦Es⟧ Installiert"),
    ],
)
def title_case(unit: Unit) -> Iterator[Hit]:
    """A word has a capital as in an English title.

    German headings and labels are written like any sentence: only nouns and the first word have capitals. Reported are
    function words, and verbs at the end, inside a short text whose source has its capitals so.
    """
    if len(unit.target.tokens) > MOST or ">" in unit.source.masked or not _titled(unit.source):
        return
    view = unit.target
    source = {token.text for token in unit.source.tokens}
    for at, token in enumerate(view.tokens):
        if not at or not token.text[0].isupper() or token.text in source or not _inside(view, at):
            continue
        if _function(view, at) or _verb(view, at):
            yield Hit(Span(token.start, token.end), f"„{token.text.lower()}“ is no noun.", token.text.lower(), 0.85)


def _titled(view: View) -> bool:
    """Whether all words of content have capitals, and there are two or more besides the first."""
    words = [token.text for token in view.tokens if token.is_word]
    content = [word for word in words[1:] if len(word) > 3 or word.lower() not in view.language.function_words]
    capitals = sum(word[0].isupper() for word in words[1:])
    return capitals > 1 and all(word[0].isupper() for word in content) and not any(word.isupper() for word in words)


def _inside(view: View, at: int) -> bool:
    return view.forms[at - 1][-1].isalpha() and view.masked[view.tokens[at - 1].end : view.tokens[at].start] == " "


def _function(view: View, at: int) -> bool:
    low = view.lower[at]
    return low in view.language.function_words and low not in ADDRESS and low.capitalize() not in noun_forms()


ADDRESS = frozenset("sie ihnen ihr ihre ihren ihrem ihrer ihres".split())
"""Formal address has its capital everywhere."""


def _verb(view: View, at: int) -> bool:
    """Whether it is a verb at the end, with a noun before it and no article that would make it a noun."""
    last = at == len(view.tokens) - 1
    before = view.lower[at - 1]
    verb = view.lower[at] in any_forms() or view.lower[at].endswith(("ügen", "ieren", "chen", "iert"))
    return last and verb and view.forms[at - 1][0].isupper() and before not in view.language.function_words
