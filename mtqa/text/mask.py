"""What in a text is no language: markup, placeholders, URLs, e-mail addresses, paths and code.

Parsed once per text and shared: checks of language see blanks of the same length, checks of markup see the parts. A
text without any of the characters that such things need is answered at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from mtqa.text.icu import icu_parts
from mtqa.text.words import FILLER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Range

Kind = Literal["markup", "placeholder", "url", "email", "code", "path"]


@dataclass(frozen=True, slots=True)
class Part:
    """A masked stretch: what kind, where, and its characters."""

    kind: Kind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mask:
    """The text with masked parts blanked by :data:`mtqa.text.words.FILLER` (same length), and the parts in order."""

    text: str
    parts: tuple[Part, ...]


HTML = (
    "a|abbr|b|bdi|bdo|blockquote|body|br|button|caption|cite|code|col|dd|del|dfn|div|dl|dt|em|figure|font|footer|form|"
    "h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|ol|option|p|pre|q|s|samp|"
    "script|section|select|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|"
    "title|tr|tt|u|ul|var|video|wbr"
)
XLIFF = "bpt|ept|bx|ex|g|it|mrk|ph|sc|ec|pc|cp|sm|x|hi|ut|target|source"

ATTRIBUTE = r"\s+[A-Za-z_][\w:.-]*\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'|[^\s<>\"']+)"
FLAG = r"\s+(?:async|autofocus|checked|controls|defer|disabled|hidden|loop|multiple|muted|readonly|required|selected)"
TOP = "com|org|net|edu|gov|mil|int|info|io|eu|de|at|ch|uk|us|fr|nl|app|dev"
FILES = (
    "txt|md|pdf|docx?|xlsx?|pptx?|csv|tsv|json|ya?ml|toml|ini|cfg|conf|xml|xlf|xliff|tmx|po|html?|css|js|ts|py|sh|bat|"
    "exe|dll|zip|gz|tar|rar|iso|png|jpe?g|gif|svg|webp|mp[34]|wav|avi|mov|sql|db|log|bak|java|cs|cpp|php|rb|ps1|msi|dmg"
)
PRINTF = "diouxXeEfFgGcCsSaApn@"
BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
LARAVEL = "attribute|count|date|format|max|min|name|number|other|seconds|size|user|value|values"

PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("code", r"```.*?```|``[^`]+``|`[^`\n]+`"),
    ("markup", r"<!--.*?-->|<!\[CDATA\[|\]\]>|<\?\w[^<>]*\?>"),
    ("markup", rf"</?(?:{HTML}|{XLIFF})(?:{ATTRIBUTE}|{FLAG})*\s*/?>"),
    ("markup", rf"</[A-Za-z][\w:.-]*\s*>|<[A-Za-z][\w:.-]*(?:{ATTRIBUTE})+\s*/?>|<[A-Za-z][\w:.-]*\s*/>"),
    ("markup", r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});"),
    ("markup", r"(?<=\])\([^()\s]+\)"),  # the address of a Markdown link
    ("url", r"(?:https?|ftp|file)://[^\s<>\"„“”»«]*[\w/=&#+~-]|mailto:[^\s<>\"]*\w|www\.[\w-]+\.[^\s<>\"„“”»«]*[\w/=&#+~-]"),
    ("email", r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("url", rf"(?<![\w.@])[a-zA-Z\d-]+(?:\.[a-z\d-]+)*\.(?:{TOP})(?:/[^\s<>\"„“”»«]*[\w/=&#+~-])?(?![\w@])(?!\.\w)"),
    ("placeholder", r"\{\{\{?[^{}\n]*\}?\}\}|[$%#]\{[^{}\n]*\}|\[\[[^\[\]\n]+\]\]|\$t\([^()\n]*\)"),
    ("placeholder", r"\{\s*[-$][\w.-]+(?:\([^()\n]*\))?\s*\}|\{\s*[A-Z]+\([^()\n]*\)\s*\}"),  # Fluent
    ("placeholder", r"\{\s*\w+\s*,\s*(?:number|date|time|spellout|ordinal|duration)\s*(?:,[^{}]*)?\}"),
    ("placeholder", r"\{\s?(?:[A-Za-z_]\w*|\d+)?(?:\.\w+|\[\w+\])*(?:![rsa])?(?::[^{}\s]*)?\s?\}"),
    ("placeholder", r"(?<![\d%])%(?:\(\w+\)|<\w+>)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]"),
    ("placeholder", rf"(?<![\w%])%(?:\d+[$:])?[-+#0']*\d*(?:\.(?:\d+|\*))?(?:hh?|ll?|[qLjzt])?[{PRINTF}](?!\w)"),
    ("placeholder", r"(?<![\d\w%])%L?\d{1,2}(?!\w|[.,]\d)"),  # Qt
    ("placeholder", r"(?<![\w@])@:(?:\([\w.]+\)|[\w.]*\w)|(?<!\w)~[adsADS%](?!\w)"),  # Vue, Scheme
    ("placeholder", rf"(?<![\w:])[:](?:(?:{LARAVEL})\b|[a-z]+_[a-z_]+)(?!:)"),
    ("placeholder", r"(?<![\w$])(?<!\d\s)\$[a-z][A-Za-z\d]*(?:_\w+)*\b|(?<![\w$])\$[A-Z]+_[A-Z_]+\b"),
    ("code", r"<[A-Za-z][\w-]*>"),  # <filename>: a reader's blank; whether it is translated is the author's choice
    ("code", r"(?<![\w-])--[a-z][a-z\d]*(?:-[a-z\d]+)*(?:=\S*\w)?(?!\w)"),
    ("code", rf"(?<![\w.]){BYTE}(?:\.{BYTE}){{3}}(?::\d+)?(?:/\d\d?)?(?![\w.]\d|\w)"),
    ("code", r"(?<!\w)[vV]\d+(?:\.\d+)*(?:-?(?:alpha|beta|rc)\.?\d*)?(?!\w)"),
    ("code", r"(?<![\w.])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\(\)"),  # function()
    ("path", r"(?<![\w/.])(?:~|\.{1,2})?/(?:[\w.@+-]+/)+[\w.@+-]*\w/?|(?<![\w/])(?:~|\.{1,2})/[\w.-]*\w"),
    ("path", r"(?<!\w)[A-Za-z]:\\(?:[\w. -]+\\)*[\w.-]*|\\\\[\w.-]+(?:\\[\w.$-]+)+|%[A-Z_]{3,}%(?:\\[\w.-]+)*"),
    ("path", rf"(?<![\w.@/-])(?:[\w-]+\.)+(?:{FILES})(?![\w-])(?!\.\w)"),
)  # fmt: skip
"""Kinds and their patterns; of several that match at a place the first wins."""

SIGNS = re.compile(
    r"[<{%$@/\\`~&.:#()\[\]vV\d-]"  # a set to begin with, which the search can look for alone
    r"(?:(?<=[<{%$@/\\`~&])|(?<=\[)\[|(?<=\])[](]|(?<=\.)[A-Za-z]|(?<=#)\{|(?<=:)[a-z]|(?<=-)-[a-z]|(?<=\()\)"
    r"|(?<=\b[vV])\d|(?<=\d)\.\d+\.\d)"
)
"""What a text must have some of for any pattern to match."""

COMBINED = re.compile(
    "|".join(f"(?P<{kind}{number}>{text})" for number, (kind, text) in enumerate(PATTERNS)), re.DOTALL
)


def mask(text: str, markup: tuple[Range, ...] = ()) -> Mask:
    """The mask of ``text``; the ranges in ``markup`` are masked whatever they look like."""
    if not markup and not SIGNS.search(text):
        return Mask(text, ())
    fixed = [Part("markup", start, end, text[start:end]) for start, end in markup]
    fixed += [Part("placeholder", start, end, text[start:end]) for start, end in icu_parts(text)]
    found = [
        part for part in _found(text) if not any(part.start < end and start < part.end for start, end in _ranges(fixed))
    ]
    parts = tuple(sorted([*fixed, *found], key=lambda part: part.start))
    return Mask(_blanked(text, parts), parts)


def _ranges(parts: list[Part]) -> list[Range]:
    return [(part.start, part.end) for part in parts]


def _found(text: str) -> Iterator[Part]:
    for match in COMBINED.finditer(text):
        kind = cast("Kind", (match.lastgroup or "").rstrip("0123456789"))
        yield Part(kind, match.start(), match.end(), match.group())


def _blanked(text: str, parts: tuple[Part, ...]) -> str:
    pieces, position = [], 0
    for part in parts:
        pieces += [text[position : part.start], FILLER * (part.end - max(part.start, position))]
        position = max(position, part.end)
    return "".join(pieces) + text[position:]
