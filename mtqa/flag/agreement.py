"""What is wrong in a noun phrase (:mod:`mtqa.knowledge.faults`), in a reviewer's words, and what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Hit, Unit
from mtqa.knowledge.faults import Fault, Faulty, faulty
from mtqa.knowledge.grammar import determiner_forms, genitive
from mtqa.text.morphology import (
    ACCUSATIVE,
    ALL,
    DATIVE,
    FEMININE,
    GENITIVE,
    MASCULINE,
    NEUTER,
    NOMINATIVE,
    PLURAL,
    adjective_cells,
    cells,
    same_case,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.knowledge.noun_phrases import Phrase
    from mtqa.text.view import View

CONFIDENCE = 0.93
"""Findings on human and system translations of newstest2020 that are right, read one by one."""

GENDERS = {MASCULINE: "masculine", FEMININE: "feminine", NEUTER: "neuter", PLURAL: "plural"}
CASES = {NOMINATIVE: "nominative", GENITIVE: "genitive", DATIVE: "dative", ACCUSATIVE: "accusative"}
ENDINGS = ("e", "en", "er", "es", "em")


def has_faults(unit: Unit) -> bool:
    """Whether any phrase of the target is faulty."""
    return bool(faulty(unit.target))


def hits(unit: Unit, fault: Fault) -> Iterator[Hit]:
    """A hit for each phrase with that fault."""
    for finding in faulty(unit.target):
        if finding.fault is fault:
            phrase = finding.phrase
            first = phrase.prep if fault is Fault.CASE else phrase.first
            tokens = unit.target.tokens
            span = Span(tokens[first].start, tokens[phrase.last].end)
            suggestion = _suggestion(unit.target, finding, span)
            yield Hit(span, _message(unit.target, finding), suggestion, CONFIDENCE, _severity(finding))


def _severity(finding: Faulty) -> Severity | None:
    """Graver where singular and plural clash: the reader no longer knows how many are meant."""
    singular = not finding.phrase.determiner_cells & PLURAL
    plural = not finding.phrase.cells & ~PLURAL
    return Severity.MAJOR if finding.fault is Fault.ARTICLE and singular and plural else None


def _message(view: View, finding: Faulty) -> str:
    phrase = finding.phrase
    tokens = view.tokens
    noun = f"„{phrase.head}“"
    if finding.fault is Fault.CASE:
        wanted = " or ".join(name for case, name in CASES.items() if phrase.cases & case)
        return f"„{tokens[phrase.prep].text}“ asks for the {wanted}."
    if finding.fault is Fault.ARTICLE:
        return f"„{tokens[phrase.first].text}“ does not agree with {noun} ({_described(phrase.cells)})."
    adjective = phrase.head if len(phrase.endings) > len(phrase.adjectives) else tokens[phrase.adjectives[-1]].text
    if phrase.opening is None:
        return f"„{adjective}“ does not agree with {noun} ({_described(phrase.cells)})."
    return f"„{adjective}“ has the wrong ending after „{tokens[phrase.first].text}“."


def _described(mask: int) -> str:
    mask = _usual(mask)
    genders = [name for cells_, name in GENDERS.items() if mask & cells_]
    cases = [name for cells_, name in CASES.items() if mask & cells_]
    text = " or ".join(genders) if len(genders) < len(GENDERS) else "any gender"
    return f"{cases[0]} {text}" if len(cases) == 1 else text


def _usual(mask: int) -> int:
    """Without the old dative in *-e* where the form is a plural as well (*dem Tage, die Tage*)."""
    return mask & ~cells("Md Nd") if mask & cells("Pna") and not mask & cells("Mna Nna") else mask


def _suggestion(view: View, finding: Faulty, span: Span) -> str:
    """The phrase as it should be where there is only one way; empty otherwise."""
    phrase = finding.phrase
    noun = _better_noun(phrase)
    if noun:
        return view.text[span.start : view.tokens[phrase.last].start] + noun
    if phrase.cells == ALL or len(phrase.adjectives) != len(phrase.endings):
        return ""
    wanted = _usual(phrase.cells) & phrase.cases
    if finding.fault is Fault.ADJECTIVE:
        wanted &= phrase.determiner_cells
        if phrase.cases == ALL and not wanted & ~NOMINATIVE:
            return ""  # it may as well be *ein* that has lost its ending: *einen neuen Motor*
    elif finding.fault is Fault.ARTICLE and phrase.cases == ALL:
        wanted &= same_case(phrase.determiner_cells & phrase.adjective_cells)
    found = {_written(view, span, phrase, one) for one in _single(wanted)}
    return found.pop() if len(found) == 1 else ""


def _better_noun(phrase: Phrase) -> str:
    """The noun's own form where only that lacks its ending: *des Auftritt(s)*, *auf vollen Lagerhäuser(n)*."""
    needed, own = phrase.determiner_cells & phrase.adjective_cells & phrase.cases, _usual(phrase.cells)
    if own & ~cells("Mnda Nnda P") or not needed:
        return ""
    if not needed & ~cells("Mg Ng"):
        return genitive(phrase.head)
    dative = needed & cells("Pd") and own == cells("Pnga") and phrase.head[-1] in "erl"
    return phrase.head + "n" if dative else ""


def _single(mask: int) -> Iterator[int]:
    return (1 << bit for bit in range(16) if mask >> bit & 1)


def _written(view: View, span: Span, phrase: Phrase, one: int) -> str:
    """The phrase with determiner and adjectives in the given cell; empty where there is no such form."""
    texts = {}
    if phrase.opening is not None:
        forms = [form for form, entry in determiner_forms(phrase.opening.word) if entry.cells & one]
        old = view.tokens[phrase.first].text
        if not forms:
            return ""
        texts[phrase.first] = forms[0].capitalize() if old[0].isupper() else forms[0]
    ending = next((end for end in ENDINGS if adjective_cells((end,), phrase.declension) & one), "")
    for at, old in zip(phrase.adjectives, phrase.endings, strict=True):
        texts[at] = view.tokens[at].text.removesuffix(old) + ending
    return _replaced(view, span, texts)


def _replaced(view: View, span: Span, texts: dict[int, str]) -> str:
    text, at = "", span.start
    for number in sorted(texts):
        token = view.tokens[number]
        text += view.text[at : token.start] + texts[number]
        at = token.end
    return text + view.text[at : span.end]
