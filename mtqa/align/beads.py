"""The stage as a function for users: two texts, sentence by sentence, to a frame of beads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from mtqa.align.sentences import align_sentences
from mtqa.encode.find import find_encoder
from mtqa.errors import ReadError
from mtqa.pack.load import find_pack
from mtqa.text.language import detect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.data import Bead

COLUMNS = ("source", "target", "source_text", "target_text", "confidence")
SAMPLE = 20_000
"""Characters from which a language is told."""


def align(
    a: str | Path | Sequence[str],
    b: str | Path | Sequence[str],
    *,
    source_lang: str = "",
    target_lang: str = "",
    pack: str = "",
    encoder: str = "",
) -> pd.DataFrame:
    """Sentences held against each other, a row a bead.

    Args:
        a: the source: a list of sentences, a text with a sentence a line, or the path of a file of such lines in UTF-8.
            (Running text is parted by ``mtqa.segment``, and by ``mtqa check`` and ``mtqa align`` on their own.)
        b: the target, likewise.
        source_lang: language codes; detected where not given.
        target_lang: see ``source_lang``.
        pack: the folder or name of a language pack, instead of the one that is found for the languages.
        encoder: the name or path of an encoder, as further evidence.

    Returns:
        ``source target``: the numbers of the sentences, from 0, as tuples; ``source_text target_text``: the sentences,
        joined by a space; ``confidence``: how probable the bead is, 0 to 1. Every sentence is in exactly one row.

    Raises:
        ReadError: where a file cannot be read. PackError, SettingsError: where the pack or the encoder is no good.
    """
    source, target = _lines(a), _lines(b)
    langs = source_lang or _language(source), target_lang or _language(target)
    tables = find_pack(*langs, pack) if langs[0] != langs[1] else None
    beads = align_sentences(
        source, target, source_lang=langs[0], target_lang=langs[1], pack=tables, encoder=find_encoder(encoder, None)
    )
    return _frame(beads, source, target)


def _lines(text: str | Path | Sequence[str]) -> list[str]:
    if isinstance(text, Path):
        try:
            text = text.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise ReadError(text, f"expected a readable file, found {error.strerror}; check the path.") from error
        except UnicodeDecodeError as error:
            raise ReadError(text, f"expected UTF-8, found byte {error.start} to be none; convert it.") from error
    return text.removesuffix("\n").split("\n") if isinstance(text, str) else list(text)


def _language(sentences: Sequence[str]) -> str:
    return detect("\n".join(sentences[:: max(1, len(sentences) // 200)])[:SAMPLE]).code


def _frame(beads: list[Bead], source: Sequence[str], target: Sequence[str]) -> pd.DataFrame:
    there = [" ".join(source[i] for i in bead.source) for bead in beads]
    here = [" ".join(target[j] for j in bead.target) for bead in beads]
    rows = [
        (bead.source, bead.target, left, right, bead.confidence)
        for bead, left, right in zip(beads, there, here, strict=True)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
