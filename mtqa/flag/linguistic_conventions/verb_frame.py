"""LIN232."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.frames import broken_frames, may_break

if TYPE_CHECKING:
    from collections.abc import Iterator


def has_frame(unit: Unit) -> bool:
    """Whether both sides have a verb of the table."""
    return may_break(unit.source, unit.target)


@check(
    "LIN232",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    needs=("source",),
    when=has_frame,
    source_langs=("en",),
    target_langs=("de",),
    priority=51,
    examples=[
        Example("It was the Kremlin that asked the White House for the summit.",
                "Es war der Kreml, der ⟦nach dem Weißen Haus den Gipfel bat⟧.", note="the verb stands last"),
        Example("It asked the House for the summit, to head off a threat.",
                "Er ⟦bat nach⟧ dem Haus den Gipfel, um eine Drohung zu steuern.", note="um of the infinitive"),
        Example("He waited an hour for the bus.", "Er ⟦wartete eine Stunde für⟧ den Bus."),
        Example("because she suffers badly from headaches", "weil sie schlimm ⟦von Kopfschmerzen leidet⟧"),
        Example("Prices rose sharply by four percent.", "Die Preise ⟦stiegen stark bei⟧ vier Prozent."),
        Example("They took part in the talks.", "Sie ⟦nahmen in⟧ den Gesprächen teil.", note="a split verb"),
        Example("He asked the White House for the summit.", "Er bat das Weiße Haus um den Gipfel."),
        Example("He waited an hour for the bus.", "Er wartete für seine Frau auf den Bus.", note="für of its own"),
        Example("She was waiting for the children to sleep.", "Sie wartete darauf, dass die Kinder für die Nacht schliefen."),
        Example("Protected from view, the documents lie here.", "Von außen geschützte Dokumente liegen hier.",
                note="a participle before its noun"),
        Example("Greed deprives us of jobs and makes us depend on robots.",
                "Gier beraubt uns durch die Abhängigkeit von Robotern unserer Arbeit.", note="a noun's own preposition"),
        Example("He died of it at the age of 54.", "Er starb im Alter von 54 Jahren.", note="von of its own"),
        Example("I will explain it to you.", "Ich habe versucht, es dir zu erklären.", note="zu of the infinitive"),
    ],
)  # fmt: skip
def verb_frame(unit: Unit) -> Iterator[Hit]:
    """A verb's clause has the preposition of its English counterpart instead of its own.

    *Ask for* is *bitten um*, *wait for* is *warten auf*, and however far the two stand apart, a German reader misses the
    right word and is led astray by the wrong one. The table ``mtqa/knowledge/en-de/frames.tsv`` names the verbs. Only where
    the right preposition stands nowhere in the sentence, alone or in *darauf* and the like, is there a finding.
    """
    for broken in broken_frames(unit.source, unit.target):
        english = " ".join((broken.frame.source, *broken.frame.particle))
        message = f"„{broken.said}“ follows the English “{english}”: {broken.frame.note}."
        yield Hit(span_of(unit.target, broken.first, broken.end), message, "", 0.8)
