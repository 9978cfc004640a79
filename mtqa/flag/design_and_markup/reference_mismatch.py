"""DES015."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.parts import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = re.compile(
    r":[a-z][\w+.-]*(?::[a-z][\w+.-]*)?:`(?P<role>[^`\n]+)`"
    r"|(?P<note>\[(?:\d+|\#[\w-]*|\*)\]_)(?!\w)|(?P<word>\|[A-Za-z][\w-]*\|)(?!\w)|`[^`\n<]*<(?P<link>[^`\n<>]+)>`_"
)
TARGET = re.compile(r"<([^<>]+)>\s*$")


@check(
    "DES015",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=74,
    either_signs="`]|",
    examples=[
        Example("See :ref:`Setup <setup>`.", "Siehe :ref:`Einrichtung <setup>`."),
        Example("Use :func:`print` [1]_.", "Verwenden Sie :func:`print` [1]_."),
        Example("in 10:30: `x`", "um 10:30: `x`"),
        Example("Version |release|", "Version |release|"),
        Example("Siehe :doc:`index`.", "See :doc:`index`.", "de", "en"),
        Example("See ⟦:ref:`Setup <setup>`⟧.", "Siehe ⟦:ref:`Einrichtung <einrichtung>`⟧."),
        Example("Use ⟦:func:`print`⟧.", "Verwenden Sie ⟦:func:`drucken`⟧."),
        Example("Version ⟦|release|⟧", "Version ⟦|ausgabe|⟧"),
        Example("Siehe ⟦:doc:`index`⟧.", "See :doc: `index`.", "de", "en", note="a space ends the role"),
    ],
)
def reference_mismatch(unit: Unit) -> Iterator[Hit]:
    """A role, footnote, substitution or link of reStructuredText is missing or points elsewhere.

    The page lacks the link, or the documentation does not build. The words before `<target>` are the translator's; the
    role and the target are not.
    """
    text, source = unit.segment.target, unit.segment.source
    if "`" not in source and "]_" not in source and "|" not in source:
        return
    missing, extra = differences(REFERENCE.finditer(source), REFERENCE.finditer(text), _key)
    for match in extra:
        yield Hit(Span(*match.span()), f"The source has no {match.group()}.", confidence=0.9)
    for match in missing:
        yield Hit(Span(*match.span(), "source"), f"The target lacks {match.group()}.", confidence=0.9)


def _key(match: re.Match[str]) -> str:
    """Role and target; of a role without target its words, of a general one (``:ref:`` with words) those too."""
    role, words = match.group().partition("`")[0], match["role"]
    if words is None:
        return match["note"] or match["word"] or f"<{match['link']}>"
    target = TARGET.search(words)
    return f"{role}{target[1] if target else words}"
