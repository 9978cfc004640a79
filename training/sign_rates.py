"""How often a grammatical sign in a marked phrase is what is wrong with it: the marks in ``training/rough`` by category.

python -m training.sign_rates
"""

from __future__ import annotations

from collections import Counter

from mtqa.flag.grammar_signs import sign_at
from mtqa.judge.evidence import Evidence
from mtqa.text.view import View
from training.rough_texts import rough_pairs

FORM = ("grammar", "word-order")


def main(direction: str = "en-de") -> None:
    """Count and print."""
    counts: Counter[tuple[str, bool]] = Counter()
    for pair in rough_pairs(direction):
        row = Evidence(View(pair.target, direction[3:]), View(pair.source, direction[:2]))
        for mark in pair.marks:
            inside = [at for at, one in enumerate(row.target.tokens) if one.start < mark.end and mark.start < one.end]
            signs = {sign.name for at in inside if (sign := sign_at(row, at))} or {"none"}
            counts.update((name, mark.category in FORM) for name in signs)
    for name in sorted({name for name, _ in counts}):
        right, wrong = counts[name, True], counts[name, False]
        print(f"{name}: {right + wrong} marks, {right / (right + wrong):.2f} of them of grammar or word order")


if __name__ == "__main__":
    main()
