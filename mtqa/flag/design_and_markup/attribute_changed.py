"""DES017."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.tags import tags

if TYPE_CHECKING:
    from collections.abc import Iterator

ATTRIBUTE = re.compile(r"([A-Za-z_@:][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s<>\"']+))")
WORDS = frozenset(
    "alt title lang xml:lang dir placeholder aria-label label content summary data-title hreflang value".split()
)
"""Attributes whose values are words or the language: the translator's."""

LOCALE = re.compile(r"(?<![a-zA-Z])(?:en|de|fr|es|it|nl|pl|pt|ru|tr|cs|da|sv)(?:[-_][a-zA-Z]{2})?(?![a-zA-Z])")


@check(
    "DES017",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=74,
    signs="=",
    examples=[
        Example('<a href="en.html">Help</a>', '<a href="de.html">Hilfe</a>', note="the page in the other language"),
        Example('<img alt="A dog" src="dog.png">', '<img alt="Ein Hund" src="dog.png">'),
        Example('<a href="a" class="b">x</a>', "<a class='b' href='a'>x</a>", note="order and quotes are free"),
        Example('<p lang="de">Ja</p>', '<p lang="en">Yes</p>', "de", "en"),
        Example('<a href="/help">Help</a>', '⟦<a href="/hilfe">⟧Hilfe</a>'),
        Example('<span class="error">No</span>', '⟦<span class="Fehler">⟧Nein</span>'),
        Example('<a href="/a" target="_blank">x</a>', '⟦<a href="/a">⟧x</a>', note="opens elsewhere"),
        Example('<a href="/ueber-uns">Über uns</a>', '⟦<a href="/about-us">⟧About us</a>', "de", "en"),
    ],
)
def attribute_changed(unit: Unit) -> Iterator[Hit]:
    """An attribute of a tag was changed, lost or added: an address, a class, an event.

    The link leads elsewhere, the style is gone. Only attributes that hold words (`alt`, `title`, …) or the language are
    the translator's, and the locale in an address.
    """
    if "=" not in unit.segment.target or "<" not in unit.segment.target or not unit.coded:
        return
    ours = [tag for tag in tags(unit.source.mask.parts) if tag.attributes.strip()]
    left = [(tag.name, tag.kind, _fixed(tag.attributes)) for tag in ours]
    for tag in tags(unit.target.mask.parts):
        said = (tag.name, tag.kind, _fixed(tag.attributes))
        if said in left:
            left.remove(said)
        elif tag.attributes.strip() and (other := next((one for one in left if one[:2] == said[:2]), None)):
            left.remove(other)
            if other[2] != said[2]:
                yield Hit(Span(tag.part.start, tag.part.end), _message(said[2], other[2]), confidence=0.85)


def _fixed(attributes: str) -> dict[str, str]:
    """The attributes that must stay as they are, with the locale taken out of their values."""
    found = ((name.lower(), one or two or three) for name, one, two, three in ATTRIBUTE.findall(attributes))
    return {name: LOCALE.sub("*", value) for name, value in found if name not in WORDS}


def _message(ours: dict[str, str], theirs: dict[str, str]) -> str:
    changed = [name for name, value in theirs.items() if name in ours and ours[name] != value]
    if changed:
        return f"{changed[0]} is “{theirs[changed[0]]}” in the source."
    lost = [name for name in theirs if name not in ours]
    return f"The source's tag has {lost[0]} as well." if lost else "The source's tag has fewer attributes."
