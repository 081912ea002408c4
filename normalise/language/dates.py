"""Printed dates: a day, a month, a span of years."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache

from normalise.language.words import RAISED

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


def unnamed(pattern: str) -> str:
    """A pattern without the names of its groups, so that it can stand in another one more than once."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY_MONTH_YEAR = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + MONTH + r",?\s+['’]?(?P<year>(?:20)?\d\d)\b",
    re.IGNORECASE,
)
#: as spreadsheets print it: `13-Feb-2027`; with blanks the dash stands behind something else: `Phase 1 - March 2025`
DAY_MONTH_YEAR_JOINED = re.compile(
    r"\b(?P<day>\d{1,2})[-–/.]" + MONTH + r"[-–/.](?P<year>(?:20)?\d\d)\b", re.IGNORECASE
)
MONTH_DAY_YEAR = re.compile(
    r"\b" + MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year>20\d\d)\b", re.IGNORECASE
)
NUMERIC = re.compile(r"\b(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>(?:20)?\d\d)\b")
MONTH_FIRST = re.compile(r"\b(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})[-/.](?P<year>(?:20)?\d\d)\b")
MONTH_NUMBER = re.compile(r"(?<![\d/.])(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d\d)\b")
ISO = re.compile(r"\b(?P<year>20\d\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)\b")
MONTH_YEAR = re.compile(r"\b" + MONTH + r"(?:[ –/-]+['’]?|['’])(?P<year>(?:20)?\d\d)\b", re.IGNORECASE)
MONTH_LONG_YEAR = re.compile(r"\b" + MONTH + r"(?:,?[ –/-]+['’]?|['’])(?P<year>20\d\d)\b", re.IGNORECASE)
DIGIT = re.compile(r"\d")  # without one there is no date: that is asked first, of notes by the thousand
LONE_YEAR = re.compile(r"\b20\d\d\b")
#: a span of years; the day of a month is no year's end: `1 April 2024 – 31 March 2025`
YEARS = re.compile(
    r"\b(?P<first>20\d\d)\s*(?:[-–—/]|to)\s*(?P<last>(?:20)?\d\d)\b"
    rf"(?!(?<=\s\d\d)(?:st|nd|rd|th)?\s+{unnamed(MONTH)}\b)",
    re.IGNORECASE,
)
#: two short years that follow each other, `Service Plan 25/26`; of `24/25 actions done` they are a count
SHORT_YEARS = re.compile(
    r"(?<![\d/.-])(?P<first>\d\d)\s?[/–-]\s?(?P<last>\d\d)(?![\d/.-])"
    r"(?=\s*(?:$|[,:;|)–—-]|Q\s?[1-4]\b|quarter|mid|half|year|annual|outturn|month|period|progress|performance|monitoring"
    r"|report|review|return|update|plan\b))",
    re.IGNORECASE,
)


EARLIEST = 2013  # of years that are printed short: `11/12` and before may be a day and its month


@lru_cache(maxsize=1024)  # a column of dates is asked for what it holds and then for each of them
def date_of(text: str, *, month_first: bool = False, opening: bool = False) -> dt.date | None:
    """The last full date or month of a text; None where there is none or it is no date.

    A month is its last day, by which something is due; where the text says when something opens, the first of what
    it names is meant, and of a month the first day.
    """
    if not DIGIT.search(text):
        return None
    text = RAISED.sub("", text)
    numeric = MONTH_FIRST if month_first else NUMERIC
    chosen = min if opening else max
    named = (DAY_MONTH_YEAR, DAY_MONTH_YEAR_JOINED, MONTH_DAY_YEAR)
    found = [d for d in (_day(m) for p in (*named, numeric, ISO) for m in p.finditer(text)) if d]
    if found or any(p.search(text) for p in named):
        return chosen(found, default=None)  # a day that does not exist is no month either
    named_days = month_first or LONE_YEAR.search(YEARS.sub(" ", text))
    month_year = MONTH_LONG_YEAR if named_days else MONTH_YEAR  # `June 30` is a day there
    months = [d for p in (month_year, MONTH_NUMBER) for m in p.finditer(text) if (d := _month_end(m))]
    last = chosen(months, default=None)
    return last.replace(day=1) if last and opening else last


def puts_month_first(texts: Iterable[str]) -> bool:
    """True for texts whose dates are written as in the USA: some can only be month, day, year, and none day, month."""
    texts = list(texts)
    found = [m for text in texts for m in NUMERIC.finditer(text)]
    days = any(int(m["day"]) > 12 for m in found) or any(
        p.search(text) for p in (DAY_MONTH_YEAR, DAY_MONTH_YEAR_JOINED) for text in texts
    )
    return not days and (any(int(m["month"]) > 12 for m in found) or any(map(MONTH_DAY_YEAR.search, texts)))


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
    if not spans:
        short = ((2000 + int(m["first"]), 2000 + int(m["last"])) for m in SHORT_YEARS.finditer(text))
        spans = [s for s in short if s[1] == s[0] + 1 and s[0] >= EARLIEST]
    return (spans[-1][0], f"{spans[-1][0]}-{spans[-1][1] % 100:02d}") if spans else None


def plan_period(text: str) -> str | None:
    """A span of years as printed, blanks removed (`2016-2018`)."""
    found = YEARS.search(text)
    return (
        re.sub(r"\s+", "", found[0].replace("to", "-")).replace("–", "-").replace("—", "-") if found else None
    )
