"""Which files the user named: paths, folders, globs and standard input, in an order that never changes."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from mtqa.errors import ReadError
from mtqa.read.base import READERS

STDIN = "-"
LONGEST = 300
"""Characters of a path that an error shows; a text that was taken for a path would fill the screen."""
Paths = str | Path | Iterable[str | Path]


@dataclass(frozen=True, slots=True)
class File:
    """One file: its ``path`` as the user wrote it and ``relative``, its path below what the user named.

    ``chosen`` says that the user named it and not a folder or pattern that has it.
    """

    path: str
    relative: str
    chosen: bool = False

    @property
    def name(self) -> str:
        """What errors call it."""
        shown = self.path if len(self.path) <= LONGEST else f"{self.path[:LONGEST]}…"
        return "<stdin>" if self.path == STDIN else shown

    @property
    def place(self) -> str:
        """Where it lies, however the path was written."""
        return os.path.realpath(self.path)

    def load(self) -> bytes:
        """Its bytes; :class:`ReadError` where it is missing or cannot be read."""
        try:
            return sys.stdin.buffer.read() if self.path == STDIN else Path(self.path).read_bytes()
        except FileNotFoundError as error:
            raise ReadError(self.name, f"expected a file, found none; {_nearest(Path(self.path))}") from error
        except PermissionError as error:
            raise ReadError(self.name, "expected a readable file, found one without permission; grant it.") from error
        except OSError as error:
            raise ReadError(self.name, f"expected a readable file, found {error.strerror}; check the path.") from error
        except ValueError as error:
            raise ReadError(self.name, f"expected a path, found one with {error}; check it.") from error


def find(paths: Paths) -> list[File]:
    """The files that ``paths`` name, each once; those of a folder or a pattern sorted.

    A list of files is seen from the folder that they share, so that files of one name in two folders stay apart.

    Raises:
        ReadError: where a folder or pattern has no file that a reader takes.
    """
    names = [str(paths)] if isinstance(paths, str | Path) else [str(path) for path in paths]
    named = [name for name in names if _is_file(name)]
    root = os.path.commonpath([Path(name).absolute().parent for name in named]) if named else ""
    found = [file for name in names for file in _expand(name, root)]
    return list({file.path: file for file in found}.values())


def _is_file(name: str) -> bool:
    return name != STDIN and not _there(name, Path.is_dir) and (_there(name, Path.exists) or not glob.has_magic(name))


def _there(name: str, test: Callable[[Path], bool]) -> bool:
    try:
        return test(Path(name))
    except (OSError, ValueError):  # no path at all, such as a whole text
        return False


def _expand(name: str, root: str) -> Iterator[File]:
    if name == STDIN:
        yield File(STDIN, "stdin", chosen=True)
    elif _there(name, Path.is_dir):
        yield from _folder(Path(name))
    elif _is_file(name):
        yield File(name, Path(os.path.relpath(name, root)).as_posix(), chosen=True)
    else:
        yield from _pattern(name)


def _folder(folder: Path) -> Iterator[File]:
    suffixes = _suffixes()
    found = []
    for parent, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in names if not name.startswith(".")]
    readable = sorted(path for path in found if path.suffix.lower() in suffixes)
    if not readable:
        raise ReadError(
            folder, f"expected files to read ({', '.join(sorted(suffixes))}), found none; name another folder."
        )
    for path in readable:
        yield File(str(path), path.relative_to(folder).as_posix())


def _unreadable(error: OSError) -> None:
    raise ReadError(str(error.filename), f"expected a readable folder, found {error.strerror}; grant it.") from error


def _pattern(pattern: str) -> Iterator[File]:
    matching = glob.glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    paths = sorted(Path(path) for path in matching if Path(path).is_file())
    if not paths:
        raise ReadError(pattern, "expected files that match the pattern, found none; correct it.")
    parts = Path(pattern).parts
    fixed = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    for path in paths:
        yield File(str(path), Path(*path.parts[min(fixed, len(path.parts) - 1) :]).as_posix())


def _suffixes() -> set[str]:
    return {suffix for reader in READERS for suffix in reader.suffixes}


def _nearest(path: Path) -> str:
    try:
        names = [child.name for child in path.parent.iterdir()]
    except OSError:
        return f"there is no folder {str(path.parent)!r}."
    near = get_close_matches(path.name, names, n=1)
    return f"did you mean {str(path.with_name(near[0]))!r}?" if near else "check the path."
