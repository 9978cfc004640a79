"""ACC009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.laws import with_letters
from mtqa.text.lengths import bare_lengths, expected_ratio, outlying
from mtqa.text.negation import negations

if TYPE_CHECKING:
    from collections.abc import Iterator

SELECTED = {"icu", "fluent_select"}
"""Messages with branches: a language has as many as it needs."""

WORD, PHRASE = 5, 60
"""Letters that a word has to have, and characters that a phrase may have, for the one to stand for the other."""

LONG = (
    "Dies ist ein Satz, der um einiges länger ist als das, was in der Quelle steht, und der deshalb auffallen muss, "
    "weil er sich in die Länge zieht."
)


@check(
    "ACC009",
    category="accuracy/omission",
    severity=Severity.MINOR,
    needs=("source",),
    priority=20,
    options={"z": 4.0},
    examples=[
        Example("OK", "In Ordnung", note="short texts may differ by much"),
        Example("The committee adjourned.", "Der Ausschuss vertagte sich."),
        Example("He's in.", "Er ist hier, im Haus."),
        Example("Please <b class=\"a-very-long-class-name another\">read</b> this.", "Bitte lesen Sie das.",
                note="markup is no text"),
        Example("pursuant to Article 28 of the General Data Protection Regulation", "nach Art. 28 DSGVO"),
        Example(
            "Information pursuant to Section 5 of the German Telecommunications Digital Services Data Protection Act",
            "Angaben gemäß § 5 TDDDG", note="the letters stand for the law",
        ),
        Example("half past seven in the evening", "19.30 Uhr"),
        Example("24 hours a day, seven days a week", "rund um die Uhr"),
        Example("1.7 fl oz / 50 ml", "50 ml"),
        Example("Daily except on Sundays and public holidays", "werktags", note="one word for a phrase"),
        Example("E-Mail-Benachrichtigungseinstellungen", "Email notification settings", "de", "en"),
        Example("It is a short sentence in the source.", f"⟦{LONG}⟧"),
        Example(
            "The White House said that Trump expects to focus squarely on ending the war, and that other issues could "
            "be left for another time.", "⟦Das Weiße Haus sprach vom Krieg.⟧",
        ),
        Example("Der Sprecher sagte gestern in Berlin, dass die Verhandlungen über den Haushalt weitergehen.",
                "⟦The talks go on.⟧", "de", "en"),
        Example("The Civil Code says that the seller must hand over the goods to the buyer within four weeks of the contract.",
                "⟦Der Verkäufer liefert, so das BGB.⟧"),
        Example('Press <b class="k">OK</b> and wait until the list of all the files in the folder is shown again.',
                '⟦Drücken Sie <b class="k">OK</b>.⟧', note="tags on both sides do not hide what is lost"),
    ],
)  # fmt: skip
def length_outlier(unit: Unit, z: float) -> Iterator[Hit]:
    """The target is far shorter or longer than translations of such a source are.

    Something was probably left out or added. The logarithm of the ratio of lengths in characters is compared with that
    of human translations, whose spread shrinks as texts grow: a source of 20 characters may lead to three times as many, one
    of 300 may not. Markup, placeholders and addresses do not count; an abbreviation, a number or a sign such as § counts as
    the words that it stands for. Option `z`: how many standard deviations are too many.
    """
    away = outlying(unit.source, unit.target)
    if abs(away) < z or any(part.family in SELECTED for part in unit.source.mask.parts):
        return
    if away < 0 and outlying(with_letters(unit.source, unit.target), unit.target) > -z:
        return
    if away > 0 or not _is_one_word_for_a_phrase(unit):
        yield _hit(unit, short=away < 0)


def _is_one_word_for_a_phrase(unit: Unit) -> bool:
    """Whether one whole word stands for a phrase that is no sentence: a language may have it (*Hausarzt*, *werktags*)."""
    word, source = unit.segment.target.strip(), unit.segment.source.strip()
    told = SENTENCE.isdisjoint(unit.source.words) and not negations(unit.source)
    return told and word.isalpha() and len(word) >= WORD and len(source) <= PHRASE and source[-1] not in ".!?:…"


SENTENCE = frozenset(
    ", please before after who which that when if because you they have is are bitte vor nach wenn dass der die".split()
)
"""What a phrase that one word may stand for does not have."""


def _hit(unit: Unit, *, short: bool) -> Hit:
    text = unit.segment.target
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    ours, theirs = bare_lengths(unit.source, unit.target)
    ratio, expected = theirs / ours, expected_ratio(unit.source, unit.target)
    word, category = ("shorter", "accuracy/omission") if short else ("longer", "accuracy/addition")
    message = (
        f"The target is {ratio:.2f} times as long as its source, much {word} than translations are ({expected:.2f})."
    )
    return Hit(Span(start, end), message, confidence=0.5, category=category)
