"""Infer from German text what its nouns may be, and write mtqa/knowledge/de/{noun_forms,nouns,adjectives}.tsv.

    python training/morphology.py --data ../shared/data/parallel

Each time a noun stands behind a determiner and adjectives, they leave some cells (gender or plural, with case) open.
Cells that are seen often enough, or that follow from the others, make up the form's reading. What people know better
stands in nouns_by_hand.tsv and wins. Runs a minute; the same text gives the same files.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.knowledge.grammar import determiners, prepositions, words
from mtqa.knowledge.table import read_table
from mtqa.text.lexicon import lemma, zipf
from mtqa.text.morphology import FEMININE, NEUTER, PLURAL, adjective_cells, cells, spelled

OUT = Path(__file__).resolve().parent.parent / "mtqa" / "knowledge" / "de"
TEXTS = ("mono.de.parliament.txt.xz", "mono.de.commonvoice.txt.xz", "train.en-de.tsv.xz")
TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]")
ADJECTIVE = re.compile(r"([a-zäöüß]{2,}?)(en|er|es|em|e)")
NO_ADJECTIVE = words("""
aber oder unter über wieder immer jeder einer keiner sondern werden haben hatten wurden waren würden hätten können
konnten könnten müssen mussten wollen wollten sollen sollten dürfen lassen heute bitte beide viele alle wenige mehrere
einige eine keine diese jede solche welche ihre seine unsere meine ihrer seiner unserer ihren seinen unseren meinen
dessen deren denen ohne gegen neben zwischen wegen oben unten außen innen leider weiter eher daher woher hinter außer
weder nieder mehrer lieber aller vieler gerne lange ende habe hatte wurde werde würde könnte müsste sollte wollte konnte
musste ware dabei nämlich zusammen gegenüber einander voneinander miteinander lauter weniger einen einem eines keinen
keinem dieser diesem diesen dieses jedem jeden jedes derer selber inzwischen mittlerweile
""")
NOT_BARE = words("""
nach seit bis außer statt laut dank entlang per pro je als wie zu ab ob mal ein etwas viel wenig mehr nichts
""")
"""Words before a noun that say nothing of whether it stands without article."""

OFTEN = 100
"""A form seen so often has been seen in all its cases."""

CUT = ("-", "/", "*", "’", "'")
"""Before these a noun is part of another one (*im Frauen- und Männerhaus*)."""

ENTRY = 8
"""How often a noun must be seen for an entry of its own in nouns.tsv."""

LEAST = 5
"""Fewer observations say too little about a form."""

FEW = 40
"""Up to so many observations a compound's last part has its say too."""

STEM_SEEN = 4
"""How often an adjective's stem must be seen between determiner and noun, with two endings at least."""

BARE = 0.02
"""The share of a noun's occurrences without article from which on it counts as one that may stand so."""

NAME = 0.04
"""A noun that so rarely has a determiner is a name."""

NO_SUFFIXES = re.compile(r"(?:sprung|schwung|dung|ung)$")
FEMININE_SUFFIX = re.compile(r"(?i).{3}(?:(?<!spr)(?<!schw)(?<!d)ung|heit|keit|schaft|tät)$")
WEAK = re.compile(
    r"(?:ist|ent|ant|it|et|ot|oge|graf|graph|soph|arch|nom|krat|ast|itekt|and|(?:ld|id|om|kr|ok|ir|ob)at)en$"
)
ZERO_PLURAL = re.compile(r"(?:er|el|en|chen|lein)$")
SIBILANT = re.compile(r"(?:(?<![aeoä])us|(?<![en])is|(?<=[lmnk])as|os|ys|ens|x)$")
UMLAUT = str.maketrans("aouAOU", "äöüÄÖÜ")

NO_STEM = frozenset(("wusst", "selb", "beid", "ein", "kein", "mein", "dein", "sein", "unser", "eur", "solch", "welch",
                     "jed", "jen", "dies", "manch", "all", "derselb", "dieselb", "diejenig", "derjenig", "einig",
                     "mehrer", "sämtlich", "etlich"))  # fmt: skip
