"""What a terminal gets whose encoding lacks characters that we print."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from mtqa.cli._output import stand_in


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp437"])
@pytest.mark.parametrize("command", [("explain", "wrong-sense"), ("checks", "LOC")])
def test_a_stream_that_is_not_unicode_gets_stand_ins(encoding: str, command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mtqa", *command],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "⟦" not in done.stdout.decode(encoding)
    if command[0] == "explain":
        assert "[" in done.stdout.decode(encoding)


@pytest.mark.parametrize(
    ("character", "said"),
    [("→", "->"), ("█", "#"), ("⟦", "["), ("…", "..."), ("é", "e"), ("\u00a0", " "), ("½", "1/2"), ("ß", "ss"), ("漢", "?"),
     ("\u0301", ""), ("\udcff", "?")],
)  # fmt: skip
def test_a_stand_in_reads_like_the_character(character: str, said: str) -> None:
    assert stand_in(character) == said
