"""DES008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.icu import Message, messages

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "DES008",
    category="design-and-markup/placeholder",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=78,
    signs="{",
    examples=[
        Example("{n, plural, one {# file} other {# files}}", "{n, plural, one {# Datei} other {# Dateien}}"),
        Example("{n, plural, one {# file} other {# files}}", "{n, plural, one {eine Datei} other {# Dateien}}"),
        Example("{n, plural, one {# file} other {# files}}", "{n, plural, =1 {eine Datei} other {# Dateien}}"),
        Example("{g, select, male {his} female {her} other {their}}", "{g, select, female {ihr} male {sein} other {ihr}}"),
        Example("{n, plural, one {# Datei} other {# Dateien}}", "{n, plural, one {# file} other {# files}}", "de", "en"),
        Example("{n, plural, one {# file} other {# files}}", "⟦{n, plural, ⟧one {# Datei}}", note="other is never optional"),
        Example("{n, plural, one {# file} other {# files}}", "{n, plural, one {# Datei} other {⟦Dateien⟧}}"),
        Example("{g, select, male {his} female {her} other {their}}",
                "⟦{g, select, ⟧männlich {sein} weiblich {ihr} other {ihr}}", note="keys are the program's words"),
        Example("{n, plural, one {# file} other {# files}}", "⟦{n, plural, ⟧one {# plik} other {# pliku}}",
                target_lang="pl", note="Polish also has few and many"),
        Example("{n, plural, one {# Datei} other {# Dateien}}", "⟦{n, plural, ⟧other {# files}}", "de", "en"),
    ],
)  # fmt: skip
def icu_branches(unit: Unit) -> Iterator[Hit]:
    """A branch of an ICU plural or select is missing, renamed, or lost its number.

    The program chooses a branch by its key: one that the language needs and that is not there gives a wrong form, a
    missing `other` an error, a translated key of a select is never chosen. Which plural categories a language needs is
    CLDR's; `=1` stands for `one`. A branch for many numbers without `#` says none.
    """
    if "{" not in unit.segment.target or (", " not in unit.segment.target and "," not in unit.segment.target):
        return
    theirs = messages(unit.segment.target)
    ours = {(one.variable, one.kind): one for one in messages(unit.segment.source)} if theirs else {}
    for message in theirs:
        source = ours.get((message.variable, message.kind))
        if source:
            yield from _keys(unit, message, source)
            yield from _numbers(unit, message, source)


def _keys(unit: Unit, message: Message, source: Message) -> Iterator[Hit]:
    found, expected = ({key for key, _ in one.branches} for one in (message, source))
    span = Span(*message.head)
    if "other" not in found:
        yield Hit(
            span, "The branch “other” is missing, without which the message is an error.", "", 0.97, Severity.CRITICAL
        )
        return
    if message.kind == "select":
        missing, unknown = sorted(expected - found), sorted(found - expected)
        if missing:
            also = f"; the source does not know “{'”, “'.join(unknown)}”" if unknown else ""
            yield Hit(span, f"The branch “{'”, “'.join(missing)}” is missing{also}.", "", 0.95)
    elif message.kind == "plural":
        needed = [
            one for one in unit.target.language.plurals if one not in found and not (one == "one" and "=1" in found)
        ]
        if needed:
            yield Hit(span, f"The plural “{'”, “'.join(needed)}”, which the language needs, is missing.", "", 0.9)


def _numbers(unit: Unit, message: Message, source: Message) -> Iterator[Hit]:
    """Branches for many that lost their number."""
    originals = dict(source.branches)
    for key, (start, end) in message.branches if message.kind != "select" else ():
        said = originals.get(key, originals.get("other"))
        if key in {"one", "zero", "two"} or key.startswith("=") or said is None:
            continue
        if "#" in unit.segment.source[slice(*said)] and not _says_number(
            unit.segment.target[start:end], message.variable
        ):
            yield Hit(Span(start, end), "This branch does not say the number, which is # in the source.", "", 0.9)


def _says_number(text: str, variable: str) -> bool:
    return "#" in text or f"{{{variable}}}" in text
