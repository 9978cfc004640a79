"""Check the bilingual dictionaries in mtqa/knowledge: their form, and what they say against translated sentences.

    python training/check_dictionary.py                                                     form of every dictionary
    python training/check_dictionary.py --pairs ../shared/data/parallel/train.en-de.tsv.xz  also their coverage of pairs

Coverage is, of the pairs whose source has a word of the dictionary, the share whose target has one of its renderings,
compared by stem: an entry, its lemma or its stem stands in a word of the target, or a verb stands apart from its particle.
"""

from __future__ import annotations

import argparse
import collections
import functools
import lzma
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from simplemma import is_known, lemmatize
from wordfreq import zipf_frequency

from mtqa.lang.base import language
from training.check_knowledge import KNOWLEDGE, known_german, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

POS = {"noun", "verb", "adj", "adv", "prep", "conj", "phrase", "name"}
HEADER = ["word", "pos", "renderings"]
ENDINGS = {"de": ("en", "n", "e", "er", "es"), "en": ("ing", "ed", "e", "y")}
SHORTEST_STEM = 4
"""Letters a stem needs to be looked for inside the words of a target."""
FOLD = str.maketrans("äöüß", "aous")


class Count(TypedDict):
    """How often a word was met in the sources, and in how many of their targets a rendering of it stood."""

    met: int
    found: int
    missed: list[tuple[str, str]]


def dictionary(path: Path) -> list[tuple[int, list[str]]]:
    """Return line number and cells of every row of a dictionary but its header."""
    return list(rows(path))[1:]


def known(word: str, lang: str) -> bool:
    """Tell whether the word lists know ``word``."""
    if lang == "de":
        return bool(known_german(word) or known_german(word.lower()) or known_german(word.capitalize()))
    return zipf_frequency(word, "en") > 0 or is_known(word, lang="en") or is_known(word.capitalize(), lang="en")


def parts(entry: str) -> list[str]:
    """Return the words of an entry, without marks at their edges."""
    return [word for word in (part.strip(",.:;'-") for part in entry.split()) if word]


def row_faults(cells: list[str], langs: tuple[str, str]) -> Iterator[str]:
    """Yield what is wrong with one row."""
    if len(cells) != len(HEADER):
        yield f"expected {len(HEADER)} cells, found {len(cells)}"
        return
    word, pos, renderings = cells
    entries = renderings.split("|")
    if pos not in POS:
        yield f"unknown part of speech {pos!r}"
    if any(not cell or cell != cell.strip() for cell in (word, *entries)):
        yield "an entry is empty or has outer blanks"
    yield from (f"{entry!r} stands twice" for entry, times in collections.Counter(entries).items() if times > 1)
    for entry, lang in [(word, langs[0]), *((entry, langs[1]) for entry in entries)]:
        yield from (
            f"{part!r} is not known ({lang})" for part in parts(entry) if pos != "name" and not known(part, lang)
        )


def form_faults(path: Path, langs: tuple[str, str]) -> Iterator[str]:
    """Yield a complaint, with its place, for every fault in the form of a dictionary."""
    seen: dict[tuple[str, ...], int] = {}
    body = dictionary(path)
    words = [cells[0].lower() for _, cells in body]
    if words != sorted(words):
        yield f"{path.name}: the rows are not sorted by word"
    if b"\r" in path.read_bytes():
        yield f"{path.name}: a line ends in CR"
    for number, cells in body:
        key = tuple(cells[:2])
        if key in seen:
            yield f"{path.name}:{number}: {' / '.join(key)} is also in line {seen[key]}"
        seen[key] = number
        yield from (f"{path.name}:{number}: {cells[0]}: {fault}" for fault in row_faults(cells, langs))


def loanwords(path: Path) -> list[str]:
    """Return the words which are rendered by themselves: loanwords all, or mistakes."""
    return [
        cells[0]
        for _, cells in dictionary(path)
        if cells[0].lower() in cells[2].lower().split("|") and cells[1] != "name"
    ]


@functools.lru_cache(1 << 18)
def forms(token: str, lang: str) -> frozenset[str]:
    """Return a token as it stands and its lemma, both in lower case."""
    return frozenset((token.lower(), lemmatize(token if lang == "de" else token.lower(), lang=lang).lower()))


