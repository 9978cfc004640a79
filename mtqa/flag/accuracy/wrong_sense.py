"""ACC101 wrong-sense."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.knowledge import breaks_rules, broken
from mtqa.knowledge.rules import Rule


@check(
    "ACC101",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    when=breaks_rules,
    needs=("source",),
    examples=[
        Example("The clocks were striking thirteen.", "Die Uhren schlugen dreizehn.", note="the verb"),
        Example(
            "The senator signed the bill after a long debate in congress.",
            "Der Senator unterschrieb ⟦die Rechnung⟧ nach langer Debatte im Kongress.",
        ),
        Example(
            "He was charged with murder by the police on Friday.",
            "Er wurde am Freitag von der Polizei wegen Mordes ⟦aufgeladen⟧.",
        ),
        Example(
            "She kept the spare tyre in the trunk of the car with her luggage.",
            "Sie bewahrte das Ersatzrad zusammen mit ihrem Gepäck im ⟦Rüssel⟧ des Autos auf.",
        ),
        Example(
            "The senator signed the bill after a long debate in congress.",
            "Der Senator unterschrieb das Gesetz nach langer Debatte im Kongress.",
        ),
        Example("Niemand versteht, was vor sich geht.", "No one understands what's going on.", "de", "en"),
        Example(
            "Mit den Nachbarn versteht er sich gut.", "He ⟦understands⟧ himself well with the neighbours.", "de", "en"
        ),
        Example("Die Kinder mögen Eis.", "The children love ice cream.", "de", "en"),
        Example(
            "The waiter brought the restaurant bill.",
            "Der Kellner brachte die Rechnung.",
            note="the literal word is right in its own company",
        ),
        Example(
            "The bank raised the interest on the loan account.",
            "Das Geldinstitut hob die Zinsen des Kreditkontos an.",
            note="a right rendering that is not the first",
        ),
    ],
)
def wrong_sense(unit: Unit) -> Iterator[Hit]:
    """A word is translated in another sense than the one it has here.

    Words with several senses are where engines go wrong most often, and the result reads well: only the source shows the
    error. The rules come from a hand-written table of words, the company that tells their senses apart, and right and
    wrong renderings; a rule is silent where any right rendering stands in the target.
    """
    return broken(unit, "senses", _say, 0.8)


def _say(source: str, target: str, right: str, rule: Rule) -> str:
    return f"“{source}” here means “{rule.meaning}”; „{target}“ is another sense of it. Better: {right}."
