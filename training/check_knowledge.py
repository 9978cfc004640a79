"""Check the tables of words in mtqa/knowledge: their form, and what they say against translated sentences.

python -m training.check_knowledge                                                     form of every table
python -m training.check_knowledge --pairs ../shared/data/parallel/train.en-de.tsv.xz  also against translated pairs
"""

import argparse
import collections
import functools
import itertools
import lzma
import re
import sys
from pathlib import Path

from simplemma import is_known
from wordfreq import zipf_frequency

from mtqa.knowledge.match import violations
from mtqa.knowledge.pattern import find, parse
from mtqa.text.view import View

KNOWLEDGE = Path(__file__).resolve().parent.parent / "mtqa" / "knowledge"
LISTS = ("cues", "unless", "right", "wrong")
MAY_BE_EMPTY = ("unless",)
LINKS = ("", "s", "es", "n", "en", "er", "e")
COINED = ("compounds",)
"""Tables with one row a source, whose wrong renderings are coined: no German word list knows them."""


def tables(root):
    """Return the tables below a folder, in order."""
    return sorted(root.glob("**/*.tsv"))


def rows(path):
    """Yield line number and cells of every row after the comments; the first is the header."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")


@functools.cache
def known_german(word):
    """Tell whether a German word is known, or is a compound whose parts all are."""
    if zipf_frequency(word, "de") > 0 or is_known(word, lang="de"):
        return True
    parts = [part for part in re.split(r"[-\s/'.]+", word) if part]
    if len(parts) > 1:
        return all(known_german(part) for part in parts)
    for cut in range(3, len(word) - 2):
        head, tail = word[:cut], word[cut:]
        for tail_form in (tail, tail.capitalize()):
            if zipf_frequency(tail_form, "de") < 1.5:
                continue
            for link in LINKS:
                if head.endswith(link) and len(head) - len(link) > 2:
                    stem = head[: len(head) - len(link)]
                    if zipf_frequency(stem, "de") >= 1.5 or (link and zipf_frequency(stem + "e", "de") >= 1.5):
                        return True
    return False


def check_form(path):
    """Yield a complaint for every fault in the form of a table."""
    if b"\r" in path.read_bytes():
        yield f"{path.name}: a line ends in CR"
    seen = {}
    (_, header), *body = rows(path)
    for number, cells in body:
        where = f"{path.name}:{number}"
        if len(cells) != len(header):
            yield f"{where}: {len(cells)} cells under a header of {len(header)}"
            continue
        row = dict(zip(header, cells, strict=True))
        key = row_key(path, row)
        if key in seen:
            yield f"{where}: the same as line {seen[key]}: {' / '.join(key)}"
        seen[key] = number
        for complaint in (*check_cells(row), *check_german(path, row), *check_cues(row)):
            yield f"{where}: {complaint}"
    if {"word", "cues", "right", "wrong"} <= set(header):
        yield from check_bare(path, header)


def row_key(path, row):
    """Return the cells that no two rows of the table may share."""
    if path.stem in COINED:
        return (row["source"],)
    named = next((pair for pair in (("word", "sense"), ("word", "meaning")) if row.keys() >= {*pair}), tuple(row))
    return tuple(row[name] for name in named)


def check_cells(row):
    """Yield what is wrong with the form of a row's cells."""
    for name, cell in row.items():
        if (cell or name not in MAY_BE_EMPTY) and (not cell.strip() or cell != cell.strip()):
            yield f"{name} is empty or has outer blanks"
    for name in LISTS:
        for entry, times in collections.Counter(row.get(name, "").split("|")).items():
            if times > 1:
                yield f"{entry!r} {times} times in {name}"


def check_german(path, row):
    """Yield what is wrong with a row's renderings."""
    if not {"right", "wrong"} <= row.keys():
        return
    for entry in sorted(set(row["right"].split("|")) & set(row["wrong"].split("|"))):
        yield f"{entry!r} is right and wrong"
    coined = path.stem in COINED
    for entry in sorted(set((row["right"] if coined else row["right"] + "|" + row["wrong"]).split("|"))):
        parts = [part.strip(",.:;").lstrip("=") for part in re.split(r"[\s/]+", entry) if part != "*"]
        unknown = [part for part in parts if not known_german(part)]
        if unknown:
            yield f"unknown German: {' '.join(unknown)} ({row.get('word', row.get('source'))})"
    if coined and (swallowed := matched_right(row)):
        yield f"{row['source']}: the wrong {swallowed[0]!r} also stands for the right {swallowed[1]!r}"


def check_cues(row):
    """Yield what is wrong with a row's cues."""
    for name in ("cues", "unless"):
        for cue in row.get(name, "*").split("|"):
            unknown = [word for word in re.findall(r"[a-z']+", cue) if zipf_frequency(word, "en") == 0]
            if unknown or cue != cue.lower():
                yield f"unknown English cue: {cue}"


def matched_right(row):
    """Return a wrong rendering and the right one that its pattern would take for it, or None."""
    right = [View(text, "de") for text in row["right"].split("|")]
    for wrong in row["wrong"].split("|"):
        for view in right:
            if next(find(parse(wrong, "de"), view.lower, view.bases), None):
                return wrong, view.text
    return None


def check_bare(path, header):
    """Yield a complaint where a row without cues calls a rendering wrong which another row of the word calls right."""
    by_word = collections.defaultdict(list)
    for number, cells in list(rows(path))[1:]:
        if len(cells) == len(header):
            row = dict(zip(header, cells, strict=True))
            by_word[row["word"], row.get("pos")].append((number, row))
    for (word, _), group in by_word.items():
        for number, row in group:
            if row["cues"] == "*":
                for _, other in group:
                    both = set(row["wrong"].split("|")) & set(other["right"].split("|"))
                    if both:
                        yield f"{path.name}:{number}: {word}: wrong without a cue but right in another sense: {sorted(both)}"


def check_violations(pairs, every):
    """Show what the English-German rules accuse in every ``every``-th translated pair, as the program applies them."""
    met, accused = 0, collections.defaultdict(list)
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


def main():
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
