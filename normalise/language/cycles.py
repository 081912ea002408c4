"""Printed cycles: a quarter, a half-year, a term, a year's end, and the day up to which a review reports."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from normalise.language import printed_days
from normalise.language.dates import (
    YEARS,
    financial_year,
)
from normalise.language.periods import (
    ANY_MONTH,
    MONTH_OF_YEAR,
    ONE_OF_SEVERAL,
    QUARTER,
    TERM,
    month_of_year,
    period,
    year_end,
)
from normalise.profile import in_force

SINGLE_YEAR = re.compile(r"\b(?:FY)?(?P<year>20\d\d)\b", re.IGNORECASE)
YEARS_BEGIN = (1, 4, 7, 10)  # months in which the years of publishers begin
#: months by which a part of the calendar's or another year ends before that of a financial year
QUARTERS_OFF = (3, 6)
REVIEW_WORDS = re.compile(
    r"\b(?:review|report|return|update|monitoring|progress|performance|tracker|action log|evaluation|scorecard"
    r"|dashboard|self[- ]assessment|hunanasesiad|adolygiad|adroddiad|diweddariad)\b",
    re.IGNORECASE,
)
#: a report made twice a year, which does not say for which half
HALF_YEARLY = re.compile(r"\b(?:semi|bi)[- ]?annual\b", re.IGNORECASE)
#: what is reported on, in brackets behind a title: `(October to December 2025)`
BRACKETED = re.compile(rf"\([^()]*\b{ANY_MONTH}\b[^()]*\)", re.IGNORECASE)
#: behind a year's end: what tells of a later day than that tells of another year
LATEST = dt.timedelta(days=183)
BARE_QUARTER = re.compile(r"(?P<year>20\d\d) Q(?P<quarter>[1-4])")
#: a month that something ended in, without its year: `at the end of September`, `to 30 September`
ENDED_IN = re.compile(
    r"\b(?:end of|to|until|[-–—]) ?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    rf"({'|'.join(name.lower() for name in calendar.month_name[1:])})\b(?!,? 20\d\d)"
)


class Cycle(NamedTuple):
    """A review's cycle as a name that sorts within its year, and the day up to which it reports."""

    name: str
    as_at: dt.date | None
    counted: bool = False  # True where no day is printed and it is worked out from the name
    bare: bool = False  # True where a year is named and nothing says that it is its end


def cycle_of(text: str) -> Cycle | None:
    """The cycle that a title names: quarter, half-year or year's end of a financial year, else a month; else None."""
    text = printed_days.without_when_made(printed_days.ADOPTED.sub(" ", text))
    day = printed_days.said(text)
    year = financial_year(text)
    part = period(text)
    if year and part:
        name, month, later = part
        return Cycle(f"{year[1]} {name}", day or _end_of(year[0] + later, month), not day)
    if day:
        told = (
            year[1] if year and day - _end_of(year[0] + year_end().later, year_end().month) < LATEST else ""
        )
        return Cycle(f"{told} {day:%B}".lower() if told else f"{day:%Y-%m}", day)
    single = SINGLE_YEAR.search(YEARS.sub(" ", text))
    if (
        part and single and not year and not MONTH_OF_YEAR.search(text)
    ):  # the sixth month of 2025 may be its June
        name, month, _ = part
        sure = TERM.search(text) or in_force().year_starts == 1  # else: which year does "2024 Q2" lie in?
        return Cycle(f"{single['year']} {name}", _end_of(int(single["year"]), month) if sure else None, True)
    if year and REVIEW_WORDS.search(text):
        name, month, later = year_end()
        end = None if ONE_OF_SEVERAL.search(text) else _end_of(year[0] + later, month)
        return Cycle(f"{year[1]} {name}", end, True, True)
    return None


def reported_on(cycle: Cycle, day: dt.date) -> Cycle:
    """A cycle that was counted, with the day that is printed; a day inside a bare year, before its last month, names it
    as well."""
    inside = (
        cycle.bare and cycle.as_at and year_of(day) == year_of(cycle.as_at) and day.month != cycle.as_at.month
    )
    name = f"{year_of(day)} {day:%B}".lower() if inside else cycle.name
    return Cycle(name, day)


def told_end(cycle: Cycle, lines: Iterable[str]) -> Cycle:
    """The cycle of a quarter of `2025` alone, which may be the calendar's or the financial year's, by the month that
    the lines say it ended in: `the rating at the end of September`. As it is where they say neither, or both."""
    found = BARE_QUARTER.fullmatch(cycle.name)
    if cycle.as_at or found is None:
        return cycle
    year, number = int(found["year"]), int(found["quarter"])
    month, later = month_of_year(3 * number)
    ends = {calendar.month_name[3 * number].lower(): _end_of(year, 3 * number)}
    ends[calendar.month_name[month].lower()] = _end_of(year + later, month)
    told = {word for line in lines for word in ENDED_IN.findall(line.lower())} & ends.keys()
    return cycle._replace(as_at=ends[told.pop()], counted=False) if len(told) == 1 else cycle


