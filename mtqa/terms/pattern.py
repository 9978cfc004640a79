"""A team's own rules: what a source must or must not be answered by, as regular expressions.

The syntax is that of the ``regex`` package (https://pypi.org/project/regex/), whose searches can be stopped: a pattern
that would run for ever ends the run with its name instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mtqa.data import Severity
from mtqa.errors import SettingsError

if TYPE_CHECKING:
    import regex

SECONDS = 1.0
"""How long one search in one segment may take; any sound pattern takes a millionth of it."""

LONGEST = 1000
"""Characters of a pattern."""

KEYS = {
    "name": str,
    "source": str,
    "target": str,
    "rule": str,
    "both": bool,
    "case": bool,
    "message": str,
    "severity": str,
}
RULES = ("require", "forbid")


@dataclass(frozen=True)
class Pattern:
    """One rule. ``require``: where ``source`` matches ``target`` must too; ``forbid``: it must not.

    Without ``source`` a ``forbid`` rule looks at every target. ``both``: a target that matches needs a source that does.
    ``(?P=name)`` in ``target`` stands for what the group of that name in ``source`` matched, to the letter. ``case``:
    whether letter case counts.
    """

    source: str = ""
    target: str = ""
    rule: str = "require"
    both: bool = False
    case: bool = True
    name: str = ""
    message: str = ""
    severity: Severity = Severity.MAJOR

    @cached_property
    def on_source(self) -> regex.Pattern[str]:
        """The source's expression."""
        return _compiled(self.source, case=self.case)

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """Groups of the source that the target refers to."""
        own = set(_groups(self.target))
        return tuple(name for name in _groups(self.source) if name not in own and f"(?P={name})" in self.target)

    def on_target(self, groups: Mapping[str, str]) -> regex.Pattern[str]:
        """The target's expression with ``groups`` of the source in it."""
        return _compiled(_filled(self.target, groups), case=self.case)

    def search(self, expression: regex.Pattern[str], text: str) -> Iterator[regex.Match[str]]:
        """The matches of one of the expressions that are not empty; :class:`SettingsError` where that takes too long."""
        try:
            for match in expression.finditer(text, timeout=SECONDS):
                if match.end() > match.start():
                    yield match
        except TimeoutError as error:
            raise SettingsError(
                f"patterns: expected a pattern that answers within {SECONDS:g} s, found {self.title!r}, which took longer "
                f"for a text of {len(text)} characters; make its repetitions unambiguous."
            ) from error

    @property
    def title(self) -> str:
        """What the rule is called in messages."""
        return self.name or self.source or self.target


def patterns_of(rows: Iterable[Mapping[str, Any]], where: str = "patterns") -> tuple[Pattern, ...]:
    """The rules of the settings' ``[[patterns]]``; :class:`SettingsError` names the one that is wrong, from 1."""
    return tuple(_pattern(row, f"{where}[{number}]") for number, row in enumerate(rows, 1))


def _pattern(row: Mapping[str, Any], where: str) -> Pattern:
    for key, value in row.items():
        if key not in KEYS:
            raise SettingsError(f"{where}: expected one of {', '.join(KEYS)}, found {key!r}; correct the key.")
        if not isinstance(value, KEYS[key]):
            raise SettingsError(f"{where}.{key}: expected {_kind(KEYS[key])}, found {value!r}; correct it.")
    values = dict(row)
    _one_of(values.setdefault("rule", "require"), RULES, f"{where}.rule")
    _one_of(values.get("severity", "major"), [one.value for one in Severity], f"{where}.severity")
    values["severity"] = Severity(values.get("severity", "major"))
    pattern = Pattern(**values)
    _check(pattern, where)
    return pattern


def _kind(kind: type) -> str:
    return "true or false" if kind is bool else "a text"


def _one_of(value: str, allowed: Iterable[str], where: str) -> None:
    if value not in allowed:
        raise SettingsError(f"{where}: expected {' or '.join(allowed)}, found {value!r}; choose one.")


def _check(pattern: Pattern, where: str) -> None:
    """Refuse what does not compile or could never say anything: silence would look like a clean text."""
    if not pattern.target:
        raise SettingsError(f"{where}: expected a pattern for the target, found none; add target = '…'.")
    if not pattern.source and (pattern.rule == "require" or pattern.both):
        raise SettingsError(f"{where}: expected a pattern for the source, found none; add source = '…'.")
    for side in ("source", "target"):
        text = getattr(pattern, side)
        if len(text) > LONGEST:
            raise SettingsError(
                f"{where}.{side}: expected at most {LONGEST} characters, found {len(text)}; split the rule."
            )
        filled = _filled(text, dict.fromkeys(pattern.shared, "")) if side == "target" else text
        _compile(filled, f"{where}.{side}", text, case=pattern.case)


def _compile(text: str, where: str, shown: str, *, case: bool) -> None:
    import regex

    try:
        found = _compiled(text, case=case)
    except regex.error as error:
        raise SettingsError(
            f"{where}: expected a regular expression, found {shown!r} ({error}); correct it."
        ) from error
    if text and found.fullmatch(""):
        raise SettingsError(
            f"{where}: expected a pattern that some text does not match, found {shown!r}, which every text matches, be it empty; "
            "make a part of it necessary."
        )


def _filled(text: str, groups: Mapping[str, str]) -> str:
    import regex

    for name, value in groups.items():
        text = text.replace(f"(?P={name})", f"(?:{regex.escape(value)})")
    return text


def _groups(text: str) -> list[str]:
    import re

    return re.findall(r"\(\?P<(\w+)>", text)


def _compiled(text: str, *, case: bool) -> regex.Pattern[str]:
    import regex

    return regex.compile(text, regex.VERSION0 | (0 if case else regex.IGNORECASE))
