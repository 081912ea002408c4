"""The part of a year that a text names: a quarter, a half, a term, some months, the year's end."""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

from normalise.language.dates import MONTH, MONTHS, YEARS, unnamed
from normalise.profile import in_force

NUMBERS = {
    "1": 1, "2": 2, "3": 3, "4": 4,
    "one": 1, "two": 2, "three": 3, "four": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
NUMBER = r"[1-4]|one|two|three|four"
ANY_MONTH = unnamed(MONTH)
ANY_YEARS = unnamed(YEARS.pattern)
QUARTER = re.compile(
    rf"\b(?:Q(?:tr|uarter)?\.?\s*(?P<after>{NUMBER})|(?P<before>first|second|third|fourth|[1-4](?:st|nd|rd|th))\s+quarter|chwarter\s+(?P<welsh>[1-4]))\b",
    re.IGNORECASE,
)
#: several quarters, of which the last is meant: `Quarters 1 and 2`, `Q1-Q3`, `Q1, Q2 & Q3`
QUARTERS = re.compile(
    rf"\bQ(?:trs?|uarters?)?\.?\s*(?:{NUMBER})(?:\s*(?:[-–/&,]|to|and)\s*(?:Q(?:tr|uarter)?\.?\s*)?(?P<last>{NUMBER}))+\b"
    rf"(?!\s*[-–/]\s*\d| {ANY_MONTH}\b)",  # `Quarter Two, 1 October to 31 December` is one quarter and its days
    re.IGNORECASE,
)
#: a quarter by the month that ends it, as Australian councils name it: `December quarterly review`
QUARTER_OF = re.compile(rf"\b{MONTH}\s+(?:20\d\d\s+)?quarter(?:ly)?\b", re.IGNORECASE)
HALF = re.compile(
    rf"\b(?:(?P<first>first|1st)|(?P<second>second|2nd))[- ]half\b|\bH(?P<number>[12])(?=[ ,:(–-]+{ANY_YEARS})"
    rf"|{ANY_YEARS}[ ,:–-]{{1,3}}H(?P<behind>[12])\b",
    re.IGNORECASE,
)
MID_YEAR = re.compile(
    r"\b(?:mid[- ]?year|half[- ]?year(?:ly)?|interim|hanner blwyddyn"
    # objectives for six months may be told of on any day
    r"|(?:six|6)[- ]month(?:s|ly)?(?! (?:strategic )?(?:objectives|goals|targets|priorities)\b))\b",
    re.IGNORECASE,
)
NINE_MONTHS = re.compile(r"\b(?:nine|9)[- ]months?\b", re.IGNORECASE)
TERM = re.compile(r"\b(?P<season>autumn|spring|summer)\s+term\b", re.IGNORECASE)
TERM_ENDS = {
    "autumn": (12, 0),
    "spring": (3, 1),
    "summer": (7, 1),
}  # last month, and whether in the school year's second
#: `Month 6, 2025/26`, `M6 2025/26`: the sixth month of the financial year; `M6` without its year may be a motorway
MONTH_OF_YEAR = re.compile(
    rf"\b(?:month|period) (?P<month>0?[1-9]|1[0-2])\b(?! of\b)|\bM(?P<before>0?[1-9]|1[0-2])[ ,:–-]{{1,3}}{ANY_YEARS}"
    rf"|{ANY_YEARS}[ ,:–-]{{1,3}}M(?P<after>0?[1-9]|1[0-2])\b",
    re.IGNORECASE,
)
#: an annual plan is a plan for a year, and what tells of it may do so at any time of it
YEAR_END = re.compile(
    r"\b(?:year[- ]?end|end[- ]of[- ]year|full[- ]year|outturn|diwedd blwyddyn"
    r"|(?<!semi[- ])(?<!half[- ])(?<!bi-)annual(?! (?:[a-z&]+ ){0,3}(?:plan|strategy|programme|framework)\b))\b",
    re.IGNORECASE,
)
#: one of several reports in a year, which does not say up to when it tells: `Progress report no. 2`, `Quarterly report`
ONE_OF_SEVERAL = re.compile(
    r"\b(?:report|update|review|monitoring|return|issue|edition|bulletin) (?:(?:no|number)\.? ?)?\d{1,2}\b"
    r"(?!\s?[/–-]\s?\d| of\b)"
    r"|\b(?:quarterly|monthly|bi-?monthly|tri-?annual|termly|four-monthly)\b",
    re.IGNORECASE,
)


class Period(NamedTuple):
    """A part of a year: its name, its last month, and whether that lies in the year's second calendar year."""

    name: str
    month: int
    later: int


def period(text: str) -> Period | None:
    """The part of a year that a text names, by the profile's words, else the common ones; None where it names none."""
    for phrase, part in in_force().cycles.items():
        if phrase in text.casefold():
            return _named(part)
    if found := QUARTERS.search(text) or QUARTER.search(text):
        said = found.groupdict()
        word = (said.get("last") or said.get("after") or said.get("before") or said["welsh"]).lower()
        return _named(f"Q{NUMBERS.get(word) or int(word[0])}")
    if found := QUARTER_OF.search(text):
        return _of_month(MONTHS[found["month"].lower().rstrip(".")])
    if found := MONTH_OF_YEAR.search(text):
        month, later = month_of_year(int(found["month"] or found["before"] or found["after"]))
        return Period(calendar.month_name[month].lower(), month, later)
    if found := TERM.search(text):
        return Period(f"{found['season'].lower()} term", *TERM_ENDS[found["season"].lower()])
    if found := HALF.search(text):
        second = found["second"] or "2" in (found["number"], found["behind"])
        return _named("year-end" if second else "mid-year")
    if NINE_MONTHS.search(text):
        return _named("Q3")
    if MID_YEAR.search(text):
        return _named("mid-year")
    return _named("year-end") if YEAR_END.search(text) else None


def year_end() -> Period:
    """The year's end, by the name of its last quarter's."""
    return _named("year-end")


def _named(name: str) -> Period:
    quarter = {"mid-year": 2, "year-end": 4}.get(name) or int(name[1])
    return Period(name, *month_of_year(3 * quarter))


def _of_month(month: int) -> Period:
    return Period(calendar.month_name[month].lower(), month, int(month < in_force().year_starts))


def month_of_year(number: int) -> tuple[int, int]:
    """A financial year's month by its number, as the calendar's, and whether it lies in the second calendar year."""
    months = in_force().year_starts - 1 + number
    return (months - 1) % 12 + 1, int(months > 12)
