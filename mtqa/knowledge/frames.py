"""German verbs that want another preposition than their English counterparts, wherever in its clause that stands.

The table ``en-de/frames.tsv`` names pairs of verbs: *ask for* is *bitten um*. Where the source has the English verb with its
preposition, and a clause of the target has the German verb, none of its own prepositions and one that takes the English one's
place, the frame is broken (*der nach dem Weißen Haus den Gipfel bat*).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtqa.knowledge.clauses import BOUNDARIES, attributive, clause_end, clause_start
from mtqa.knowledge.grammar import ENDING, determiners, words
from mtqa.knowledge.separable import rest_of, split_off
from mtqa.knowledge.table import alternatives, read_table
from mtqa.knowledge.verbs import infinitives_with_zu, participles
from mtqa.text.view import View, per_view

if TYPE_CHECKING:
    from collections.abc import Iterator

FUSED = {
    "am": "an", "ans": "an", "aufs": "auf", "beim": "bei", "durchs": "durch", "fürs": "für", "im": "in", "ins": "in",
    "übers": "über", "ums": "um", "unterm": "unter", "vom": "von", "vors": "vor", "zum": "zu", "zur": "zu",
}  # fmt: skip
"""Prepositions that have swallowed an article."""
APART = 4
"""How many words may stand between an English verb and its preposition."""
LONG = 7
"""Words of the longest stretch from preposition to verb that is marked as a whole."""
PRONOUNS = words("mir dir ihm ihr ihnen uns euch sich mich dich ihn sie es")
FREE = words("immer heute morgen gestern alle jetzt diesmal heuer") | PRONOUNS
"""What makes a *für* free of any verb: for whom, or for how long (*such mir das für morgen heraus*)."""
BEFORE_VON = words(
    "innerhalb alter anhand höhe hilfe unabhängig jenseits außerhalb mithilfe angesichts länge dauer ort art"
)
"""Words that bring a *von* of their own."""
JOINED = words("und oder sowie")
GOVERNING = ("ung", "ungen", "keit", "keiten", "heit", "ion", "ionen", "ität", "schaft", "schaften")
"""How nouns end that bring prepositions of their own (*die Abhängigkeit von Robotern*)."""


class Frame(NamedTuple):
    """A pair of verbs: ``particle`` are the English words after the verb; ``right`` and ``wrong`` German prepositions."""

    source: str
    particle: tuple[str, ...]
    verb: str
    right: frozenset[str]
    wrong: frozenset[str]
    note: str


class Broken(NamedTuple):
    """A broken frame: half-open target tokens, the preposition as written, and the frame."""

    first: int
    end: int
    said: str
    frame: Frame


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """English verb -> its frames."""
    found: dict[str, list[Frame]] = defaultdict(list)
    for row in read_table("en-de", "frames"):
        right, wrong = (frozenset(alternatives(row[name])) for name in ("right", "wrong"))
        source, *past = alternatives(row["source"])
        for verb in alternatives(row["verb"]):
            frame = Frame(source, tuple(row["particle"].split()), verb, right, wrong, row["note"])
            for form in (source, *past):
                found[form].append(frame)
    return {verb: tuple(those) for verb, those in found.items()}


@cache
def german_verbs() -> frozenset[str]:
    """All German verbs of the frames, and what is left of the separable ones where they are split."""
    every = {frame.verb for those in frames().values() for frame in those}
    return frozenset(every | {rest_of(verb) for verb in every})


def may_break(source: View, target: View) -> bool:
    """Whether both texts have any verb of the table at all."""
    return not german_verbs().isdisjoint(target.said) and not frames().keys().isdisjoint(source.said)


def broken_frames(source: View, target: View) -> Iterator[Broken]:
    """The broken frames of a target in order of the source's verbs; a place is told once."""
    told: set[int] = set()
    for at, base in enumerate(source.bases):
        for frame in frames().get(base, ()):
            if _has(source.lower, at, frame.particle) and frame.right.isdisjoint(_prepositions(target)):
                for broken in _of(target, frame):
                    if broken.first not in told:
                        told.add(broken.first)
                        yield broken


