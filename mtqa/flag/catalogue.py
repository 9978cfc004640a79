"""The checks as a catalogue: a table to read, or records in one of several formats, with what was measured of each."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from typing import TYPE_CHECKING, Any

from mtqa.config import LANGUAGE
from mtqa.errors import SettingsError, UnknownUnitError
from mtqa.flag.base import CHECKS, Check
from mtqa.flag.measured import alarms, measured, percent
from mtqa.flag.select import matched, refuse_unknown
from mtqa.lang.base import short
from mtqa.mqm import BRANCHES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WIDTH = 80
FORMATS = ("text", "tsv", "csv", "json", "md")
Record = dict[str, Any]


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


def narrowed(
    checks: Iterable[Check], selectors: Sequence[str] = (), language: str = "", branch: str = ""
) -> list[Check]:
    """Of ``checks`` those that the selectors name, that know the target language and that lie in the MQM branch.

    A branch is a dimension of MQM (``accuracy``) or its prefix (``ACC``). :class:`UnknownUnitError` where a selector names
    none at all, or none is left, :class:`SettingsError` for what is no code of a language.
    """
    if language and not LANGUAGE.fullmatch(language):
        raise SettingsError(
            f"--language: expected a language code such as de or en-GB, found {language!r}; correct it."
        )
    for selector in selectors:
        refuse_unknown(selector, list(CHECKS))
    prefix = BRANCHES.get(branch.lower(), branch.upper())
    out = [
        check for check in checks
        if (not selectors or matched(check, selectors))
        and (not language or not check.target_langs or short(language) in check.target_langs)
        and (not branch or check.code[:3] == prefix)
    ]  # fmt: skip
    if not out:
        asked = ", ".join(filter(None, (*selectors, language, branch)))
        raise UnknownUnitError(f"no check fits {asked}: `mtqa checks` lists all.")
    return out


def record(check: Check) -> Record:
    """What programs want to know of a check: flat, measured figures included (None where there are none)."""
    figures = measured().get(check.code)
    return {
        "code": check.code, "name": check.name, "category": check.category, "severity": check.severity.value,
        "default": check.default, "target_langs": " ".join(sorted(check.target_langs)),
        "source_langs": " ".join(sorted(check.source_langs)), "needs": " ".join(sorted(check.needs)),
        "options": options(check), "alarms_per_1000": _rounded(figures.per_thousand if figures else None),
        "judged": figures.judged if figures else None, "precision": _rounded(figures.precision if figures else None),
        "precision_major": _rounded(figures.precision_major if figures else None), "summary": check.summary,
    }  # fmt: skip


def options(check: Check) -> str:
    """The options as ``name=value``, in order."""
    return " ".join(f"{name}={value}" for name, value in sorted(check.options.items()))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def written(checks: Sequence[Check], form: str) -> str:
    """The checks in one of :data:`FORMATS`, without a line end at the end."""
    if form == "text":
        return table(checks)
    records = [record(check) for check in checks]
    if form == "json":
        return json.dumps(records, ensure_ascii=False, indent=1)
    cells = [[*records[0]], *([_cell(value) for value in one.values()] for one in records)]
    if form == "md":
        rows = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells]
        return "\n".join([rows[0], "|" + "---|" * len(cells[0]), *rows[1:]])
    return _delimited(cells, "," if form == "csv" else "\t")


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _delimited(cells: Sequence[Sequence[str]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(cells)
    return out.getvalue().rstrip("\n")


def table(checks: Sequence[Check]) -> str:
    """The checks under each other, summaries and figures below their check, at most 80 columns wide."""
    width = max(len(check.name) for check in checks) + 1
    return "\n".join(line for check in checks for line in _entry(check, width))


def _entry(check: Check, width: int) -> Iterator[str]:
    name = check.name + ("" if check.default else "*")
    yield f"{check.code}  {name:<{width}}  {check.severity.value:<8}  {check.category.partition('/')[2]}"
    indent = " " * 8
    yield from textwrap.wrap(check.summary, WIDTH, initial_indent=indent, subsequent_indent=indent)
    yield from textwrap.wrap(_figures(check), WIDTH, initial_indent=indent, subsequent_indent=indent)


def _figures(check: Check) -> str:
    figures = measured().get(check.code)
    shipped = CHECKS.units.get(check.code, check)
    changed = f"; {options(check)}" if check.options != shipped.options else ""
    if figures is None:
        return f"not measured{changed}"
    right = percent(figures.right / figures.judged) if figures.judged else ""
    judged = f"{right} of {figures.judged} judged right" if figures.judged else "not yet judged"
    return f"{alarms(figures)} good segments, {judged}{changed}"
