"""ACC106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import quoted, span_of, words_at
from mtqa.knowledge.opposites import opposites, turned_round
from mtqa.knowledge.pattern import FORM_MARKS
from mtqa.lang.base import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHOWN = 2
"""How many right renderings a message names."""


OBJECTS = (" the", " your", " it", " a", " this", " that")
"""What a pattern of a verb ends in so that it is met as a verb."""


def _shown(written: Sequence[str]) -> list[str]:
    """The first few renderings as a reader would write them."""
    plain = (text.lstrip(FORM_MARKS).split("/")[0] for text in written)
    bare = (next((text.removesuffix(end) for end in OBJECTS if text.endswith(end)), text) for text in plain)
    return list(dict.fromkeys(bare))[:SHOWN]


def _may_be(unit: Unit) -> bool:
    """Whether the source has any word of the table."""
    rows = opposites(short(unit.source.lang), short(unit.target.lang))
    return not rows.keys().isdisjoint(unit.source.said)


@check(
    "ACC106",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    needs=("source",),
    target_langs=("de", "en"),
    source_langs=("de", "en"),
    when=_may_be,
    examples=[
        Example("Turn the collar counterclockwise.", "Drehen Sie den Ring ⟦im Uhrzeigersinn⟧."),
        Example(
            "Open the lid before you ignite the burners.", "⟦Schließen⟧ Sie den Deckel, bevor Sie die Brenner zünden."
        ),
        Example("The pharmacy is on the left.", "Die Apotheke ist ⟦rechts⟧."),
        Example("Sales rose by 4 percent.", "Der Umsatz ⟦fiel⟧ um 4 Prozent."),
        Example("Die Straße führt nach Norden.", "The road leads ⟦south⟧.", source_lang="de", target_lang="en"),
        Example("Open the lid.", "Machen Sie den Deckel auf."),
        Example("The pharmacy is on the left, not on the right.", "Die Apotheke ist nicht rechts, sondern links."),
        Example("Sales did not rise.", "Der Umsatz fiel.", note="a negation may say so"),
        Example(
            "He left the house on the right.", "Er verließ das Haus auf der rechten Seite.", note="left is a verb here"
        ),
        Example("Im Osten geht die Sonne auf.", "The sun rises in the east.", source_lang="de", target_lang="en"),
    ],
)
def opposite(unit: Unit) -> Iterator[Hit]:
    """A word is rendered by its opposite: the sentence reads well and says the reverse.

    Nothing does more harm in instructions, figures and contracts, and no reader of the translation alone can notice. The check
    knows pairs of opposites with their renderings; it is silent where the source has both, where the target has any trace of
    the right one, where either side negates or restricts (*hardly*, *without*, *unless*), and in sentences of more than 35
    words. Words of several meanings, and reversals that translators make (*sold separately*, *muss man extra kaufen*), count in
    documents that have other errors.
    """
    for turned in turned_round(unit.source, unit.target):
        said = words_at(unit.source, *turned.source)
        usual = ", ".join(quoted(text, unit.target.lang) for text in _shown(turned.row.target.written))
        yield Hit(
            span_of(unit.target, *turned.target),
            f"The source says {quoted(said, unit.source.lang)}; this is the opposite. Usual: {usual}.",
            confidence=0.8,
            doubtful=turned.row.doubtful,
        )
