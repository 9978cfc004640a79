"""Post-edits: what a person made of each translation tells which of its words were wrong."""

from __future__ import annotations

from mtqa.errors import ReadError
from mtqa.evaluate.base import Judgment, Judgments
from mtqa.evaluate.judgments.base import JudgmentReader
from mtqa.evaluate.judgments.cells import COMMON, Row, rows
from mtqa.text.words import tokens

EDITS = ("post_edit", "pe", "postedit", "post_edited", "edited", "corrected")
COLUMNS = {**COMMON, "post_edit": EDITS}


def read(text: str, name: str) -> Judgments:
    """A judgment a row: HTER as its score, and the words that the editor changed or took out as wrong."""
    judged = [_judgment(row) for row in rows(text, name, COLUMNS, ("source", "target", "post_edit"))]
    if not judged:
        raise ReadError(name, "expected at least one post-edit, found none; name a table that has some.")
    return Judgments(name, "post-edits", judged)


def _judgment(row: Row) -> Judgment:
    target, edited = row.text("target"), row.text("post_edit")
    if not edited.strip():
        raise ReadError(row.name, "expected a post-edit, found an empty cell; fill it or remove the row.", row.line)
    words = tokens(target)
    bad, hter = changed([word.text for word in words], [word.text for word in tokens(edited)])
    document = row.text("document")
    return Judgment(
        source=row.text("source"),
        target=target,
        reference=row.text("reference"),
        document=document,
        group=f"{document}\t{row.text('segment') or row.text('source')}",
        system=row.text("system"),
        score=-hter,
        points=100.0 * (1.0 - min(1.0, hter)),
        scale="hter",
        words=tuple((word.start, word.end) for word in words),
        bad=bad,
    )


def changed(before: list[str], after: list[str]) -> tuple[tuple[bool, ...], float]:
    """Which of the words were replaced or taken out, and the edits for each word of the edited text.

    The edits are those of the least word edit distance (Levenshtein 1966), case and punctuation counted: HTER (Snover et al.
    2006) without its shifts, so a moved phrase costs its words twice.
    """
    from rapidfuzz.distance import Levenshtein

    edits = Levenshtein.editops(before, after)
    wrong = {edit.src_pos for edit in edits if edit.tag in {"replace", "delete"}}
    return tuple(place in wrong for place in range(len(before))), len(edits) / max(1, len(after))


def claims(header: frozenset[str]) -> bool:
    """A column of post-edits."""
    return not header.isdisjoint(EDITS)


POST_EDITS = JudgmentReader(
    "post-edits", claims, read, "A table with the columns source, target and post_edit: changed words are wrong ones."
)
