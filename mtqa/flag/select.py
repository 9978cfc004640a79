"""Which checks run: explicit beats default, the longest prefix wins, and settings change their options."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from mtqa.errors import SettingsError, UnknownUnitError
from mtqa.flag.base import CHECKS, Check
from mtqa.mqm import BRANCHES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def chosen(
    select: Sequence[str] = (), ignore: Sequence[str] = (), options: Mapping[str, Mapping[str, Any]] | None = None
) -> list[Check]:
    """The checks that run, by code, with the options of the settings.

    A selector is a beginning of a code (``LIN``, ``LIN007``), a name (``repeated-word``) or ``all``. Without ``select``
    the checks that are on by default run; with it those that it names, be they on by default or not. Where both lists
    name a check the longer selector wins, and ``ignore`` on a tie. A selector that fits no check raises
    :class:`UnknownUnitError`, an unknown option :class:`SettingsError`.
    """
    checks = list(CHECKS)
    for selector in (*select, *ignore):
        _refuse_unknown(selector, checks)
    settings = options or {}
    for name in settings:
        _refuse_unknown(name, checks)
    return [configured(check, settings) for check in checks if _runs(check, select, ignore)]


def matched(check: Check, selectors: Iterable[str]) -> int:
    """The length of the longest selector that names the check; a whole name counts as the code; 0 where none does."""
    return max((_strength(check, selector) for selector in selectors), default=0)


def _strength(check: Check, selector: str) -> int:
    if selector.lower() == "all":
        return 1
    if selector.lower() == check.name:
        return len(check.code) + 1
    return len(selector) + 1 if selector and check.code.startswith(selector.upper()) else 0


def _runs(check: Check, select: Sequence[str], ignore: Sequence[str]) -> bool:
    wanted = matched(check, select) if select else int(check.default)
    return wanted > matched(check, ignore)


def _refuse_unknown(selector: str, checks: list[Check]) -> None:
    if selector.upper() not in BRANCHES.values() and not any(_strength(check, selector) for check in checks):
        names = [name for check in checks for name in (check.name, check.code)]
        near = get_close_matches(selector, names, n=2, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "`mtqa checks` lists them."
        raise UnknownUnitError(f"no check has the name, or a code that begins with, {selector!r}: {hint}")


def configured(check: Check, settings: Mapping[str, Mapping[str, Any]]) -> Check:
    """The check with the options that the settings give it under its name or code."""
    given = {**settings.get(check.code, {}), **settings.get(check.name, {})}
    for name, value in given.items():
        if name not in check.options:
            known = ", ".join(check.options) or "none"
            raise SettingsError(f"checks.{check.name}: expected an option of the check ({known}), found {name!r}.")
        wanted = type(check.options[name])
        fits = isinstance(value, wanted) or (wanted is float and isinstance(value, int))
        if not fits or (isinstance(value, bool) and wanted is not bool):
            raise SettingsError(f"checks.{check.name}.{name}: expected {wanted.__name__}, found {value!r}.")
    return replace(check, options={**check.options, **given}) if given else check
