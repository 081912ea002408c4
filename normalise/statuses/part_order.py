"""Which of a table's ratings for parts of a year without a year is the newest: the review's own time decides, since a
half-year's report prints `Q4 | Q2` with last year's fourth quarter, and a first quarter's `Q1 | Q4`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from normalise.columns import year_parts
from normalise.columns.strips import Strip
from normalise.facts.document import Facts
from normalise.language import cycles, moments, terms
from normalise.language.moments import YEAR_MONTHS, Moment, Reported

TWO = 2  # parts of which their order alone may not tell which is newer
CLOSE = 5  # months from which on the way from one part to the next is as long forwards as it is backwards


class Dated(NamedTuple):
    """The column of a part of the year: its role, its heading, and the part."""

    role: str
    heading: str
    moment: Moment


def reported(known: Facts) -> Reported | None:
    """The part of the financial year that the review tells of; None where it does not say."""
    month = None if known.bare else cycles.month_of(known.cycle or "")
    named = month is not None
    if month is None and known.as_at is not None and not known.counted:
        month = known.as_at.month
    return None if month is None else Reported(moments.place_of(month), named)


def told(strips: Sequence[Strip], reported: Reported | None) -> list[Strip]:
    """The strips with their ratings for parts of a year, the newest first; `reported` is what the review tells of."""
    return [_ordered(strip, reported) for strip in strips]


def _ordered(strip: Strip, reported: Reported | None) -> Strip:
    natural = year_parts.latest_first(strip.roles)
    if strip.kind != "actions" or len(natural) < TWO:
        return strip
    parts = [
        Dated(role, heading, moment)
        for role, heading in zip(strip.roles, strip.headings, strict=True)
        if year_parts.is_part(role)
        and not terms.is_numbered(heading)
        and (moment := moments.of(heading)) is not None
    ]
    if {part.role for part in parts} != {*natural} or any(part.moment.year is not None for part in parts):
        return strip
    unsure = len(natural) == TWO and _are_unsure(parts[0].moment, parts[-1].moment)
    if reported is None:
        return replace(strip, unordered=unsure)
    ages = {part.role: _age(part.moment, reported.place) for part in parts}
    order = tuple(sorted(natural, key=lambda role: ages[role]))
    # as they are printed they tell another one: the year may begin elsewhere, or a rating be foreseen
    sure = unsure or (reported.named and len(natural) == TWO)
    return replace(strip, newest_first=order, unordered=order != tuple(natural) and not sure)


def _age(part: Moment, place: int) -> int:
    """Months since a part of the year last ended; below nothing for one that is under way, or for a month in which a
    report of the quarter before it may be written."""
    age, month = (place - part.place) % YEAR_MONTHS, part.span == 1
    begun = age + part.span + (moments.QUARTER_MONTHS if month else 0) > YEAR_MONTHS
    return age - YEAR_MONTHS if begun else age


def _are_unsure(first: Moment, second: Moment) -> bool:
    """True where the second of two parts may be the newer as well as the older one: `Q4 | Q2` is of two years or stands
    newest first, `Spring | Autumn` too. From autumn to spring a school's year goes on."""
    way = (second.place - first.place) % YEAR_MONTHS
    if way == YEAR_MONTHS // 2:
        return second.place < first.place
    quarters = first.span == second.span == moments.QUARTER_MONTHS
    if quarters:  # from the first to the fourth of one year, or back over its end
        return way > YEAR_MONTHS // 2 and second.place > first.place
    return way > YEAR_MONTHS // 2 and YEAR_MONTHS - way >= CLOSE - 1
