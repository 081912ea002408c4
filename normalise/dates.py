"""Printed dates and cycles: a day, a month, a quarter, a half-year, a year's end."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from normalise.profile import in_force

MONTHS = {name.lower(): k for k, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): k for k, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
MONTHS |= dict(
    zip(
        (
            "ionawr",
            "chwefror",
            "mawrth",
            "ebrill",
            "mai",
            "mehefin",
            "gorffennaf",
            "awst",
            "medi",
            "hydref",
            "tachwedd",
            "rhagfyr",
        ),
        range(1, 13),
        strict=True,
    )
)
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY_MONTH_YEAR = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+" + MONTH + r",?\s+(?P<year>(?:20)?\d\d)\b", re.IGNORECASE
)
NUMERIC = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:20)?\d\d)\b")
MONTH_FIRST = re.compile(r"\b(?P<month>\d{1,2})[/.](?P<day>\d{1,2})[/.](?P<year>(?:20)?\d\d)\b")
MONTH_NUMBER = re.compile(r"(?<![\d/.])(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d\d)\b")
ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
MONTH_YEAR = re.compile(r"\b" + MONTH + r"[ -]+(?P<year>(?:20)?\d\d)\b", re.IGNORECASE)
YEARS = re.compile(r"\b(?P<first>20\d\d)\s*(?:[-–—/]|to)\s*(?P<last>(?:20)?\d\d)\b")
ORDINAL = {
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
}
QUARTER = re.compile(
    r"\b(?:Q(?:tr|uarter)?\.?\s*(?P<after>[1-4]|one|two|three|four)|(?P<before>first|second|third|fourth|[1-4](?:st|nd|rd|th))\s+quarter|chwarter\s+(?P<welsh>[1-4]))\b",
    re.IGNORECASE,
)
MID_YEAR = re.compile(
    r"\b(?:mid[- ]?year|half[- ]?year(?:ly)?|six[- ]month(?:ly)?|6[- ]month(?:ly)?|interim|hanner blwyddyn)\b",
    re.IGNORECASE,
)
TERM = re.compile(r"\b(?P<season>autumn|spring|summer)\s+term\b", re.IGNORECASE)
TERM_ENDS = {
    "autumn": (12, 0),
    "spring": (3, 1),
    "summer": (7, 1),
}  # last month, and whether in the school year's second
YEAR_END = re.compile(
    r"\b(?:year[- ]?end|end[- ]of[- ]year|full[- ]year|annual|outturn|diwedd blwyddyn)\b", re.IGNORECASE
)
SINGLE_YEAR = re.compile(r"\b(?P<year>20\d\d)\b")
REVIEW_WORDS = re.compile(
    r"\b(?:review|report|update|monitoring|progress|performance|tracker|evaluation|scorecard|dashboard"
    r"|adolygiad|adroddiad|diweddariad)\b",
    re.IGNORECASE,
)


class Cycle(NamedTuple):
    """A review's cycle as a name that sorts within its year, and the day up to which it reports."""

    name: str
    as_at: dt.date | None


def date_of(text: str, *, month_first: bool = False, opening: bool = False) -> dt.date | None:
    """The last full date or month of a text; None where there is none or it is no date.

    A month is its last day, by which something is due; where the text says when something opens, the first of what
    it names is meant, and of a month the first day.
    """
    numeric = MONTH_FIRST if month_first else NUMERIC
    chosen = min if opening else max
    found = [d for d in (_day(m) for p in (DAY_MONTH_YEAR, numeric, ISO) for m in p.finditer(text)) if d]
    if found or DAY_MONTH_YEAR.search(text):
        return chosen(found, default=None)  # a day that does not exist is no month either
    months = [d for p in (MONTH_YEAR, MONTH_NUMBER) for m in p.finditer(text) if (d := _month_end(m))]
    last = chosen(months, default=None)
    return last.replace(day=1) if last and opening else last


