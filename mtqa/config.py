"""Settings: frozen, from ``[tool.mtqa]`` in pyproject.toml or from mtqa.toml, overridden by the command line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from math import inf
from pathlib import Path
from typing import Any, Self

from mtqa.errors import SettingsError, UnknownUnitError

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z\d]{2,8})*")
"""A language code: BCP 47's language and what follows it (RFC 5646, section 2.1), as far as people write it."""
FILES = ("mtqa.toml", "pyproject.toml")
SUPPRESSIONS = ("mtqa-suppressions.toml", "mtqa-suppressions.csv")
MODES = ("precise", "thorough")
SCOPES = ("document", "run")
TABLES = ("checks", "profiles")
"""The settings that are tables of tables."""
BESIDE = ("suppressions", "baseline", "calibration")
"""The settings that name a file, which a configuration file names from its own folder; empty for none."""
SCORES = ("fail_under", "min_adequacy", "min_fluency")
"""Limits from 0 to 100."""
COUNTS = tuple(f"max_{severity}{per}" for severity in ("critical", "major", "minor") for per in ("", "_per_1000"))
"""Limits from 0."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run can be told; the defaults are what ``mtqa check`` does on its own.

    ``fail_under``, ``min_adequacy`` … are the quality gate (exit code 1); ``None`` means no gate. ``mode``: one of
    :data:`MODES`, see :func:`mtqa.flag.flag`, as for ``profile``, ``profiles`` and from where on findings are reported
    (``min_severity``, ``min_confidence``). ``suppressions``: a file of :mod:`mtqa.flag.suppression`.
    ``judges``: names or folders, see :func:`mtqa.estimate.find_judges`.
    ``glossaries``: files, see :mod:`mtqa.read.glossary`; ``patterns``: a team's own rules, see
    :mod:`mtqa.terms.pattern`; ``consistency``: within what texts must agree, one of :data:`SCOPES`.
    """

    target_lang: str = ""
    source_lang: str = ""
    pack: str = ""
    encoder: str = ""
    judges: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ("bleu", "chrf", "chrf++")
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    mode: str = "precise"
    profile: str = "default"
    min_severity: str = ""
    min_confidence: float | None = None
    suppressions: str = ""
    formats: tuple[str, ...] = ("csv", "html", "json")
    columns: dict[str, str] = field(default_factory=dict)
    fail_under: float | None = None
    min_adequacy: float | None = None
    min_fluency: float | None = None
    max_critical: int | None = None
    max_major: int | None = None
    max_minor: int | None = None
    max_critical_per_1000: float | None = None
    max_major_per_1000: float | None = None
    max_minor_per_1000: float | None = None
    baseline: str = ""
    calibration: str = ""
    batch_size: int = 2000
    checks: dict[str, dict[str, Any]] = field(default_factory=dict)
    profiles: dict[str, dict[str, Any]] = field(default_factory=dict)
    glossaries: tuple[str, ...] = ()
    patterns: tuple[dict[str, Any], ...] = ()
    consistency: str = "document"

    def __post_init__(self) -> None:
        """Refuse what is no language code (``english`` would find no pack and detect nothing), no mode and no limit."""
        for name, code in (("target-lang", self.target_lang), ("source-lang", self.source_lang)):
            if code and not LANGUAGE.fullmatch(code):
                raise SettingsError(
                    f"{name}: expected a language code such as de or en-GB, found {code!r}; correct it."
                )
        if self.mode not in MODES:
            raise SettingsError(f"mode: expected {' or '.join(MODES)}, found {self.mode!r}; choose one.")
        if self.consistency not in SCOPES:
            raise SettingsError(f"consistency: expected {' or '.join(SCOPES)}, found {self.consistency!r}; choose one.")
        for names, most in ((SCORES, 100.0), (COUNTS, inf)):
            for name in names:
                _refuse_outside(name.replace("_", "-"), getattr(self, name), most)

    @classmethod
    def load(cls, start: Path | None = None, project: str = "") -> Self:
        """The settings of the nearest configuration file from ``start`` (the working folder) upwards, or defaults.

        Those of its table ``[projects.NAME]`` replace the others, where ``project`` names one. Without a setting
        ``suppressions`` the nearest file of that name (:data:`SUPPRESSIONS`) counts.
        """
        path, table = configuration(start)
        if path is None:
            _refuse_project(project)
            return replace(cls(), suppressions=_suppressions(_upwards(start)))
        table = _of_project(table, path, project)
        settings = cls.of(table, path)
        return settings if "suppressions" in table else replace(settings, suppressions=_suppressions(_upwards(start)))

    @classmethod
    def of(cls, table: dict[str, Any], path: Path, part: str = "") -> Self:
        """Settings from a parsed table; a key, type or value that is not right is an error that names the file and ``part``."""
        where = f"{path}: {part}" if part else str(path)
        known = {item.name: item for item in fields(cls)}
        values: dict[str, Any] = {}
        for key, value in table.items():
            name = key.replace("-", "_")
            if name not in known:
                hint = _hint(name, list(known)).replace("_", "-")
                raise SettingsError(f"{where}: expected a setting of mtqa, found {key!r}{hint}")
            values[name] = _typed(where, key, value, getattr(cls(), name), str(known[name].type))
        values |= {name: str(path.parent / values[name]) for name in BESIDE if values.get(name)}
        if "glossaries" in values:
            values["glossaries"] = tuple(str(path.parent / name) for name in values["glossaries"])
        with naming(where):
            return cls(**values)

    def with_options(self, **options: Any) -> Self:
        """A copy in which every option that was given (is neither None nor empty) replaces the setting.

        Raises:
            SettingsError: for a name that is no setting.
        """
        known = [item.name for item in fields(self)]
        for name in options:
            if name not in known:
                raise SettingsError(f"expected a setting of mtqa, found {name!r}{_hint(name, known)}")
        return replace(self, **{name: value for name, value in options.items() if value is not None and value != ()})


