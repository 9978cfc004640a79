"""What the user named as systems: finished runs are read back, anything else is checked now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath

import pandas as pd

from mtqa.compare.base import System
from mtqa.config import Settings
from mtqa.errors import ReadError, SettingsError
from mtqa.pipeline import check
from mtqa.read.decode import decode
from mtqa.read.files import File
from mtqa.runs.find import is_run, systems_of

NAMED = re.compile(r"([^=/\\]+)=(.+)", re.DOTALL)
Progress = Callable[[str, int, int], None]


def parse(arguments: Sequence[str]) -> list[tuple[str, str]]:
    """(name, path) of each ``NAME=PATH``; a path alone is named after its file or folder."""
    return [_named(argument) for argument in arguments]


def several(systems: Sequence[System]) -> list[System]:
    """The systems, which must be two or more, each with a name of its own (SettingsError)."""
    if len(systems) < 2:
        raise SettingsError(f"expected two systems or more, found {len(systems)}; write mtqa compare a=a.tsv b=b.tsv.")
    twice = [name for name, often in Counter(system.name for system in systems).items() if often > 1]
    if twice:
        raise SettingsError(f"expected a name for each system, found {twice[0]!r} twice; write NAME=PATH.")
    return list(systems)


def _named(argument: str) -> tuple[str, str]:
    match = NAMED.fullmatch(argument)
    if match and not Path(argument).exists():
        return match[1].strip(), match[2]
    path = PurePath(argument)
    return path.name.partition(".")[0] or path.name, argument


def read_systems(
    named: Sequence[tuple[str, str]], source: str | None, reference: str | None, settings: Settings, progress: Progress,
    *, lines: bool = False,
) -> list[System]:  # fmt: skip
    """The systems with what mtqa says of them, now or in an earlier run."""
    sides = {"source": source, "reference": reference}
    if lines:
        return several([_by_line(name, path, sides, settings, progress) for name, path in named])
    return several([one for name, path in named for one in _systems(name, path, sides, settings, progress)])


def _systems(
    name: str, path: str, sides: dict[str, str | None], settings: Settings, progress: Progress
) -> Iterator[System]:
    """The system of a path; of a batch that translated with several, each of them under its own name."""
    if not is_run(path):
        result = check(path, sides["source"], sides["reference"], settings=settings, progress=progress)
        yield System(name, result.results)
        return
    found = systems_of(path)
    for own, results in found.items():
        yield System(own if len(found) > 1 and own else name, results)


def _by_line(name: str, path: str, sides: dict[str, str | None], settings: Settings, progress: Progress) -> System:
    """Each line a segment, as test sets of WMT are published."""
    texts = {"target": _lines(path), **{side: _lines(given) for side, given in sides.items() if given}}
    for side, own in texts.items():
        if len(own) != len(texts["target"]):
            raise ReadError(path, f"expected a line for each of the {len(own):,} lines of the {side}, "
                                  f"found {len(texts['target']):,}; complete it or leave --lines out.")  # fmt: skip
    frame = pd.DataFrame({side: pd.Series(own, dtype=object) for side, own in texts.items()})
    return System(
        name, check(frame.assign(document="lines"), settings=_with_langs(settings, texts), progress=progress).results
    )


def _lines(path: str) -> list[str]:
    text = decode(File(path, path).load(), path)
    return text.removesuffix("\n").replace("\r\n", "\n").split("\n")


def _with_langs(settings: Settings, texts: dict[str, list[str]]) -> Settings:
    """The settings with the languages of the lines, where none were given."""
    from mtqa.read.languages import excerpt
    from mtqa.text.language import detect

    found = {
        f"{side}_lang": detect(excerpt("\n".join(texts[side]))).code for side in ("source", "target") if side in texts
    }
    return settings.with_options(**{key: code for key, code in found.items() if code and not getattr(settings, key)})
