"""Which numbers of a translation have another value, scale, sign or unit than the source gives them.

One comparison for all checks about numbers: :func:`compare` sees a pair of views once, each check reports its kind.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from mtqa.lang.base import language, separators
from mtqa.text.digit_groups import in_groups, joined
from mtqa.text.local_numbers import counted_otherwise
from mtqa.text.telephones import same_telephones
from mtqa.text.times import day_points
from mtqa.text.units import CONVERTIBLE, NAMES, RUN, Measure, converted, measures, shared_measures
from mtqa.text.zones import DAY, in_other_zone, zones

if TYPE_CHECKING:
    from mtqa.data import Range
    from mtqa.text.numbers import Number
    from mtqa.text.view import View

Kind = Literal["number", "scale", "time", "date", "unit", "conversion", "currency", "sign", "zeros"]


class Mismatch(NamedTuple):
    """A number of the target and the one of the source that it does not render, and what differs.

    ``units`` are those of the target's and of the source's number where the kind is about them.
    """

    kind: Kind
    ours: Number
    theirs: Number
    units: tuple[tuple[Measure, ...], tuple[Measure, ...]] = ((), ())


class Comparison(NamedTuple):
    """What differs, by place in the target; and what one side has in digits and the other in no form at all."""

    mismatches: tuple[Mismatch, ...] = ()
    missing: tuple[Number, ...] = ()
    added: tuple[Number, ...] = ()


NOTHING = Comparison()
FAR, NEAR = 0.5, 0.25
"""How far from each other two numbers may stand, as shares of their texts; the latter where one is in words."""

SURE = 3
"""Number words below this value are often something else (*ein*, *second*), or stay unsaid."""

SCALE = 100
"""A word of this value or more multiplies what stands before it."""

MINUS = re.compile(r"(?:^|[\s(\[=:≈~])[-−–](?=\d)")


def compare(source: View, target: View) -> Comparison:
    """The numbers of both views compared; empty at once where neither side has digits or number words."""
    words = not (_counting(source.lang).isdisjoint(source.words) and _counting(target.lang).isdisjoint(target.words))
    if not (words or source.has_digit or target.has_digit):
        return NOTHING
    if words and _said(source) != _said(target):
        return _differing(source, target)
    return NOTHING if _signature(source) == _signature(target) else _differing(source, target)


def _said(view: View) -> list[float]:
    """The values of the words that count, in order of size; scale words and times never come out the same."""
    words = _counting(view.lang)
    numbers = language(view.lang).number_words
    found = [numbers[word] for word in view.lower if word in words]
    return sorted(found) if all(value < SCALE and value >= SURE for value in found) else [float("nan")]


@cache
def _counting(lang: str) -> frozenset[str]:
    """Words that only number words and times are made of, lower case."""
    data = language(lang)
    return frozenset(word for word, value in data.number_words.items() if value >= SURE or word in HALF)


HALF = frozenset(("half", "quarter", "halb", "viertel"))
"""The words for parts of an hour."""


SIGNED = re.compile(
    r"(?:(?:(?<=[\s(])|^)([-−–]))?([€$£¥₹])?(\d+(?:[.,:]\d+)*)(?:[\s\u00a0\u202f-]?([^\W\d_]+|°\s?[CF]?|[%€$£¥₹′″½]))?"
)


def _signature(view: View) -> list[tuple[str, ...]]:
    """Each run of digits with its sign and what stands beside it, where that says what is counted; in no order."""
    if not view.has_digit:
        return []
    return sorted(
        (sign and "-", run.replace(",", "."), KEYS.get(before, ""), KEYS.get(after) or KEYS.get(after.lower(), ""))
        for sign, before, run, after in SIGNED.findall(view.masked)
    )


def _keys() -> dict[str, str]:
    """Units and currencies by their common name; words of scales, percents and clocks as they stand."""
    keys = {name: units[0].name for name, units in NAMES.items()}
    for lang in ("de", "en"):
        data = language(lang)
        keys |= {word: str(value) for word, value in data.number_words.items() if value >= 100}
        keys |= {word: word for word in data.clock}
    return keys


KEYS = _keys()


def _differing(source: View, target: View) -> Comparison:
    theirs, ours = source.numbers, target.numbers
    there, here = same_telephones(source, target)
    there, here = [*there, *in_groups(source.masked, ours)], [*here, *in_groups(target.masked, theirs)]
    missing = [one for one in _outside(theirs, there) if not _is_among(one, ours, target, here)]
    extra = [one for one in _outside(ours, here) if not _is_among(one, theirs, source, there)]
    found = [
        *_unlike(source, target, missing, extra),
        *_beside(source, target, _outside(theirs, there), _outside(ours, here)),
    ]
    return Comparison(
        tuple(sorted(found, key=lambda one: one.ours.start)),
        tuple(number for number in missing if _alone(number, extra, source, target)),
        tuple(number for number in extra if _alone(number, missing, target, source)),
    )


def _outside(numbers: list[Number], places: list[Range]) -> list[Number]:
    """Those of the numbers that stand in none of the places."""
    return [number for number in numbers if not any(start <= number.start < end for start, end in places)]


def _is_among(number: Number, others: list[Number], view: View, places: list[Range]) -> bool:
    """Whether one of the others may be the same, or one of those places of their text write it in groups."""
    return any(number.same(other) for other in others) or any(
        number.value == joined(view.masked[start:end]) for start, end in places
    )


def _alone(number: Number, left: list[Number], view: View, other: View) -> bool:
    """Whether nothing on the other side may stand for the number: no number that is left, nor its digits elsewhere."""
    if not number.exact or number.kind == "time" or left or number.value < SURE:
        return False
    digits = re.sub(r"\D", "", number.text)
    if digits in re.sub(r"[\s.,:-]", "", other.text):
        return False
    units = measures(view.masked, number.start, number.end)
    if any(0 < number.start - one.end <= 14 and _small_unit(view, one) > number.value for one in view.numbers):
        return False  # 5 feet 11
    return not any(unit.dimension in ("time", *CONVERTIBLE) for unit in units)


def _unlike(source: View, target: View, missing: list[Number], extra: list[Number]) -> list[Mismatch]:
    """The numbers without an equal on the other side, each with the nearest comparable one; those are taken off both."""
    out = []
    for number in list(extra):
        rival = _nearest(number, missing, len(target.text), len(source.text))
        if rival is None:
            continue
        missing.remove(rival)
        extra.remove(number)
        here = shared_measures(target.masked, number.start, number.end)
        units = here, shared_measures(source.masked, rival.start, rival.end)
        if not any(
            _converted(source, target, other, number, (here, shared_measures(source.masked, other.start, other.end)))
            for other in source.numbers  # “5 to 8 miles”, „8 bis 13 km“: the eights are not the same
        ):
            out.append(Mismatch(_kind(number, rival, units), number, rival, units))
    return out


def _kind(ours: Number, theirs: Number, units: tuple[tuple[Measure, ...], tuple[Measure, ...]]) -> Kind:
    if ours.kind in ("time", "daytime") and theirs.kind in ("time", "daytime"):
        return "time"
    if {"day", "month", "year"} >= {ours.kind, theirs.kind}:
        return "date"
    if ours.scale != theirs.scale and _close(ours.value / ours.scale, theirs.value / theirs.scale):
        return "scale"
    here, there = ({unit.name for unit in side if unit.dimension in CONVERTIBLE} for side in units)
    if here and there and here.isdisjoint(there) and _dimensions(units[0]) & _dimensions(units[1]):
        return "conversion"
    return "number"


def _dimensions(units: tuple[Measure, ...]) -> frozenset[str]:
    return frozenset(unit.dimension for unit in units)


def _close(one: float, other: float) -> bool:
    return abs(one - other) < 1e-6 * max(1, abs(one))


def _nearest(number: Number, rivals: list[Number], ours: int, theirs: int) -> Number | None:
    """The comparable number of the source at the nearest relative place, those of the same scale or kind first."""
    place = number.start / ours
    best: tuple[float, Number] | None = None
    for rival in rivals:
        away = abs(place - rival.start / theirs)
        if away <= (FAR if number.exact and rival.exact else NEAR) and _comparable(number, rival):
            away += 0 if number.kind == rival.kind else NEAR
            best = (away, rival) if best is None or away < best[0] else best
    return best[1] if best else None


def _comparable(one: Number, other: Number) -> bool:
    if one.kind in CLOCK or other.kind in CLOCK:
        return one.kind in CLOCK and other.kind in CLOCK
    if "month" in (one.kind, other.kind):
        return one.kind == other.kind
    if any(number.kind == "word" and number.value == number.scale > 1 for number in (one, other)):
        # *billions* alone: only the scale can be wrong
        return min(one.scale, other.scale) > 1 and _close(one.value / one.scale, other.value / other.scale)
    return _certain(one) and _certain(other)


CLOCK = frozenset(("time", "daytime"))


def _certain(number: Number) -> bool:
    """Whether it surely is a number: not *ein*, *beide* or *Sekunde*, nor a letter that may be Roman."""
    return number.exact or (number.kind == "word" and number.value >= SURE)


CHANGE = re.compile(r"\b(?:by|um)(?: (?:about|some|nearly|up to|rund|etwa|fast|bis zu))?\s$")
"""What stands before the number of degrees by which something rose or fell."""

EMERGENCY = frozenset((110, 112, 911, 999))
"""The numbers that one calls in need differ by country."""


def _converted(
    source: View, target: View, theirs: Number, ours: Number, units: tuple[tuple[Measure, ...], tuple[Measure, ...]]
) -> bool:
    """Whether the target says the same in another unit, zone or way of counting, or by a word for the hour."""
    change = CHANGE.search(target.masked, 0, ours.start) or CHANGE.search(source.masked, 0, theirs.start)
    if (
        converted(theirs.value, units[1], ours.value, units[0], change=bool(change))
        or {theirs.value, ours.value} <= EMERGENCY
        or counted_otherwise(source, target, theirs, ours)
        or _moved(source, target, theirs, ours)
    ):
        return True
    if abs(ours.value - theirs.value) == 12 and max(ours.value, theirs.value) <= 24:
        return any(number.kind == "time" for number in (*source.numbers, *target.numbers))  # from 1 to 2 pm
    if ours.kind in CLOCK:
        return any(hour in {value % 24 for value in theirs.values} for hour in day_points(target.words, target.lang)) or any(
            hour in {value % 24 for value in ours.values} for hour in day_points(source.words, source.lang)
        )  # fmt: skip
    return _with_inches(source, theirs, ours, units) or _with_inches(target, ours, theirs, units[::-1])


def _moved(source: View, target: View, theirs: Number, ours: Number) -> bool:
    """Whether both are times of day, and the same one in two zones; *from 9* in a text with zones may be one too."""
    if (
        not zones(source)
        or {ours.kind, theirs.kind} - CLOCK - {"number", "word"}
        or max(ours.value, theirs.value) > DAY
    ):
        return False
    if not any(number.kind in CLOCK for number in target.numbers):
        return False
    return in_other_zone(source, target, theirs.values, ours.values)


def _small_unit(view: View, number: Number) -> int:
    """How many of the smaller unit, of which a number may follow, make the number's unit: 12 inches a foot."""
    units = measures(view.masked, number.start, number.end)
    return {"ft": 12, "lb": 16, "stone": 14}.get(units[0].name if units else "", 0)


