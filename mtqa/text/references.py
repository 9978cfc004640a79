"""Whether a text is a reference to a book or an article, which translators leave as it is."""

from __future__ import annotations

import re

SIGNS = tuple(map(re.compile, (
    r"\b(?:[Vv]ol|pp?|[Bb]d|Nr|No|[Ee]ds?|[Hh]rsg|[Hh]g)\.|\b(?:ISBN|ISSN|DOI|Press|Verlag|Journal|Proceedings|Quarterly|Zeitschrift)\b",
    r"\b(?:1[5-9]|20)\d\d\b",
    r"^[^\W\d_]+(?:[- ][^\W\d_]+)?, (?:[A-ZÄÖÜ]\.|[A-ZÄÖÜ][^\W\d_]+(?: [A-ZÄÖÜ]\.)*,)|\b[A-ZÄÖÜ]\. [A-ZÄÖÜ]|, [A-ZÄÖÜ]\.",
    r"[„“”\"«»].{8,}[“”\"«»]|\bin: ",
)))  # fmt: skip
"""A publisher's words and abbreviations, a year, an author as lists of books have it, a quoted title."""
ENOUGH = 2
"""How many of them a reference has at least."""
COMMAS = 2
"""How many commas, at least, part author, title, place and year."""
PROSE = re.compile(
    r"\b(?:I|he|she|it|we|they|you|is|are|was|were|has|had|said|that|who|which"
    r"|er|sie|es|wir|ist|sind|war|waren|hat|hatte|sagte|dass)\b"
)
"""Words of sentences, which hardly any reference has."""


def is_reference(text: str) -> bool:
    """Whether the text reads like a line of a bibliography: *White, R., Sociology, Cambridge University Press, 2004*."""
    return (
        text.count(",") >= COMMAS
        and not PROSE.search(text)
        and sum(sign.search(text) is not None for sign in SIGNS) >= ENOUGH
    )
