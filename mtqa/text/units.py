"""Units of measure and money behind (or before) a number: which they are, and whether one amount is another converted.

Factors are those of the SI brochure and of NIST Special Publication 811, appendix B; a pound of money and one of mass
have the same name, so a name may stand for several units.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Measure(NamedTuple):
    """A unit: its dimension, its size in the dimension's base, and for temperatures the offset of its zero."""

    name: str
    dimension: str
    size: float
    zero: float = 0.0
    system: str = ""


def _table() -> dict[str, tuple[Measure, ...]]:
    """Lower-case names (as written where the case tells) -> the units that they may stand for."""
    names: dict[str, tuple[Measure, ...]] = {}
    for row in ROWS.strip().splitlines():
        dimension, size, system, *spellings = row.split("|")
        one = Measure(spellings[0], dimension, float(size), 255.37222 if spellings[0] == "°F" else
                      273.15 if spellings[0] == "°C" else 0.0, system)  # fmt: skip
        for spelling in spellings:
            names[spelling] = (*names.get(spelling, ()), one)
    return names


ROWS = """
length|1000|si|km|kilometre|kilometres|kilometer|kilometers|kilometern
length|1|si|m|metre|metres|meter|meters|metern|höhenmeter|höhenmetern
length|0.01|si|cm|centimetre|centimetres|centimeter|centimeters|zentimeter|zentimetern
length|0.001|si|mm|millimetre|millimetres|millimeter|millimeters|millimetern
length|1609.344|us|mi|mile|miles|meile|meilen
length|0.3048|us|ft|foot|feet|fuß|fuss|′
length|0.0254|us|inch|inches|in|zoll|″|"
length|0.9144|us|yd|yard|yards
mass|1000|si|t|tonne|tonnes|tonnen|metric ton|metric tons|ton|tons
mass|1|si|kg|kilo|kilos|kilogram|kilograms|kilogramm|kilogrammes
mass|907.18474|us|short ton|short tons|ton|tons
mass|0.001|si|g|gram|grams|gramm
mass|0.000001|si|mg|milligram|milligrams|milligramm
mass|0.45359237|us|lb|lbs|pound|pounds|pfund
mass|0.0283495|us|oz|ounce|ounces|unze|unzen
mass|6.35029|us|stone|stones
mass|0.1134||stick|sticks
volume|1|si|l|L|litre|litres|liter|liters|litern
volume|0.1|si|dl|dL|decilitre|decilitres|deciliter|deciliters|dezilitern
volume|0.01|si|cl|cL|centilitre|centilitres|centiliter|centiliters|zentilitern
volume|0.001|si|ml|mL|millilitre|millilitres|milliliter|milliliters|millilitern
volume|1000|si|m³|cubic metre|cubic metres|cubic meter|cubic meters|kubikmeter|kubikmetern
volume|3.785411784|us|gal|gallon|gallons|gallone|gallonen
volume|4.54609|us|imperial gallon|gal|gallon|gallons
volume|0.473176|us|pint|pints
volume|0.568261|us|imperial pint|pint|pints
volume|0.946353||quart|quarts
volume|0.236588||cup|cups|tasse|tassen
volume|0.0147868||tbsp|tablespoon|tablespoons|el|EL|esslöffel
volume|0.0049289||tsp|teaspoon|teaspoons|tl|TL|teelöffel
volume|0.0295735|us|fl oz|fluid ounce|fluid ounces|ounce|ounces|oz
volume|158.987|us|bbl|barrel|barrels
area|1|si|m²|square metre|square metres|square meter|square meters|quadratmeter|quadratmetern
area|1000000|si|km²|square kilometre|square kilometres|square kilometer|square kilometers|quadratkilometer|quadratkilometern
area|10000|si|ha|hectare|hectares|hektar
area|4046.8564|us|acre|acres
area|0.09290304|us|sq ft|sq. ft.|square foot|square feet|quadratfuß
area|2589988.11|us|sq mi|square mile|square miles|quadratmeile|quadratmeilen
speed|0.277778|si|km/h|kph|kmh|stundenkilometer|stundenkilometern|kilometres per hour|kilometers per hour|kilometres an hour
speed|0.277778|si|km/h|kilometer pro stunde|kilometern pro stunde|kilometer in der stunde|kilometern in der stunde
speed|0.277778|si|km/h|kilometers an hour
speed|1|si|m/s
speed|0.44704|us|mph|miles per hour|miles an hour|meilen pro stunde|meilen in der stunde
pressure|100000|si|bar
pressure|100|si|mbar|millibar|hPa|hectopascal|hektopascal
pressure|1000|si|kPa|kilopascal
pressure|1000000|si|MPa|megapascal
pressure|6894.757|us|psi
power|0.7355||PS|hp|horsepower|bhp|pferdestärken
power|0.7457||mechanical horsepower|hp|horsepower|bhp
power|1|si|kW|kilowatt|kilowatts
consumption|235.215|us|mpg|miles per gallon
consumption|282.481|us|imperial mpg|mpg|miles per gallon
consumption|1|si|l/100|l auf 100|liter auf 100|litres per 100|liters per 100|l per 100
temperature|1|si|°C|° C|degrees celsius|degree celsius|grad celsius|celsius|grad|degrees|°
temperature|0.5555556|us|°F|° F|degrees fahrenheit|grad fahrenheit|fahrenheit|degrees|°|grad
temperature|1|si|kelvin|degrees kelvin|grad kelvin
time|0.000000001||ns|nanosecond|nanoseconds|nanosekunde|nanosekunden
time|0.000001||µs|microsecond|microseconds|mikrosekunde|mikrosekunden
time|0.001||ms|millisecond|milliseconds|millisekunde|millisekunden
time|1||s|sec|second|seconds|sekunde|sekunden
time|60||min|minute|minutes|minuten
time|3600||h|hour|hours|stunde|stunden|hr|hrs
time|86400||day|days|tag|tage|tagen
time|604800||week|weeks|woche|wochen
time|2629800||month|months|monat|monate|monaten|monats
time|31557600||year|years|jahr|jahre|jahren|jahres|yr|yrs
time|315576000||decade|decades|jahrzehnt|jahrzehnte|jahrzehnten
time|3155760000||century|centuries|jahrhundert|jahrhunderte|jahrhunderten
data|0.001||KB|kB|kilobyte|kilobytes
data|1||MB|megabyte|megabytes
data|1000||GB|gigabyte|gigabytes
data|1000000||TB|terabyte|terabytes
money|1||EUR|€|euro|euros
money|1||USD|$|us$|US$|dollar|dollars|us-dollar|us-dollars|dollarn
money|1||GBP|£|pound|pounds|pfund|pound sterling|pounds sterling|pfund sterling|britische pfund|quid
money|1||CHF|franc|francs|franken|sfr
money|1||JPY|¥|yen
money|1||INR|₹|rupee|rupees|rupie|rupien
money|1||CAD|C$|canadian dollars|kanadische dollar|kanadischen dollar|$|dollar|dollars
money|1||AUD|A$|australian dollars|australische dollar|australischen dollar|$|dollar|dollars
money|1||RUB|rouble|roubles|ruble|rubles|rubel
money|1||PLN|zloty|złoty
money|1||CZK|crowns|koruna|kronen
money|1||CNY|yuan|renminbi
money|0.01||cent|cents
money|0.01||pence|penny
share|1||%|percent|per cent|prozent
points|1||percentage point|percentage points|prozentpunkt|prozentpunkte|prozentpunkten
"""
NAMES = _table()
WRITTEN = sorted((name for name in NAMES if re.search(r"[ \d]", name)), key=lambda name: (-len(name), name))
"""The names that are more than a word."""
UNIT = re.compile(
    r"[\s\u00a0\u202f-]{0,2}("
    + "|".join(map(re.escape, WRITTEN))
    + r"|US-Dollars?|[^\W\d_]+(?:/[^\W\d_]+|[²³])?|[°%€$£¥₹′″\"](?:\s?[CF]\b)?)(?![\w²³/])",
    re.IGNORECASE,
)
LEADING = re.compile(r"((?:US|A|C)?[€$£¥₹]|EUR|USD|GBP|CHF|JPY)\s?$")
LIMIT = re.compile(r"\bTempo[ \u00a0-]$")
LIMITED = re.compile(r"er-Zonen?\b")
"""What makes a number one of a speed limit: *Tempo 50*, *eine 30er-Zone*."""
INCH_ENDS = re.compile(r"\.?\s*(?:$|[,;:)\]/×xX(|]|[-–]\w)")
"""What follows *in* where it means inches and does not begin a phrase."""
FEET = re.compile(r"'(?=\s?\d{1,2}(?:\"|″|''|\s?in\b))")
"""An apostrophe that means feet, because inches follow: *6'2"*."""
SHARED = re.compile(r"[\s\u00a0]*(?:[×xX*/,–-]|to|bis|and|und|by|mal|auf|or|oder)[\s\u00a0]*(?=\d)")
"""What stands between amounts of which only the last has its unit: *10 × 14 in*, *5 bis 8 km*."""
SHORTEST = 3
"""Shorter names are told by their letter case and need a space or nothing before them, not a hyphen."""


