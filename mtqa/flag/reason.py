"""What speaks most against a suspicious phrase, in the reader's words, where its grammar shows nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mtqa.flag.base import Unit
from mtqa.flag.terms import quoted, words_at
from mtqa.judge.evidence import Evidence, Floats
from mtqa.knowledge.dictionary import Link, exact_links
from mtqa.knowledge.graded import grades, is_graded, usual_renderings
from mtqa.knowledge.match import applying, buckets_of
from mtqa.knowledge.right import has_right
from mtqa.knowledge.rules import Rule
from mtqa.knowledge.separable import split_off
from mtqa.lang.base import short
from mtqa.pack.base import Pack
from mtqa.text.view import View

SHOWN = 3
"""How many other renderings a message names."""
NAMED = 0.02
"""p(target | source) from which a message names the source word."""
USUAL = 0.05
"""p(target | source) and p(source | target) from which another rendering is worth naming."""
PHRASES = ("idioms", "literal", "senses")
"""The tables whose phrases of several words a message may name."""
LIKELY = 0.1
"""p(target | source) from which a word is a known rendering, whatever the dictionaries have."""
RARE, KNOWN = 1, 2
"""How well a rendering is known: right in special company alone, right in general."""
BLAME = {0: 1.0, RARE: 1.0, KNOWN: 0.6}
"""How much a word is blamed that is so well known for what the source says, beside others that are as suspicious."""
HEAD = 4
"""Letters that two words share which are forms or parts of one."""
PARTICLES = frozenset(
    "up down out off on over away back in through along around about apart across by into together".split()
)
"""What makes another verb of an English one before it."""


def reason_for(
    unit: Unit, row: Evidence, content: Sequence[int], peak: int, chances: Floats, *, sure: bool
) -> str:  # fmt: skip
    """The message for a phrase with these words of content (tokens of the target); ``peak`` is its likeliest word.

    ``chances``: of being wrong, per token of the target;
    ``sure``: whether it is likely enough to be wrong to say so without a perhaps.

    One word is blamed. Where it is known for what the source says, the message does not call it wrong: then another sense is
    meant, or what is built around it is wrong; if a word of grammar is the likeliest, that is.
    """
    links = frozenset(exact_links(row.source, row.target))
    origins = {at: _origin(row, at, links) for at in content}
    known = {at: _grade(row, at, origins[at], links) for at in content}
    blamed = max(content, key=lambda at: float(chances[at]) * BLAME[known[at]], default=peak)
    if blamed not in known or (peak not in known and known[blamed] == KNOWN):
        return f"The construction around „{row.target.tokens[peak].text}“ is unlikely; compare it with the source."
    origin, word = origins[blamed], row.target.tokens[blamed].text
    if word.islower() and word in row.source.words:
        return f"„{word}“ is as in the source: left untranslated?"
    if origin < 0 or (not known[blamed] and row.support[blamed] < NAMED):
        return f"„{word}“ is {_unlikely(row, blamed)}, and no word of the source is usually rendered so."
    rule = phrase_around(row, origin)
    if rule is not None:
        usual = ", ".join(quoted(text.lstrip("=").replace("*", "…"), row.target.lang) for text in rule.right[:SHOWN])
        return f"„{word}“ does not render “{rule.source.lstrip('=')}” ({rule.meaning}); usual: {usual}."
    return _about(word, row.source.tokens[origin].text, known[blamed], _others(unit, row, blamed, origin), sure=sure)


def _about(word: str, source: str, known: int, others: Sequence[str], *, sure: bool) -> str:
    """What is said of a word that renders a source word, by how well it is known for that."""
    also = f"“{source}” can also be {', '.join(f'„{other}“' for other in others)}." if others else ""
    hardly, fits = ("hardly", "fits") if sure else ("perhaps not", "perhaps fits")
    if known == RARE:
        return f"„{word}“ is right for “{source}” in few contexts. {also}".rstrip()
    if known and also:
        return f"„{word}“ can be right for “{source}”, but {hardly} here. {also}"
    if known:
        return f"„{word}“ is right for “{source}”, but {hardly} in this phrase; compare it with the source."
    return f"„{word}“ for “{source}” {fits} neither the sentence nor the source well. {also}".rstrip()


def _origin(row: Evidence, at: int, links: Collection[Link]) -> int:
    """The source token that the target's renders: the likeliest, or one that the dictionary has it for; -1 for none.

    None too where another word of the target is what renders it.
    """
    if row.target.lower[at] in row.source.words:
        return row.source.lower.index(row.target.lower[at])
    likely = int(row.support_from[at])
    linked = [origin for origin, there in links if there == at]
    if linked:
        return likely if likely in linked else min(linked)
    rivals = row.support[row.support_from == likely]
    return -1 if likely >= 0 and len(rivals) and row.support[at] < rivals.max() / 2 else likely


def _grade(row: Evidence, at: int, origin: int, links: Collection[Link]) -> int:
    """How well the target's token is known for the source's: 0, :data:`RARE` or :data:`KNOWN`."""
    if origin < 0:
        return 0
    langs = short(row.source.lang), short(row.target.lang)
    forms = {row.target.lower[at], row.target.bases[at].lower()}
    words = row.source.lower[origin], row.source.bases[origin]
    found = [grade for word in words for text, grade in grades(word, *langs).items() if text.lower() in forms]
    linked = (origin, at) in links or not forms.isdisjoint(words)
    if linked or (int(row.support_from[at]) == origin and row.support[at] >= LIKELY):
        return RARE if max(found, default=KNOWN) == RARE else KNOWN
    return min(KNOWN, max(found, default=0))


def phrase_around(row: Evidence, origin: int) -> Rule | None:
    """The longest phrase of the knowledge tables around a source word that means something of its own and is not rendered.

    *Run* alone can be much; *run out of* cannot.
    """
    found = [
        (end - start, rule)
        for bucket in buckets_of(row.source, short(row.target.lang))
        for rule in bucket.rules
        if rule.kind in PHRASES and len(rule.pattern) > 1 and rule.source.replace("=", "").replace(" ", "").isalpha()
        for start, end in applying(rule, row.source)
        if start <= origin < end and not has_right(rule, row.target)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _others(unit: Unit, row: Evidence, at: int, origin: int) -> list[str]:
    """Other usual renderings of the source word: by the graded dictionary, or by the lexical tables where the pair has none.

    A noun for a noun, as its capital tells. None of a verb with a particle, which is another verb, and none of a word without
    content: what „up“ means is the business of its verb.
    """
    if row.source.lower[origin] in row.source.language.function_words or _has_particle(row, at, origin):
        return []
    langs = short(unit.segment.source_lang), short(unit.segment.target_lang)
    words = row.source.lower[origin], row.source.bases[origin]
    if is_graded(*langs):
        found = next(filter(None, (usual_renderings(word, *langs) for word in words)), [])
    else:
        found = listed(words, *langs, unit.pack) if unit.pack is not None else []
    own = row.target.lower[at], row.target.bases[at].lower()
    return [word for word in found if not _is_same(word.lower(), own) and _is_of_kind(word, row.target, at)][:SHOWN]


def _is_same(word: str, own: tuple[str, str]) -> bool:
    """Whether another rendering is but another form of the word, or the end of the compound that it is."""
    return any(form.startswith(word[:HEAD]) or word.startswith(form[:HEAD]) or form.endswith(word) for form in own)


def _is_of_kind(word: str, target: View, at: int) -> bool:
    """Whether a rendering is written with a capital as the token is, in a language that tells nouns so."""
    opens = not at or (not target.tokens[at - 1].is_word and target.lower[at - 1] != ",")
    if opens or not target.language.nouns_capitalised:
        return True
    return word[:1].isupper() == target.tokens[at].text[:1].isupper()


def _has_particle(row: Evidence, at: int, origin: int) -> bool:
    """Whether either word is a verb that is split, or an English verb with its particle."""
    after = row.source.lower[origin + 1 : origin + 2]
    sides = (row.target, at), (row.source, origin)
    return any(word in PARTICLES for word in after) or any(
        view.language.separable and view.tokens[place].text.islower() and split_off(view, place)
        for view, place in sides
    )


def listed(words: Sequence[str], source_lang: str, target_lang: str, pack: Pack) -> list[str]:
    """What the lexical tables give for the first of the words that they have, if they give that word for it too.

    A rare word is aligned with whatever stood beside it; that rarely happens both ways.
    """
    there, back = pack.lexicon(source_lang, target_lang), pack.lexicon(target_lang, source_lang)
    found = next(filter(None, map(there.translations, words)), [])
    return [
        word
        for word, chance in found
        if chance >= USUAL and any(origin in words and p >= USUAL for origin, p in back.translations(word))
    ]


def _unlikely(row: Evidence, at: int) -> str:
    if not at:
        return "unlikely at the beginning of the sentence"
    return f"unlikely after „{words_at(row.target, max(0, at - 2), at)}“"