def _with_inches(
    view: View, feet: Number, other: Number, units: tuple[tuple[Measure, ...], tuple[Measure, ...]]
) -> bool:
    """Whether ``feet`` and the number behind it (*5 feet 11*) are together what ``other`` says."""
    small = _small_unit(view, feet)
    after = next((number for number in view.numbers if 0 < number.start - feet.end <= 14), None)
    return bool(small and after and after.value < small) and converted(
        feet.value + (after.value if after else 0) / small, units[1], other.value, units[0]
    )


def _beside(source: View, target: View, theirs: list[Number], ours: list[Number]) -> list[Mismatch]:
    """What differs beside numbers of the same value that each side has once: unit, currency, sign, leading zeros."""
    out = []
    for number in ours:
        if number.kind not in ("number", "percent"):
            continue
        same = [other for other in theirs if number.same(other)]
        if len(same) != 1 or sum(number.same(other) for other in ours) > 1:
            continue
        units = (
            measures(target.masked, number.start, number.end), measures(source.masked, same[0].start, same[0].end)
        )  # fmt: skip
        if kind := _difference(source, target, number, same[0], units):
            out.append(Mismatch(kind, number, same[0], units))
    return out


def _difference(
    source: View, target: View, ours: Number, theirs: Number, units: tuple[tuple[Measure, ...], tuple[Measure, ...]]
) -> Kind | None:
    if (kind := _unit(*units)) and not converted(theirs.value, units[1], ours.value, units[0]):
        return kind  # a quart is a litre, within what rounding explains
    if ours.value and signed(target.masked, ours) != signed(source.masked, theirs):
        return "sign"
    if zeros(ours.text) != zeros(theirs.text) and ours.text.isdigit() and theirs.text.isdigit():
        return None if _is_dialled(source, theirs) or _is_dialled(target, ours) else "zeros"
    return None


