"""``mtqa align`` for many documents: two folders or patterns, whose files are matched by name."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mtqa.cli.align import Wanted
    from mtqa.read.files import File


def is_many(name: str) -> bool:
    """Whether ``name`` is a folder or a pattern."""
    import glob

    return Path(name).is_dir() or (name != "-" and glob.has_magic(name) and not Path(name).exists())


def align_many(source: str, target: str, out: Path | None, wanted: Wanted) -> None:
    """Write the beads of each pair of files into the folder ``out``, a file a document.

    Raises:
        ReadError: where a file has no partner of its name. WriteError: where there is no folder to write into.
    """
    from mtqa.align.write import write_text
    from mtqa.cli.align import aligned, clear, load

    pairs = _matched(source, target)
    folder = _folder(out)
    start = time.monotonic()
    for number, (name, there, here) in enumerate(pairs, 1):
        text = aligned((load(there.path), load(here.path)), wanted, f"{number} of {len(pairs)}: {name}, ")
        place = folder / f"{name}.{wanted.form}"
        place.parent.mkdir(parents=True, exist_ok=True)
        write_text(place, text)
    clear()
    rate = len(pairs) / max(time.monotonic() - start, 1e-3)
    click.echo(f"{len(pairs)} documents aligned ({rate:.1f} a second), in {folder}", err=True)


def _folder(out: Path | None) -> Path:
    from mtqa.errors import WriteError

    if out is None or str(out) == "-":
        raise WriteError("--out: expected a folder for the beads of several documents, found none; give --out DIR.")
    if out.exists() and not out.is_dir():
        raise WriteError(f"{out}: expected a folder for the beads of several documents, found a file; name a folder.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{out}: expected to make a folder, found: {error.strerror}; choose another place.") from error
    return out


def _matched(source: str, target: str) -> list[tuple[str, File, File]]:
    """Name, source and target of each document, sorted by name.

    Raises:
        ReadError: where a file has no partner, or two of one side have the same name.
    """
    from mtqa.errors import ReadError

    sides = [_by_key(source), _by_key(target)]
    lost = [*(sides[0].keys() ^ sides[1].keys())]
    if lost:
        files = sorted(side[name].name for side in sides for name in lost if name in side)
        more = f" and {len(files) - 3} more" if len(files) > 3 else ""
        raise ReadError(files[0], "expected files with the same name on both sides (a.en.txt with a.de.txt), found none "
                                  f"for {', '.join(files[:3])}{more}; rename or remove them.")  # fmt: skip
    return [(name, sides[0][name], sides[1][name]) for name in sorted(sides[0])]


def _by_key(name: str) -> dict[str, File]:
    from mtqa.errors import ReadError
    from mtqa.read.files import find
    from mtqa.read.names import key

    found: dict[str, File] = {}
    for file in find(name):
        here = key(file) or "document"
        if here in found:
            raise ReadError(file.name, f"expected one file of that name, found {found[here].name} too; rename one.")
        found[here] = file
    return found
