"""Lines of a bibliography and what is none."""

from __future__ import annotations

import pytest

from mtqa.text.references import is_reference


@pytest.mark.parametrize(
    "text",
    [
        "White, Robert, Controversies in Environmental Sociology, Cambridge University Press, 2004.",
        'Weist, Thomas D., "Thomas B. Marquis", in Marquis, Thomas B., The Cheyennes of Montana, pp.',
        'Beatrice Manz, "Temür and the Problem of Legacy", Journal of the Royal Asiatic Society, Third Series, Vol.',
        "The Timerman Affair, Argentina, and the United States, in Crime and Social Justice 20, 1983, pp. 4-9",
        "Müller, H. (Hrsg.), Lehrbuch der Botanik, 3. Aufl., Stuttgart 1987",
    ],
)
def test_references(text: str) -> None:
    assert is_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Save the file first.", "The regiment was sent to Alaska, and it stayed there until 1945, when the war ended.",
        "In The Goldenseal Book of the West Virginia Mine Wars.", "Killer Pig Mauls Chinese Farmer to Death",
        "“We will not give up,” said Smith, who was elected in 2019, at the rally with them.",
        "However, Germany won the World Cup in 2014, beating the team that they had feared the most.",
        "No. I do not think so, he said, and in 2020 it was not so.",
        "Trump, Biden and the others met in 2020, and they agreed on little, he said.",
        "He said, “I do not know”, and left.", "Please write to us, No. 5, if you need help.",
    ],
)  # fmt: skip
def test_sentences_are_none(text: str) -> None:
    assert not is_reference(text)
