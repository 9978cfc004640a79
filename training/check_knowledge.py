"""Check the tables of words in mtqa/knowledge: their form, and what they say against translated sentences.

python -m training.check_knowledge                                                     form of every table
python -m training.check_knowledge --pairs ../shared/data/parallel/train.en-de.tsv.xz  also against translated pairs
"""

from __future__ import annotations

import argparse
import collections
import functools
import itertools
import lzma
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from simplemma import is_known
from wordfreq import zipf_frequency

from mtqa.knowledge.match import violations
from mtqa.knowledge.pattern import find, parse
from mtqa.knowledge.rules import Rule
from mtqa.text.view import View

KNOWLEDGE = Path(__file__).resolve().parent.parent / "mtqa" / "knowledge"
LISTS = ("cues", "unless", "right", "wrong")
FULL = ("word", "source", "phrase", "meaning", "sense", "note", "cues", "right", "wrong", "literal", "renderings")
"""Columns that say something in every row; tables of forms leave open what nobody knows."""
LINKS = ("", "s", "es", "n", "en", "er", "e")
COINED = ("compounds",)
"""Tables with one row a source, whose wrong renderings are coined: no German word list knows them."""
MATCHED = ("senses", "compounds")
"""Tables whose wrong renderings are matched against their right ones, as the program would."""


Row = dict[str, str]


def tables(root: Path) -> list[Path]:
    """The tables below a folder, in order."""
    return sorted(root.glob("**/*.tsv"))


def rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every row after the comments; the first is the header."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")


@functools.cache
def known_german(word: str) -> bool:
    """Whether a German word is known, or is a compound whose parts all are."""
    if zipf_frequency(word, "de") > 0 or is_known(word, lang="de"):
        return True
    parts = [part for part in re.split(r"[-\s/'.]+", word) if part]
    if len(parts) > 1:
        return all(known_german(part) for part in parts)
    return any(_two_words(word[:cut], word[cut:]) for cut in range(3, len(word) - 2))


def _two_words(head: str, tail: str) -> bool:
    """Whether a compound may be made of these two, with linking letters at the end of the first."""
    if max(zipf_frequency(tail, "de"), zipf_frequency(tail.capitalize(), "de")) < 1.5:
        return False
    stems = [
        (head[: len(head) - len(link)], link) for link in LINKS if head.endswith(link) and len(head) - len(link) > 2
    ]
    return any(
        zipf_frequency(stem, "de") >= 1.5 or (link and zipf_frequency(stem + "e", "de") >= 1.5) for stem, link in stems
    )


def check_form(path: Path) -> Iterator[str]:
    """A complaint for every fault in the form of a table."""
    if b"\r" in path.read_bytes():
        yield f"{path.name}: a line ends in CR"
    seen: dict[tuple[str, ...], int] = {}
    lines = iter(rows(path))
    _, header = next(lines, (0, []))
    for number, cells in lines:
        where = f"{path.name}:{number}"
        if len(cells) != len(header):
            yield f"{where}: {len(cells)} cells under a header of {len(header)}"
            continue
        row = dict(zip(header, cells, strict=True))
        key = _key(path, row)
        if key in seen:
            yield f"{where}: the same as line {seen[key]}: {' / '.join(key)}"
        seen[key] = number
        for complaint in (*_cells(row), *_lists(row), *_words(row, path), *_swallowed(row, path)):
            yield f"{where}: {complaint}"
    if {"word", "cues", "right", "wrong"} <= set(header):
        yield from check_bare(path, header)


def _key(path: Path, row: Row) -> tuple[str, ...]:
    """What no two rows of a table may share."""
    if path.stem in COINED:
        return (row["source"],)
    named = next((pair for pair in (("word", "sense"), ("word", "meaning")) if row.keys() >= {*pair}), tuple(row))
    return tuple(row[name] for name in named)


def _cells(row: Row) -> Iterator[str]:
    for name, cell in row.items():
        if cell != cell.strip() or (not cell and name in FULL):
            yield f"{name} is empty or has outer blanks"


def _lists(row: Row) -> Iterator[str]:
    for name in LISTS:
        for entry, times in collections.Counter(row.get(name, "").split("|")).items():
            if times > 1:
                yield f"{entry!r} {times} times in {name}"
    if {"right", "wrong"} <= row.keys():
        for entry in sorted(set(row["right"].split("|")) & set(row["wrong"].split("|"))):
            yield f"{entry!r} is right and wrong"