NOMINALISED = ("beamt", "bedienstet", "abgeordnet", "vorsitzend", "angestellt", "delegiert", "gesandt", "verwandt",
               "geschädigt", "beauftragt", "beschäftigt", "angehörig", "reisend", "alliiert", "obdachlos")  # fmt: skip


@dataclass
class Counts:
    """What was seen: per form, how often the words before it left which cells (and might be pronouns)."""

    contexts: dict[str, Counter[tuple[int, bool]]] = field(default_factory=lambda: defaultdict(Counter))
    endings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    capital: Counter[str] = field(default_factory=Counter)
    lower: Counter[str] = field(default_factory=Counter)
    bare: Counter[str] = field(default_factory=Counter)


def sentences(folder: Path) -> Iterator[str]:
    """The German sentences; of the pairs the second column."""
    for name in TEXTS:
        with lzma.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield line.rstrip("\n").split("\t")[1] if name.endswith(".tsv.xz") else line


def count(folder: Path) -> Counts:
    """Walk over all noun phrases that begin with a determiner."""
    counts = Counts()
    for sentence in sentences(folder):
        words = TOKEN.findall(sentence)
        for at, word in enumerate(words):
            _count_word(words, at, word, counts)
            if at == 0 or word[0].islower():
                _count_phrase(words, at, counts)
    return counts


def _count_word(words: list[str], at: int, word: str, counts: Counts) -> None:
    if word[0].islower():
        counts.lower[word] += 1
    elif at and word[0].isupper():
        counts.capital[word] += 1
        before = words[at - 1]
        if (
            before[0].islower() and before not in determiners() and before not in prepositions()
            and before not in NOT_BARE and (before in NO_ADJECTIVE or not ADJECTIVE.fullmatch(before))
        ):  # fmt: skip
            counts.bare[word] += 1


def _count_phrase(words: list[str], at: int, counts: Counts) -> None:
    opening = determiners().get(words[at] if at else words[at].lower())
    if opening is None:
        return
    before = words[at - 1].lower() if at else ""
    cases = abs(prepositions().get(before, 0))
    earlier = words[at - 2] if at > 1 else ""
    if before in (",", "(") or (cases and earlier in ("was", "und", "oder")) or (earlier == "," and opening.pronoun):
        return
    after = at + 1
    found: list[tuple[str, ...]] = []
    while after < len(words) and len(found) < 4 and words[after] not in NO_ADJECTIVE:
        match = ADJECTIVE.fullmatch(words[after])
        if not match or words[after] in determiners():
            break
        found.append(match.groups())
        after += 1
    if after + 1 < len(words) and words[after + 1] in CUT:
        return
    if after < len(words) and len(words[after]) > 1 and words[after][0].isupper() and words[after][-1].islower():
        mask = opening.cells & (adjective_cells(tuple(end for _, end in found), opening.declension))
        mask &= cases or mask
        counts.contexts[words[after]][mask, opening.pronoun and not cases and not found] += 1
        for stem, end in found:
            counts.endings[stem][end] += 1


GROUPS = {name: cells(text) for name, text in {
    "F": "F", "Ma": "Ma", "Mn": "Mn", "M": "M", "N": "Nna", "Nd": "Nd", "MNd": "Md Nd", "MNg": "Mg Ng", "Pd": "Pd",
    "P": "P",
}.items()}  # fmt: skip
"""What contexts are evidence for, the more special first."""


def evidence(contexts: Counter[tuple[int, bool]]) -> Counter[str]:
    """How often each group was seen without doubt; ``das`` after a *das* that may be a pronoun."""
    seen: Counter[str] = Counter()
    for (mask, pronoun), number in sorted(contexts.items()):
        if not mask:
            continue
        if pronoun:
            seen["das"] += number if not mask & ~NEUTER else 0
        elif mask == cells("Mn Nna"):
            seen["MN"] += number
        else:
            name = next((name for name, group in GROUPS.items() if not mask & ~group), "")
            seen[name] += number if name else 0
            seen["open"] += 0 if name else number
    return seen


