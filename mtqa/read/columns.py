"""Which column of a table is the target, the source, …: by its header, or as the user says."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from mtqa.errors import ReadError
from mtqa.lang.base import LANGUAGES
from mtqa.read.base import ReadOptions

SYNONYMS: dict[str, tuple[str, ...]] = {
    "source": ("source", "src", "source_text", "source_segment", "original"),
    "target": ("target", "tgt", "trg", "mt", "hyp", "hypothesis", "translation", "target_text",
               "target_segment", "output"),
    "reference": ("reference", "ref", "references", "refs", "pe", "post_edit", "postedit", "post_edited", "gold"),
    "id": ("id", "segment_id", "seg_id", "segid", "tuid", "key"),
    "document": ("document", "doc", "document_id", "doc_id", "docid", "document_name", "doc_name", "file", "filename"),
    "source_lang": ("source_lang", "source_language", "src_lang", "sourcelang"),
    "suppress": ("suppress",),
    "target_lang": ("target_lang", "target_language", "tgt_lang", "trg_lang", "targetlang"),
    "max_chars": ("max_chars", "max_length", "maxlength", "char_limit", "character_limit"),
    "max_bytes": ("max_bytes", "byte_limit"),
    "max_lines": ("max_lines", "line_limit"),
}  # fmt: skip
"""Our names and the headers that stand for them, in lower case with ``_``; the first that a table has is taken."""

EXPECTED = "a header with the column target and, where there are any, source, reference, id, document"


def columns(header: Sequence[str], name: str, options: ReadOptions) -> dict[str, int]:
    """Our column name -> its place in ``header``; ``target`` is always there.

    A column that ``options.columns`` names is taken by that name or, counted from 1, by its number; the rest by
    :data:`SYNONYMS`. Where two columns are headed by language codes instead (``en``, ``de``), the target's is the
    one of ``options.target_lang``, else the second.

    Raises:
        ReadError: where there is no target, no column that the user named, or two of one name where one is meant.
    """
    plain = [_plain(cell) for cell in header]
    places = {ours: plain.index(one) for ours, names in SYNONYMS.items() for one in reversed(names) if one in plain}
    if "target" not in places:
        places |= _by_language(plain, options)
    for ours, theirs in options.columns.items():
        places[ours] = _named(ours, theirs, header, name)
    _refuse_twice(places, header, name, options)
    if "target" not in places:
        raise ReadError(name, f"expected {EXPECTED}, found {_shown(header)}; add a header or name the columns with "
                              "--columns target=NAME,source=NAME (or their numbers, from 1).", 1)  # fmt: skip
    return places


def _refuse_twice(places: dict[str, int], header: Sequence[str], name: str, options: ReadOptions) -> None:
    plain = [_plain(cell) for cell in header]
    for ours, place in places.items():
        theirs = options.columns.get(ours, "")
        by_number = theirs.isdigit() and theirs not in header
        if plain.count(plain[place]) > 1 and not by_number:
            raise ReadError(
                name,
                f"expected one column {header[place]!r}, found {plain.count(plain[place])}; rename the others, or choose by "
                f"number with --columns {ours}={place + 1}.",
                1,
            )


def is_headerless(first: Sequence[str], options: ReadOptions) -> bool:
    """Whether the first row is data: the user gave every column by number, and the row names no target."""
    numbered = bool(options.columns) and all(theirs.isdigit() for theirs in options.columns.values())
    return numbered and not any(_plain(cell) in SYNONYMS["target"] for cell in first)


def _plain(cell: str) -> str:
    return "_".join(cell.strip().lower().replace("-", " ").replace("_", " ").split())


def _by_language(plain: Sequence[str], options: ReadOptions) -> dict[str, int]:
    found = [(place, cell.partition("_")[0]) for place, cell in enumerate(plain)]
    found = [(place, code) for place, code in found if code in LANGUAGES]
    if len(found) != 2:
        return {}
    (first, one), (second, _) = found
    turned = one == _primary(options.target_lang)
    return {"source": second, "target": first} if turned else {"source": first, "target": second}


def _primary(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()


def _named(ours: str, theirs: str, header: Sequence[str], name: str) -> int:
    if ours not in SYNONYMS:
        raise ReadError(name, f"expected --columns to name {', '.join(SYNONYMS)}, found {ours!r}; correct it.")
    if theirs in header:
        return header.index(theirs)
    lower = [cell.strip().lower() for cell in header]
    if theirs.lower() in lower:
        return lower.index(theirs.lower())
    if theirs.isdigit() and 1 <= int(theirs) <= len(header):
        return int(theirs) - 1
    near = get_close_matches(theirs, list(header), n=1)
    hint = f"did you mean {near[0]!r}?" if near else "correct --columns."
    raise ReadError(name, f"expected a column {theirs!r} for {ours}, found {_shown(header)}; {hint}", 1)


def _shown(header: Sequence[str]) -> str:
    cells = [repr(cell if len(cell) <= 30 else f"{cell[:29]}…") for cell in header[:8]]
    return ", ".join(cells) + (f" and {len(header) - 8} more" if len(header) > 8 else "")
