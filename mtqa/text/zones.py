"""Time zones beside times of day, and whether one time is another told in its reader's zone: *3 p.m. ET*, „21 Uhr MEZ“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.lang.base import short
from mtqa.text.view import per_view

if TYPE_CHECKING:
    from mtqa.text.view import View

ROWS = """
-10 HST|Hawaii Time
-9 -8 AKT AKST AKDT|Alaska Time
-8 -7 PT PST PDT|Pacific|pazifischer Zeit|Westküstenzeit|Los Angeles time|kalifornischer Zeit
-7 -6 MT MST MDT|Mountain Time|Mountain Standard Time|Mountain Daylight Time
-6 -5 CT CST CDT|Central Time|Central Standard Time|Central Daylight Time
-5 -4 ET EST EDT|Eastern|Ostküstenzeit|New York time|New Yorker Zeit|Washington time|Washingtoner Zeit
-3 BRT
0 GMT UTC WEZ|Greenwich Mean Time|Greenwich-Zeit|Weltzeit|Universal Time
0 1 BST WEST|British Summer Time|British time|UK time|London time|Londoner Zeit|britischer Zeit|Irish time
1 2 CET CEST MEZ MESZ|Central European|mitteleuropäische|mitteleuropäischer|deutscher Zeit|German time|Berlin time|Berliner Zeit
1 2 |Paris time|Pariser Zeit|Swiss time|Schweizer Zeit|Austrian time|österreichischer Zeit|Brussels time|Brüsseler Zeit
2 3 EET EEST OEZ OESZ|Eastern European|osteuropäische|osteuropäischer|Kyiv time|Kiev time|Kiewer Zeit|Athens time
3 MSK|Moscow time|Moskauer Zeit|Istanbul time
4 GST|Dubai time
5.5 IST|Indian time|India Standard Time|indischer Zeit
8 HKT SGT AWST|Beijing time|Pekinger Zeit|Singapore time|Hong Kong time
9 JST KST|Tokyo time|Japan time|Tokioter Zeit|japanischer Zeit|Korean time
10 11 AEST AEDT|Sydney time|australischer Zeit
12 13 NZST NZDT|New Zealand time
"""
"""Hours by which zones are ahead of Greenwich, in winter and in summer; their letters; and how else they are called."""

LOCAL = re.compile(r"\blocal time\b|\bOrtszeit\b", re.IGNORECASE)
"""Words for a zone that anybody's guess is."""

GERMAN = (1.0, 2.0)
"""How far the zone of German readers is ahead."""

DAY, HALVES = 24, 48
"""The hours of a day, and how many zones there may be."""


def _table() -> dict[str, tuple[float, ...]]:
    table: dict[str, tuple[float, ...]] = {}
    for row in ROWS.strip().splitlines():
        first, *names = row.split("|")
        hours = tuple(float(word) for word in first.split() if not word.isalpha())
        table |= dict.fromkeys((*(word for word in first.split() if word.isalpha()), *names), hours)
    return table


ZONES = _table()
NAMED = re.compile(rf"(?<![\w.-])(?:{'|'.join(sorted(map(re.escape, ZONES), key=len, reverse=True))})(?![\w-])")


@per_view
def zones(view: View) -> frozenset[float]:
    """How far ahead of Greenwich the zones are that the text names; all that there may be where it says *local time*."""
    found = {hours for match in NAMED.finditer(view.masked) for hours in ZONES[match.group()]}
    if LOCAL.search(view.masked):
        found.update(step / 2 for step in range(-HALVES // 2, HALVES // 2 + 4))
    return frozenset(found)


def in_other_zone(source: View, target: View, theirs: tuple[float, ...], ours: tuple[float, ...]) -> bool:
    """Whether a time of the target (each has the values that it may have) may be one of the source in another zone.

    The target's reader may be spared the zone's name: German times without one are then German.
    """
    there, here = zones(source), zones(target)
    if not here and short(target.lang) == "de":
        here = frozenset(GERMAN)
    return any(
        abs((one - zone + other - two + DAY / 2) % DAY - DAY / 2) < 1e-6
        for one, two in ((a, b) for a in ours for b in theirs)
        for zone, other in ((a, b) for a in here for b in there)
        if zone != other
    )


def zones_differ(source: View, target: View) -> bool:
    """Whether each text names a zone, and not the same: then the day may be another as well."""
    return bool(zones(source) and zones(target) and zones(source).isdisjoint(zones(target)))
