"""LIN046."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

SENTENCE = frozenset(".!?…:\"“”’'")
"""What a sentence ends in; a label or a headline has customs of its own."""

OPENING = " \t\n„“”\"»«'‚‘’([{*_#>–—-•¿¡"


@check(
    "LIN046",
    category="linguistic-conventions/spelling",
    severity=Severity.NEUTRAL,
    needs=("source",),
    target_langs=("de", "en"),
    priority=31,
    examples=[
        Example("The file is here.", "Die Datei ist da."),
        Example("the file", "Datei", note="a German noun has its capital anywhere"),
        Example("iPhone users can go.", "iPhone-Nutzer können gehen.", note="a name"),
        Example("…and then he left.", "… und dann ging er."),
        Example("5 files were found.", "es wurden 5 Dateien gefunden.", note="no letter to compare with"),
        Example("Die Datei ist da.", "The file is here.", "de", "en"),
        Example("The file is here.", "⟦die⟧ Datei ist da."),
        Example("She went home.", "⟦sie⟧ ging nach Hause."),
        Example("and then he left.", "⟦Und⟧ dann ging er."),
        Example("Die Datei ist da.", "⟦the⟧ file is here.", "de", "en"),
    ],
)
def start_case(unit: Unit) -> Iterator[Hit]:
    """The segment begins with a small letter where the source has a capital, or the other way round.

    A sentence begins with a capital; a fragment may be joined to what stands before it. Neutral, because layouts and
    styles differ; German nouns and names say nothing about it. After a comma at the end of the segment before, as that of a
    salutation, a small letter is right.
    """
    if unit.segment.source.rstrip()[-1:] not in SENTENCE or unit.before.rstrip().endswith(","):
        return
    ours, theirs = _first(unit.target), _first(unit.source)
    if ours is None or theirs is None:
        return
    here, there = ours[0], theirs[0]
    if here.islower() and there[0].isupper() and not (there.isupper() and len(there) > 1):
        if there[1:].islower() or len(there) == 1:
            yield _hit(ours, here.capitalize(), "The source begins with a capital.")
    elif here[0].isupper() and there.islower() and not there.startswith(here[:3].lower()) and _small(unit.target, here):
        yield _hit(ours, here[0].lower() + here[1:], "The source begins with a small letter.")


def _small(view: View, word: str) -> bool:
    """Whether the word has a capital for no other reason than that it stands first."""
    return word.lower() in view.language.function_words and len(word) > 1


def _first(view: View) -> tuple[str, int, int] | None:
    """The first word and its place, if nothing but opening marks stand before it."""
    text = view.masked
    bare = text.lstrip(OPENING)
    if not bare or not bare[0].isalpha():
        return None
    start = len(text) - len(bare)
    end = next((at for at in range(start, len(text)) if not text[at].isalpha()), len(text))
    following = text[end : end + 1]
    return None if following in (".", "-", "_", "/", "(", ":", "@") and following else (text[start:end], start, end)


def _hit(first: tuple[str, int, int], right: str, message: str) -> Hit:
    return Hit(Span(first[1], first[2]), message, right, 0.7)