def tokens(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", text)


def stem(word: str, lang: str) -> str:
    """Return ``word`` without a usual ending, in lower case, its umlauts as plain letters."""
    low = word.lower()
    cut = next((low.removesuffix(end) for end in ENDINGS[lang] if low.endswith(end) and len(low) > len(end) + 2), low)
    return cut.translate(FOLD)


def stands(entry: str, target: str, found: frozenset[str], lang: str) -> bool:
    """Tell whether a rendering stands in a target, given in lower case and folded, whose forms are ``found``."""
    low = entry.lower().strip("-")
    if " " in low:
        return all(
            stands(part, target, found, lang) for part in low.split() if part not in {"sich", "auf", "in", "of", "to"}
        )
    root = stem(low, lang)
    if low in found or (len(root) >= SHORTEST_STEM and root in target):
        return True
    return lang == "de" and any(
        low.startswith(particle) and particle in found and stands(low[len(particle) :], target, found, lang)
        for particle in language("de").separable
        if len(low) > len(particle) + 2
    )


def coverage(path: Path, pairs: Path, langs: tuple[str, str], source: str) -> dict[str, Count]:
    """Count per word of a dictionary the pairs of that ``source`` with the word, and those with a rendering of it."""
    renderings: dict[str, list[str]] = collections.defaultdict(list)
    for _, cells in dictionary(path):
        renderings[cells[0].lower()] += cells[2].split("|")
    counts: dict[str, Count] = collections.defaultdict(lambda: {"met": 0, "found": 0, "missed": []})
    with lzma.open(pairs, "rt", encoding="utf-8") as lines:
        for line in lines:
            english, german, name = line.rstrip("\n").split("\t")[:3]
            if not name.startswith(source):
                continue
            here, there = (english, german) if langs[0] == "en" else (german, english)
            met = {form for token in tokens(here) for form in forms(token, langs[0])} & renderings.keys()
            found = frozenset(form for token in tokens(there) for form in forms(token, langs[1]))
            target = there.lower().translate(FOLD)
            for word in met:
                count = counts[word]
                count["met"] += 1
                if any(stands(entry, target, found, langs[1]) for entry in renderings[word]):
                    count["found"] += 1
                else:
                    count["missed"].append((here, there))
    return counts


def report(counts: dict[str, Count], least: int, share: float, samples: int) -> None:
    """Print the coverage of all words, and those met ``least`` times with less than ``share``, with missed pairs."""
    often = {word: count for word, count in counts.items() if count["met"] >= least}
    met, found = (sum(count[key] for count in often.values()) for key in ("met", "found"))
    low = sorted((count["found"] / count["met"], word) for word, count in often.items())
    low = [(part, word) for part, word in low if part < share]
    print(
        f"{len(counts)} words met, {len(often)} at least {least} times: {found / max(met, 1):.3f} of {met} pairs covered"
    )
    print(f"{len(low)} words below {share:.0%}")
    for part, word in low:
        print(f"{part:.2f} {often[word]['met']} {word}")
        for here, there in often[word]["missed"][:samples]:
            print(f"    {here[:110]} -> {there[:110]}")


def main() -> int:
    """Check every dictionary; return 1 if one is at fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, help="tab-separated English, German, source; xz")
    parser.add_argument("--source", default="tatoeba", help="only pairs whose source begins so")
    parser.add_argument("--least", type=int, default=10)
    parser.add_argument("--share", type=float, default=0.4)
    parser.add_argument("--samples", type=int, default=2)
    options = parser.parse_args()
    faults = 0
    for path in sorted(KNOWLEDGE.glob("*/dictionary.tsv")):
        here, _, there = path.parent.name.partition("-")
        print(f"{path.parent.name}: {len(dictionary(path))} rows; rendered by itself: {' '.join(loanwords(path))}")
        for fault in form_faults(path, (here, there)):
            faults += 1
            print(fault, file=sys.stderr)
        if options.pairs:
            report(
                coverage(path, options.pairs, (here, there), options.source),
                options.least,
                options.share,
                options.samples,
            )
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