def of_quarter(cycle: Cycle, lines: Iterable[str]) -> Cycle:
    """A cycle that a day's month names, by the only quarter of the lines where that ends in it: `Quarter 2` beside
    `Position at 30 September 2025`; at a month's end also in a year that begins in another month than usual."""
    day = cycle.as_at
    if day is None or cycle.name not in (f"{day:%Y-%m}", f"{year_of(day)} {day:%B}".lower()):
        return cycle
    named = {part for line in lines if QUARTER.search(line) and (part := period(line))}
    if len(named) != 1:
        return cycle
    name, month, _ = named.pop()
    if month == day.month:
        return cycle._replace(name=f"{year_of(day)} {name}")
    begins = (day.month - 3 * int(name[-1])) % 12 + 1 if name[-1].isdigit() else 0
    if begins not in YEARS_BEGIN or day != _end_of(day.year, day.month):
        return cycle
    return cycle._replace(name=f"{_year_from(begins, day)} {name}")


def narrowed(bare: Cycle, line: str) -> Cycle:
    """A bare year's cycle by another line of the title block: one part of it, `Quarter 2`, or a day inside it, else as
    it is."""
    own = cycle_of(line)
    if own is None and part_of_year(line) and len({m[0].casefold() for m in QUARTER.finditer(line)}) < 2:
        own = cycle_of(f"{line} {bare.name.split()[0]}")
    if own is None or own.bare or own.as_at is None or bare.as_at is None:
        return bare
    if part_of_year(line):
        return own if year_of(own.as_at) == year_of(bare.as_at) else bare
    named = reported_on(bare, own.as_at)
    return named if named.name != bare.name and printed_days.DATE.fullmatch(line.strip()) else bare


def closes_a_year(day: dt.date) -> bool:
    """True for a day in the last month of a financial year or in the three after it, when its report is written."""
    return (day.month - in_force().year_starts + 1) % 12 < 4


def last_before(part: str, day: dt.date) -> Cycle | None:
    """The cycle of a part of the year, as `part_of_year` names it, that last ended before a day."""
    found = period(part)
    if found is None:
        return None
    name, month, later = found
    first = day.year if day.month >= in_force().year_starts else day.year - 1
    ends = (_end_of(year + later, month) for year in (first, first - 1))
    single = SINGLE_YEAR.search(YEARS.sub(" ", part))
    if single and int(single["year"]) == day.year and (name[0] == "Q" or name in ("mid-year", "year-end")):
        calendar_end = _end_of(day.year, (month - in_force().year_starts) % 12 + 1)
        if _end_of(day.year, month) > day >= calendar_end:  # `Mid-year report 2025`, handed in in July
            return Cycle(f"{day.year} {name}", calendar_end, True)
    return next((Cycle(f"{year_of(end)} {name}", end, True) for end in ends if end <= day), None)


def nearest(part: str, day: dt.date) -> Cycle:
    """The cycle of a part of the year, as `part_of_year` names it, whose end is nearest to the day told up to:
    a fourth quarter's report of the middle of April is the last year's."""
    found = period(part)
    if found is None:
        return Cycle(f"{year_of(day)} {part}", day)
    name, month, later = found
    ends = (_end_of(year + later, month) for year in (day.year - 2, day.year - 1, day.year, day.year + 1))
    return Cycle(f"{year_of(min(ends, key=lambda end: abs(end - day)))} {name}", day)


def begins_elsewhere(part: str, day: dt.date) -> bool:
    """True for a part of a year that ends with another of the financial year: a fourth quarter in December."""
    found = period(part)
    return found is not None and (found[1] - day.month) % 12 in QUARTERS_OFF


def part_of_year(text: str) -> str | None:
    """The part of a year that a title names, with or without the year: `Q2`, `mid-year`, `year-end`."""
    part = period(text)
    return part[0] if part else None


def month_of(name: str) -> int | None:
    """The last month of the part of a year that a cycle's name has; None for one without."""
    part = period(name)
    return part.month if part else None


def year_of(day: dt.date) -> str:
    """The financial year (April to March, unless the profile says otherwise) that a day lies in, as `2016-17`."""
    return _year_from(in_force().year_starts, day)


def _year_from(begins: int, day: dt.date) -> str:
    if begins == 1:
        return str(day.year)
    first = day.year if day.month >= begins else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def _end_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