def infer(word: str, seen: Counter[str]) -> int:
    """The cells of a form by its own evidence."""
    total = sum(seen.values())
    least = max(2, min(0.01 * total, 12), 0.003 * total)
    if seen["N"] or seen["das"] >= LEAST:
        seen["N"] += seen["das"] // 2
    mask = 0
    if seen["P"] > 2 * seen["MNd"] and not seen["MN"] + seen["Ma"] + seen["N"] > least:
        seen["MNd"] = 0  # (ein Land), in dem Frauen arbeiten
    for name, group in (("F", "F"), ("N", "Nnad"), ("Ma", "Mad"), ("Mn", "Mn"), ("MNd", "Md Nd"), ("Pd", "Pd")):
        if seen[name] >= least and not (name == "MNd" and mask & cells("Md Nd")):
            mask |= cells(group)
    if seen["MN"] >= least and not mask & cells("Mn Nna"):
        mask |= cells("Mn Nna")
    if seen["P"] >= max(2, min(0.004 * total, 6), 0.0015 * total):
        mask |= cells("Pnga")
    if seen["MNg"] >= least:
        mask |= _genitive(mask)
    return _closed(word, mask)


def _genitive(mask: int) -> int:
    found = cells("Mg") * bool(mask & cells("Mnda")) | cells("Ng") * bool(mask & cells("Nnda"))
    return found or cells("Mg Ng")


def _closed(word: str, mask: int) -> int:
    """With the cells that follow from those seen: who may be accusative may be dative, and so on."""
    weak = bool(re.search(r"(?:en|rn)$", word))
    if mask & cells("Ma") and (not weak or mask & cells("Mn")):
        mask |= cells("Mnda")
    if mask & cells("Mn") and not mask & cells("Ma") and not word.endswith("e"):
        mask |= cells("Mda")
    if mask & cells("Pna") and word[-1] in "nsaiou":
        mask |= cells("Pd")
    if word.endswith(("en", "ern", "eln")) and mask & FEMININE:
        mask = mask & ~FEMININE | PLURAL
    if FEMININE_SUFFIX.search(word):
        mask = FEMININE
    if mask & cells("Mnda Nnda") and ZERO_PLURAL.search(word):
        mask |= cells("Pnga") | (cells("Pd") if word[-1] == "n" else 0)
    if mask & cells("Nna") and word.startswith("Ge") and word[-1] == "e":
        mask |= cells("Pnga")
    return mask


def related(forms: dict[str, int], counts: Counts) -> dict[str, int]:
    """The same with what other forms of the word say: genitives, dative plurals, weak nouns, loans in -s."""
    found = dict(forms)
    for word, mask in forms.items():
        found[word] = _by_relatives(word, mask, forms, counts)
    return found


def _by_relatives(word: str, mask: int, forms: dict[str, int], counts: Counts) -> int:
    mask |= _as_genitive(word, mask, forms, counts)
    shorter = forms.get(word[:-1], 0)
    if word[-1] == "n" and (shorter & (FEMININE | cells("Pna")) or forms.get(word[:-2], 0) & FEMININE):
        mask |= cells("Pd") | (0 if shorter & cells("Pna") and not shorter & FEMININE else cells("Pnga"))
    if word[-1] == "e" and shorter & cells("Md Nd") and mask & cells("Md Nd Pna"):
        mask |= cells("Pnga") | (cells("Md Nd") if len(word) < 7 else 0)
    if mask & cells("Mnd") == cells("Mnd"):
        mask |= cells("Ma")
    if SIBILANT.search(word) and mask & cells("Mnda Nnda"):
        mask |= _genitive(mask)
    return _with_dative_plural(word, mask | _as_weak(word, shorter, forms), shorter)