def _unit(here: tuple[Measure, ...], there: tuple[Measure, ...]) -> Kind | None:
    if not here or not there or {unit.name for unit in here} & {unit.name for unit in there}:
        return None
    common, dimensions = _dimensions(here) & _dimensions(there), _dimensions(here) | _dimensions(there)
    if common:
        return "currency" if common == {"money"} else "unit"
    if dimensions == {"share", "points"}:
        return "unit" if there[0].dimension == "points" else None
    return None if "money" in dimensions or "time" in dimensions else "unit"


def _is_dialled(view: View, number: Number) -> bool:
    """Whether the number is of a telephone that the text gives in its international form, without a nought before it."""
    return DIALLED.search(view.masked, max(0, number.start - 12), number.start) is not None


DIALLED = re.compile(r"\+(?:\d{1,3}[\s\u00a0/-]*)?(?:\(0\)[\s\u00a0]*)?$")


def signed(text: str, number: Number) -> bool:
    """Whether a minus stands right before the number."""
    return MINUS.search(text, max(0, number.start - 2), number.end) is not None


def zeros(run: str) -> int:
    """How many zeros the digits begin with that say nothing about their value."""
    return len(run) - len(run.lstrip("0")) if len(run) > 1 and run.isdigit() else 0


def rewritten(number: Number, source_lang: str, target_lang: str) -> str:
    """A number of digits with the separators of the other language; empty for any other form."""
    if not RUN.fullmatch(number.text):
        return ""
    (decimal, group), (ours, groups) = separators(source_lang), separators(target_lang)
    return "".join({decimal: ours, group[0]: groups[0]}.get(char, char) for char in number.text)
