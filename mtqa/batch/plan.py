"""From what the user named to the documents of a batch: a manifest, files by a pattern, or files by their names."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from mtqa.batch.item import Failure, Item, Plan
from mtqa.batch.manifest import is_manifest, read_manifest
from mtqa.batch.pattern import by_pattern
from mtqa.config import Settings
from mtqa.errors import ReadError
from mtqa.read.base import READERS
from mtqa.read.files import STDIN, File, find
from mtqa.read.names import key, labels, language_of, primary, role_of

UNTOLD = (
    "expected to be told which of these is the translation, found no language or role in their names that says so; "
    "give --target-lang, call them a.de.txt and a.en.txt, or write a manifest."
)


def plan(inputs: Sequence[str], settings: Settings, pattern: str = "") -> Plan:
    """The documents that ``inputs`` name: a manifest; a folder or glob; or targets and, after them, what they are judged against.

    Raises:
        ReadError: where there is none, or two of one name.
    """
    if STDIN in inputs:
        raise ReadError("<stdin>", "expected a manifest, a folder or a glob, found -; write the manifest to a file.")
    first = inputs[0]
    for file in find(inputs):
        if file.chosen and not Path(file.path).exists():
            file.load()  # says what is wrong with the path
    if pattern:
        found = by_pattern(Path(first), pattern, settings)
    elif len(inputs) == 1 and Path(first).is_file() and is_manifest(Path(first)):
        found = read_manifest(Path(first))
    else:
        found = _by_name(find(first), find(inputs[1:]), settings)
    return _checked(found, first)


def _checked(found: Plan, name: str) -> Plan:
    if not found.items and not found.failed:
        raise ReadError(name, "expected documents to judge, found none; name a manifest, a folder or a glob.")
    items = sorted(found.items, key=lambda item: item.name)
    for one, other in pairwise(items):
        if one.name == other.name:
            raise ReadError(
                name,
                f"expected each document once, or once a system, found {one.name!r} twice; rename one, or say their systems.",
            )
    several = len(items) > 1
    return Plan(tuple(items), tuple(sorted(found.failed, key=lambda one: one.item)), several)


def _by_name(targets: Sequence[File], against: Sequence[File], settings: Settings) -> Plan:
    """Files that belong together have one name but for language and role; a pair file is a document by itself."""
    pairs = [file for file in targets if _brings_both(file)]
    items = [_item(label, file) for file, label in zip(pairs, labels(pairs), strict=True)]
    groups: dict[str, list[File]] = defaultdict(list)
    for file in (*targets, *against):
        if not _brings_both(file):
            groups[key(file) or file.relative].append(file)
    failed = []
    for name, files in groups.items():
        chosen = _sides(files, {file.place for file in against}, settings)
        if isinstance(chosen, Item):
            items.append(Item(name, chosen.target, chosen.source, chosen.reference, name, shown=chosen.shown))
        else:
            failed.append(Failure(name, f"{', '.join(file.relative for file in files)}: {chosen}"))
    return Plan(tuple(items), tuple(failed))


def _brings_both(file: File) -> bool:
    kinds = {reader.kind for reader in READERS if Path(file.path).suffix.lower() in reader.suffixes}
    return kinds == {"pair"}


def _item(name: str, target: File, source: File | None = None, reference: File | None = None) -> Item:
    shown = {_place(file): file.relative for file in (target, source, reference) if file}
    return Item(name, _place(target), _place(source), _place(reference), title=name, shown=shown)


def _place(file: File | None) -> str:
    return os.path.abspath(file.path) if file else ""  # noqa: PTH100 - links stay what they are


def _sides(files: Sequence[File], against: set[str], settings: Settings) -> Item | str:
    """The files of one document in their roles, or the reason why nobody can tell them."""
    roles: dict[str, File] = {}
    for file in files:
        role = role_of(file) or (
            _role_by_place(file, files, against, settings) if against else _role_by_language(file, settings)
        )
        if not role:
            return UNTOLD
        if role in roles:
            return f"expected one {role}, found {roles[role].relative} and {file.relative}; leave one out or write a manifest."
        roles[role] = file
    if "target" not in roles:
        return "expected a translation of it, found none; add it."
    if len(roles) == 1:
        return "expected a source or a reference with it, found neither; add one, or call both by one name."
    return _item("", roles["target"], roles.get("source"), roles.get("reference"))


def _role_by_place(file: File, files: Sequence[File], against: set[str], settings: Settings) -> str:
    """What was named first are targets; the rest are references where they are in the targets' language."""
    if file.place not in against:
        return "target"
    target = settings.target_lang or next((language_of(one) for one in files if one.place not in against), "")
    return "reference" if _same(language_of(file), target) else "source"


def _role_by_language(file: File, settings: Settings) -> str:
    code = language_of(file)
    if settings.target_lang and code:
        return "target" if _same(code, settings.target_lang) else "source"
    if settings.source_lang and code:
        return "source" if _same(code, settings.source_lang) else "target"
    return ""


def _same(one: str, other: str) -> bool:
    return bool(one and other) and primary(one) == primary(other)
