"""German words and phrases, as loosely as the judge reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mtqa.judge.kinds import Grammar, Group, Kind, Number, Verb
from mtqa.knowledge.clauses import (
    BE,
    BECOME,
    BOUNDARIES,
    COORDINATORS,
    HAVE,
    MODALS,
    NO_VERBS,
    OPENERS,
    SUBORDINATORS,
    VERB_ENDINGS,
)
from mtqa.knowledge.faults import Fault, fault_between, fault_of
from mtqa.knowledge.grammar import CONTRACTED, adjective_ending, determiners, noun, prepositions, words
from mtqa.knowledge.noun_phrases import phrases
from mtqa.knowledge.verbs import finite_forms, infinitives_with_zu, joined_forms, participles, past_plurals, verbs
from mtqa.lang.base import language
from mtqa.text.morphology import ALL, FEMININE, MASCULINE, NEUTER, NOMINATIVE, PLURAL, adjective_cells

if TYPE_CHECKING:
    from mtqa.text.view import View

CACHED = 1 << 16
HELPERS = HAVE | BE | BECOME | MODALS
SUBJECTS = words("ich du er sie es wir ihr man wer jemand niemand jeder")
OBJECTS = words("mich dich ihn uns euch mir dir ihm ihnen sich")
QUESTIONS = words(
    "was wer wen wem wo wie wann warum wieso weshalb woher wohin woran worauf woraus wobei wodurch wofür womit wonach worin"
    " worüber worum wovon wozu"
)
RELATIVES = words("der die das den dem dessen deren denen welcher welche welches welchem welchen")
PLURAL_HELPERS = words("""
haben hatten sind waren werden wurden würden hätten wären können konnten könnten müssen mussten müssten sollen sollten wollen
wollten dürfen durften mögen mochten möchten seien
""")
SINGULAR_HELPERS = words("""
habe hast hat hatte hätte bin bist ist war wäre sei wird wurde würde werde kann konnte könnte muss musste müsste soll sollte
will wollte darf durfte dürfte mag mochte möchte
""")
RELATIVE_CELLS = {"der": MASCULINE | FEMININE, "die": FEMININE | PLURAL, "das": NEUTER, "den": MASCULINE,
                  "dem": MASCULINE | NEUTER}  # fmt: skip
"""What the noun before a relative pronoun may be; *den* of a plural is rare."""
BEFORE = 7
"""How many tokens before a relative pronoun may hold its noun."""
INSIDE = 4
"""How many words may stand between a determiner and its noun."""
FAULTS = {None: -1, Fault.ADJECTIVE: 1, Fault.ARTICLE: 2, Fault.CASE: 4}
OPENING = (Kind.PREPOSITION, Kind.CONTRACTED, Kind.DETERMINER, Kind.ADJECTIVE)
"""Kinds behind which a noun does not stand alone."""
WITHIN = (Kind.ADJECTIVE, Kind.PARTICIPLE, Kind.NUMBER, Kind.FUNCTION, Kind.OTHER)


@lru_cache(CACHED)
def kind(text: str, first: bool) -> Kind:
    """The kind of a token by its text; a capital at the beginning says nothing."""
    low, capital = text.lower(), text[0].isupper() and not first
    listed = _listed(low, capital)
    if listed is not None:
        return listed
    if capital:
        return Kind.NOUN
    form = verb(low)
    if form & Verb.FINITE:
        return Kind.FINITE
    if form & Verb.PARTICIPLE and not form & Verb.PLAIN:
        return Kind.PARTICIPLE
    if form & Verb.PLAIN:
        return Kind.PLAIN
    return _by_ending(low, text, form)


def _listed(low: str, capital: bool) -> Kind | None:
    """The kind of a word of a closed class, or of what is no word."""
    if low in BOUNDARIES:
        return Kind.BOUNDARY
    if not low[0].isalpha():
        return Kind.NUMBER if low[0].isdigit() else Kind.MARK
    for there, found in (
        (low in SUBORDINATORS, Kind.SUBORDINATOR), (low in COORDINATORS, Kind.COORDINATOR), (low in CONTRACTED, Kind.CONTRACTED),
        (low in prepositions() and not capital, Kind.PREPOSITION), (low in determiners(), Kind.DETERMINER),
        (low in SUBJECTS, Kind.SUBJECT), (low in OBJECTS, Kind.OBJECT), (low in QUESTIONS or low in OPENERS, Kind.OPENER),
    ):  # fmt: skip
        if there:
            return found
    return None


def _by_ending(low: str, text: str, form: int) -> Kind:
    if adjective_ending(low):
        return Kind.ADJECTIVE
    if form:
        return Kind.FORM
    if low in language("de").function_words:
        return Kind.FUNCTION
    if text[0].islower() and len(text) > 3 and text.endswith(VERB_ENDINGS) and text not in NO_VERBS:
        return Kind.VERB_LIKE
    return Kind.NOUN if text[0].isupper() and noun(text) is not None else Kind.OTHER


@lru_cache(CACHED)
def verb(low: str) -> int:
    """What a form may be of a verb."""
    found = Verb.NONE
    for there, flag in (
        (low in HELPERS, Verb.HELPER | Verb.FINITE), (low in finite_forms(), Verb.FINITE), (low in verbs(), Verb.PLAIN),
        (low in participles(), Verb.PARTICIPLE), (low in joined_forms(), Verb.JOINED | Verb.FINITE),
        (low in past_plurals(), Verb.PLURAL), (low in infinitives_with_zu(), Verb.MARKED),
    ):  # fmt: skip
        if there:
            found |= flag
    return int(found or (Verb.FORM if low + "n" in verbs() else 0))


@lru_cache(CACHED)
def number(low: str) -> Number:
    """How many a finite form is about."""
    form = verb(low)
    plural = low in PLURAL_HELPERS or bool(form & Verb.PLURAL) or low.endswith("en")
    singular = low in SINGULAR_HELPERS or (bool(form & Verb.FINITE) and not plural)
    return Number.UNKNOWN if plural == singular else Number.PLURAL if plural else Number.SINGULAR


def reflexive(low: str) -> int:
    """0 where no verb of the form is always reflexive, 1 where one is, 2 where all are."""
    found = _reflexive().get(low, ())
    return 1 + all(found) if any(found) else 0


@cache
def _reflexive() -> dict[str, list[bool]]:
    found: dict[str, list[bool]] = defaultdict(list)
    for one in verbs().values():
        for form in (one.verb, one.present, one.past, one.participle):
            found[form].append(one.reflexive)
    return found


def groups(view: View, kinds: Sequence[int]) -> list[Group]:
    """Determiner or preposition, adjectives and noun, and nouns that stand alone."""
    found, at = [], 0
    while at < len(kinds):
        group = None
        if kinds[at] in (Kind.DETERMINER, Kind.CONTRACTED, Kind.PREPOSITION):
            group = _group(view, kinds, at)
        elif kinds[at] == Kind.NOUN and not (at and kinds[at - 1] in OPENING):
            group = _alone(view, at)
        if group is not None:
            found.append(group)
        at = group.last + 1 if group is not None else at + 1
    return found


def _alone(view: View, at: int) -> Group:
    entry = noun(view.forms[at])
    cells = entry.cells if entry else ALL
    return Group(at, at, 0, bool(cells & NOMINATIVE & ~PLURAL), bool(cells & NOMINATIVE & PLURAL))


def _group(view: View, kinds: Sequence[int], first: int) -> Group | None:
    low, cases, at = view.lower, ALL, first
    if kinds[at] == Kind.PREPOSITION:
        cases, at = abs(prepositions()[low[at]]), at + 1
    opens = at < len(low) and kinds[at] in (Kind.DETERMINER, Kind.CONTRACTED)
    opening = determiners().get(low[at]) if opens else None
    at += opening is not None
    last, endings = _adjectives(view, kinds, at)
    if last >= len(low) or not view.forms[last][0].isupper():
        return None
    while last + 2 < len(low) and low[last + 1] in "-‐‑" and view.forms[last + 2][0].isalnum():
        last += 2
    entry = noun(view.forms[last])
    held = opening.cells if opening else ALL
    bent = adjective_cells(endings, opening.declension if opening else "strong") if endings else ALL
    cells = entry.cells if entry else ALL
    fault = FAULTS[fault_between(held, bent, cells, cases)] if entry is not None or endings else 0
    free = kinds[first] == Kind.DETERMINER
    left = held & bent & cells & cases & NOMINATIVE if free else 0
    return Group(first, last, fault, bool(left & ~PLURAL), bool(left & PLURAL))


def _adjectives(view: View, kinds: Sequence[int], at: int) -> tuple[int, tuple[str, ...]]:
    """The token behind the adjectives that begin at ``at``, and their endings."""
    endings, end = [], at
    while end < len(kinds) and kinds[end] in WITHIN and end - at < INSIDE:
        ending = adjective_ending(view.lower[end])
        if not ending and kinds[end] in (Kind.FUNCTION, Kind.OTHER):
            break
        endings += [ending] if ending else []
        end += 1
    return end, tuple(endings)


def phrases_of(view: View) -> Iterator[tuple[int, int, int]]:
    """First and last token of each phrase that can be read with certainty, and what does not go together in it."""
    for phrase in phrases(view):
        yield phrase.prep if phrase.prep >= 0 else phrase.first, phrase.last, FAULTS[fault_of(phrase)]


def is_noun(text: str) -> bool:
    """Whether the tables know the noun's gender."""
    return text[0].isupper() and noun(text) is not None


def relative(view: View, at: int) -> int:
    """Whether the relative pronoun fits the noun before it (1), another one shortly before (2), or none (3); 0: not known."""
    wanted = RELATIVE_CELLS.get(view.lower[at], 0)
    before = [
        entry.cells for form in view.forms[max(0, at - BEFORE) : at] if form[0].isupper() and (entry := noun(form))
    ]
    if not wanted or not before:
        return 0
    if before[-1] & wanted:
        return 1
    return 2 if any(cells & wanted for cells in before) else 3


GERMAN = Grammar(
    kind=kind, verb=verb, number=number, reflexive=reflexive, groups=groups, phrases=phrases_of, relative=relative,
    is_noun=is_noun,
    singular=words("ich er es man du jeder jemand niemand wer was das dies sie die"),
    plural=words("wir ihr sie beide alle viele"), relatives=RELATIVES, purposes=words("um ohne statt anstatt"),
    reflexives=frozenset(("sich",)), markers=frozenset(("zu",)),
    auxiliaries=HAVE | BE | BECOME | words("worden haben sein werden"),
)  # fmt: skip
