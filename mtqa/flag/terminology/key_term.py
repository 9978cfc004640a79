"""TER003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import quoted
from mtqa.terms.base import Terms
from mtqa.terms.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES = Terms(
    patterns=(
        Pattern(r"\bclick\b", r"[Kk]lick", both=True),
        Pattern(r"fig(?:ure|\.) (?P<number>\d+)", r"Abb(?:ildung|\.) (?P=number)", case=False),
        Pattern(r"", r"\bUser\b", rule="forbid", message="Write „Benutzer“ or „Nutzerin“, not „User“."),
        Pattern(r"\bbill(?:ion)s?\b", r"\bBillion", rule="forbid"),
    ),
    source_lang="en", target_lang="de",
)  # fmt: skip


@check(
    "TER003",
    category="terminology/wrong-term",
    severity=Severity.MAJOR,
    needs=("patterns",),
    priority=61,
    examples=[
        Example("Then click OK.", "Klicken Sie dann auf OK.", terms=RULES),
        Example("see figure 12", "siehe Abbildung 12", note="what a group matched is carried across", terms=RULES),
        Example("two billion users", "zwei Milliarden Benutzer", terms=RULES),
        Example("Then ⟦click⟧ OK.", "Drücken Sie dann OK.", terms=RULES),
        Example("see ⟦Figure 12⟧", "siehe Abbildung 21", terms=RULES),
        Example("two billion euros", "zwei ⟦Billion⟧en Euro", terms=RULES),
        Example("every one", "jeder ⟦User⟧", terms=RULES),
        Example("Press OK.", "⟦Klick⟧en Sie auf OK.", note="a rule for both directions", terms=RULES),
    ],
)
def key_term(unit: Unit) -> Iterator[Hit]:
    """A rule of the team's own checklist is broken (``[[patterns]]`` in the settings).

    A rule says what must, or must not, stand in the target where the source has something, as regular expressions. Its
    message and severity are those that the settings give it.
    """
    assert unit.terms is not None
    if not unit.segment.target.strip():
        return  # all is missing, not the term
    for pattern in unit.terms.patterns:
        if pattern.rule == "require":
            yield from _required(unit, pattern)
        else:
            yield from _forbidden(unit, pattern)
        if pattern.both:
            yield from _backwards(unit, pattern)


def _required(unit: Unit, pattern: Pattern) -> Iterator[Hit]:
    """Each match in the source that the target does not answer; without groups that are carried across the first says it all."""
    for match in pattern.search(pattern.on_source, unit.segment.source):
        groups = {name: match[name] or "" for name in pattern.shared}
        if next(pattern.search(pattern.on_target(groups), unit.segment.target), None) is None:
            text = quoted(match[0], unit.source.lang)
            yield _hit(
                Span(match.start(), match.end(), "source"),
                pattern,
                f"{text} is not answered in the target as the rule wants",
            )
        if not pattern.shared:
            return


def _forbidden(unit: Unit, pattern: Pattern) -> Iterator[Hit]:
    sources = list(pattern.search(pattern.on_source, unit.segment.source)) if pattern.source else [None]
    seen = set()
    for source in sources:
        groups = {name: (source[name] if source else "") or "" for name in pattern.shared}
        for match in pattern.search(pattern.on_target(groups), unit.segment.target):
            if match.span() not in seen:
                seen.add(match.span())
                yield _hit(
                    Span(*match.span()), pattern, f"{quoted(match[0], unit.target.lang)} is forbidden here by the rule"
                )


def _backwards(unit: Unit, pattern: Pattern) -> Iterator[Hit]:
    """A match in the target that nothing in the source asked for."""
    if not unit.segment.source.strip() or next(pattern.search(pattern.on_source, unit.segment.source), None):
        return
    for match in pattern.search(pattern.on_target(dict.fromkeys(pattern.shared, "")), unit.segment.target):
        text = quoted(match[0], unit.target.lang)
        yield _hit(Span(*match.span()), pattern, f"{text} has nothing in the source that the rule holds it against")
        return


def _hit(span: Span, pattern: Pattern, reason: str) -> Hit:
    message = pattern.message or f"{reason} {pattern.title!r}."
    return Hit(span, message if message.endswith((".", "?", "!")) else message + ".", "", 0.9, pattern.severity)
