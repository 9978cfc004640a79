"""Profiles: a name for which checks run, with which options, and from where on findings are reported.

A shipped profile is one file of ``profiles/``; a team's own is a table ``[profiles.<name>]`` of its settings. Both have the
same keys, and a profile may build on another one (``base``).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mtqa.data import Severity
from mtqa.errors import SettingsError, UnknownUnitError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DEFAULT = "default"
KEYS = ("summary", "base", "select", "ignore", "min-severity", "min-confidence", "checks")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a profile changes of the one before it.

    ``select`` and ``ignore`` name checks that it switches on and off, as selectors of :func:`mtqa.flag.select.chosen`;
    ``checks`` are options by check, ``min_severity`` (empty: as before) and ``min_confidence`` (None: as before) say from
    where on findings are reported.
    """

    name: str
    summary: str = ""
    base: str = DEFAULT
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: str = ""
    min_confidence: float | None = None
    checks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@cache
def shipped() -> dict[str, Profile]:
    """The profiles that mtqa brings, by name."""
    folder = files("mtqa.flag") / "profiles"
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".toml")), key=lambda path: path.name)
    names = [path.name.removesuffix(".toml") for path in paths]
    return {name: of(name, tomllib.loads(path.read_text(encoding="utf-8")), f"profile {name}")
            for name, path in zip(names, paths, strict=True)}  # fmt: skip


def known(own: Mapping[str, Mapping[str, Any]]) -> dict[str, Profile]:
    """The shipped profiles and a team's own ones, by name; :class:`SettingsError` for one that is no profile."""
    taken = sorted(own.keys() & shipped().keys())
    if taken:
        raise SettingsError(f"profiles.{taken[0]}: expected a name of your own, found that of a profile of mtqa; "
                            f"choose another name and give it base = {taken[0]!r}.")  # fmt: skip
    return shipped() | {name: of(name, table, f"profiles.{name}") for name, table in own.items()}


def lineage(name: str, own: Mapping[str, Mapping[str, Any]] | None = None) -> tuple[Profile, ...]:
    """The profile and those that it builds on, the first of them first.

    Raises:
        UnknownUnitError: for a name that nobody knows.
        SettingsError: for a table that is no profile, and profiles that build on each other.
    """
    profiles = known(own or {})
    out: list[Profile] = []
    while name:
        if name not in profiles:
            raise _unknown(name, list(profiles), out)
        out.append(profiles[name])
        name = "" if name == DEFAULT else profiles[name].base
        if name in {profile.name for profile in out}:
            raise SettingsError(f"profiles.{out[-1].name}: expected a base that does not build on this profile, found "
                                f"{name!r}; choose another base.")  # fmt: skip
    return tuple(reversed(out))


def _unknown(name: str, names: Sequence[str], asking: Sequence[Profile]) -> UnknownUnitError:
    where = f"profiles.{asking[-1].name}.base: " if asking else "profile: "
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "choose one, or define it as [profiles.NAME]."
    return UnknownUnitError(f"{where}expected one of {', '.join(names)}, found {name!r}; {hint}")


def of(name: str, table: Mapping[str, Any], where: str) -> Profile:
    """The profile in a parsed table; :class:`SettingsError` says what in it is wrong."""
    for key in table:
        if key not in KEYS:
            near = get_close_matches(key, KEYS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(KEYS)}."
            raise SettingsError(f"{where}: expected a key of a profile, found {key!r}; {hint}")
    options = table.get("checks", {})
    _refuse(where, "checks", options, "a table with a table for each check", ok=_is_options(options))
    texts = {key: _texts(where, key, table.get(key, [])) for key in ("select", "ignore")}
    for key in ("summary", "base"):
        _refuse(where, key, table.get(key, ""), "a text", ok=isinstance(table.get(key, ""), str))
    return Profile(
        name, table.get("summary", ""), table.get("base", DEFAULT), texts["select"], texts["ignore"],
        severity_of(table.get("min-severity", ""), f"{where}.min-severity"),
        confidence_of(table.get("min-confidence"), f"{where}.min-confidence"), options,
    )  # fmt: skip


def _texts(where: str, key: str, value: Any) -> tuple[str, ...]:
    ok = isinstance(value, list) and all(isinstance(item, str) for item in value)
    _refuse(where, key, value, "a list of texts", ok=ok)
    return tuple(value)


def _is_options(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())


def _refuse(where: str, key: str, value: Any, wanted: str, *, ok: bool) -> None:
    if not ok:
        raise SettingsError(f"{where}.{key}: expected {wanted}, found {value!r}; correct it.")


def severity_of(value: Any, where: str) -> str:
    """A severity by name, or empty; :class:`SettingsError` for anything else."""
    names = [severity.value for severity in Severity]
    if value != "" and value not in names:
        raise SettingsError(f"{where}: expected one of {', '.join(names)}, found {value!r}; choose one.")
    return str(value)


def confidence_of(value: Any, where: str) -> float | None:
    """A confidence from 0 to 1, or None; :class:`SettingsError` for anything else."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise SettingsError(f"{where}: expected a number from 0 to 1, found {value!r}; correct it.")
    return float(value)


def thresholds(
    profiles: Sequence[Profile], min_severity: str = "", min_confidence: float | None = None
) -> tuple[Severity, float]:
    """From which severity and confidence findings are reported: as the user says, or else the last profile that says so."""
    severities = [severity_of(min_severity, "min-severity"), *(one.min_severity for one in reversed(profiles))]
    confidences = [confidence_of(min_confidence, "min-confidence"), *(one.min_confidence for one in reversed(profiles))]
    severity = next((one for one in severities if one), Severity.NEUTRAL)
    confidence = next((one for one in confidences if one is not None), 0.0)
    return Severity(severity), confidence