def measures(text: str, start: int, end: int) -> tuple[Measure, ...]:
    """The units that the number ``text[start:end]`` may have; empty where none is written beside it."""
    if (before := LEADING.search(text, max(0, start - 4), start)) and (found := NAMES.get(before[1])):
        return found
    if LIMIT.search(text, max(0, start - 6), start) or LIMITED.match(text, end):
        return NAMES["km/h"]
    match = UNIT.match(text, end)
    if not match:
        return NAMES["ft"] if FEET.match(text, end) else ()
    name = match[1].replace("\u00a0", " ")
    if name == "in" and not INCH_ENDS.match(text, match.end()):
        return ()
    if len(name) < SHORTEST:
        if name == "m" and match.start(1) == end:
            return ()  # 5m: metres, minutes or millions
        return NAMES.get(name.replace(" ", ""), ())
    return NAMES.get(name, ()) or NAMES.get(name.lower(), ())


def shared_measures(text: str, start: int, end: int) -> tuple[Measure, ...]:
    """The units that the number may have, be they written only behind a later number of the same row."""
    found = measures(text, start, end)
    while not found and (between := SHARED.match(text, end)) and (later := RUN.match(text, between.end())):
        start, end = later.span()
        found = measures(text, start, end)
    return found


RUN = re.compile(r"\d+(?:[.,]\d+)*")
"""Digits with separators."""

