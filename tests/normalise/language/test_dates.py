from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.language import dates

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
        ("Feb ’24", dt.date(2024, 2, 29)),
        ("13-Feb-2027", dt.date(2027, 2, 13)),  # was read as the month's end
        ("13/Feb/27", dt.date(2027, 2, 13)),
        ("31-03-2025", dt.date(2025, 3, 31)),
        ("2025/03/31", dt.date(2025, 3, 31)),
        ("3rd of March 2025", dt.date(2025, 3, 3)),
        ("Phase 1 - March 2025", dt.date(2025, 3, 31)),
        ("31 Mawrth 2025", dt.date(2025, 3, 31)),
        ("Rhagfyr 2024", dt.date(2024, 12, 31)),
        ("30 June 2024, now 30 September 2024", dt.date(2024, 9, 30)),
        ("December 31, 2024", dt.date(2024, 12, 31)),
        ("from July 1st 2024 to Sept 30 2024", dt.date(2024, 9, 30)),
        ("February 30, 2025", None),
        ("31 February 2025", None),
        ("13/13/2025", None),
        ("Ongoing", None),
        ("2025", None),
        ("", None),
    ],
)
def test_a_printed_date_is_read(text: str, day: dt.date | None) -> None:
    assert dates.date_of(text) == day


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
        f"{day:%d-%b-%Y}",
        f"{day:%d-%m-%y}",
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


def test_the_mark_of_a_footnote_is_no_part_of_a_date() -> None:
    assert dates.date_of("31 March 2025¹") == dt.date(2025, 3, 31)
