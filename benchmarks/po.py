"""PO files for pofilter, a program in an environment of its own: written, given to it, and what comes back."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n\n'


def quoted(text: str) -> str:
    """A text as PO writes it."""
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


def unit(number: int, source: str, target: str) -> str:
    """A message that is told by its number."""
    return f'msgctxt "{number}"\nmsgid {quoted(source)}\nmsgstr {quoted(target)}\n'


def filtered(command: str | Path, units: Iterable[str], lang: str, *options: str) -> str:
    """The PO file that pofilter makes of the units: those that it flags, with its notes; empty where it flags none."""
    with tempfile.TemporaryDirectory() as folder:
        there, back = Path(folder) / "in.po", Path(folder) / "out.po"
        there.write_text(HEADER.format(lang) + "\n".join(units), encoding="utf-8")
        arguments = [str(command), f"--language={lang}", *options, str(there), str(back)]
        subprocess.run(arguments, check=True, capture_output=True)
        return back.read_text(encoding="utf-8") if back.exists() else ""
