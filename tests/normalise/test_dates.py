from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise import dates

years = st.integers(2000, 2098)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31 March 2025", dt.date(2025, 3, 31)),
        ("31st March, 2025", dt.date(2025, 3, 31)),
        ("1 Sept 2024", dt.date(2024, 9, 1)),
        ("31/03/2025", dt.date(2025, 3, 31)),
        ("31.03.25", dt.date(2025, 3, 31)),
        ("2025-03-31", dt.date(2025, 3, 31)),
        ("March 2025", dt.date(2025, 3, 31)),
        ("Feb-24", dt.date(2024, 2, 29)),
        ("31 Mawrth 2025", dt.date(2025, 3, 31)),
        ("Rhagfyr 2024", dt.date(2024, 12, 31)),
        ("30 June 2024, now 30 September 2024", dt.date(2024, 9, 30)),
        ("31 February 2025", None),
        ("13/13/2025", None),
        ("Ongoing", None),
        ("2025", None),
        ("", None),
    ],
)
def test_a_printed_date_is_read(text: str, day: dt.date | None) -> None:
    assert dates.date_of(text) == day


@pytest.mark.parametrize(
    ("title", "name", "as_at"),
    [
        ("Delivery Plan Quarter 2 2024-25 Review", "2024-25 Q2", dt.date(2024, 9, 30)),
        ("Q3 2024/25 performance report", "2024-25 Q3", dt.date(2024, 12, 31)),
        ("Third Quarter 2024 to 2025", "2024-25 Q3", dt.date(2024, 12, 31)),
        ("Qtr 4 2024–2025", "2024-25 Q4", dt.date(2025, 3, 31)),
        ("Chwarter 1 2025-26", "2025-26 Q1", dt.date(2025, 6, 30)),
        ("2016-2017 Mid-Year Review", "2016-17 mid-year", dt.date(2016, 9, 30)),
        ("Half-yearly report 2016/17", "2016-17 mid-year", dt.date(2016, 9, 30)),
        ("2016-2017 Year-End Review", "2016-17 year-end", dt.date(2017, 3, 31)),
        ("End of Year Report 2016-17", "2016-17 year-end", dt.date(2017, 3, 31)),
        ("Annual Report 2016-17", "2016-17 year-end", dt.date(2017, 3, 31)),
        ("Adroddiad Diwedd Blwyddyn 2023-24", "2023-24 year-end", dt.date(2024, 3, 31)),
        ("Quarter 2 2024-25 as at 14 October 2024", "2024-25 Q2", dt.date(2024, 10, 14)),
        ("Performance as at 31 December 2024", "2024-12", dt.date(2024, 12, 31)),
        ("Progress report 2016-17", "2016-17 year-end", dt.date(2017, 3, 31)),
    ],
)
def test_a_title_names_its_cycle_and_day(title: str, name: str, as_at: dt.date) -> None:
    assert dates.cycle_of(title) == (name, as_at)


@pytest.mark.parametrize("title", ["Delivery Plan", "Our Plan 2024-2027", "Quarter 2", "2016-17", ""])
def test_what_names_no_cycle_is_none(title: str) -> None:
    assert dates.cycle_of(title) is None


@given(years, st.integers(1, 4), st.sampled_from(["-", "/", "–", " - ", " to "]), st.booleans())
def test_every_quarter_of_every_financial_year_ends_on_its_last_day(
    year: int, quarter: int, dash: str, short: bool
) -> None:
    last = f"{(year + 1) % 100:02d}" if short else str(year + 1)
    cycle = dates.cycle_of(f"Quarter {quarter} {year}{dash}{last} Review")
    assert cycle is not None and cycle.as_at is not None
    assert cycle.name == f"{year}-{(year + 1) % 100:02d} Q{quarter}"
    assert (cycle.as_at.year, cycle.as_at.month) == (year + quarter // 4, (6, 9, 12, 3)[quarter - 1])
    assert (cycle.as_at + dt.timedelta(1)).day == 1


@given(years)
def test_the_halves_of_every_financial_year_end_in_september_and_march(year: int) -> None:
    mid, end = (dates.cycle_of(f"{year}-{year + 1} {half} Review") for half in ("Mid-Year", "Year-End"))
    assert mid and end
    assert (mid.as_at, end.as_at) == (dt.date(year, 9, 30), dt.date(year + 1, 3, 31))


@given(years, st.integers(2, 20))
def test_a_plan_s_period_is_no_financial_year(year: int, length: int) -> None:
    assert dates.financial_year(f"{year}-{min(year + length, 2099)}") is None or year + length > 2099


@given(st.dates(dt.date(2000, 1, 1), dt.date(2098, 12, 31)))
def test_any_day_reads_back_however_it_is_printed(day: dt.date) -> None:
    month = calendar.month_name[day.month]
    for printed in (
        f"{day.day} {month} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"by {day:%d %b %Y}",
    ):
        assert dates.date_of(printed) == day


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Living Well Plan 2024-2027", "2024-2027"),
        ("Our Plan 2024 – 2027", "2024-2027"),
        ("Plan (2016 to 2018)", "2016-2018"),
        ("Plan 2016/17", "2016/17"),
        ("Our Plan", None),
    ],
)
def test_a_plan_s_period_is_kept_as_printed(text: str, period: str | None) -> None:
    assert dates.plan_period(text) == period


@pytest.mark.parametrize(
    ("printed", "month_first"),
    [
        (("9/30/2025", "7/1/2025"), True),
        (("30/9/2025", "7/1/2025"), False),
        (("7/1/2025", "3/4/2025"), False),
        (("30/9/2025", "9/31/2025"), False),
        (("June 2025", "TBD"), False),
    ],
)
def test_an_american_document_puts_the_month_first(printed: tuple[str, ...], month_first: bool) -> None:
    """7/1/2025 beside 9/30/2025 was read as 7 January, in silence."""
    assert dates.puts_month_first(printed) is month_first
    assert dates.date_of("7/1/2025", month_first=month_first) == (
        dt.date(2025, 7, 1) if month_first else dt.date(2025, 1, 7)
    )
