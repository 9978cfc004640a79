"""DES001."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.number_words import word_value
from mtqa.text.parts import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.mask import Part

ICU_HEAD = re.compile(r"\{\s*(\w+)\s*,\s*(\w+)")
WORDS = re.compile(r"\s*(?:(?:=\d+|\w+)\s*\{|\}|#)$|\{\{[^{}]*\|")
"""A branch's head, its end, and its number, or MediaWiki's `{{GENDER:|…}}`: the target language's business."""

COUNT = re.compile(r"%d|%i|%n|[%$#]?\{\{?\s?(?:count|n|num|number|\w+_count|\d)\s?\}\}?")
"""A placeholder for a number."""


@check(
    "DES001",
    category="design-and-markup/placeholder",
    severity=Severity.CRITICAL,
    needs=("source",),
    priority=75,
    examples=[
        Example("Copied %d of %s", "%s: %d kopiert", note="the order is free as long as all are there"),
        Example("{name} has {count} files", "{count} Dateien von {name}"),
        Example("100% sure", "100%ig sicher", note="not a placeholder"),
        Example(
            "{n, plural, one {# file} other {# files}}",
            "{n, plural, one {# Datei} few {# Dateien} other {# Dateien}}",
            note="branches are the target language's business",
        ),
        Example("{ name }: ${a}", "{name}: ${a}", note="spaces inside do not count"),
        Example("almost %{count} minute", "fast eine Minute", note="a singular in words"),
        Example("{0} Dateien", "{0} files", "de", "en"),
        Example("Hello ⟦{name}⟧!", "Hallo ⟦{Name}⟧!", note="a changed name is a missing and an unknown one"),
        Example("Copied ⟦%d⟧ files", "Dateien kopiert"),
        Example("Hello", "Hallo ⟦%s⟧"),
        Example("Du hast ⟦{{count}}⟧ Nachrichten.", "You have ⟦{count}⟧ messages.", "de", "en"),
        Example("⟦{n, plural, ⟧one {# file} other {# files}}", "⟦{m, plural, ⟧one {# Datei} other {# Dateien}}"),
    ],
)  # fmt: skip
def placeholder_mismatch(unit: Unit) -> Iterator[Hit]:
    """A placeholder is missing, unknown or changed.

    The program fills placeholders by their exact form: a changed one shows up as it stands, an unknown one may crash
    the program, a missing one loses the value. All that the source has must come again, the same number of times; the
    order is free. Of ICU plurals and selects the variable counts, not the branches.
    """
    if not unit.target.mask.parts and not unit.source.mask.parts:
        return
    missing, extra = differences(_placeholders(unit.source.mask.parts), _placeholders(unit.target.mask.parts), _key)
    for part in extra:
        yield Hit(Span(part.start, part.end), f"The source has no placeholder {part.text.strip()}.", confidence=0.95)
    for part in missing:
        if COUNT.fullmatch(part.text) and _says_one(unit):
            continue
        span = Span(part.start, part.end, "source")
        yield Hit(
            span, f"The target lacks the placeholder {part.text.strip()}.", confidence=0.95, severity=Severity.MAJOR
        )


def _says_one(unit: Unit) -> bool:
    """Whether the target writes the number one as a word: the singular of a plural form."""
    return any(word_value(word, unit.target.lang) == 1 for word in unit.target.lower)


def _placeholders(parts: tuple[Part, ...]) -> list[Part]:
    return [part for part in parts if part.kind == "placeholder" and not WORDS.match(part.text)]


def _key(part: Part) -> str:
    head = ICU_HEAD.match(part.text)
    return f"{head[1]},{head[2]}" if head else "".join(part.text.split())
