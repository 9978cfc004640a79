"""Documents out of the names of a folder's files: ``{system}/{document}.{lang}.txt``."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from pathlib import Path

from mtqa.batch.item import SYSTEM, Failure, Item, Plan
from mtqa.config import LANGUAGE, Settings
from mtqa.errors import ReadError, SettingsError
from mtqa.read.names import primary

FIELD = re.compile(r"\{(\w*)\}")
DOCUMENT, LANG, ROLE = "document", "lang", "role"
ROLES = ("target", "source", "reference")


def by_pattern(folder: Path, pattern: str, settings: Settings) -> Plan:
    """The documents of a folder whose files ``pattern`` fits; files that it does not fit are not looked at.

    Fields: ``{document}``, ``{lang}`` (the target's is ``settings.target_lang``) or ``{role}`` (target, source, reference);
    every other one is carried through. A source or reference with other fields than the target's (the engine's folder, say)
    serves all targets of its document. Raises :class:`SettingsError` and :class:`ReadError`.
    """
    if not folder.is_dir():
        raise ReadError(folder, "expected a folder for --pattern, found none; name one.")
    shape = _compiled(pattern)
    targets, others = [], defaultdict(list)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        relative = path.relative_to(folder).as_posix()
        if found := shape.fullmatch(relative):
            fields = found.groupdict()
            role = fields.pop(ROLE, None) or _role(fields.get(LANG), settings)
            if role == "target":
                targets.append((relative, fields))
            else:
                others[role, fields[DOCUMENT]].append((relative, fields))
    if not targets:
        raise ReadError(folder, f"expected translations that --pattern {pattern} fits, found none; correct it.")
    made = [_item(folder, relative, fields, others) for relative, fields in targets]
    return Plan(
        tuple(one for one in made if isinstance(one, Item)), tuple(one for one in made if isinstance(one, Failure))
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    fields = FIELD.findall(pattern)
    if DOCUMENT not in fields or not {LANG, ROLE} & set(fields) or len(set(fields)) < len(fields) or "" in fields:
        raise SettingsError(
            f"--pattern: expected {{document}} and {{lang}} or {{role}}, each once, found {pattern!r}; "
            "write {system}/{document}.{lang}.txt."
        )
    shapes = {LANG: LANGUAGE.pattern, ROLE: "|".join(ROLES)}
    parts = FIELD.split(pattern)
    return re.compile("".join(
        f"(?P<{part}>{shapes.get(part, '[^/]+?')})" if number % 2 else re.escape(part) for number, part in enumerate(parts)
    ))  # fmt: skip


def _role(lang: str | None, settings: Settings) -> str:
    if not settings.target_lang:
        raise SettingsError(
            "--pattern: expected --target-lang, which tells translations from sources, found none; give it."
        )
    return "target" if primary(lang or "") == primary(settings.target_lang) else "source"


Found = tuple[str, dict[str, str]]


def _item(
    folder: Path, relative: str, fields: dict[str, str], others: dict[tuple[str, str], list[Found]]
) -> Item | Failure:
    document, lang = fields[DOCUMENT], fields.get(LANG, "")
    about = {name: value for name, value in fields.items() if name not in (DOCUMENT, LANG)}
    name = f"{about[SYSTEM]}/{document}" if about.get(SYSTEM) else document
    if not about.get(SYSTEM) and about:
        name = "/".join([*about.values(), document])
    sides = {role: _partner(others[role, document], about) for role in ("source", "reference")}
    if not any(sides.values()):
        return Failure(name, f"{relative}: expected a source or a reference with it, found neither; add one.")
    paths = {role: os.path.abspath(folder / found[0]) if found else "" for role, found in sides.items()}  # noqa: PTH100 - links stay
    target = os.path.abspath(folder / relative)  # noqa: PTH100
    shown = {target: relative} | {paths[role]: found[0] for role, found in sides.items() if found}
    source_lang = sides["source"][1].get(LANG, "") if sides["source"] else ""
    return Item(
        name, target, **paths, title=document, source_lang=source_lang, target_lang=lang, about=about, shown=shown
    )


def _partner(candidates: list[Found], about: dict[str, str]) -> Found | None:
    """The one that has all fields of the target, else the only one there is."""
    same = [one for one in candidates if all(one[1].get(name) == value for name, value in about.items())]
    if same:
        return same[0]
    return candidates[0] if len(candidates) == 1 else None
