"""Units of XLIFF that must not be translated (``translate="no"``): what stands there has to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

    from mtqa.data import Range


def translate(element: _Element) -> str:
    """What is said of whether the element is to be translated: by itself, else by the nearest element around it."""
    said = (one.get("translate") for one in (element, *element.iterancestors()))
    return str(next(filter(None, said), ""))


def staying(row: dict[str, Any]) -> dict[str, Any]:
    """The row of a unit; of one that must not be translated all words stay, and the source is what it shows without a target."""
    if row["translate"] != "no":
        return row
    out = row if row["target"].strip() else row | {"target": row["source"], "target_markup": row["source_markup"]}
    return out | {f"{side}_terms": _words(out[side], out[f"{side}_markup"]) for side in ("source", "target")}


def _words(text: str, markup: tuple[Range, ...]) -> tuple[Range, ...]:
    """The stretches of words between inline codes, without the white space around them."""
    cuts = [0, *(place for code in markup for place in code), len(text)]
    return tuple(
        (start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        for start, end in zip(cuts[::2], cuts[1::2], strict=True)
        if (piece := text[start:end]).strip()
    )
