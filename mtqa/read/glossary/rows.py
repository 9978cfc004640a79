"""From the rows of a table to concepts: columns by their header, a row a concept."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from mtqa.errors import ReadError
from mtqa.lang.base import LANGUAGES
from mtqa.read.delimited import table
from mtqa.terms.base import SOURCE, TARGET, Concept, Name, Status

SYNONYMS: dict[str, tuple[str, ...]] = {
    SOURCE: ("source", "src", "source_term", "term", "source_text"),
    TARGET: ("target", "tgt", "target_term", "translation", "translations", "target_text"),
    "status": ("status", "usage_status", "usage", "approval"),
    "note": ("note", "notes", "comment", "comments", "definition", "description"),
    "case": ("case", "case_sensitive", "case_sensitivity", "match_case"),
    "pos": ("pos", "part_of_speech", "word_class"),
}
"""Our columns and the headers that stand for them, in lower case with ``_``."""

STATUSES: dict[str, Status] = {
    **{status.value: status for status in Status},
    "": Status.REQUIRED, "approved": Status.REQUIRED, "mandatory": Status.REQUIRED,
    "allowed": Status.ADMITTED, "accepted": Status.ADMITTED,
    "deprecated": Status.FORBIDDEN, "obsolete": Status.FORBIDDEN, "not recommended": Status.FORBIDDEN,
    "prohibited": Status.FORBIDDEN, "blacklisted": Status.FORBIDDEN,
    "dnt": Status.DO_NOT_TRANSLATE, "do not translate": Status.DO_NOT_TRANSLATE,
    "non-translatable": Status.DO_NOT_TRANSLATE, "untranslatable": Status.DO_NOT_TRANSLATE,
}  # fmt: skip
"""What a cell of the column status may say, in lower case; an empty one says required."""

YES, NO = ("yes", "true", "1", "x", "sensitive", "case-sensitive"), ("", "no", "false", "0", "insensitive")
EXPECTED = "a header with the columns source and target (or two language codes) and, where there are any, status, note, case, pos"


def read_rows(text: str, delimiter: str, name: str) -> list[Concept]:
    """A concept a row; several targets of one cell stand between ``|``.

    Raises:
        ReadError: names the line of a row that is ragged or empty, or whose status or case cannot be read.
    """
    cells = table(text.lstrip("\ufeff"), delimiter, name)
    if not cells.rows:
        raise ReadError(name, f"expected {EXPECTED}, found nothing; add them.", 1)
    places = _places(cells.rows[0], name)
    return [
        _concept({ours: row[at].strip() for ours, at in places.items()}, name, line)
        for row, line in zip(cells.rows[1:], cells.lines[1:], strict=True)
        if any(cell.strip() for cell in row)
    ]


def _places(header: Sequence[str], name: str) -> dict[str, int]:
    """Our column, or a language's code, -> its place."""
    plain = ["_".join(cell.strip().lower().replace("-", " ").replace("_", " ").split()) for cell in header]
    found = {ours: plain.index(one) for ours, names in SYNONYMS.items() for one in reversed(names) if one in plain}
    if SOURCE not in found and TARGET not in found:
        found |= {cell.partition("_")[0]: at for at, cell in enumerate(plain) if cell.partition("_")[0] in LANGUAGES}
    if len(set(found) - {"status", "note", "case", "pos"}) < 2 and TARGET not in found and SOURCE not in found:
        raise ReadError(name, f"expected {EXPECTED}, found {', '.join(header)}; rename the columns.", 1)
    return found


def _concept(row: dict[str, str], name: str, line: int) -> Concept:
    status = _status(row.get("status", ""), name, line)
    case = _case(row.get("case", ""), name, line)
    langs = [key for key in row if key in (SOURCE, TARGET) or key in LANGUAGES]
    texts = {lang: [part.strip() for part in row[lang].split("|") if part.strip()] for lang in langs}
    if not any(texts.values()):
        raise ReadError(name, "expected a term, found a row without one; fill or remove it.", line)
    first = langs[0]
    if status in (Status.REQUIRED, Status.PREFERRED, Status.ADMITTED) and not all(texts.values()):
        lacking = next(lang for lang in langs if not texts[lang])
        raise ReadError(
            name,
            f"expected a term in {lacking}, found none; only forbidden and do-not-translate rows may lack one.",
            line,
        )
    names = [
        Name(
            text,
            lang,
            _of_side(status, lang == first and len(langs) > 1),
            case,
            row.get("pos", ""),
            row.get("note", ""),
        )
        for lang in langs
        for text in texts[lang]
    ]
    return Concept(tuple(names), f"{name}:{line}")


def _of_side(status: Status, is_source: bool) -> Status:
    """A row's status is about its target; only a term that stays as it is has it on both sides."""
    return Status.REQUIRED if is_source and status is not Status.DO_NOT_TRANSLATE else status


def _status(cell: str, name: str, line: int) -> Status:
    plain = " ".join(cell.lower().replace("_", " ").split())
    found = STATUSES.get(plain, STATUSES.get(plain.replace(" ", "-")))
    if found is None:
        near = get_close_matches(plain, STATUSES, n=1)
        hint = f"did you mean {near[0]}?" if near else "correct it."
        raise ReadError(name, f"expected {', '.join(Status)} as status, found {cell!r}; {hint}", line)
    return found


def _case(cell: str, name: str, line: int) -> bool:
    if cell.lower() not in (*YES, *NO):
        raise ReadError(name, f"expected yes or no as case, found {cell!r}; correct it.", line)
    return cell.lower() in YES
