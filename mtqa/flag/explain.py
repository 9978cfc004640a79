"""A page on one check: what it finds, why it matters, what was measured, and its examples; for a terminal and in Markdown."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from mtqa.flag.catalogue import WIDTH
from mtqa.flag.measured import said
from mtqa.flag.profile import shipped
from mtqa.flag.waiting import waiting
from mtqa.mqm import BRANCHES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mtqa.flag.base import Check, Example

MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)
NOTE = "<!-- written by `mtqa checks --write`; do not edit -->\n"
"""What marks a page of the catalogue as ours, so that an outdated one may be removed."""
INDEX = "README.md"
CHOOSING = "[settings](../settings.md) says how to choose among them."
MEASURING = """\
What is measured: alarms on good human segments, and how often expert judges marked an error where a check found one
(`python -m benchmarks.checks`, [table](../../benchmarks/results/checks.md))."""


def explained(check: Check, bold: Callable[[str], str] = str) -> str:
    """The check's page, at most 80 columns wide; the flagged words stand in ``⟦ ⟧`` and go through ``bold``."""
    figures = textwrap.wrap(said(check.code), WIDTH)
    return "\n".join([*_head(check), "", *_prose(check), "", *figures, "", *_examples(check, bold)])


def _head(check: Check) -> Iterator[str]:
    yield f"{check.code}  {check.name}"
    yield f"{check.category}, {check.severity.value}" + ("" if check.default else "; runs only when selected")
    yield from (f"{label}: {text}" for label, text in _facts(check))
    for option, value in sorted(check.options.items()):
        yield f"Option: [checks.{check.name}] {option} = {value}"


def _facts(check: Check) -> Iterator[tuple[str, str]]:
    for label, values in (("Target languages", check.target_langs), ("Source languages", check.source_langs),
                          ("Needs", check.needs)):  # fmt: skip
        if values:
            yield label, ", ".join(sorted(values))


def _prose(check: Check) -> list[str]:
    paragraphs = check.doc.split("\n\n")
    return "\n\n".join(textwrap.fill(" ".join(text.split()), WIDTH) for text in paragraphs).split("\n")


def _examples(check: Check, bold: Callable[[str], str]) -> Iterator[str]:
    for title, good in (("Flagged:", False), ("Not flagged:", True)):
        yield title
        yield from _shown(check, bold, good=good)


def _shown(check: Check, bold: Callable[[str], str], *, good: bool) -> Iterator[str]:
    for example in check.examples:
        if example.good is good:
            yield from _example(example, bold, [example.note, waiting(check, example)])


def _example(example: Example, bold: Callable[[str], str], notes: Sequence[str]) -> Iterator[str]:
    sides = ((example.source_lang, example.source), (example.target_lang, example.target))
    for at, (lang, text) in enumerate(sides):
        parts = _visible(text).split("\n")
        lines = [line for part in parts for line in textwrap.wrap(part, WIDTH - 6)] or ["(empty)"]
        yield from (_coloured(f"  {'' if number else lang:<4}{line}", bold) for number, line in enumerate(lines))
        for note in filter(None, notes if at else ()):
            yield from textwrap.wrap(f"({note})", WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)
    yield ""


def _visible(text: str) -> str:
    """The text with spaces that cannot be seen as such made visible."""
    return text.translate({0xA0: "·", 0x202F: "·", 0x200B: "·"})


def _coloured(line: str, bold: Callable[[str], str]) -> str:
    return MARKED.sub(lambda match: bold(f"⟦{match[1]}⟧"), line)


def pages(checks: Sequence[Check]) -> dict[str, str]:
    """The catalogue as Markdown: file name -> text, an index and a page a check."""
    return {INDEX: _index(checks)} | {f"{check.name}.md": page(check) for check in checks}


def page(check: Check) -> str:
    """The check's page in Markdown; examples stand as in the terminal, flagged words in ``⟦ ⟧``."""
    about = f"`{check.code}` · {check.category} · {check.severity.value} · "
    about += "on by default" if check.default else "**off by default**: `--select` it or use the profile `strict`"
    facts = "".join(f" · {label.lower()}: {text}" for label, text in _facts(check))
    options = [f"[checks.{check.name}]", *(f"{name} = {_toml(value)}" for name, value in sorted(check.options.items()))]
    blocks = [NOTE + f"# {check.name}", about + facts, *check.doc.split("\n\n"), said(check.code)]
    blocks += [_fenced(options, "toml")] * bool(check.options)
    for title, good in (("Flagged", False), ("Not flagged", True)):
        blocks += [f"## {title}", _fenced("\n".join(_shown(check, str, good=good)).rstrip("\n").split("\n"), "text")]
    return "\n\n".join([*blocks, f"[All checks]({INDEX})"]) + "\n"


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


def _fenced(lines: Sequence[str], kind: str) -> str:
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([fence + kind, *(line.rstrip() for line in lines), fence])


def _index(checks: Sequence[Check]) -> str:
    off = sum(not check.default for check in checks)
    blocks = [
        NOTE + "# Checks",
        f"{len(checks)} checks; {_off(off)} `mtqa explain CODE` shows these pages in the terminal; {CHOOSING}",
        MEASURING,
        "Profiles:\n\n" + "\n".join(f"* `{one.name}`: {one.summary}" for one in shipped().values()),
    ]
    for branch, prefix in BRANCHES.items():
        rows = [_row(check) for check in checks if check.code.startswith(prefix)]
        if rows:
            title = f"## {branch.replace('-', ' ').capitalize()}"
            blocks += [title, "\n".join(["| code | check | severity | what is wrong |", "|---|---|---|---|", *rows])]
    return "\n\n".join(blocks) + "\n"


def _off(count: int) -> str:
    return f"a star marks the {count} that are off by default." if count else "all are on by default."


def _row(check: Check) -> str:
    star = "" if check.default else " \\*"
    summary = check.summary.replace("|", "\\|")
    return f"| {check.code} | [{check.name}]({check.name}.md){star} | {check.severity.value} | {summary} |"
