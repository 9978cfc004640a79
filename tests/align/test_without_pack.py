"""Another pair of languages, for which no pack has words: German and French, written for this test."""

from __future__ import annotations

from pathlib import Path

from mtqa.align import align_sentences

BEADS = Path(__file__).with_name("de-fr.tsv")


def test_german_and_french_are_aligned_by_form_and_length() -> None:
    source: list[str] = []
    target: list[str] = []
    gold = set()
    for line in BEADS.read_text(encoding="utf-8").splitlines():
        there, here = ([part for part in cell.split(" | ") if part] for cell in line.split("\t"))
        gold.add(
            (tuple(range(len(source), len(source) + len(there))), tuple(range(len(target), len(target) + len(here))))
        )
        source += there
        target += here
    beads = align_sentences(source, target, source_lang="de", target_lang="fr")
    right = len(gold & {(bead.source, bead.target) for bead in beads})
    assert 2 * right / (len(gold) + len(beads)) >= 0.9
