"""Which segments of the systems belong together: those that hold the same stretch of the source (or reference).

Ready pairs match row by row, or by identical source where a table is in another order. Running texts were aligned each
on its own, and one system's two segments may be another's one; there a unit ends where the segments of *all* systems end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from mtqa.compare.base import System, Unit
from mtqa.errors import ReadError
from mtqa.report.cells import counted

EXCERPT = 40
Rows = list[int]


@dataclass(frozen=True, slots=True)
class Side:
    """A system's rows of one document, with the texts they are matched by."""

    system: System
    rows: Rows
    sources: list[str]
    references: list[str]

    @property
    def is_table(self) -> bool:
        """Whether its rows are ready pairs."""
        return bool((self.system.results.segments["bead"].iloc[self.rows] == "pair").all())


def match(systems: Sequence[System]) -> list[Unit]:
    """The units in the order of the first system's text.

    Raises:
        ReadError: where the systems do not translate the same text.
    """
    return [unit for document, rows in _documents(systems) for unit in _units(systems, document, rows)]


def _documents(systems: Sequence[System]) -> list[tuple[str, list[Rows]]]:
    """The documents that all systems have, by name; one for all rows where their names are not the same."""
    groups = [_grouped(system.results.segments["document"]) for system in systems]
    if len(groups[0]) > 1 and all(set(group) == set(groups[0]) for group in groups):
        return [(name, [group[name] for group in groups]) for name in groups[0]]
    return [("", [list(range(len(system.results.segments))) for system in systems])]


def _grouped(column: pd.Series[str]) -> dict[str, Rows]:
    out: dict[str, Rows] = {}
    for row, name in enumerate(column.tolist()):
        out.setdefault(str(name), []).append(row)
    return out


def _units(systems: Sequence[System], document: str, rows: list[Rows]) -> list[Unit]:
    sides = [_side(system, own) for system, own in zip(systems, rows, strict=True)]
    groups = _by_row(sides) or _by_place(sides) or _by_source(sides)
    if groups is None:
        raise _mismatch(sides)
    return [_unit(sides, document, str(number), group) for number, group in enumerate(groups)]


def _side(system: System, rows: Rows) -> Side:
    frame = system.results.segments.iloc[rows]
    return Side(system, rows, [_bare(text) for text in frame["source"]], [_bare(text) for text in frame["reference"]])


def _bare(text: object) -> str:
    """The text without white space, which differs between a sentence alone and the same one within its text."""
    return "".join(text.split()) if isinstance(text, str) else ""


def _agree(texts: Sequence[list[str]]) -> bool:
    """Whether the lists that say anything are the same."""
    told = [own for own in texts if any(own)]
    return all(own == told[0] for own in told)


def _by_row(sides: Sequence[Side]) -> list[list[Rows]] | None:
    """Row by row, for tables of the same rows."""
    first = sides[0]
    same = all(side.is_table and len(side.rows) == len(first.rows) for side in sides)
    if not (same and _agree([side.sources for side in sides]) and _agree([side.references for side in sides])):
        return None
    return [[[side.rows[at]] for side in sides] for at in range(len(first.rows))]


def _by_place(sides: Sequence[Side]) -> list[list[Rows]] | None:
    """From one place in the text where segments of all systems end to the next; additions go with what is before them."""
    by_reference = all(any(side.references) for side in sides)
    ends = [_ends(side, by_reference=by_reference) for side in sides]
    whole = {("".join(side.sources), "".join(side.references) if by_reference else "") for side in sides}
    if len(whole) > 1 or not any(next(iter(whole))):
        return None
    common = sorted(set.intersection(*(set(own) for own in ends)))
    return _filled(sides, ends, common)


def _ends(side: Side, *, by_reference: bool) -> list[tuple[int, int]]:
    """How much of source and reference lies before the end of each row."""
    source = reference = 0
    out = []
    for one, other in zip(side.sources, side.references, strict=True):
        source += len(one)
        reference += len(other) if by_reference else 0
        out.append((source, reference))
    return out