def configuration(start: Path | None = None) -> tuple[Path | None, dict[str, Any]]:
    """The nearest configuration file from ``start`` (the working folder) upwards, and its table; no file, no settings.

    Raises:
        SettingsError: for a file that is no TOML, and a project's table that is none of settings.
    """
    for path in (parent / name for parent in _upwards(start) for name in FILES):
        if path.is_file() and (table := _table(path)) is not None:
            for name, own in _projects(table, path).items():
                Settings.of(own, path, f"projects.{name}")
            return path, table
    return None, {}


@contextmanager
def naming(where: str | Path) -> Iterator[None]:
    """Put ``where`` before what is said of a setting that is wrong."""
    try:
        yield
    except (SettingsError, UnknownUnitError) as error:
        raise type(error)(f"{where}: {error}") from error


def _hint(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else "; remove it."


def _refuse_outside(name: str, value: float | None, most: float) -> None:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if value is not None and not (number and 0 <= value <= most):
        wanted = f"a number from 0 to {most:g}" if most < inf else "a number from 0 on"
        raise SettingsError(f"{name}: expected {wanted}, found {value!r}; correct it.")


def _upwards(start: Path | None) -> list[Path]:
    folder = (start or Path.cwd()).resolve()
    return [folder, *folder.parents]


def _suppressions(folders: list[Path]) -> str:
    """The nearest file of suppressions; empty where there is none."""
    for folder in folders:
        found = [folder / name for name in SUPPRESSIONS if (folder / name).is_file()]
        if len(found) > 1:
            raise SettingsError(
                f"{folder}: expected one file of suppressions, found {' and '.join(SUPPRESSIONS)}; merge them."
            )
        if found:
            return str(found[0])
    return ""


def _table(path: Path) -> dict[str, Any] | None:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: expected TOML, found a mistake in it ({error}); correct it.") from error
    if path.name == "mtqa.toml":
        return data
    table = data.get("tool", {}).get("mtqa")
    return table if isinstance(table, dict) else None


def _refuse_project(project: str) -> None:
    if project:
        raise SettingsError(
            f"--project {project}: expected a table [projects.{project}] in mtqa.toml, found no mtqa.toml; add it."
        )


def _projects(table: dict[str, Any], path: Path) -> dict[str, dict[str, Any]]:
    projects = table.get("projects", {})
    if not isinstance(projects, dict) or not all(isinstance(own, dict) for own in projects.values()):
        raise SettingsError(
            f"{path}: expected a table for each of 'projects', found something else; write [projects.NAME]."
        )
    return projects


def _of_project(table: dict[str, Any], path: Path, project: str) -> dict[str, Any]:
    """The table without its projects, but for the one that was asked for, whose settings replace the others."""
    projects = _projects(table, path)
    if project and project not in projects:
        named = ", ".join(map(repr, projects)) or "none"
        raise SettingsError(
            f"{path}: expected a table [projects.{project}], found {named}; add it or name another project."
        )
    return {**{key: value for key, value in table.items() if key != "projects"}, **projects.get(project, {})}


def _typed(where: str, key: str, value: Any, default: Any, annotation: str) -> Any:
    if key == "patterns":
        wanted, ok = "tables [[patterns]]", isinstance(value, list) and all(isinstance(item, dict) for item in value)
        value = tuple(value) if ok else value
    elif isinstance(default, tuple):
        wanted, ok = "a list of texts", isinstance(value, list) and all(isinstance(item, str) for item in value)
        value = tuple(value) if ok else value
    elif isinstance(default, dict):
        inner, wanted = (dict, "a table with a table for each") if key in TABLES else (str, "a table of texts")
        ok = isinstance(value, dict) and all(isinstance(item, inner) for item in value.values())
    elif isinstance(default, str):
        wanted, ok = "a text", isinstance(value, str)
    elif "float" in annotation:
        wanted, ok = "a number", isinstance(value, int | float) and not isinstance(value, bool)
    else:
        wanted, ok = "a whole number", isinstance(value, int) and not isinstance(value, bool)
    if not ok:
        raise SettingsError(f"{where}: expected {wanted} for {key!r}, found {value!r}; correct it.")
    return value
