"""ACC023."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

STATES: dict[str, str] = {
    "fuzzy": "a guess from a similar message", "needs-translation": "not translated yet", "new": "new, not translated yet",
    "initial": "not translated yet", "needs-adaptation": "to be adapted", "needs-l10n": "to be localized",
    "needs-review-translation": "to be reviewed", "needs-review-adaptation": "to be reviewed",
    "needs-review-l10n": "to be reviewed", "needs_review": "to be reviewed", "unreviewed": "not reviewed",
    "draft": "a draft", "machine": "translated by a machine", "mt": "translated by a machine", "mt!": "translated by a machine",
}  # fmt: skip
"""States of XLIFF 1.2 and 2.x, of PO and of translation tools that say a translation is not done."""


def _has_state(unit: Unit) -> bool:
    """Whether the file says how far the translation is."""
    return bool(unit.segment.state)


@check(
    "ACC023",
    category="accuracy/untranslated",
    severity=Severity.NEUTRAL,
    when=_has_state,
    priority=15,
    examples=[
        Example("Save", "Speichern", given={"state": "final"}),
        Example("Open", "Öffnen", given={"state": "translated"}),
        Example("Close", "", given={"state": "new"}, note="empty: another check says so"),
        Example("Speichern", "Save", "de", "en"),
        Example("Save", "⟦Speichern⟧", given={"state": "fuzzy"}),
        Example("Open", "⟦Öffnen⟧", given={"state": "needs-review-translation"}),
        Example("Speichern", "⟦Save⟧", "de", "en", given={"state": "initial"}),
    ],
)
def unfinished(unit: Unit) -> Iterator[Hit]:
    """The file itself says that this translation is not done: fuzzy, a draft, to be reviewed.

    gettext does not show a fuzzy message at all, and a translation memory's guess may say something else. It costs
    nothing in the score: the text may be right.
    """
    state = unit.segment.state
    if not state or not unit.segment.target.strip():
        return
    if said := STATES.get(state.lower()):
        yield Hit(Span(0, len(unit.segment.target)), f"The file says “{state}”: {said}.", confidence=0.97)