def _as_genitive(word: str, mask: int, forms: dict[str, int], counts: Counts) -> int:
    """What follows where the form may be another's genitive, and what where it may not."""
    short = word.endswith("es") and word[:-2] in counts.capital
    stem = word[:-2] if short else word.removesuffix("s")
    if stem == word or not counts.capital[stem]:
        return _base(word, mask) if not word.endswith("e") or counts.capital[word] < OFTEN else 0
    found = _genitive(forms.get(stem, 0)) if forms.get(stem, 0) & cells("Mnda Nnda") else 0
    others = any(forms.get(stem + end, 0) & PLURAL for end in ("e", "en", "n", "er"))
    loan = not others and not ZERO_PLURAL.search(stem) and not short
    return found | (PLURAL if loan and (mask | found) & cells("Mg Ng") else 0)


def _as_weak(word: str, shorter: int, forms: dict[str, int]) -> int:
    """The oblique cases of a weak masculine (*den Zeugen, dem Studenten*)."""
    if word[-1] != "n" or not ((shorter & cells("Mn") and word[-2] == "e") or WEAK.search(word)):
        return 0
    base = shorter | forms.get(word[:-2], 0)
    return cells("Mgda") | PLURAL if base & cells("Mn") or not base else 0


def _with_dative_plural(word: str, mask: int, shorter: int) -> int:
    if mask & cells("Pna") and word[-1] in "ns":
        mask |= cells("Pd")
    if mask & cells("Pd") and not mask & cells("Pna") and not (word[-1] == "n" and shorter & cells("Pna")):
        mask |= PLURAL
    return mask


def _base(word: str, mask: int) -> int:
    """The nominative and accusative of a form that was by chance only seen in the dative, or after *ein*."""
    weak = bool(re.search(r"(?:en|rn)$", word)) and bool(mask & cells("Mg"))
    if mask & cells("Md Nd Mn Nn") and not mask & cells("Ma Na") and not weak and not mask & FEMININE:
        return cells("Mnda Nnda")
    return cells("Mnda") if mask & cells("Mda") == cells("Mda") and not weak else 0


def infinitive(word: str, counts: Counts) -> bool:
    """Whether the form may be an infinitive made a noun (*das Lesen*)."""
    low = word.lower()
    return word.endswith("n") and counts.lower[low] > 1 and lemma(low, "de") == low and zipf(word, "de") > 0


def nominalised(word: str, stems: frozenset[str]) -> bool:
    """Whether it looks like an adjective made a noun (*die Kranken*, *Polizeibeamte*), which agrees by its ending."""
    match = ADJECTIVE.fullmatch(word.lower())
    stem = re.sub(r"(?:en|er|es|em|e)$", "", word.lower())
    participle = re.fullmatch(r"(?:ge|[a-zäöü]{2,4}ge)[a-zäöüß]{2,}t|[a-zäöüß]{3,}end", stem)
    return bool(match) and (stem in stems or stem.endswith(NOMINALISED) or bool(participle and stem + "e" not in stems))


def readings(counts: Counts, stems: frozenset[str]) -> dict[str, int]:
    """Form -> cells, of the nouns seen often enough."""
    by_hand = hand_forms()
    forms = {}
    for word, contexts in counts.contexts.items():
        seen = evidence(contexts)
        if (
            word.isalpha() and word[1:].islower() and (word in by_hand or not nominalised(word, stems))
            and sum(seen.values()) >= LEAST and not _name(word, counts)
        ):  # fmt: skip
            forms[word] = infer(word, seen)
    sure = {row["noun"] for row in read_table("de", "nouns_by_hand")}
    forms |= {form: mask | (0 if form in sure else forms.get(form, 0)) for form, mask in by_hand.items()}
    found = with_heads(related(forms, counts), counts)
    for word in found:
        if infinitive(word, counts) and not found[word] & cells("Nnda"):
            found[word] |= cells("Nnda")
    return {word: mask for word, mask in sorted(found.items()) if mask}


def _name(word: str, counts: Counts) -> bool:
    """Whether it, or what it is the genitive of, hardly ever has a determiner."""
    shares = [
        sum(counts.contexts.get(form, {}).values()) / max(1, counts.capital[form])
        for form in (word, word.removesuffix("s"))
    ]
    return shares[0] < NAME or (shares[0] < 0.3 and word[-1] == "s" and 0 < shares[1] < 0.2)


