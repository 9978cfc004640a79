"""ACC010."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.parts import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.mask import Part

LOCALE = re.compile(
    r"(?<=[/.=-])(?:[a-z]{2}(?:[-_][a-zA-Z]{2})?)(?=[/.&?]|$)|^(?:https?://)?(?:www\.)?|/$|\.(?:com|org|net|de|at|ch|co\.uk)\b"
)
FILE_LOCALE = re.compile(r"(?<=[._-])(?:de|en|fr|es|it|nl|pl|pt|ru|tr|cs|da|sv)(?:[_-][a-z]{2})?(?=[._-])")
SAMPLE = re.compile(
    r"(?<![a-z])(?:my|your|some)?_?(?:file|name|folder|user|path)+_?(?:name)?\d*(?![a-z])", re.IGNORECASE
)
"""A made-up name (`filename.pdf`, `/path/to/folder`, `ssh://user@…`): the author's choice of words."""

SHORTEST, NEAR = 6, 80.0
"""Characters of the shortest part that is looked for where it was damaged, and how like it that must be (percent)."""

RUN = re.compile(r"[^\s„“”\"‚‘’'»«(),;`]*[^\s„“”\"‚‘’'»«(),;`.:!?]")

WORDS = {"url": "address", "email": "e-mail address", "path": "file", "code": "piece of code"}


def _has_parts(unit: Unit) -> bool:
    """Whether anything in the source is no language."""
    return bool(unit.source.mask.parts)


@check(
    "ACC010",
    category="accuracy/do-not-translate",
    severity=Severity.MAJOR,
    when=_has_parts,
    needs=("source",),
    priority=73,
    examples=[
        Example("See https://example.org/en/help.", "Siehe https://example.org/de/help.", note="the locale may change"),
        Example("Write to info@example.com.", "Schreiben Sie an info@example.com."),
        Example("Visit example.com.", "Besuchen Sie www.example.com/."),
        Example("Run `git push`.", "Führen Sie `git push` aus."),
        Example("Visit our site example.com.", "Besuchen Sie unsere Seite.", note="left out, not changed"),
        Example("Siehe https://example.org", "See https://example.org", "de", "en"),
        Example("Write to info@example.com.", "Schreiben Sie an ⟦info@beispiel.com⟧."),
        Example("Run `git push`.", "Führen Sie ⟦`git drücken`⟧ aus."),
        Example("See https://example.org/help.", "Siehe ⟦https://example.org/hilfe⟧."),
        Example("Use --force.", "Verwenden Sie ⟦–force⟧.", note="a word processor's dash"),
        Example("at 192.168.1.10", "unter ⟦192.168.1.100⟧"),
        Example("Öffnen Sie daten.csv.", "Open ⟦data.csv⟧.", "de", "en"),
    ],
)  # fmt: skip
def verbatim_mismatch(unit: Unit) -> Iterator[Hit]:
    """An address, file name or piece of code was changed.

    It leads nowhere, or does something else. What the target has of this kind must stand in the source just so, except
    for a locale (`/en/` and `/de/`), the country's ending of an address, the letter case of a file, and made-up names
    (`filename.pdf`). A word that is nearly one, and no address or code any more (`–force`), counts as well.
    """
    if not unit.source.mask.parts:
        return
    ours, theirs = _parts(unit.source.mask.parts), _parts(unit.target.mask.parts)
    if not ours:
        return
    missing, extra = differences(ours, theirs, _key)
    for part in extra:
        same = [other for other in missing if other.kind == part.kind]
        if same and not _localised(part, same[0], unit.target.language.code):
            missing.remove(same[0])
            yield _hit(Span(part.start, part.end), same[0], sure=len(same) == 1)
    for part in missing:
        if span := _damaged(part, unit.segment.target, theirs):
            yield _hit(span, part, sure=True)


def _hit(span: Span, part: Part, *, sure: bool) -> Hit:
    return Hit(span, f"This {WORDS[part.kind]} is {part.text} in the source.", part.text if sure else "", 0.85)


def _damaged(part: Part, text: str, theirs: list[Part]) -> Span | None:
    """Where something stands that is nearly the part, but none of its kind any more: a letter was changed in it."""
    wanted = part.text.strip("`")
    if wanted.lower() in text.lower():
        return None
    if part.family == "option" and (dash := re.search(rf"(?<![\w-])[–—-]\s?{re.escape(part.text[2:])}(?!\w)", text)):
        return Span(*dash.span())
    if len(wanted) < SHORTEST:
        return None
    from rapidfuzz.fuzz import ratio

    for match in RUN.finditer(text):
        span = Span(match.start(), match.end())
        near = ratio(wanted, match.group(), score_cutoff=NEAR)
        if near and not any(span.overlaps(Span(one.start, one.end)) for one in theirs):
            return span
    return None


def _localised(part: Part, other: Part, lang: str) -> bool:
    """Whether it is an address of the target language's site, or the same with more behind or before it."""
    if part.kind == "code" and part.family != "code_span":
        return False
    if part.text in other.text or other.text in part.text or SAMPLE.search(other.text):
        return True
    site = re.compile(rf"[/.=-]{lang}(?:[-_][a-zA-Z]{{2}})?(?=[/.&?]|$)")
    return part.kind == "url" and site.search(part.text) is not None and not site.search(other.text)


def _parts(parts: tuple[Part, ...]) -> list[Part]:
    return [part for part in parts if part.kind in WORDS and part.text[0] != "<" and part.family != "mnemonic"]


def _key(part: Part) -> str:
    if part.kind == "url":
        return part.kind + LOCALE.sub("", part.text).lower()
    if part.family == "option":
        return part.text.partition("=")[0]  # what is behind it may be a word (--output=FILE)
    return part.kind + (FILE_LOCALE.sub("*", part.text.lower()) if part.family == "file" else part.text)