def _has(lower: list[str], at: int, particle: tuple[str, ...]) -> bool:
    """Whether the English words follow the verb, in its clause."""
    end = min(clause_end(lower, at), at + 1 + APART + len(particle))
    return any(tuple(lower[place : place + len(particle)]) == particle for place in range(at + 1, end))


def _of(view: View, frame: Frame) -> Iterator[Broken]:
    for verb in _verbs(view, frame.verb):
        start, end = clause_start(view.lower, verb), clause_end(view.lower, verb)
        there = [at for at in range(start, end) if _preposition(view, at) in frame.wrong]
        if there:
            nearest = min(there, key=lambda at: abs(at - verb))
            first, last = min(nearest, verb), max(nearest, verb)
            if last - first >= LONG:
                first = last = nearest
            yield Broken(first, last + 1, view.tokens[nearest].text, frame)


def _verbs(view: View, verb: str) -> Iterator[int]:
    """Where a form of the verb stands, whole or split."""
    stem = rest_of(verb)
    prefix = verb.removesuffix(stem)
    for at, base in enumerate(view.bases):
        if base not in (verb, stem) or _is_adjective(view, at):
            continue
        if base == verb or (prefix and split_off(view, at) == prefix):
            yield at


def _is_adjective(view: View, at: int) -> bool:
    """Whether it is written as a noun, or an inflected participle (*geschützte Inhalte*)."""
    low = view.lower[at]
    stem = ENDING.sub("", low)
    return (at > 0 and attributive(view, at)) or (stem != low and stem in participles())


def _preposition(view: View, at: int) -> str:
    """The preposition that begins a phrase there, empty for particles and for phrases that belong to no verb."""
    low = view.lower[at]
    found = FUSED.get(low, low)
    if at + 1 >= len(view.lower) or (after := view.lower[at + 1]) in BOUNDARIES or after in JOINED:
        return ""
    if low == "zu" and not (after in determiners() or after in PRONOUNS or view.tokens[at + 1].text[0].isupper()):
        return ""  # before an infinitive
    if low == "für" and after in FREE:
        return ""
    if low == "im" or (at and view.tokens[at - 1].text[0].isupper() and view.lower[at - 1].endswith(GOVERNING)):
        return ""  # says where, or belongs to a noun
    if low == "von" and (after[0].isdigit() or (at and view.lower[at - 1] in BEFORE_VON)):
        return ""
    return found


@per_view
def _prepositions(view: View) -> frozenset[str]:
    """All that the text has, alone or inside another word, but for the *um* of *um … zu*."""
    return frozenset(one for at, word in enumerate(view.lower) if (one := _in(word)) and not _of_purpose(view, at))


def _of_purpose(view: View, at: int) -> bool:
    """Whether it is the *um* that opens a clause with an infinitive."""
    lower = view.lower
    if lower[at] != "um" or (at and lower[at - 1] not in BOUNDARIES):
        return False
    return any(_marked_infinitive(view, place) for place in range(at + 1, clause_end(lower, at + 1)))


def _marked_infinitive(view: View, at: int) -> bool:
    """Whether an infinitive stands there with its *zu*, before it or behind its prefix (*abzuwenden*)."""
    word = view.forms[at]
    return word in infinitives_with_zu() or (view.lower[at - 1] == "zu" and word.islower() and word.endswith("n"))


def _in(word: str) -> str:
    """The preposition that a word is, or has in it (*daran*, *worauf*, *zum*)."""
    for adverb in ("da", "wo", "hier"):
        rest = word.removeprefix(adverb).removeprefix("r")
        if rest != word and rest in _every():
            return rest
    found = FUSED.get(word, word)
    return found if found in _every() else ""


@cache
def _every() -> frozenset[str]:
    return frozenset(one for those in frames().values() for frame in those for one in frame.right | frame.wrong)
