"""When a column's figures are for: the part of a year, and the year, that its heading names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from normalise.language import terms, vocabulary, welsh, words
from normalise.language.dates import MONTHS, unnamed
from normalise.profile import in_force

YEAR_MONTHS = 12
QUARTER_MONTHS = 3
STROKE = r"\s*[-/–]\s*"
#: `25/26`, two years that follow, from `10/11` to `59/60`; by tens and units, for all fifty take long to compile
PAIR = "|".join(
    [rf"(?P<tens>[1-5])(?:{'|'.join(f'{y}{STROKE}(?P=tens){y + 1}' for y in range(9))})"]
    + [rf"{y}{STROKE}{y + 1}" for y in range(19, 60, 10)]
)
YEARS = re.compile(
    rf"\b(?:fy\s?)?(?:20(?P<first>\d\d){STROKE}(?:20)?\d\d|(?P<pair>{PAIR}))\b(?!/)", re.IGNORECASE
)
SPELT = re.compile(r"\b20(?P<first>\d\d) to (?:20)?(?P<last>\d\d)\b", re.IGNORECASE)  # `2024 to 2025`
FY = re.compile(r"\bfy\s?(?:20)?(?P<last>\d\d)\b", re.IGNORECASE)
SINGLE = re.compile(
    r"\b20(?P<year>\d\d)\b|(?<=[a-z])[ '’-]+(?P<short>\d\d)\b(?!\s*(?:months?|weeks?|days?|quarters?|years?)\b)",
    re.IGNORECASE,
)
QUARTER = re.compile(
    r"\b(?:q|qtr|quarter|chwarter)\.?\s?(?P<number>[1-4])\b|\b(?P<nth>[1-4](?=st|nd|rd|th)|first|second|third|fourth)(?:st|nd|rd|th)?\s+quarter\b",
    re.IGNORECASE,
)
#: the same quarter in another language on the other side of a stroke: `Ch2 / Q2`, `Q3 / T3`
ABROAD = re.compile(
    r"\b(?:[a-z]{1,2}|trimestre|ráithe)\.?\s?(?P<own>[1-4])\s*/\s*(?=(?:q|qtr|quarter)\.?\s?(?P=own)\b)"
    r"|(?<=\bq(?P<other>[1-4]))\s*/\s*(?:[a-z]{1,2}|trimestre|ráithe)\.?\s?(?P=other)\b",
    re.IGNORECASE,
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
#: the quarters from one on up to another: `Q1-Q3`, `Quarters 1 to 3`
QUARTERS = re.compile(
    r"\b(?:q|qtrs?|quarters?)\.?\s?(?P<first>[1-4])\s*(?:[-–/&]|to|and)\s*(?:(?:q|qtr|quarter)\.?\s?)?(?P<last>[1-4])\b"
    r"(?!\s?[-–/]\s?\d)",
    re.IGNORECASE,
)
HALF = re.compile(
    r"\b(?:h|sem(?:ester)?\.?\s?)(?P<number>[12])\b|\b(?P<nth>first|second|1st|2nd)[ -]half\b"
    r"|\b(?:mid|half)[ -]?year\b",
    re.IGNORECASE,
)
MONTH = re.compile(r"\b(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
#: months up to one that is named, wherever the year begins: `Year to December 2025`, `6 months ending March`
UP_TO = re.compile(
    r"(?P<rolling>\b(?:rolling|moving) )?\b(?:(?P<months>\d{1,2}|three|six|nine|twelve)[ -]?months?"
    r"|(?P<part>half[- ]?year|(?<!mid[ -])year|quarter))\b(?P<behind> rolling)?"
    r"(?P<to>,? (?:up to|to|ending|ended)(?! date)(?: the)?(?: end(?: of)?)?\b)?",
    re.IGNORECASE,
)
PARTS = {"year": 12, "half": 6, "quarter": 3, "three": 3, "six": 6, "nine": 9, "twelve": 12}
DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?|-)(?=" + unnamed(MONTH.pattern) + ")",
    re.IGNORECASE,
)
#: `Period 6`, the sixth of the financial year; `P6` alone, for in other words it may be a priority
PERIOD = re.compile(r"\bperiod\s?(?P<number>0?[1-9]|1[0-2])\b|^p\s?(?P<alone>0?[1-9]|1[0-2])$", re.IGNORECASE)
NUMERIC = re.compile(r"\b\d{1,2}[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?:20)?(?P<year>\d\d)\b")


class Moment(NamedTuple):
    """`place`: the last month of the period, 1 to 12 from the financial year's first; `span`: its months;
    `year`: the year in which the financial year begins, None where the heading names none."""

    place: int
    span: int
    year: int | None

    @property
    def end(self) -> int | None:
        """Months from the year 0 to the period's end; None without a year."""
        return None if self.year is None else YEAR_MONTHS * self.year + self.place