def _filled(
    sides: Sequence[Side], ends: Sequence[list[tuple[int, int]]], common: Sequence[tuple[int, int]]
) -> list[list[Rows]]:
    """The rows of each unit; ends only grow, and every common one is among each system's own."""
    groups: list[list[Rows]] = [[[] for _ in sides] for _ in common]
    for number, (side, own) in enumerate(zip(sides, ends, strict=True)):
        unit = 0
        for row, end in zip(side.rows, own, strict=True):
            unit += end > common[unit]
            groups[unit][number].append(row)
    return groups


def _by_source(sides: Sequence[Side]) -> list[list[Rows]] | None:
    """Identical sources, in whatever order; equal ones by their occurrence."""
    if not all(side.is_table and all(side.sources) for side in sides):
        return None
    keys = [_keyed(side) for side in sides]
    if any(set(own) != set(keys[0]) for own in keys):
        return None
    return [[[own[key]] for own in keys] for key in keys[0]]


def _keyed(side: Side) -> dict[tuple[str, int], int]:
    seen: Counter[str] = Counter()
    out = {}
    for row, source in zip(side.rows, side.sources, strict=True):
        seen[source] += 1
        out[source, seen[source]] = row
    return out


def _unit(sides: Sequence[Side], document: str, number: str, group: list[Rows]) -> Unit:
    frames = [side.system.results.segments for side in sides]
    row = group[0][0] if group[0] else 0
    name = str(frames[0]["segment"].iloc[row]) if len(group[0]) == 1 else number
    if len(group[0]) > 1:
        name = f"{frames[0]['segment'].iloc[group[0][0]]}–{frames[0]['segment'].iloc[group[0][-1]]}"
    texts = {
        column: next(
            filter(None, (_joined(frame, column, rows) for frame, rows in zip(frames, group, strict=True))), ""
        )
        for column in ("source", "reference")
    }
    return Unit(
        document=document or str(frames[0]["document"].iloc[row]),
        name=name,
        source=texts["source"],
        reference=texts["reference"],
        targets=tuple(_joined(frame, "target", rows) for frame, rows in zip(frames, group, strict=True)),
        rows=tuple(tuple(rows) for rows in group),
    )


def _joined(frame: pd.DataFrame, column: str, rows: Rows) -> str:
    return " ".join(filter(None, (str(frame[column].iloc[row] or "") for row in rows)))


def _mismatch(sides: Sequence[Side]) -> ReadError:
    first = sides[0]
    if not any(any(side.sources) or any(side.references) for side in sides):
        other = next(side for side in sides if not side.is_table or len(side.rows) != len(first.rows))
        return ReadError(other.system.name, f"expected a source or reference to match segments by, or {len(first.rows)} "
                         f"rows as in {first.system.name}, found {len(other.rows)}; give --source or --reference.")  # fmt: skip
    for other in sides[1:]:
        for side in ("sources", "references"):
            ours, theirs = Counter(getattr(first, side)), Counter(getattr(other, side))
            if any(theirs) and any(ours) and "".join(getattr(first, side)) != "".join(getattr(other, side)):
                return _different(first, other, side[:-1], (ours - theirs, theirs - ours))
    return ReadError(sides[1].system.name, f"expected the segments of {first.system.name}, found others; "
                                           "compare translations of the same text.")  # fmt: skip


def _different(first: Side, other: Side, side: str, apart: tuple[Counter[str], Counter[str]]) -> ReadError:
    column = first.system.results.segments[side] if apart[0] else other.system.results.segments[side]
    bare = next(iter(apart[0] or apart[1]), "")
    text = next((text for text in column.tolist() if _bare(text) == bare), bare)[:EXCERPT]
    counts = f"{counted(apart[0].total(), 'segment')} of it missing and {counted(apart[1].total(), 'other')}"
    found = counts if apart[0] or apart[1] else f"them in another order that cannot be followed ({side})"
    return ReadError(other.system.name, f"expected the {side} of {first.system.name}, found {found} (such as {text!r}); "
                                        "compare translations of the same text.")  # fmt: skip