def with_heads(forms: dict[str, int], counts: Counts) -> dict[str, int]:
    """The same with the readings of the last part of each compound that was seen only a few times itself."""
    found = dict(forms)
    for word in forms:
        if sum(counts.contexts.get(word, {}).values()) < FEW:
            for cut in range(3, len(word) - 3):
                first = word[:cut]
                head = forms.get(word[cut:].capitalize(), 0)
                if head and (first in counts.capital or first.removesuffix("s") in counts.capital):
                    unsure = found[word] & cells("Mn") and found[word] & cells("Nn") and found[word] & head
                    found[word] = found[word] & head if unsure else found[word] | head
                    break
    return found


def hand_forms() -> dict[str, int]:
    """Form -> cells, of the nouns written down by hand."""
    forms: dict[str, int] = defaultdict(int)
    for row in read_table("de", "nouns_by_hand"):
        for gender in row["gender"].split():
            genitives = [form for form in row["genitive"].split() if gender == "M" or not _weak(row["noun"], form)]
            for form, mask in paradigm(row["noun"], gender, genitives, row["plural"].split()):
                forms[form] |= mask
    return dict(forms)


def _weak(noun: str, genitive: str) -> bool:
    """Whether the genitive is that of a weak masculine (*der Narr, des Narren*)."""
    return genitive.endswith("n") and genitive != noun and not noun.endswith("n")


def paradigm(noun: str, gender: str, genitives: list[str], plurals: list[str]) -> Iterator[tuple[str, int]]:
    """Each form of a noun with its cells."""
    weak = gender == "M" and bool(genitives) and _weak(noun, genitives[-1])
    if gender != "P":
        yield (
            noun,
            cells(
                "F"
                if gender == "F"
                else "Mnda"
                if weak and noun[-1] != "e"
                else f"{gender}n"
                if weak
                else f"{gender}nda"
            ),
        )
        for form in genitives if gender != "F" else ():
            yield form, cells("Mgda" if weak and form.endswith("n") else f"{gender}g")
    for form in plurals or ([noun] if gender == "P" else []):
        dative = form if form[-1] in "nsaiou" else form + "n"
        yield form, cells("Pnga")
        yield dative, cells("Pd")


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


def adjectives(counts: Counts) -> frozenset[str]:
    """Stems seen with two endings."""
    return frozenset(
        stem for stem, ends in counts.endings.items()
        if len(ends) > 1 and sum(ends.values()) >= STEM_SEEN and len(stem) > 1 and stem not in NO_STEM
    )  # fmt: skip


def write(name: str, comment: str, header: str, rows: list[tuple[str, ...]]) -> None:
    """A table with its explanation."""
    lines = [*(f"# {line}" for line in comment.split("\n")), header, *("\t".join(row) for row in rows)]
    (OUT / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(name, len(rows))


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/parallel"))
    counts = count(parser.parse_args().data)
    stems = adjectives(counts)
    forms = readings(counts, stems)
    by = "Computed by training/morphology.py from counts over public German text and nouns_by_hand.tsv; do not edit."
    write("adjectives", f"German adjectives and participles without their endings.\n{by}", "stem",
          [(stem,) for stem in sorted(stems)])  # fmt: skip
    write("noun_forms", f"Forms of German nouns and what each may be: M F N P(lural) with their cases n g d a.\n"
          f"bare: whether it often stands without any article.\n{by}", "form\tcells\tbare",
          [(form, spelled(mask), "yes" if counts.bare[form] >= BARE * counts.capital[form] else "no")
           for form, mask in forms.items()])  # fmt: skip
    write("nouns", f"German nouns: gender(s), genitive singular and plural as far as seen.\n{by}",
          "noun\tgender\tgenitive\tplural", sorted((noun, *rest) for noun, rest in nouns(forms, counts).items()))  # fmt: skip


if __name__ == "__main__":
    main()
