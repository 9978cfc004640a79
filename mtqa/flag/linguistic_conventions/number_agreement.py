"""LIN114."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE, BECOME, BOUNDARIES, HAVE, LATE, MODALS, SUBJECTS, clause_end
from mtqa.knowledge.grammar import CONTRACTED, determiners, prepositions, words
from mtqa.knowledge.subjects import MANY, past_genitive, subject_at
from mtqa.knowledge.verbs import only_singular, participles, verbs
from mtqa.text.morphology import MASCULINE, NOMINATIVE, PLURAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

COPULA = words("ist war wurde")
SINGULAR = COPULA | words("hat hatte wird")
PLURALS = words("haben hatten können konnten müssen mussten sollen sollten dürfen durften")
PLURAL_VERBS = PLURALS | words("sind waren werden wurden")

PAIRS = frozenset(
    [("ich", verb) for verb in "ist sind hat haben hatten waren wird werden wurden".split()]
    + [("er", verb) for verb in "sind waren hatten wurden bin habe".split()]
    + [("man", verb) for verb in "sind waren haben hatten wurden werden können müssen".split()]
    + [("wir", verb) for verb in "ist war hat hatte wird wurde kann muss soll habe bin".split()]
    + [("du", verb) for verb in "ist sind hat haben wird werden kann können muss".split()]
)
"""A pronoun and a finite verb that never belongs to it."""

OPENERS = words("dass weil wenn obwohl damit nachdem bevor sobald falls ob")
FREE = words(
    """
    er sie es man ich wir ihr du sich uns niemand jemand jeder keiner das dies der die nichts alles etwas beides vieles manches
    wenig viel eins eines §
    """
)
"""After the verb these may be its subject: *Die Kosten war er leid*."""

SPANS = words("Minuten Stunden Tage Nächte Wochen Monate Jahre Euro Dollar Kilometer Meter Runden")
"""Times and measures, which stand in the accusative (*drei Jahre wurde gebaut*) or count as one (*drei Euro reicht*)."""

GROUPS = words("""
Hälfte Reihe Mehrheit Anzahl Menge Drittel Viertel Teil Großteil Rest Prozent Dutzend Paar Gruppe Vielzahl Zahl Million
Milliarde Bruchteil Mehrzahl Minderheit Handvoll Fülle Haufen Art Sorte Serie Staaten Niederlande
""")
"""Singulars that take a plural verb as well, and plurals that name one thing."""


@check(
    "LIN114",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("The problem is the costs.", "Das Problem sind die Kosten.", note="the predicate is a plural"),
        Example("He bought the cards.", "Die Karten hat er gekauft.", note="an object comes first"),
        Example("the costs he was tired of", "Die Kosten war er leid."),
        Example("Half of them have won.", "Die Hälfte haben gewonnen."),
        Example("We thought of the children.", "Der Kinder haben wir gedacht.", note="a genitive"),
        Example("The house which we have", "Ein Haus haben wir nicht."),
        Example("that the children have it", "Er weiß, dass die Kinder er selbst geholt hat."),
        Example("The men whom he wants to have", "die Männer, die er haben will"),
        Example("Tom and I are friends.", "Tom und ich sind Freunde, und ihr seid es auch."),
        Example("Everybody knows that.", "⟦Jeder wissen⟧ das."),
        Example("The cards are too expensive.", "⟦Die Karten ist⟧ zu teuer."),
        Example("The Kremlin has no plan.", "⟦Der Kreml haben⟧ keinen Plan."),
        Example("The old houses were sold.", "⟦Die alten Häuser wurde⟧ gestern verkauft."),
        Example("We were there.", "⟦Wir war⟧ dort."),
        Example("that the children are ill", "Er sagt, dass ⟦die Kinder krank ist⟧."),
        Example("The results of the study are surprising.", "⟦Die Ergebnisse der Studie ist⟧ überraschend."),
        Example("the men he wants to have", "die Männer, die ⟦er haben wollen⟧, kamen."),
        Example("the men he could have had", "die Männer, die er hätte haben können, die man sehen will"),
        Example("The ferries leave every hour.", "⟦Die Fähren fährt⟧ stündlich ab."),
        Example("The children played in the garden.", "⟦Die Kinder spielte⟧ im Garten."),
        Example("A grandmother looks after the children.", "Die Kinder betreut tagsüber eine Oma."),
        Example("He bought the cards in May.", "Die Karten kaufte er im Mai."),
        Example("Many people are against it.", "⟦Viele Menschen ist⟧ dagegen."),
        Example("Then he were gone.", "Gestern ⟦waren er⟧ fort."),
        Example("because the house were empty", "Er ging, weil ⟦das Haus leer waren⟧."),
    ],
)  # fmt: skip
def number_agreement(unit: Unit) -> Iterator[Hit]:
    """Subject and verb are not of the same number or person.

    *Die Karten ist*, *der Kreml haben*, *wir war*: the endings of one of the two were copied from elsewhere. The check
    looks at a pronoun beside its verb, at a phrase that opens the sentence before a verb, and at clauses with *dass,
    weil, wenn …* of one phrase. Where an object may come first, or the predicate decide the number, it is silent.
    """
    view = unit.target
    for at, low in enumerate(view.lower):
        if low not in TRIGGERS:
            continue
        found = 0, 0
        if low in OPENERS:
            found = _clause(view, at + 1)
        elif low in RELATIVES and at and view.lower[at - 1] == ",":
            found = _relative(view, at + 1)
        elif low in SINGULAR or low in PLURAL_VERBS:
            found = _pronoun(view, at)
        if found[1]:
            yield _hit(view, *found)
    start, end = (0, 1) if _bare(view) else _opening(view)
    if end:
        yield _hit(view, start, end)


def _hit(view: View, start: int, end: int) -> Hit:
    span = span_of(view, start, end + 1)
    return Hit(span, f"„{view.text[span.start : span.end]}“: subject and verb are not of one number.", "", 0.88)


SINGULARS = words("ich er man jeder jemand niemand keiner")


def _bare(view: View) -> bool:
    """Whether the text opens with a singular pronoun and an infinitive in place of its verb: *Jeder wissen das*."""
    low = view.lower
    if (
        len(low) < 4
        or low[0] not in SINGULARS
        or view.forms[1] != low[1]
        or low[1] not in verbs()
        or low[2] in BOUNDARIES
    ):
        return False
    return low[1] not in participles() and low[1] not in LATE


def _pronoun(view: View, at: int) -> tuple[int, int]:
    """A pronoun that does not fit the verb beside it; before it only where a clause begins."""
    low = view.lower
    if view.forms[at] != low[at]:
        return 0, 0
    if at + 1 >= len(low) or not at:
        return 0, 0
    begins = at == 1 or low[at - 2] in (",", "aber", "denn")
    if begins and (low[at - 1], low[at]) in PAIRS and low[at + 1] not in BOUNDARIES:
        return at - 1, at
    if (low[at + 1], low[at]) in PAIRS and low[at + 1] == view.forms[at + 1]:
        return at, at + 1
    return 0, 0


def _opening(view: View) -> tuple[int, int]:
    """The phrase that opens the text, and its verb of another number."""
    subject = subject_at(view, 0)
    if subject is not None and view.lower[subject.after : subject.after + 1] in (
        ["der"],
        ["des"],
        ["dieser"],
        ["dieses"],
    ):
        subject = past_genitive(view, subject)
    if subject is None or subject.after + 1 >= len(view.lower):
        return 0, 0
    verb, after = view.lower[subject.after], view.forms[subject.after + 1]
    if (
        view.forms[subject.after] != verb
        or subject.head in GROUPS
        or (subject.head in SPANS and view.lower[0] not in ("die", "alle"))
    ):
        return 0, 0
    if verb in COPULA and not subject.cells & ~PLURAL and after.lower() not in FREE and not after[0].isupper():
        return 0, subject.after
    if verb in only_singular() and not subject.cells & ~PLURAL and _is_alone(view, subject.after + 1):
        return 0, subject.after
    masculine = not subject.cells & ~MASCULINE and bool(subject.cells & NOMINATIVE)
    return (0, subject.after) if verb in PLURALS and masculine and view.lower[0] == "der" else (0, 0)


YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")


def _is_alone(view: View, at: int) -> bool:
    """Whether nothing from there to the end of the text may be the subject: all nouns stand behind prepositions or numbers."""
    tokens = view.tokens[at:]
    if not 0 < len(tokens) <= FAR or any(token.text in BOUNDARIES for token in tokens[:-1]):
        return False
    held = CONTRACTED | prepositions().keys()
    for at_, token in enumerate(tokens, at):
        low, before = view.lower[at_], view.lower[at_ - 1]
        if (low in FREE or low in determiners()) and low not in CONTRACTED and before not in held:
            return False
        counted = before in MANY or (before[0].isdigit() and not YEAR.fullmatch(before))
        named = YEAR.fullmatch(low) or (not token.text[0].isupper() and any(map(str.isupper, token.text[1:])))
        if named and before not in held:
            return False
        if token.text[0].isupper() and not (before in held or before in determiners() or counted):
            return False
    return True


def _clause(view: View, at: int) -> tuple[int, int]:
    """The one phrase of a clause with its verb last, and the verb."""
    subject = subject_at(view, at)
    end = clause_end(view.lower, at)
    if subject is None or subject.head in GROUPS or not subject.after < end - 1 < at + 8 or end >= len(view.lower):
        return 0, 0
    verb = view.lower[end - 1]
    between = view.forms[subject.after : end - 1]
    if any(
        one[0].isupper() or one in FREE or one in determiners() or one in ("und", "oder", "als", "wie")
        for one in between
    ):
        return 0, 0
    wrong = (verb in SINGULAR and not subject.cells & ~PLURAL) or (verb in PLURAL_VERBS and not subject.cells & PLURAL)
    return (at, end - 1) if wrong else (0, 0)


TRIGGERS = OPENERS | SINGULAR | PLURAL_VERBS | words("der die das den dem")
RELATIVES = words("der die das den dem")
FINAL = words(
    "haben hatten sind waren werden wurden wollen wollten können konnten müssen mussten sollen sollten dürfen durften"
)


def _relative(view: View, at: int) -> tuple[int, int]:
    """The singular pronoun that opens a relative clause behind its relative, and the plural verb that ends it."""
    end = clause_end(view.lower, at)
    if (
        end - at < 2
        or end >= len(view.lower)
        or view.lower[at] not in ("er", "man", "ich")
        or view.lower[end - 1] not in FINAL
    ):
        return 0, 0
    between = view.lower[at + 1 : end - 1]
    if any(low in HELPERS or low in ("und", "oder") or low in SUBJECTS for low in between) or end - at > FAR:
        return 0, 0
    return at, end - 1


FAR = 8
HELPERS = (HAVE | BE | BECOME | MODALS) - words("haben sein werden")
