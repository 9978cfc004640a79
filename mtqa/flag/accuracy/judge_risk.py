"""ACC201 judge-risk."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.data import Opinion, Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

SHIP = "The ship left the harbour in the morning."


def _has_opinions(unit: Unit) -> bool:
    """Whether any judge spoke."""
    return unit.evidence is not None and bool(unit.evidence.opinions)


@check(
    "ACC201",
    category="accuracy/mistranslation",
    severity=Severity.MINOR,
    when=_has_opinions,
    needs=("source", "roughness"),
    priority=15,
    options={"precise": 0.8, "thorough": 0.5},
    examples=[
        Example(
            SHIP, "Das ⟦Schaf⟧ verließ am Morgen den Hafen.", risks=(("Schaf", 0.93),), note="the judge says 93 %"
        ),
        Example(
            SHIP, "Das Schiff verließ ⟦im Trauern⟧ den Hafen.", risks=(("im", 0.81), ("Trauern", 0.97)),
            note="neighbours are one finding",
        ),
        Example(
            SHIP, "Das ⟦See-Schaf⟧, alt, verließ am Morgen den Hafen.", risks=(("See-Schaf", 0.9),),
            note="whole words, without the punctuation around them",
        ),
        Example(
            SHIP, "Das Schiff ⟦verlor⟧ am Morgen den Hafen.", risks=(("verlor", 0.6),), thorough=True,
            note="60 %, in thorough mode",
        ),
        Example(SHIP, "Das Schiff verlor am Morgen den Hafen.", risks=(("verlor", 0.6),), note="60 %, in precise mode"),
        Example(
            SHIP, "Das Schiff ging am Morgen aus dem Hafen.", risks=(("ging", 0.4),), thorough=True,
            note="40 %, in thorough mode",
        ),
        Example(SHIP, "Das Schaf verließ am Morgen den Hafen.", note="no judge was named"),
    ],
)  # fmt: skip
def judge_risk(unit: Unit, *, precise: float = 0.8, thorough: float = 0.5) -> Iterator[Hit]:
    """A judge that the user named (`--judge`) holds these words to be wrong.

    A neural model for word-level quality estimation sees fluent errors that no table knows, but cannot say what is wrong
    or why. Words are marked whose risk reaches `precise`, or `thorough` in thorough mode; neighbours are marked together,
    and the highest of their risks is the finding's confidence, as good as the judge. Without a judge nothing happens.
    """
    least = thorough if unit.thorough else precise
    for opinion in unit.evidence.opinions if unit.evidence is not None else ():
        yield from _hits(unit, opinion, least)


def _hits(unit: Unit, opinion: Opinion, least: float) -> Iterator[Hit]:
    text = unit.segment.target
    for start, end, chance in _stretches(text, opinion, least):
        message = f"The judge {opinion.judge} holds „{text[start:end]}“ to be wrong."
        yield Hit(Span(start, end), message, confidence=chance)


def _stretches(text: str, opinion: Opinion, least: float) -> list[tuple[int, int, float]]:
    """Start, end and highest chance of runs of risky words with nothing but space between them."""
    found: list[tuple[int, int, float]] = []
    for (start, end), chance in zip(opinion.words, opinion.chances, strict=True):
        if chance < least:
            continue
        if found and not text[found[-1][1] : start].strip():
            first, _, highest = found.pop()
            found.append((first, end, max(highest, chance)))
        else:
            found.append((start, end, chance))
    return found
