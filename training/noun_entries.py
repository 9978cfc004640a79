"""The entries of nouns.tsv: gender, genitive and plural, from what was inferred about forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mtqa.knowledge.table import read_table
from mtqa.text.lexicon import lemma
from mtqa.text.morphology import FEMININE, PLURAL, cells
from training.noun_counts import Counts, evidence, infinitive

ENTRY = 8
"""How often a noun must be seen for an entry of its own in nouns.tsv."""

ZERO_PLURAL = re.compile(r"(?:er|el|en|chen|lein)$")
UMLAUT = str.maketrans("aouAOU", "äöüÄÖÜ")


def plural_candidates(noun: str) -> list[str]:
    """What the plural could be."""
    mutated = re.sub(r"(a|o|u|au)([^aouäöü]*(?:e[lrn])?)$", lambda m: m[0][0].translate(UMLAUT) + m[0][1:], noun)
    found = [form + end for form in dict.fromkeys((noun, mutated)) for end in ("e", "er", "", "n", "en", "s")]
    for ending, others in {"in": ["innen"], "nis": ["nisse"], "um": ["en", "a"], "us": ["en", "usse"], "a": ["en"],
                           "is": ["en"], "o": ["en"]}.items():  # fmt: skip
        found += [noun.removesuffix(ending) + other for other in others if noun.endswith(ending)]
    return found


def nouns(forms: dict[str, int], counts: Counts) -> dict[str, tuple[str, str, str]]:
    """Noun -> gender, genitive, plural: of each form that is one's nominative singular, where the gender is certain.

    A compound takes from its last part what was not seen of itself.
    """
    by_hand = {
        row["noun"]: (row["gender"], row["genitive"], row["plural"]) for row in read_table("de", "nouns_by_hand")
    }
    found = dict(by_hand)
    for word, mask in sorted(forms.items(), key=lambda item: (len(item[0]), item[0])):
        genders = [gender for gender in "MFN" if mask & cells(f"{gender}n")]
        if word in found or len(genders) != 1 or counts.capital[word] < ENTRY or _looks_inflected(word, mask, forms):
            continue
        gender = genders[0]
        head = next((found[part] for part in _heads(word) if part in found and found[part][0] == gender), None)
        at = next((len(word) - len(part) for part in _heads(word) if part in found), 0)
        plural = _plural(word, forms, counts) or (word[:at] + head[2].split(" ")[0].lower() if head and head[2] else "")
        found[word] = (gender, _genitive_form(word, genders, forms, counts), plural)
    return found


def _heads(word: str) -> Iterator[str]:
    return (word[cut:].capitalize() for cut in range(3, len(word) - 2))


def _plural(word: str, forms: dict[str, int], counts: Counts) -> str:
    """The candidate seen oftenest as a plural; empty where none was seen twice."""
    seen = {
        form: evidence(counts.contexts.get(form, Counter()))["P"] + evidence(counts.contexts.get(form, Counter()))["Pd"]
        for form in plural_candidates(word)
        if forms.get(form, 0) & cells("Pna")
        and (form != word or not (infinitive(word, counts) or forms[word] & FEMININE))
        and (form == word or not forms[form] & cells("Mn Nn Fn"))
    }  # fmt: skip
    best = max(seen, key=lambda form: (seen[form], form), default="")
    if best and seen[best] > 1:
        shorter = best[:-1] if best[-1] == "n" and not best.endswith("innen") else ""
        if shorter == word:
            return word if ZERO_PLURAL.search(word) else best
        nominative = shorter in seen or (shorter in plural_candidates(word) and counts.capital[shorter] > 0)
        return shorter if shorter and nominative else best
    if ZERO_PLURAL.search(word) and not forms[word] & FEMININE and not infinitive(word, counts):
        return word
    others = [form for form in plural_candidates(word) if form != word and counts.capital[form] > 1]
    others = [
        form for form in others if form[-1] != "s" and lemma(form, "de") == word and forms.get(form, PLURAL) & PLURAL
    ]
    if others and not forms[word] & FEMININE:
        return max(others, key=lambda form: (form[:-1] not in others, counts.capital[form], form))
    regular = word + ("nen" if word.endswith("in") else "n" if word.endswith("e") else "en")
    return regular if not forms[word] & ~FEMININE and counts.capital[regular] > 1 else ""


def _looks_inflected(word: str, mask: int, forms: dict[str, int]) -> bool:
    """Whether it is rather the plural of another form (*Wagen* is not)."""
    shorter = [word[: len(word) - cut] for cut in (1, 2) if len(word) > cut + 2]
    if word[-1] == "s" and any(form in forms for form in shorter):
        return True
    return bool(mask & PLURAL) and any(forms.get(form, 0) & cells("Mn Fn Nn") for form in shorter)


def _genitive_form(word: str, genders: list[str], forms: dict[str, int], counts: Counts) -> str:
    """As seen, strong forms first; by rule where it was not."""
    if genders == ["F"]:
        return word
    seen = [word + end for end in ("s", "es", "ses") if forms.get(word + end, 0) & cells("Mg Ng")]
    weak = [word + end for end in ("n", "en", "ns", "ens") if forms.get(word + end, 0) & cells("Ma") and not seen]
    if seen or weak:
        return max(seen or weak, key=lambda form: (counts.capital[form], form))
    if forms.get(word, 0) & cells("Mg Ng"):
        return word
    return word + ("ses" if word.endswith("nis") else "es" if word[-1] in "sßxz" or word.endswith("tsch") else "s")