def _words(row: Row, path: Path) -> Iterator[str]:
    """Words that no list of their language knows, in the tables of a direction."""
    source, _, target = path.parent.name.partition("-")
    if not target:
        return
    if {"right", "wrong"} <= row.keys():
        said = row["right"] if path.stem in COINED else row["right"] + "|" + row["wrong"]
        for entry in sorted(set(said.split("|"))):
            parts = [part.strip(",.:;").lstrip("=~") for part in re.split(r"[\s/]+", entry) if part != "*"]
            if unknown := [part for part in parts if part and not known_word(part, target)]:
                yield f"unknown {target}: {' '.join(unknown)} ({row.get('word')})"
    for name in ("cues", "unless"):
        for cue in row.get(name, "*").split("|"):
            unknown = [word for word in re.findall(r"[^\W\d_][\w'’]*", cue) if not known_word(word, source)]
            if unknown or (source == "en" and cue != cue.lower()):
                yield f"unknown {source} cue: {cue}"


def known_word(word: str, lang: str) -> bool:
    """Whether a word of the language is known; a German one also as a compound."""
    return known_german(word) if lang == "de" else zipf_frequency(word.replace("’", "'"), lang) > 0


def _swallowed(row: Row, path: Path) -> Iterator[str]:
    lang = path.parent.name.rpartition("-")[2]
    if (
        "-" in path.parent.name
        and {"right", "wrong"} <= row.keys()
        and (swallowed := matched_right(row, lang, whole=path.stem not in COINED))
    ):
        yield f"the wrong {swallowed[0]!r} also stands for the right {swallowed[1]!r} ({row.get('word')})"


def matched_right(row: Row, lang: str = "de", *, whole: bool = False) -> tuple[str, str] | None:
    """A wrong rendering and the right one that its pattern would take for it (``whole``: all of it), or None."""
    right = [View(text.lstrip("=~"), lang) for text in row["right"].split("|")]
    for wrong in filter(None, row["wrong"].split("|")):
        for view in right:
            place = next(find(parse(wrong, lang), view.lower, view.bases), None)
            if place and (not whole or place == (0, len(view.lower))):
                return wrong, view.text
    return None


def check_bare(path: Path, header: list[str]) -> Iterator[str]:
    """A complaint where a row without cues calls a rendering wrong which another row of the word calls right."""
    by_word: dict[tuple[str, str | None], list[tuple[int, Row]]] = collections.defaultdict(list)
    for number, cells in list(rows(path))[1:]:
        if len(cells) == len(header):
            row = dict(zip(header, cells, strict=True))
            by_word[row["word"], row.get("pos")].append((number, row))
    for (word, _), group in by_word.items():
        for number, row in group:
            renderings = {text for _, other in group for text in other["right"].split("|")}
            both = set(row["wrong"].split("|")) & renderings
            if row["cues"] == "*" and both:
                yield f"{path.name}:{number}: {word}: wrong without a cue but right in another sense: {sorted(both)}"


def check_violations(pairs: Path, every: int) -> None:
    """Show what the English-German rules accuse in every ``every``-th translated pair, as the program applies them."""
    met = 0
    accused: dict[str, list[tuple[Rule, str, str]]] = collections.defaultdict(list)
    with lzma.open(pairs, "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, 0, None, every):
            english, german, *_ = line.rstrip("\n").split("\t")
            met += 1
            for one in violations(View(english, "en"), View(german, "de")):
                accused[one.rule.kind].append((one.rule, english, german))
    for kind, found in accused.items():
        print(f"{kind}: {len(found)} accused in {met} pairs ({1000 * len(found) / met:.2f} in 1,000)", file=sys.stderr)
        for rule, english, german in found:
            print(f"{kind}\t{rule.source}\t{rule.meaning}\n    {english[:160]}\n    {german[:160]}")


def main() -> int:
    """Check, print what is wrong, and say by the exit code whether anything is."""
    """Check every table, and with ``--pairs`` what the rules say against translated pairs; 1 where a table has a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=KNOWLEDGE)
    parser.add_argument("--pairs", type=Path, help="xz file of en, de, id")
    parser.add_argument("--every", type=int, default=6, help="take every so many-th pair")
    options = parser.parse_args()
    faults = 0
    for path in tables(options.root):
        for complaint in check_form(path):
            faults += 1
            print(complaint)
    if options.pairs:
        check_violations(options.pairs, options.every)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
