"""Beads as text: JSONL for programs, TSV for eyes and spreadsheets, TMX and XLIFF for translators' tools."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from mtqa.align.xml import Langs, Texts, joined, tmx, xliff
from mtqa.data import Bead

Format = Callable[[Sequence[Bead], Texts, Langs], str]

BREAK = re.compile(r"\s*[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")
HEADER = "source\ttarget\tconfidence\tsource_text\ttarget_text\tmoved"


def jsonl(beads: Sequence[Bead], texts: Texts, langs: Langs) -> str:  # noqa: ARG001 - every format's signature
    """A line a bead, in order: ``{"source": [0], "target": [0, 1], "confidence": 0.93}``, places from 0.

    A bead of a passage that moved has ``"moved": true`` besides.
    """
    return "".join(f"{json.dumps(_line(bead))}\n" for bead in beads)


def tsv(beads: Sequence[Bead], texts: Texts, langs: Langs) -> str:  # noqa: ARG001
    """A header, and a line a bead: places from 0 joined by commas, confidence, the sentences on one line, ``moved`` if it did."""
    lines = [
        "\t".join(
            (_places(bead.source), _places(bead.target), f"{bead.confidence:.4f}", *_flat(bead, texts),
             "moved" if bead.moved else "")
        )
        for bead in beads
    ]  # fmt: skip
    return "".join(f"{line}\n" for line in [HEADER, *lines])


FORMATS: dict[str, Format] = {"jsonl": jsonl, "tmx": tmx, "tsv": tsv, "xliff": xliff}


def _line(bead: Bead) -> dict[str, Any]:
    line = {"source": list(bead.source), "target": list(bead.target), "confidence": bead.confidence}
    return {**line, "moved": True} if bead.moved else line


def _flat(bead: Bead, texts: Texts) -> tuple[str, str]:
    source, target = joined(bead, texts)
    return BREAK.sub(" ", source), BREAK.sub(" ", target)


def _places(places: Sequence[int]) -> str:
    return ",".join(map(str, places))
