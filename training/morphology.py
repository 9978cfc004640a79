"""Infer from German text what its nouns may be, and write mtqa/knowledge/de/{noun_forms,nouns,adjectives}.tsv.

    python -m training.morphology --data ../shared/data/parallel

Each time a noun stands behind a determiner and adjectives, they leave some cells (gender or plural, with case) open.
Cells that are seen often enough, or that follow from the others, make up the form's reading. What people know better
stands in nouns_by_hand.tsv and wins. Runs a minute; the same text gives the same files.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from mtqa.knowledge.table import read_table
from mtqa.text.morphology import FEMININE, PLURAL, cells, spelled
from training.noun_counts import ADJECTIVE, Counts, count, evidence, infinitive
from training.noun_entries import ZERO_PLURAL, nouns

OUT = Path(__file__).resolve().parent.parent / "mtqa" / "knowledge" / "de"
OFTEN = 100
"""A form seen so often has been seen in all its cases."""

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

FEMININE_SUFFIX = re.compile(r"(?i).{3}(?:(?<!spr)(?<!schw)(?<!d)ung|heit|keit|schaft|tät)$")
WEAK = re.compile(
    r"(?:ist|ent|ant|it|et|ot|oge|graf|graph|soph|arch|nom|krat|ast|itekt|and|(?:ld|id|om|kr|ok|ir|ob)at)en$"
)
SIBILANT = re.compile(r"(?:(?<![aeoä])us|(?<![en])is|(?<=[lmnk])as|os|ys|ens|x)$")

NO_STEM = frozenset(("wusst", "selb", "beid", "ein", "kein", "mein", "dein", "sein", "unser", "eur", "solch", "welch",
                     "jed", "jen", "dies", "manch", "all", "derselb", "dieselb", "diejenig", "derjenig", "einig",
                     "mehrer", "sämtlich", "etlich"))  # fmt: skip
NOMINALISED = ("beamt", "bedienstet", "abgeordnet", "vorsitzend", "angestellt", "delegiert", "gesandt", "verwandt",
               "geschädigt", "beauftragt", "beschäftigt", "angehörig", "reisend", "alliiert", "obdachlos")  # fmt: skip


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
