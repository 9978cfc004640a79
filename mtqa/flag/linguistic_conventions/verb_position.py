"""LIN106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import (
    BE,
    BECOME,
    BOUNDARIES,
    COORDINATORS,
    HAVE,
    LATE,
    MODALS,
    OPENERS,
    SUBJECTS,
    SUBORDINATORS,
    after_subject,
    attributive,
    clause_end,
    verb_like,
)
from mtqa.knowledge.grammar import adjective_stems, noun, prepositions, words
from mtqa.knowledge.verbs import any_forms, finite_forms, participles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

FOLLOWERS = COORDINATORS | BOUNDARIES | frozenset(("als", "wie", "zu", "-"))
"""What may rightly follow the finite verb at the end of its clause."""


LATE_WORDS = words(
    "morgen heute gestern nicht hier dort bald spät jetzt immer oft nie gut zurück schlecht lange früh allein draußen langsam"
)
"""Words that may end a main clause, and never follow the finite verb of a subordinate one."""

QUESTIONS = words("wo wann wie warum wieso weshalb woher wohin wer was wen wem welche welcher welches")
KNOW = words("""
weiß wissen weißt wusste wussten sagen fragen fragte fragten fragt zeigen erklären verstehe verstehen herausfinden verrät sehen
erzählen erzähl sag sagte überlegen
""")

ASKING = SUBORDINATORS | words("""
wo wohin woher warum wieso weshalb womit wodurch worüber worauf worin wofür wovon wobei wonach wogegen indem solange
während
""")
"""After a comma, these open a clause with its verb at the end as well."""


@check(
    "LIN106",
    category="linguistic-conventions/word-order",
    severity=Severity.MAJOR,
    words=ASKING | QUESTIONS,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("that he had been able to come", "Ich weiß, dass er hat kommen können.", note="two infinitives"),
        Example("that he is bigger than I am", "Ich weiß, dass er größer ist als ich."),
        Example("that it is and remains so", "Wir glauben, dass es so ist und bleibt."),
        Example("if he comes tomorrow", "wenn er morgen kommt"),
        Example("that it is about money", "Klar ist, dass es geht um Geld, und zwar um viel.", note="colloquial"),
        Example("that the market holds up well", "Sie sagt, dass ⟦der Markt hält⟧ sich überraschend gut."),
        Example("from where you can watch", "Er weiß, dass ⟦wir können⟧ die Kähne beobachten."),
        Example("because she is not here", "Wir warten, weil ⟦sie ist⟧ noch nicht da."),
        Example("and with that the coalition", "Die Regierung und damit die Koalition hat wieder gewonnen."),
        Example("where the sun is warm", "Er liebt Orte, wo ⟦die Sonne scheint⟧ warm auf das Meer."),
        Example("from where you can watch", "Ein Turm, von wo aus ⟦Sie können⟧ die Kähne beobachten."),
        Example("What is it? he knows", "Er weiß, was ist, und er sagt, wer war da."),
        Example("Tell me, where is the station?", "Sagen Sie, wo ist der Bahnhof?", note="two clauses of their own"),
        Example("Say, what's wrong with you?", "Sag mal, was hast du denn?"),
        Example("Tell me where the station is.", "Bitte sagen Sie mir, ⟦wo ist⟧ der Bahnhof."),
        Example("Do you know where the station is?", "Wissen Sie, ⟦wo ist⟧ der Bahnhof?"),
        Example("Can you tell me how late it is?", "Können Sie mir sagen, ⟦wie spät ist⟧ es?"),
        Example("The question is whether he comes.", "Die Frage ist, ob ⟦er kommt⟧ morgen."),
        Example("If you have questions, call us.", "Wenn ⟦Sie haben⟧ Fragen, rufen Sie uns an."),
        Example("because the man sleeps badly", "Er ist müde, weil ⟦der Mann schläft⟧ schlecht."),
        Example("if the government does not pay", "Es endet, wenn ⟦die Regierung zahlt⟧ das Geld nicht."),
    ],
)
def verb_position(unit: Unit) -> Iterator[Hit]:
    """The finite verb follows the subject in a clause that wants it last.

    After *dass, weil, wenn, ob, obwohl, damit, nachdem, bevor …* the finite verb stands at the end. Engines keep the
    English order. What may follow the verb is left alone (*größer ist als …*), as are two infinitives (*hat kommen
    können*) and clauses that end in a verb of their own.

    Measured on newstest2020: no finding in 4,254 human translations.
    """
    lower = unit.target.lower
    if ASKING.isdisjoint(lower) and QUESTIONS.isdisjoint(lower):
        return
    for at, low in enumerate(lower):
        verb = _question(unit.target, at) if low in QUESTIONS and at else 0
        if verb:
            tokens = unit.target.tokens
            message = f"After „{tokens[at].text}“ the verb „{tokens[verb].text}“ belongs to the end of the clause."
            yield Hit(Span(tokens[at].start, tokens[verb].end), message, "", 0.85)
            continue
        if low in ASKING and _opens(lower, at):
            first = at + 1 + (lower[at + 1 : at + 2] == ["aus"])
            verb = _early_verb(unit.target, first)
            if verb:
                tokens = unit.target.tokens
                span = Span(tokens[first].start, tokens[verb].end)
                message = f"After „{tokens[at].text}“ the verb „{tokens[verb].text}“ belongs to the end of the clause."
                yield Hit(span, message, "", 0.9)


def _question(view: View, at: int) -> int:
    """The verb right behind the question word of a question that depends on *wissen, fragen …*; 0 where there is none."""
    lower = view.lower
    if lower[at - 1] != "," or at + 3 >= len(lower) or KNOW.isdisjoint(lower[max(0, at - 8) : at - 1]):
        return 0
    if not OPENERS.isdisjoint(lower[max(0, at - 8) : at - 1]) or lower[0] == "angenommen":
        return 0
    if _direct(view, at):
        return 0
    at += lower[at] == "wie" and lower[at + 1] in adjective_stems() and at + 4 < len(lower)
    verb, subject = lower[at + 1], lower[at + 2]
    if (
        view.forms[at + 1] != verb
        or verb not in HAVE | BE | BECOME | MODALS
        or any(mark in view.text for mark in '„“":')
    ):
        return 0
    return at + 1 if subject in SUBJECTS or subject in ("der", "die", "das", "ihr", "du") else 0


SAY = words(
    "sagen sagt sag erzählen erzählt erzähl erklären erklärt erklär verraten verratet verrate zeigen zeigt zeig"
)


def _direct(view: View, at: int) -> bool:
    """Whether it is a question of its own behind the request for an answer (*Sagen Sie, wo ist er?*)."""
    end = next((low for low in view.lower[at:] if low in (".", "!", "?", "…")), "")
    start = next((place + 1 for place in range(at - 1, -1, -1) if view.lower[place] in (".", "!", "?", ":", "…")), 0)
    first = start + (view.lower[start] in ("bitte", "na", "nun", "ach"))
    polite = view.lower[first + 1] == "sie" or not view.lower[first].endswith("en")
    return end == "?" and view.lower[first] in SAY and polite


def _opens(lower: list[str], at: int) -> bool:
    """Whether a clause begins with the word: *und damit* is an adverb, *wo* may be a question."""
    before = lower[at - 1] if at else ""
    return not (lower[at] == "damit" and before == "und") if lower[at] in SUBORDINATORS else before in (",", "von")


def _is_noun(view: View, at: int) -> bool:
    return view.forms[at][0].isupper() and noun(view.forms[at]) is not None


def _early_verb(view: View, at: int) -> int:
    """The token of a finite verb right after the subject that begins at ``at``; 0 where there is none."""
    lower = view.lower
    place = after_subject(view, at)
    if not place or place + 2 >= len(lower) or view.tokens[place].text != lower[place]:
        return 0
    helper = lower[place] in HAVE | BE | BECOME | MODALS
    if not (
        helper
        or (lower[place] in finite_forms() and not attributive(view, place) and lower[place] not in participles())
    ):
        return 0
    end = clause_end(lower, place)
    after, last = lower[place + 1], lower[end - 1]
    if end - place == 2 and (after in LATE_WORDS or (helper and _is_noun(view, place + 1) and lower[at] in SUBJECTS)):
        return place
    if any(low in finite_forms() for low in lower[place + 1 : end - 1]):
        return 0  # a comma is missing
    if end - place < 3 or after in FOLLOWERS or (after in prepositions() and not helper):
        return 0
    if last in any_forms() or verb_like(view, end - 1):
        modal = helper and last not in LATE and last not in finite_forms() and lower[end - 2] not in any_forms()
        return place if modal and lower[at] in SUBJECTS and not COORDINATORS.intersection(lower[place:end]) else 0
    return place
