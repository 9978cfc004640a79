"""LIN117."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE, BECOME, BOUNDARIES, COORDINATORS, HAVE, MODALS, SUBJECTS, clause_end
from mtqa.knowledge.grammar import adjective_ending, determiners, words
from mtqa.knowledge.verbs import any_forms, finite_forms, participles, past_plurals, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

OPENERS = words("um ohne anstatt")
RELATIVES = words("dem der deren dessen was wen welche welchen welches so")
FAR = 14
ARTICLES = words("das die den")
"""After *um* these may open a relative clause."""

ABOUT = words(
    "kümmern bitten bewerben bemühen drehen streiten kämpfen gehen handeln trauern sorgen beneiden wissen bangen ringen"
)
"""Verbs that go with *um* themselves."""

ASK = words("""
versucht versuchte versuchten versuche begann beginnt beginnen begannen hofft hoffte hofften hoffe plant plante planten
beabsichtigt beabsichtigte beabsichtigen droht drohte drohten drohen beschloss beschlossen beschließt weigert weigerte weigern
weigerten empfiehlt empfahl empfehlen verspricht versprach versprachen erlaubt erlaubte erlaubten verbot verbietet vergaß
vergisst vergessen aufgehört gelingt gelang schafft schaffte geschafft versuchen versprochen gebeten bat bittet baten
""")
"""Verbs whose infinitive has *zu*, and is set off by a comma."""

EASY = words("""
schwierig leicht schwer möglich wichtig nötig einfach unmöglich besser verboten erlaubt notwendig sinnvoll ratsam gefährlich
Möglichkeit Recht Chance Absicht Wunsch Gelegenheit Fähigkeit Versuch Lust Mut
""")
"""Adjectives and nouns whose infinitive has *zu*, right before its comma."""

WANT = words("will wollen wollte wollten möchte möchten")
MODAL = MODALS - words("mag mögen mochte mochten")
TRIGGERS = OPENERS | ASK | MODAL | frozenset(word.lower() for word in EASY)


@check(
    "LIN117",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=TRIGGERS,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("in order to buy the house", "Er kam, um das Haus zu kaufen."),
        Example("without looking around", "Sie ging, ohne sich umzusehen."),
        Example("the things they care about", "Dinge, um die sich andere kümmern.", note="a relative clause"),
        Example("in order to be able to play", "Er kam, um hier spielen zu können."),
        Example("around the house where they live", "Rund um das Haus wohnen viele Leute.", note="a preposition"),
        Example("He tried what they can do.", "Er versucht, was alle können."),
        Example("He hopes they come.", "Er hofft, wir kommen."),
        Example("We have to be able to leave.", "Wir müssen ihn bitten zu gehen."),
        Example("He wants something to eat.", "Er will etwas zu essen."),
        Example("It is important, we all go.", "Es ist wichtig, wir alle gehen."),
        Example("You should give it some thought.", "Das sollte man zu bedenken geben."),
        Example("in order to buy the house", "Er kam, ⟦um das Haus kaufen⟧."),
        Example("without saying a word", "Sie ging, ⟦ohne ein Wort sagen⟧."),
        Example("He tries to buy the house.", "Er ⟦versucht, das Haus kaufen⟧."),
        Example("They refused to help him.", "Sie ⟦weigerten sich, nach Hause gehen⟧."),
        Example("You can visit the museum.", "Sie ⟦können das Museum zu besuchen⟧."),
        Example("They want to sell the house.", "Sie ⟦wollen das Haus zu verkaufen⟧."),
        Example("It is hard to find a flat.", "Es ist ⟦schwierig, eine Wohnung finden⟧."),
        Example("He runs to win.", "Er läuft, ⟦um gewinnen⟧."),
        Example("You should go.", "Man ⟦sollte früh zu gehen⟧."),
        Example("in order to see it", "Er fuhr weit, ⟦um dort seinen Bruder sehen⟧."),
        Example("instead of calling him", "⟦Anstatt ihn anrufen⟧, schrieb sie ihm."),
    ],
)
def missing_zu(unit: Unit) -> Iterator[Hit]:
    """An infinitive lacks its *zu*, or has one after a modal verb.

    After *um, ohne, anstatt* and verbs like *versuchen* the infinitive has *zu*; after *können, müssen, sollen, dürfen*
    it has none. The check looks at clauses that end in the infinitive and hold no other verb.
    """
    view = unit.target
    for at, low in enumerate(view.lower):
        start = 0
        if low in OPENERS:
            start = _after_opener(view, at)
        elif view.forms[at] in EASY and not HELPERS.isdisjoint(view.lower[max(0, at - 6) : at]):
            start = at + 2 if view.lower[at + 1 : at + 2] == [","] else 0
        elif low in ASK and view.forms[at] == low:
            comma = at + 1 + (view.lower[at + 1 : at + 2] == ["sich"])
            start = comma + 1 if view.lower[comma : comma + 1] == [","] and not _relative(view, comma + 1) else 0
        elif low in MODAL and view.forms[at] == low:
            end = _with_zu(view, at)
            if end:
                yield _hit(view, at, end, f"After „{low}“ the infinitive has no „zu“.")
        end = _bare(view, start) if start else 0
        if end:
            yield _hit(view, at, end, f"The infinitive „{view.forms[end]}“ lacks its „zu“.")


def _relative(view: View, at: int) -> bool:
    """Whether a relative clause may begin there: *die* without its noun."""
    articles = view.lower[at : at + 1] != [] and view.lower[at] in ("die", "der", "das", "den")
    return articles and not view.forms[at + 1][:1].isupper()


def _after_opener(view: View, at: int) -> int:
    """The first token of the clause that *um, ohne* or *anstatt* opens; 0 where it may be a preposition."""
    low, start = view.lower, at + 1
    if (at and low[at - 1] != ",") or start >= len(low) or low[start] in RELATIVES or low[start] in NUMERALS:
        return 0
    if view.forms[start][0].isdigit() or not HELPERS.isdisjoint(low[max(0, at - 12) : at]):
        return 0
    if low[at] == "ohne" and low[start] not in OBJECTS and low[start] not in verbs():
        return 0
    last = low[clause_end(low, start) - 1]
    return 0 if low[at] == "um" and (low[start] in ARTICLES or "sich" in low[start:]) and last in ABOUT else start


def _hit(view: View, at: int, end: int, message: str) -> Hit:
    return Hit(span_of(view, at, end + 1), message, "", 0.9)


def _bare(view: View, start: int) -> int:
    """The plain infinitive that ends the clause beginning at ``start`` if nothing in it can be a finite verb; else 0."""
    end = clause_end(view.lower, start)
    inside = view.lower[start : end - 1]
    least = 1 if view.lower[start - 1] in OPENERS else 2
    if not least <= end - start <= FAR or end >= len(view.lower) or view.lower[end] not in ".,;!?":
        return 0
    last = view.lower[end - 1]
    if view.forms[end - 1] != last or last not in verbs() or last in participles() or last in past_plurals():
        return 0
    return (
        0 if "zu" in inside or any(_verbal(low) for low in inside) or not COORDINATORS.isdisjoint(inside) else end - 1
    )


def _verbal(low: str) -> bool:
    return (
        low in SUBJECTS or low == "du" or low in finite_forms() or low in HELPERS or low in verbs() or low in QUESTIONS
    )


HELPERS = HAVE | BE | BECOME | MODALS
NUMERALS = words("eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf so")
QUESTIONS = words("was wie wo wer wen wem warum wann ob dass wenn sie viele alle keine niemand")
OBJECTS = words("ein eine einen das die den ihn sie es sich mich dich uns ihm ihr ihnen jemanden")


def _with_zu(view: View, at: int) -> int:
    """The infinitive with *zu* that ends the clause of a modal verb and is its only one; 0 where there is none."""
    end = clause_end(view.lower, at)
    inside = view.lower[at + 1 : end - 2]
    if (
        end - at < 4
        or end - at > 12
        or end >= len(view.lower)
        or view.lower[end] not in ".,;!?"
        or view.lower[end - 2] != "zu"
    ):
        return 0
    last = view.lower[end - 1]
    if last not in verbs() or last in BOUNDARIES or "bis" in inside or "zu" in inside:
        return 0
    if "da" in view.lower[max(0, at - 1) : at]:
        return 0  # da kann man nichts zu sagen
    if view.lower[at] in WANT and (last in NEEDS or not any(low in DEFINITE for low in inside)):
        return 0
    other = any(_infinitive(form) for form in view.forms[at + 1 : end - 2])
    return 0 if other or not COORDINATORS.isdisjoint(inside) else end - 1


def _infinitive(form: str) -> bool:
    """Whether the word may be the verb that the modal verb goes with, or opens something of its own."""
    if form in any_forms() or form in HELPERS or form in BREAKS:
        return True
    if not form.islower() or adjective_ending(form) or form in determiners():
        return False
    return form.endswith(("en", "ern", "eln"))


NEEDS = words("essen trinken lesen tun geben wissen sein haben sagen bedenken")
DEFINITE = words("das die den ihn es")
BREAKS = words("umhin als wie") | frozenset(("-", "–"))