CONVERTIBLE = frozenset(
    ("length", "mass", "volume", "area", "speed", "temperature", "pressure", "power", "consumption")
)
"""The dimensions in which countries have systems of their own."""

METRIC = {"mi": "km", "ft": "m", "yd": "m", "inch": "cm", "lb": "kg", "oz": "g", "stone": "kg", "gal": "l", "pint": "l",
          "short ton": "t", "imperial gallon": "l", "imperial pint": "l", "bbl": "l", "acre": "ha", "sq ft": "m²",
          "sq mi": "km²", "mph": "km/h", "psi": "bar", "mpg": "l/100", "imperial mpg": "l/100", "°F": "°C"}  # fmt: skip


def metric(unit: Measure) -> Measure:
    """The metric unit that a unit of the English-speaking world is converted to; the unit itself if it is metric."""
    return NAMES[METRIC[unit.name]][0] if unit.name in METRIC else unit


CLOSE = 0.1
"""Conversions are rounded: so far off, as a share, they may be."""

DEGREES, OVEN, COOK = 1.5, 393.15, 6.0
"""Temperatures are rounded to whole degrees, in weather reports further; from so many kelvins on, in cookery, by so many."""

KITCHEN = frozenset(("cup", "tbsp", "tsp"))
DENSITIES = (0.35, 1.45)
"""Kilograms a litre, from flaked oats to syrup: cooks weigh what others measure by the cup."""


def converted(
    value: float, units: Iterable[Measure], other: float, others: Iterable[Measure], *, change: bool = False
) -> bool:
    """Whether ``value`` in one of ``units`` may be ``other`` in another one of ``others``, within what rounding explains.

    ``change``: whether they say by how much something rose or fell.
    """
    theirs = tuple(others)
    return any(
        _weighed(value, one, other, two)
        or (
            one.dimension == two.dimension
            and one != two
            and one.dimension != "money"
            and _close(value, one, other, two, change=change)
        )
        for one in units
        for two in theirs
    )


def _weighed(value: float, one: Measure, other: float, two: Measure) -> bool:
    """Whether one side measures by the cup or spoon what the other weighs."""
    if one.name not in KITCHEN:
        return two.name in KITCHEN and _weighed(other, two, value, one)
    least, most = (value * one.size * density for density in DENSITIES)
    return two.dimension == "mass" and least <= other * two.size <= most


def _close(value: float, one: Measure, other: float, two: Measure, *, change: bool) -> bool:
    if one.dimension == "temperature":
        if change:  # it has no zero: by 9 °F is by 5 °C
            return abs(value * one.size / two.size - other) <= DEGREES
        hot = value * one.size + one.zero >= OVEN
        return abs(exchanged(value, one, two) - other) * (two.size if hot else 1) <= (COOK if hot else DEGREES)
    there = exchanged(value, one, two)
    return abs(there - other) <= CLOSE * max(abs(there), abs(other), 1e-12)


def exchanged(value: float, one: Measure, two: Measure) -> float:
    """The value of so much of unit ``one`` in unit ``two``; how far a litre goes is the inverse of what a way takes."""
    if one.dimension == "consumption" and one != two and 1.0 in (one.size, two.size):
        return max(one.size, two.size) / value if value else 0.0
    return (value * one.size + one.zero - two.zero) / two.size
