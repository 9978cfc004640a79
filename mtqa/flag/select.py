"""Which checks run: explicit beats profile, profile beats default, the longest prefix wins, and settings change options."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from mtqa.data import Severity
from mtqa.errors import SettingsError, UnknownUnitError
from mtqa.flag.base import CHECKS, Check
from mtqa.flag.profile import severity_of
from mtqa.mqm import BRANCHES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mtqa.flag.profile import Profile

ENABLED, SEVERITY = "enabled", "severity"
"""What any check can be told beside its own options: whether it runs, and the severity of all its findings."""


def chosen(
    select: Sequence[str] = (), ignore: Sequence[str] = (), options: Mapping[str, Mapping[str, Any]] | None = None,
    profiles: Sequence[Profile] = (),
) -> list[Check]:  # fmt: skip
    """The checks that run, by code, with the options of the settings.

    A selector is a beginning of a code (``LIN``, ``LIN007``), a name (``repeated-word``) or ``all``. Without ``select``
    the checks run that are on by default or that ``profiles`` (each changing the one before it) and ``enabled`` switch on;
    with it those that it names, be they on or not. Where both lists name a check the longer selector wins, and ``ignore`` on
    a tie. A selector that fits no check raises :class:`UnknownUnitError`, an unknown option :class:`SettingsError`.
    """
    checks = list(CHECKS)
    layers = [*(dict(profile.checks) for profile in profiles), dict(options or {})]
    named = (*select, *ignore, *(name for one in profiles for name in (*one.select, *one.ignore)))
    for selector in (*named, *(name for layer in layers for name in layer)):
        refuse_unknown(selector, checks)
    given = {check.code: [_given(check, layer) for layer in layers] for check in checks}
    running = (check for check in checks if _runs(check, given[check.code], select, ignore, profiles))
    return [configured(check, given[check.code]) for check in running]


def matched(check: Check, selectors: Iterable[str]) -> int:
    """The length of the longest selector that names the check; a whole name counts as the code; 0 where none does."""
    return max((_strength(check, selector) for selector in selectors), default=0)


def _strength(check: Check, selector: str) -> int:
    if selector.lower() == "all":
        return 1
    if selector.lower() == check.name:
        return _whole(check)
    return len(selector) + 1 if selector and check.code.startswith(selector.upper()) else 0


def _whole(check: Check) -> int:
    return len(check.code) + 1


def _runs(
    check: Check, given: Sequence[Mapping[str, Any]], select: Sequence[str], ignore: Sequence[str],
    profiles: Sequence[Profile],
) -> bool:  # fmt: skip
    enabled = given[-1].get(ENABLED)
    on = _on(check, given, profiles)
    wanted = matched(check, select) if select else _whole(check) if enabled else int(on)
    least = _whole(check) if enabled is False else 1  # what is switched off by name is switched on by name alone
    return wanted >= least and wanted > matched(check, ignore)


def _on(check: Check, given: Sequence[Mapping[str, Any]], profiles: Sequence[Profile]) -> bool:
    """Whether the check runs where the user names none: as it says itself, or the last profile that speaks of it."""
    on = check.default
    for profile, said in zip(profiles, given, strict=False):
        wanted, refused = matched(check, profile.select), matched(check, profile.ignore)
        on = wanted > refused if wanted or refused else on
        on = bool(said.get(ENABLED, on))
    return on


def refuse_unknown(selector: str, checks: Sequence[Check]) -> None:
    """Refuse a selector that names none of ``checks``, with the nearest that would; :class:`UnknownUnitError`."""
    if selector.upper() not in BRANCHES.values() and not any(_strength(check, selector) for check in checks):
        names = [name for check in checks for name in (check.name, check.code)]
        near = get_close_matches(selector, names, n=2, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "`mtqa checks` lists them."
        raise UnknownUnitError(f"no check has the name, or a code that begins with, {selector!r}: {hint}")


def _given(check: Check, settings: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What the settings say of the check under its code or name, if it may be said of it."""
    given = {**settings.get(check.code, {}), **settings.get(check.name, {})}
    for name, value in given.items():
        if name == SEVERITY:
            severity_of(value, f"checks.{check.name}.severity")
        elif name != ENABLED and name not in check.options:
            known = ", ".join((*check.options, ENABLED, SEVERITY))
            raise SettingsError(f"checks.{check.name}: expected an option of the check ({known}), found {name!r}.")
        else:
            _refuse_type(f"checks.{check.name}.{name}", value, bool if name == ENABLED else type(check.options[name]))
    return given


def _refuse_type(where: str, value: Any, wanted: type) -> None:
    fits = isinstance(value, wanted) or (wanted is float and isinstance(value, int))
    if not fits or (isinstance(value, bool) and wanted is not bool):
        raise SettingsError(f"{where}: expected {wanted.__name__}, found {value!r}.")


def configured(check: Check, given: Sequence[Mapping[str, Any]]) -> Check:
    """The check with what the settings say of it, each layer replacing what those before it say."""
    said = {name: value for layer in given for name, value in layer.items() if name != ENABLED}
    severity = said.pop(SEVERITY, "")
    if said:
        check = replace(check, options={**check.options, **said})
    return check.graded(Severity(severity)) if severity else check
