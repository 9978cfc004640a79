"""Which examples of a check are flagged only where the document has other errors, or under a thorough look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.flag.base import ROUGH, Unit
from mtqa.flag.run import findings_of

if TYPE_CHECKING:
    from mtqa.flag.base import Check, Example
    from mtqa.judge.evidence import Evidence
    from mtqa.pack.base import Pack

Known = tuple["Pack | None", "Evidence | None"]
SAID = {
    (True, True): "only where the document has other errors, or in thorough mode",
    (True, False): "only where the document has other errors",
    (False, True): "only in thorough mode",
}
"""By whether a rough document and a thorough look bring the finding out."""


def waiting(check: Check, example: Example) -> str:
    """When the check flags the example, where that is not always; the check itself is asked. Empty for a good example."""
    if example.good or _is_flagged(check, example, (None, None)):
        return ""
    known = _known(example)
    if _is_flagged(check, example, known):
        return ""
    rough = bool(check(_unit(example, known, ROUGH)))
    return SAID.get((rough, _is_suspected(check, example, known)), "")


def _is_flagged(check: Check, example: Example, known: Known) -> bool:
    """Whether the check is sure of it in a document without other errors."""
    return any(not hit.doubtful for hit in check(_unit(example, known, 0.0)))


def _is_suspected(check: Check, example: Example, known: Known) -> bool:
    """Whether a thorough look at the example alone brings it out."""
    pack, evidence = known
    looks = findings_of(
        [example.segment],
        [check],
        pack=pack,
        evidence=[evidence] if evidence else None,
        thorough=True,
        terms=example.terms,
    )
    return any(found for found in looks)


def _unit(example: Example, known: Known, roughness: float) -> Unit:
    pack, evidence = known
    return Unit(example.segment, pack=pack, evidence=evidence, roughness=roughness, terms=example.terms)


def _known(example: Example) -> Known:
    """The language pack and what it says of the example."""
    from mtqa.judge import judge
    from mtqa.pack.load import find_pack

    segment = example.segment
    pack = find_pack(segment.source_lang, segment.target_lang)
    evidence = judge([segment], pack=pack, encoder=pack.encoder() if pack else None)[0]
    evidence.opinions = example.opinions
    return pack, evidence
