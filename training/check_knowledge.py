"""Check the tables of words in mtqa/knowledge: their form, and what they say against translated sentences.

    python training/check_knowledge.py                                                     form of every table
    python training/check_knowledge.py --pairs ../shared/data/parallel/train.en-de.tsv.xz  also senses.tsv against pairs
"""

import argparse
import collections
import functools
import lzma
import re
import sys
from pathlib import Path

from simplemma import is_known, lemmatize
from wordfreq import zipf_frequency

KNOWLEDGE = Path(__file__).resolve().parent.parent / "mtqa" / "knowledge"
LISTS = ("cues", "right", "wrong")
LINKS = ("", "s", "es", "n", "en", "er", "e")
WINDOW = 8


def tables(root):
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
    header = None
    for number, cells in rows(path):
        where = f"{path.name}:{number}"
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            yield f"{where}: {len(cells)} cells under a header of {len(header)}"
            continue
        row = dict(zip(header, cells, strict=True))
        for name, cell in row.items():
            if not cell.strip() or cell != cell.strip():
                yield f"{where}: {name} is empty or has outer blanks"
        key = tuple(row[name] for name in ("word", "sense")) if {"word", "sense"} <= row.keys() else tuple(cells)
        if key in seen:
            yield f"{where}: the same as line {seen[key]}: {' / '.join(key)}"
        seen[key] = number
        for name in LISTS:
            entries = row.get(name, "").split("|")
            for entry, times in collections.Counter(entries).items():
                if times > 1:
                    yield f"{where}: {entry!r} {times} times in {name}"
        if {"right", "wrong"} <= row.keys():
            for entry in sorted(set(row["right"].split("|")) & set(row["wrong"].split("|"))):
                yield f"{where}: {entry!r} is right and wrong"
            for entry in sorted(set((row["right"] + "|" + row["wrong"]).split("|"))):
                unknown = [word for word in entry.split() if not known_german(word.strip(",.:;"))]
                if unknown:
                    yield f"{where}: unknown German: {' '.join(unknown)} ({row.get('word')})"
        if row.get("cues", "*") != "*":
            for cue in row["cues"].split("|"):
                unknown = [word for word in re.findall(r"[a-z']+", cue) if zipf_frequency(word, "en") == 0]
                if unknown or cue != cue.lower():
                    yield f"{where}: unknown English cue: {cue}"
    if header and {"word", "cues", "right", "wrong"} <= set(header):
        yield from check_bare(path, header)


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


@functools.cache
def lemma(token, language):
    if language == "de":
        return lemmatize(token, lang="de").lower()
    return lemmatize(token.lower(), lang="en").lower()


def words(text, language):
    return [(token.lower(), lemma(token, language)) for token in re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+", text)]


def positions(phrase, tokens):
    parts = phrase.split()
    length = len(parts)
    return [
        at for at in range(len(tokens) - length + 1) if all(part in tokens[at + step] for step, part in enumerate(parts))
    ]


PARTICLES = "ab an auf aus bei ein entgegen fest frei heran heraus hin hinaus her herum hoch los mit nach nieder rum um unter vor vorbei weg weiter zu zurück zusammen durch über teil fort statt".split()


def stands(entry, target, forms):
    """Tell whether a German entry stands in a target: as a word, a part of a compound, or a verb with its particle apart."""
    low = entry.lower()
    parts = low.split()
    if len(parts) > 1:
        return low in target or all(part in forms or any(part in form for form in forms) for part in parts if len(part) > 3)
    if low in forms:
        return True
    if len(low) > 3 and low in target:
        return True
    for particle in PARTICLES:
        if low.startswith(particle) and len(low) > len(particle) + 3 and particle in forms and low[len(particle) :] in forms:
            return True
    return False


def check_pairs(path, pairs, samples):
    """Count, row by row, the translated sentences in which a row of senses.tsv would be mistaken."""
    header, *body = [cells for _, cells in rows(path)]
    table = [dict(zip(header, cells, strict=True)) for cells in body]
    by_first = collections.defaultdict(list)
    for at, row in enumerate(table):
        row["cue_list"] = row["cues"].split("|")
        row["right_list"] = row["right"].split("|")
        row["wrong_list"] = row["wrong"].split("|")
        by_first[re.split(r"[\s]", row["word"])[0]].append(at)
    met = collections.Counter()
    bad = collections.defaultdict(list)
    with lzma.open(pairs, "rt", encoding="utf-8") as lines:
        for line in lines:
            english, german, *_ = line.rstrip("\n").split("\t")
            source = words(english, "en")
            rows_here = {at for token in source for form in token for at in by_first.get(form, ())}
            if not rows_here:
                continue
            target, forms = german.lower(), None
            for at in sorted(rows_here):
                row = table[at]
                hits = positions(row["word"], source)
                if not hits:
                    continue
                if row["cues"] != "*" and not any(
                    abs(place - hit) <= WINDOW and place != hit
                    for cue in row["cue_list"]
                    for place in positions(cue, source)
                    for hit in hits
                ):
                    continue
                met[at] += 1
                if forms is None:
                    forms = {form for token in words(german, "de") for form in token}
                if any(
                    entry.lower() in (forms if " " not in entry else target) for entry in row["wrong_list"]
                ) and not any(stands(entry, target, forms) for entry in row["right_list"]):
                    bad[at].append((english, german))
    total_met, total_bad = sum(met.values()), sum(map(len, bad.values()))
    print(f"{len(met)} of {len(table)} rows met {total_met} times, mistaken {total_bad} times", file=sys.stderr)
    for at in sorted(bad, key=lambda at: -len(bad[at])):
        row, count = table[at], len(bad[at])
        suspicious = count > 2 and count > 0.15 * met[at]
        print(f"{'SUSPICIOUS' if suspicious else 'seen'}\t{row['word']}\t{row['sense']}\t{count}/{met[at]}\twrong: {row['wrong']}")
        for english, german in bad[at][:samples]:
            print(f"    {english[:160]}\n    {german[:160]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=KNOWLEDGE)
    parser.add_argument("--pairs", type=Path, help="xz file of en, de, id")
    parser.add_argument("--samples", type=int, default=2, help="sentences shown for a row")
    options = parser.parse_args()
    faults = 0
    for path in tables(options.root):
        for complaint in check_form(path):
            faults += 1
            print(complaint)
        if options.pairs and path.name == "senses.tsv":
            check_pairs(path, options.pairs, options.samples)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
