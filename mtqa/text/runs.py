"""Words as a reader parts them: what stands between spaces, without the punctuation around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtqa.data import Range
    from mtqa.text.words import Token


def runs(tokens: Sequence[Token]) -> list[Range]:
    """The ranges of all runs of tokens without a space between them, from the first letter or digit to the last.

    „US-Präsident“ is one, and so is „7,2“; a run without letters or digits is none.
    """
    return [found for run in _unparted(tokens) if (found := _bare(run))]


def _unparted(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in tokens:
        if run and token.start > run[-1].end:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _bare(run: Sequence[Token]) -> Range | None:
    inner = [token for token in run if token.is_word or token.is_number]
    return (inner[0].start, inner[-1].end) if inner else None