class Reported(NamedTuple):
    """What a review tells of: its last month's place in the financial year, and whether the review names that part of
    the year (`Quarter 2`) or a day in it only."""

    place: int
    named: bool


WHOLE_YEAR = Moment(YEAR_MONTHS, YEAR_MONTHS, None)


def of(heading: str) -> Moment | None:
    """The moment that a heading names; None where it names none."""
    return _taken_apart(heading, in_force().year_starts)[0]


def is_bare(heading: str) -> bool:
    """True for a heading that names a moment, and else only that a figure stands there or runs from the year's
    beginning: `31 March 2025 actual`, `Result YTD Q2`."""
    moment, rest = _taken_apart(heading, in_force().year_starts)
    if moment is None:
        return False
    told = vocabulary.load("headings")["figures"]
    said = f" {words.unbracketed(rest)} "
    for running in sorted(told["running"], key=len, reverse=True):
        said = said.replace(f" {running} ", " ")
    return set(said.split()) <= set(told["bare"])


def runs_on(heading: str) -> bool:
    """True for several quarters from the year's first on, of which the figure is the sum so far."""
    found = QUARTERS.search(heading)
    return found is not None and found["first"] == "1" < found["last"]


def up_to(heading: str) -> str | None:
    """The months up to one that a heading names, as printed: `Year to December 2025`; None where it names a part of a
    year otherwise."""
    told = UP_TO.match(heading)
    moment = of(heading)
    return heading if told and told["to"] and is_bare(heading) and moment and moment.span > 1 else None


@lru_cache(maxsize=4096)
def _taken_apart(heading: str, starts: int) -> tuple[Moment | None, str]:
    """The moment, in financial years that start in a month from 1 to 12, and what else the heading says."""
    heading = SPELT.sub(_with_stroke, welsh.english(heading))
    if (told := UP_TO.search(heading)) and (told["rolling"] or told["behind"] or told["to"]):
        moment, rest = _taken_apart(heading[: told.start()] + heading[told.end() :], starts)
        if moment is not None and moment.span == 1:
            return moment._replace(span=_months(told)), rest
    if numeric := NUMERIC.search(heading):
        day = _of_month(int(numeric["month"]), 1, 2000 + int(numeric["year"]), starts)
        return day, NUMERIC.sub(" ", heading)
    first, text = _financial_year(DAY.sub(" ", heading), starts)
    text = ABROAD.sub(" ", text)
    if (quarters := QUARTERS.search(text)) and quarters["first"] < quarters["last"]:
        year, rest = _year(first, text)
        last = int(quarters["last"])
        span = QUARTER_MONTHS * (1 + last - int(quarters["first"]))
        return Moment(QUARTER_MONTHS * last, span, year), QUARTERS.sub(" ", rest)
    if quarter := QUARTER.search(text):
        year, rest = _year(first, text)
        rest = MONTH.sub(" ", QUARTER.sub(" ", rest))
        return Moment(QUARTER_MONTHS * _number(quarter), QUARTER_MONTHS, year), rest
    if half := HALF.search(text):
        year, rest = _year(first, text)
        second = half["number"] == "2" or half["nth"] in ("second", "2nd")
        return Moment(6 * (1 + second), 6, year), HALF.sub(" ", rest)
    if months := [MONTHS[found["month"].lower()] for found in MONTH.finditer(text)]:
        span = 1 + (months[-1] - months[0]) % YEAR_MONTHS
        return _named(months[-1], span, first, text, MONTH, starts)
    if period := PERIOD.search(text):
        year, rest = _year(first, text)
        return Moment(int(period["number"] or period["alone"]), 1, year), PERIOD.sub(" ", rest)
    if season := terms.SEASON.search(text):
        text = terms.NUMBERED.sub(" ", text)
        return _named(*terms.in_season(season), first, text, terms.SEASON, starts)
    if term := terms.NUMBERED.search(text):
        year, rest = _year(first, text)
        return Moment(terms.HALF_TERM * _number(term), terms.HALF_TERM, year), terms.NUMBERED.sub(" ", rest)
    year, rest = _year(first, text)
    if year is None and vocabulary.plain(heading) in vocabulary.load("headings")["figures"]["whole_year"]:
        return WHOLE_YEAR, ""
    return (WHOLE_YEAR._replace(year=year) if year is not None else None), rest


def _number(part: re.Match[str]) -> int:
    return ORDINALS.get((part["nth"] or "").lower()) or int(part["number"] or part["nth"])


def _with_stroke(years: re.Match[str]) -> str:
    """`2024/25` for two years that follow; the years of a plan (`2023 to 2027`) are no financial year's."""
    follow = int(years["last"]) == int(years["first"]) + 1
    return f"20{years['first']}/{years['last']}" if follow else years[0]


def _months(told: re.Match[str]) -> int:
    said = (told["months"] or told["part"]).lower()
    return int(said) if said.isdigit() else PARTS[re.split("[ -]", said.replace("halfyear", "half"))[0]]


