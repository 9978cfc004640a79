"""DES005."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.placeholders import placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

BRACE = re.compile("[{}]")
NAMES = re.compile(
    r"%\(\w+\)(?![-+#0]*\d*(?:\.\d+)?[a-zA-Z])|%\s\(\w+\)|%\(\s*\w+\s+\)[sd]|%\w+\)[sd]\b|%\(\w+[sd]?(?=\s|$)"
)
"""A Python placeholder without type, with a space in it, or without one of its brackets."""

PERCENT = re.compile(r"(?<!%)%(?![%\w(<{])|(?<=\d\s)%(?=\s?[a-zA-Z])|(?<!%)%(?=\s[a-zA-Z])")
POSITIONAL = re.compile(
    r"%\s\d+\s?\$\s?[sdi@]|%\d+\s\$\s?[sdi@]|%\d+\$\s[sdi@]\b|(?<![\w%])%\s[sd](?!\w)|\d\$[sd]\b(?<!%\d\$[sd])(?<!%\d\d\$[sd])"
)
APOSTROPHE = re.compile(r"(?<!')'(?!')")
FORMATTED = re.compile(r"\{\d+\}|\{\d+,|\{\w+, ?(?:plural|select|number|date)")


@check(
    "DES005",
    category="design-and-markup/placeholder",
    severity=Severity.CRITICAL,
    needs=("source",),
    priority=77,
    either_signs="{}%$'",
    examples=[
        Example("{name} of {total}", "{name} von {total}"),
        Example("%d%% of %s", "%d %% von %s"),
        Example("50% off", "50 % Rabatt", note="no format: the sign is a sign"),
        Example("Type { to begin", "Mit { beginnen", note="the source's brace is alone as well"),
        Example("Can''t open {0}", "Geht nicht: {0}"),
        Example("Hallo %(name)s", "Hello %(name)s", "de", "en"),
        Example("Hello {name}!", "Hallo ⟦{⟧name!"),
        Example("Hello {name}!", "Hallo name⟦}⟧!"),
        Example("Hello %(name)s", "Hallo ⟦%(name)⟧"),
        Example("%d%% of %s", "%d ⟦%⟧ von %s", note="the % begins a placeholder of its own: it must be %%"),
        Example("%1$s files", "⟦% 1 $ s⟧ Dateien"),
        Example("Can''t open {0}", "{0} geht⟦'⟧s nicht auf", note="one apostrophe switches placeholders off"),
        Example("Hallo ${name}", "Hello $⟦{⟧name", "de", "en"),
    ],
)  # fmt: skip
def placeholder_malformed(unit: Unit) -> Iterator[Hit]:
    """A placeholder is broken: a brace, a bracket or a type is missing, or there is a space in it.

    The program cannot read it: it shows the text as it stands, or ends with an error. Translation engines put spaces
    into placeholders, and German puts one before `%`. Nothing is said where the source is as unbalanced.
    """
    text, source = unit.segment.target, unit.segment.source
    if "{" in source or "{" in text or "}" in text:
        yield from _braces(unit)
    if "%" in source or "$" in source:
        yield from _printf(unit)
    if "''" in source and "'" in text and FORMATTED.search(source):
        for match in APOSTROPHE.finditer(text):
            yield Hit(
                Span(*match.span()),
                "In this format an apostrophe is written twice, else what follows it is not filled in.",
                "''",
                0.9,
            )


def _braces(unit: Unit) -> Iterator[Hit]:
    if any(_unbalanced(unit.segment.source)):
        return
    closing, opening = _unbalanced(unit.segment.target)
    for place in closing:
        yield Hit(Span(place, place + 1), "A closing brace without an opening one.", confidence=0.9)
    for place in opening:
        yield Hit(Span(place, place + 1), "An opening brace without a closing one.", confidence=0.9)


def _unbalanced(text: str) -> tuple[list[int], list[int]]:
    """The closing braces that nothing opened, and the opening ones that nothing closes."""
    opened: list[int] = []
    closing: list[int] = []
    for match in BRACE.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            closing.append(match.start())
    return closing, opened


def _printf(unit: Unit) -> Iterator[Hit]:
    text, source = unit.segment.target, unit.segment.source
    formats = [part for part in placeholders(unit.source.mask.parts) if part.family.startswith("printf")]
    if not formats or ("%" not in text and "$" not in text):
        return
    taken: list[Span] = []
    for pattern in (NAMES, POSITIONAL):
        for match in pattern.finditer(text) if not pattern.search(source) else ():
            taken.append(Span(*match.span()))
            yield Hit(taken[-1], f"The placeholder {match.group().strip()} is broken.", confidence=0.95)
    if PERCENT.search(source) or (all(part.family == "printf_named" for part in formats) and "%%" not in source):
        return
    parts = [Span(part.start, part.end) for part in unit.target.mask.parts]
    for match in PERCENT.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in (*taken, *parts)):
            yield Hit(span, "In a text with placeholders a percent sign is written %%.", "%%", 0.9)
