"""DES001."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.placeholders import keys, placeholders, uses_numbers
from mtqa.text.number_words import word_value
from mtqa.text.parts import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.mask import Part

COUNT = re.compile(r"%d|%i|%u|%n|%1\$[du]|[%$#]?\{\{?\s?(?:count|n|num|number|\w+_count|\d)\s?\}\}?|:count|@count")
"""A placeholder for a number."""


@check(
    "DES001",
    category="design-and-markup/placeholder",
    severity=Severity.CRITICAL,
    needs=("source",),
    priority=75,
    either_signs="{%$@#~[\\_!:<",
    examples=[
        Example("Copied %1$d of %2$s", "%2$s: %1$d kopiert", note="the order is free where numbers say which is which"),
        Example("Copied %d of %s", "%2$s: %1$d kopiert", note="numbers given to say which is which"),
        Example("{name} has {count} files", "{count} Dateien von {name}"),
        Example("100% sure", "100%ig sicher", note="not a placeholder"),
        Example("He said {sic} that 50% of %-signs are wrong.", "Er sagte (sic), 50 % der %-Zeichen seien falsch."),
        Example(
            "{n, plural, one {# file} other {# files}}",
            "{n, plural, one {# Datei} few {# Dateien} other {# Dateien}}",
            note="branches are the target language's business",
        ),
        Example("{ name }: ${a}", "{name}: ${a}", note="spaces inside do not count"),
        Example("almost %{count} minute", "fast eine Minute", note="a singular in words"),
        Example("%m/%d/%Y", "%d.%m.%Y", note="a date's own order"),
        Example("{0} Dateien", "{0} files", "de", "en"),
        Example("Hello {name}!", "Hallo ⟦{Name}⟧!", note="a changed name"),
        Example("⟦{a}⟧ and ⟦{b}⟧", "⟦{x}⟧ und ⟦{y}⟧", note="which is which nobody can tell"),
        Example("Copied ⟦%d⟧ files", "Dateien kopiert"),
        Example("Hello", "Hallo ⟦%s⟧"),
        Example("%1$s of %2$s", "%1$s von ⟦%2$d⟧", note="another type"),
        Example("⟦%s⟧ is full", "Die Festplatte ist voll"),
        Example("Du hast ⟦{{count}}⟧ Nachrichten.", "You have ⟦{count}⟧ messages.", "de", "en"),
        Example("⟦{n, plural, ⟧one {# file} other {# files}}", "⟦{m, plural, ⟧one {# Datei} other {# Dateien}}"),
        Example("Pay $1 now", "Jetzt ⟦$2⟧ zahlen", note="in a file of strings", given={"syntax": "po"}),
    ],
)  # fmt: skip
def placeholder_mismatch(unit: Unit) -> Iterator[Hit]:
    """A placeholder is missing, unknown or changed.

    The program fills placeholders by their exact form: a changed one shows up as it stands, an unknown one may crash
    the program, a missing one loses the value. All that the source has must come again, the same number of times; the
    order is free. Of ICU plurals and selects the variable counts, not the branches; of dates and times that they come.
    """
    if not unit.coded:
        return
    ours, theirs = placeholders(unit.source.mask.parts), placeholders(unit.target.mask.parts)
    if not ours and not theirs:
        return
    missing, extra = _differences(ours, theirs)
    extra = [part for part in extra if not _in_code(part, unit.source.mask.parts)]
    missing = [part for part in missing if not _in_code(part, unit.target.mask.parts)]
    for part in extra:
        right = _meant(part, missing, extra)
        missing = [] if right else missing
        message = f"The source has no placeholder {part.text.strip()}" + (f", but {right}." if right else ".")
        yield Hit(Span(part.start, part.end), message, right, 0.95)
    for part in missing:
        if not (COUNT.fullmatch(part.text) and _says_one(unit)):
            message = f"The target lacks the placeholder {part.text.strip()}."
            yield Hit(Span(part.start, part.end, "source"), message, confidence=0.95, severity=Severity.MAJOR)


def _differences(ours: list[Part], theirs: list[Part]) -> tuple[list[Part], list[Part]]:
    """(Parts that the target lacks, parts that the source lacks); ``%%`` may be said in words."""
    numbered = uses_numbers(ours) or uses_numbers(theirs)
    one, other = (
        [(part, key) for part, key in zip(parts, keys(parts, numbered=numbered), strict=True) if key != "%%"]
        for parts in (ours, theirs)
    )
    missing, extra = differences(one, other, lambda pair: pair[1])
    return [part for part, _ in missing], [part for part, _ in extra]


def _in_code(part: Part, others: tuple[Part, ...]) -> bool:
    """Whether the other side has it inside an address or a piece of code."""
    return any(part.text in other.text for other in others if other.kind != "placeholder")


def _meant(part: Part, missing: list[Part], extra: list[Part]) -> str:
    """The one placeholder that stands changed here, where there is only one."""
    return missing[0].text if len(missing) == len(extra) == 1 and missing[0].family == part.family != "icu" else ""


def _says_one(unit: Unit) -> bool:
    """Whether the target writes the number one as a word: the singular of a plural form."""
    return any(word_value(word, unit.target.lang) == 1 for word in unit.target.lower)
