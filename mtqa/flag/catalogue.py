"""The checks as text: the catalogue, and a page on each with its examples, at most 80 columns wide."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from mtqa.errors import UnknownUnitError
from mtqa.flag.base import CHECKS, Check, Example
from mtqa.flag.select import matched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WIDTH = 80
HEADER = ("code", "name", "severity", "category", "summary")
MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)


def find(name: str) -> Check:
    """The check with that code or name, in any letter case; :class:`UnknownUnitError` names the nearest ones."""
    for check in CHECKS:
        if name.lower() in (check.code.lower(), check.name):
            return check
    from difflib import get_close_matches

    names = [text for check in CHECKS for text in (check.code, check.name)]
    near = get_close_matches(name.upper(), names, n=1, cutoff=0.6) or get_close_matches(name.lower(), names, n=1)
    hint = f"did you mean {near[0]}?" if near else "`mtqa checks` lists them."
    raise UnknownUnitError(f"no check has the code or name {name!r}: {hint}")


def rows(selectors: Sequence[str] = ()) -> list[tuple[str, ...]]:
    """A header and a row a check (code, name, severity, category, summary), of those that ``selectors`` name if any."""
    checks = [check for check in CHECKS if not selectors or matched(check, selectors)]
    if not checks:
        raise UnknownUnitError(f"no check fits {', '.join(selectors)}: `mtqa checks` lists all.")
    return [HEADER, *(_row(check) for check in checks)]


def _row(check: Check) -> tuple[str, ...]:
    star = "" if check.default else "*"
    return check.code, check.name + star, check.severity.value, check.category, check.summary


def table(lines: Sequence[tuple[str, ...]]) -> str:
    """The rows under each other, summaries wrapped below their check."""
    name = max(len(line[1]) for line in lines)
    return "\n".join(part for line in lines[1:] for part in _entry(line, name))


def _entry(line: tuple[str, ...], width: int) -> Iterator[str]:
    code, name, severity, category, summary = line
    yield f"{code}  {name:<{width}}  {severity:<8}  {category.partition('/')[2]}"
    yield from textwrap.wrap(summary, WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 8)


def explained(check: Check, bold: Callable[[str], str] = str) -> str:
    """The check's page: what, why, and its examples; the flagged words stand in ``⟦ ⟧`` and go through ``bold``."""
    return "\n".join([*_head(check), "", *_prose(check), "", *_examples(check, bold)])


def _head(check: Check) -> Iterator[str]:
    yield f"{check.code}  {check.name}"
    yield f"{check.category}, {check.severity.value}" + ("" if check.default else "; runs only when selected")
    for label, values in (("Target languages", check.target_langs), ("Source languages", check.source_langs)):
        if values:
            yield f"{label}: {', '.join(sorted(values))}"
    if check.needs:
        yield f"Needs: {', '.join(sorted(check.needs))}"
    for option, value in sorted(check.options.items()):
        yield f"Option: [checks.{check.name}] {option} = {value}"


def _prose(check: Check) -> list[str]:
    paragraphs = check.doc.split("\n\n")
    return "\n\n".join(textwrap.fill(" ".join(text.split()), WIDTH) for text in paragraphs).split("\n")


def _examples(check: Check, bold: Callable[[str], str]) -> Iterator[str]:
    for title, good in (("Flagged:", False), ("Not flagged:", True)):
        yield title
        for example in check.examples:
            if example.good is good:
                yield from _example(example, bold)


def _example(example: Example, bold: Callable[[str], str]) -> Iterator[str]:
    sides = ((example.source_lang, example.source), (example.target_lang, example.target))
    for at, (lang, text) in enumerate(sides):
        parts = _visible(text).split("\n")
        lines = [line for part in parts for line in textwrap.wrap(part, WIDTH - 6)] or ["(empty)"]
        yield from (_coloured(f"  {'' if number else lang:<4}{line}", bold) for number, line in enumerate(lines))
        if at and example.note:
            yield from textwrap.wrap(f"({example.note})", WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)
    yield ""


def _visible(text: str) -> str:
    """The text with spaces that cannot be seen as such made visible."""
    return text.translate({0xA0: "·", 0x202F: "·", 0x200B: "·"})


def _coloured(line: str, bold: Callable[[str], str]) -> str:
    return MARKED.sub(lambda match: bold(f"⟦{match[1]}⟧"), line)