def puts_month_first(texts: Iterable[str]) -> bool:
    """True for texts whose dates are written as in the USA: some can only be month, day, year, and none day, month."""
    found = [m for text in texts for m in NUMERIC.finditer(text)]
    days = any(int(m["day"]) > 12 for m in found)
    return not days and any(int(m["month"]) > 12 for m in found)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(found: re.Match[str]) -> dt.date | None:
    month = MONTHS.get(found["month"].lower()) or (int(found["month"]) if found["month"].isdigit() else 0)
    try:
        return dt.date(_year(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _month_end(found: re.Match[str]) -> dt.date | None:
    year, named = _year(found["year"]), found["month"].lower()
    month = MONTHS.get(named) or int(named)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def financial_year(text: str) -> tuple[int, str] | None:
    """First year and printed form (`2016-17`) of a span of two consecutive years; the last such span of the text."""
    spans = [(int(m["first"]), _year(m["last"])) for m in YEARS.finditer(text)]
    spans = [s for s in spans if s[1] == s[0] + 1]
    return (spans[-1][0], f"{spans[-1][0]}-{spans[-1][1] % 100:02d}") if spans else None


def plan_period(text: str) -> str | None:
    """A span of years as printed, blanks removed (`2016-2018`)."""
    found = YEARS.search(text)
    return (
        re.sub(r"\s+", "", found[0].replace("to", "-")).replace("–", "-").replace("—", "-") if found else None
    )


def cycle_of(text: str) -> Cycle | None:
    """The cycle that a title names: quarter, half-year or year's end of a financial year, else a month; else None."""
    day = date_of(text) or date_of(text, month_first=True)
    year = financial_year(text)
    part = _part(text)
    if year and part:
        name, month, later = part
        return Cycle(f"{year[1]} {name}", day or _end_of(year[0] + later, month))
    if day:
        return Cycle(f"{day:%Y-%m}" if not year else f"{year[1]} {day:%B}".lower(), day)
    single = SINGLE_YEAR.search(YEARS.sub(" ", text))
    if part and single and not year:
        name, month, _ = part
        sure = TERM.search(text) or in_force().year_starts == 1  # else: which year does "2024 Q2" lie in?
        return Cycle(f"{single['year']} {name}", _end_of(int(single["year"]), month) if sure else None)
    if year and REVIEW_WORDS.search(text):
        month, later = _end_of_quarter(4)
        return Cycle(f"{year[1]} year-end", _end_of(year[0] + later, month))
    return None


def closes_a_year(day: dt.date) -> bool:
    """True for a day in the last month of a financial year or in the three after it, when its report is written."""
    return (day.month - in_force().year_starts + 1) % 12 < 4


def part_of_year(text: str) -> str | None:
    """The part of a year that a title names, with or without the year: `Q2`, `mid-year`, `year-end`."""
    part = _part(text)
    return part[0] if part else None


def year_of(day: dt.date) -> str:
    """The financial year (April to March, unless the profile says otherwise) that a day lies in, as `2016-17`."""
    starts = in_force().year_starts
    if starts == 1:
        return str(day.year)
    first = day.year if day.month >= starts else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def _part(text: str) -> tuple[str, int, int] | None:
    """Name of the part of a year, its last month, and whether that lies in the year's second calendar year."""
    for phrase, part in in_force().cycles.items():
        if phrase in text.casefold():
            return _part_named(part)
    if found := QUARTER.search(text):
        word = (found["after"] or found["before"] or found["welsh"]).lower()
        quarter = ORDINAL.get(word) or int(word[0])
        return _part_named(f"Q{quarter}")
    if found := TERM.search(text):
        return f"{found['season'].lower()} term", *TERM_ENDS[found["season"].lower()]
    if MID_YEAR.search(text):
        return _part_named("mid-year")
    if YEAR_END.search(text):
        return _part_named("year-end")
    return None


def _part_named(name: str) -> tuple[str, int, int]:
    quarter = {"mid-year": 2, "year-end": 4}.get(name) or int(name[1])
    return name, *_end_of_quarter(quarter)


def _end_of_quarter(quarter: int) -> tuple[int, int]:
    """Last month of a quarter, and whether it lies in the second calendar year of the financial year."""
    months = in_force().year_starts - 1 + 3 * quarter
    return (months - 1) % 12 + 1, int(months > 12)


def _end_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
