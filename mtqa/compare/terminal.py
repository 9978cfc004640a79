"""The comparison as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.compare.base import Comparison, Pair, Scored
from mtqa.compare.differing import Differing, Side, differing
from mtqa.compare.said import difference, duel_said, facts, how, number, sentences, with_interval
from mtqa.report.bands import points
from mtqa.report.cells import clip, line
from mtqa.report.cells import width as columns
from mtqa.report.page.charts import category_name
from mtqa.report.pen import CLOSE, OPEN, Pen

NAME, CELL = 16, 12
HIDDEN = {"major"}
"""Scores that only page and files show."""

LONGEST = 36
"""Columns of a system's name beside another one."""

CATEGORIES, PAIRS = 8, 15
"""How many categories and pairs of systems are printed; the rest is in the report."""


def render(
    found: Comparison, *, width: int = 80, colour: bool = False, out_folder: str | Path | None = None, limit: int = 3
) -> str:
    """The lines to print after a comparison, none wider than ``width`` columns (80 at least) but for a long path."""
    pen = Pen(max(width, 80), colour=colour)
    head = "COMPARISON  " + clip(" · ".join(line(name) for name in found.names), pen.width - 12)
    blocks = [
        [pen.paint(head, "bold"), *pen.wrap(facts(found), style="dim")],
        [row for text in sentences(found) for row in pen.wrap(line(text), indent="  ", first="")],
        *_scores(found, pen),
        list(_pairs(found, pen)),
        [row for one in found.duels[:PAIRS] for row in pen.wrap(duel_said(found, one) + ".", indent="  ", first="")]
        if len(found.systems) > 2 else [],
        list(_profile(found, pen)),
        list(_segments(found, pen, limit)),
        pen.wrap(how(found), style="dim"),
        [row for text in found.notes for row in pen.wrap(f"Note: {line(text)}", indent="  ", first="")],
        [f"Report: {line(str(Path(out_folder) / 'comparison.html'))}"] if out_folder is not None else [],
    ]  # fmt: skip
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _cut(text: str, wide: int) -> str:
    text = clip(line(text), wide)
    return text + " " * (wide - columns(text))


def _chunks(found: Comparison, pen: Pen) -> Iterator[list[Scored]]:
    fit = (pen.width - NAME - 4) // CELL
    shown = [one for one in found.scores if one.name not in HIDDEN - {found.ranked_by}]
    for start in range(0, len(shown), fit):
        yield shown[start : start + fit]


def _scores(found: Comparison, pen: Pen) -> Iterator[list[str]]:
    for some in _chunks(found, pen):
        rows = [f"    {'':<{NAME}}" + "".join(f"{one.label:>{CELL}}" for one in some)]
        last = 1
        for place in found.ranking:
            if place.cluster != last:
                rows.append("    " + "─" * (NAME + CELL * len(some)))
                last = place.cluster
            cells = "".join(f"{_cell(one, place.system):>{CELL}}" for one in some)
            rows.append(f"{place.cluster:>2}  {_cut(found.names[place.system], NAME)}{cells}")
        yield rows


def _cell(one: Scored, system: int) -> str:
    """The score with its interval; without decimals where they leave no space before it."""
    text = with_interval(one, system)
    return text if columns(text) < CELL else with_interval(one, system, 0)


def _pairs(found: Comparison, pen: Pen) -> Iterator[str]:
    couples = found.scores[0].pairs[:PAIRS]
    for start, some in enumerate(_chunks(found, pen)):
        if not start:
            yield pen.paint("Differences (first minus second, * significant)", "bold")
        yield f"    {'':<{NAME}}" + "".join(f"{one.label:>{CELL - 1}} " for one in some)
        for at, pair in enumerate(couples):
            cells = "".join(f"{difference(one.pairs[at], one.decimals):>{CELL}}" for one in some)
            couple = _couple(found, pair)
            if columns(couple) > NAME + 1:
                yield clip(f"  {couple}", pen.width)
            yield f"  {_cut(couple if columns(couple) <= NAME + 1 else '', NAME + 2)}{cells}"
    left = len(found.scores[0].pairs) - len(couples)
    if left:
        yield f"  … and {left} more pairs, in pairs.csv (--out)"


def _couple(found: Comparison, pair: Pair) -> str:
    return " − ".join(clip(line(found.names[at]), LONGEST) for at in (pair.first, pair.second))


def _profile(found: Comparison, pen: Pen) -> Iterator[str]:
    fit = (pen.width - 28) // CELL
    for start in range(0, len(found.names), fit) if found.profile else ():
        some = range(start, min(start + fit, len(found.names)))
        heads = "".join(f"{clip(line(found.names[at]), CELL - 1):>{CELL}}" for at in some)
        yield pen.paint(f"{'Findings per 1,000 words':<28}{heads}", "bold")
        for row in found.profile[:CATEGORIES]:
            yield f"  {_cut(category_name(row.category), 26)}" + "".join(
                f"{number(row.rates[at]):>{CELL}}" for at in some
            )
        left = len(found.profile) - CATEGORIES
        if left > 0:
            yield f"  … and {left} more categories, in the report"


def _segments(found: Comparison, pen: Pen, limit: int) -> Iterator[str]:
    shown = differing(found, limit)
    if shown:
        yield pen.paint("Where they differ most (⟦ ⟧: words that no other system has there)", "bold")
    for one in shown:
        yield ""
        yield from _segment(found, one, pen)


def _segment(found: Comparison, one: Differing, pen: Pen) -> Iterator[str]:
    document = "" if len({unit.document for unit in found.units}) == 1 else f"{clip(line(one.unit.document), 30)}, "
    yield f"  {document}segment {one.unit.name}"
    against = one.unit.source or one.unit.reference
    yield from pen.wrap(f"{'source' if one.unit.source else 'reference'}: {line(against)}", indent="    ", style="dim")
    for side in one.sides:
        name = clip(line(found.names[side.system]), NAME)
        quality = "–" if side.quality is None else points(side.quality)
        yield from pen.wrap(f"{name} {quality}: {_marked(side)}", indent="    ")


def _marked(side: Side) -> str:
    out, last = [], 0
    text = side.text.replace(OPEN, "�").replace(CLOSE, "�")
    for start, end in side.own:
        out += [text[last:start], OPEN, text[start:end], CLOSE]
        last = end
    return line("".join([*out, text[last:]])) or "(empty)"