def _year(financial: int | None, text: str) -> tuple[int | None, str]:
    """The financial year that was found, else a single year; and the text without it."""
    return (financial, text) if financial is not None else _single(text)


def _named(
    month: int, span: int, first: int | None, text: str, names: re.Pattern[str], starts: int
) -> tuple[Moment, str]:
    """A month or season: of a financial year, of a calendar year, or of none."""
    if first is not None:
        return Moment(_of_month(month, span, 2000, starts).place, span, first), names.sub(" ", text)
    year, rest = _single(text)
    moment = (
        _of_month(month, span, year, starts)
        if year is not None
        else Moment(_place(month, starts), span, None)
    )
    return moment, names.sub(" ", rest)


def _financial_year(heading: str, starts: int) -> tuple[int | None, str]:
    if found := YEARS.search(heading):
        first = found["first"] or found["pair"][:2]
        return 2000 + int(first), YEARS.sub(" ", heading)
    if found := FY.search(heading):
        return 2000 + int(found["last"]) - (starts > 1), FY.sub(" ", heading)
    return None, heading


def _single(text: str) -> tuple[int | None, str]:
    found = SINGLE.search(text)
    return (
        (2000 + int(found["year"] or found["short"]), SINGLE.sub(" ", text, count=1))
        if found
        else (None, text)
    )


def place_of(month: int) -> int:
    """A month's place in the financial year, from 1."""
    return _place(month, in_force().year_starts)


def _place(month: int, starts: int) -> int:
    return (month - starts) % YEAR_MONTHS + 1


def _of_month(month: int, span: int, year: int, starts: int) -> Moment:
    return Moment(_place(month, starts), span, year if month >= starts else year - 1)


def dated(moments: Sequence[Moment], year: int | None) -> list[int]:
    """The end of each period in months, in the columns' printed order. Those without a year stand next to those that
    name one; where none does, in `year`, the review's own."""
    if all(m.year is not None for m in moments):
        return [m.end or 0 for m in moments]
    if _runs_backwards(moments):
        return _dated_in_order(moments[::-1], year)[::-1]
    return _dated_in_order(moments, year)


def _runs_backwards(moments: Sequence[Moment]) -> bool:
    """True where the way from the first to the last part leads back in time: the newest is printed first. Parts that
    name a year tell too (`Q4 actual | Q3 2023-24`), also that of the year before (`Q3 | Q3 2022-23`). Of
    halves of a year, as far from each other either way, those that name none are of one year."""
    parts = [m for m in moments if m.span < YEAR_MONTHS]
    nameless = [m.place for m in parts if m.year is None]
    places = [p for p, _ in groupby(nameless if len({*nameless}) > 1 else [m.place for m in parts])]
    if len(places) > 1:
        there, back = _way(places), _way(places[::-1])
        return there > back or (there == back and places[0] > places[-1])
    return len(parts) > 1 and parts[0].year is None and parts[-1].year is not None


def _way(places: Sequence[int]) -> int:
    return sum((b - a) % YEAR_MONTHS for a, b in pairwise(places))


def _dated_in_order(moments: Sequence[Moment], year: int | None) -> list[int]:
    """As `dated`, of columns that are printed with the earliest first."""
    turns, turn, last = [], 0, 0
    for moment in moments:
        if moment.year is None and moment.span < YEAR_MONTHS:
            turn += moment.place < last
            last = moment.place
        turns.append(turn)
    first_turn = _first_year(moments, turns, year)
    seen_part = False
    ends = []
    for moment, own in zip(moments, turns, strict=True):
        seen_part = seen_part or moment.span < YEAR_MONTHS
        of_year = moment.year
        if of_year is None:  # a year's outturn before the parts is the year's before
            of_year = first_turn + own - (moment.span == YEAR_MONTHS and not seen_part)
        ends.append(YEAR_MONTHS * of_year + moment.place)
    return ends


def _first_year(moments: Sequence[Moment], turns: Sequence[int], year: int | None) -> int:
    """The year of the first column that names none: next to a named year, else so that the last is the review's."""
    nameless = [k for k, m in enumerate(moments) if m.year is None]
    first, last = moments[nameless[0]], moments[nameless[-1]]
    before = moments[nameless[0] - 1] if nameless[0] else None
    if before is not None and before.year is not None:
        return before.year + (before.span == YEAR_MONTHS or first.place <= before.place)
    after = next((m for m in moments[nameless[-1] + 1 :] if m.year is not None), None)
    if after is not None and after.year is not None:
        again = next((k for k in nameless if moments[k][:2] == after[:2]), None)  # `Q1 | Q2 | Q2 2022-23`
        if again is not None:
            return after.year + 1 - turns[again]
        return after.year - (after.place < last.place) - turns[nameless[-1]]
    return (year or 0) - turns[-1]
