"""Cycles and the day up to which a review reports."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.language import cycles, printed_days

years = st.integers(2000, 2098)


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
        ("Quarterly Progress Report, Q1 FY2025", "2025 Q1", None),
        ("2016-2017 Year-End Review", "2016-17 year-end", dt.date(2017, 3, 31)),
        ("End of Year Report 2016-17", "2016-17 year-end", dt.date(2017, 3, 31)),
        ("Annual Report 2016-17", "2016-17 year-end", dt.date(2017, 3, 31)),
        ("Adroddiad Diwedd Blwyddyn 2023-24", "2023-24 year-end", dt.date(2024, 3, 31)),
        ("Quarter 2 2024-25 as at 14 October 2024", "2024-25 Q2", dt.date(2024, 10, 14)),
        ("Performance as at 31 December 2024", "2024-12", dt.date(2024, 12, 31)),
        ("Progress report 2016-17", "2016-17 year-end", dt.date(2017, 3, 31)),
        ("Status at December 31, 2024", "2024-12", dt.date(2024, 12, 31)),
        (
            "Quarter 2 2025/26 (July to September 2025), Board 20 November 2025",
            "2025-26 Q2",
            dt.date(2025, 9, 30),
        ),
        ("Position at 31 December 2024, to be told on 14 January 2025", "2024-12", dt.date(2024, 12, 31)),
    ],
)
def test_a_title_names_its_cycle_and_day(title: str, name: str, as_at: dt.date) -> None:
    found = cycles.cycle_of(title)
    assert found is not None and found[:2] == (name, as_at)


@pytest.mark.parametrize(
    ("title", "name", "as_at"),
    [
        ("Delivery report: Month 6, 2025/26", "2025-26 september", dt.date(2025, 9, 30)),
        ("Month 10 report 2025-26", "2025-26 january", dt.date(2026, 1, 31)),
        ("M03 2025/26 report", "2025-26 june", dt.date(2025, 6, 30)),
        ("Finance report 2025/26, M12", "2025-26 march", dt.date(2026, 3, 31)),
        ("Report 2025/26 on works beside the M6", "2025-26 year-end", dt.date(2026, 3, 31)),
        ("6 month report 2025/26", "2025-26 mid-year", dt.date(2025, 9, 30)),
    ],
)
def test_month_6_of_a_financial_year_is_its_september(title: str, name: str, as_at: dt.date) -> None:
    found = cycles.cycle_of(title)
    assert found is not None and found[:2] == (name, as_at)


def test_month_6_of_a_single_year_may_be_its_june() -> None:
    assert cycles.cycle_of("Month 6 2025 report") is None


@pytest.mark.parametrize("title", ["Delivery Plan", "Our Plan 2024-2027", "Quarter 2", "2016-17", ""])
def test_what_names_no_cycle_is_none(title: str) -> None:
    assert cycles.cycle_of(title) is None


def test_a_day_of_a_month_is_no_year() -> None:
    found = cycles.cycle_of(
        "Strategic Plan 2024-2029 Progress Report, Third Quarter 2025 (July 1 - September 30)"
    )
    assert found is not None and found[:2] == ("2025 Q3", None)


@given(years, st.integers(1, 4), st.sampled_from(["-", "/", "–", " - ", " to "]), st.booleans())
def test_every_quarter_of_every_financial_year_ends_on_its_last_day(
    year: int, quarter: int, dash: str, short: bool
) -> None:
    last = f"{(year + 1) % 100:02d}" if short else str(year + 1)
    cycle = cycles.cycle_of(f"Quarter {quarter} {year}{dash}{last} Review")
    assert cycle is not None and cycle.as_at is not None
    assert cycle.name == f"{year}-{(year + 1) % 100:02d} Q{quarter}"
    assert (cycle.as_at.year, cycle.as_at.month) == (year + quarter // 4, (6, 9, 12, 3)[quarter - 1])
    assert (cycle.as_at + dt.timedelta(1)).day == 1


@given(years)
def test_the_halves_of_every_financial_year_end_in_september_and_march(year: int) -> None:
    mid, end = (cycles.cycle_of(f"{year}-{year + 1} {half} Review") for half in ("Mid-Year", "Year-End"))
    assert mid and end
    assert (mid.as_at, end.as_at) == (dt.date(year, 9, 30), dt.date(year + 1, 3, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 October to 31 December 2024", dt.date(2024, 12, 31)),
        ("April - June 2025", dt.date(2025, 6, 30)),
        ("Progress to 31st December 2024", dt.date(2024, 12, 31)),
        ("as at March 2025, approved on 3 May 2025", dt.date(2025, 3, 31)),
        ("Data are at 30 September 2025", dt.date(2025, 9, 30)),
        ("All data as of 30/09/2025", dt.date(2025, 9, 30)),
        ("Data for September 2025", dt.date(2025, 9, 30)),
        ("The position is at the end of June 2025", dt.date(2025, 6, 30)),
        ("The status of the actions under four priorities at the end of June 2025", dt.date(2025, 6, 30)),
        ("The lease runs out at the end of June 2025", None),
        ("Data are to be published on 3 May 2025", None),
        ("published on 3 May 2025", None),
    ],
)
def test_only_words_and_spans_say_up_to_when_is_reported(text: str, day: dt.date | None) -> None:
    assert printed_days.reported_to(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Delivery report to the Board: position at 30 November 2025",
        "Progress report to Cabinet: position as at 30 November 2025",
        "Board report: data to 30 November 2025",
    ],
)
def test_the_day_of_a_position_told_to_a_board_is_no_meeting_s(text: str) -> None:
    found = cycles.cycle_of(printed_days.without_meeting(text))
    assert found is not None and found.as_at == dt.date(2025, 11, 30)


def test_the_day_of_a_meeting_is_no_day_reported_to() -> None:
    assert cycles.cycle_of(printed_days.without_meeting("Audit Committee, 22 January 2025")) is None
    assert printed_days.without_meeting("Progress to 31 March 2025") == "Progress to 31 March 2025"


@pytest.mark.parametrize(
    ("part", "met", "name", "ended"),
    [
        ("mid-year", dt.date(2025, 11, 12), "2025-26 mid-year", dt.date(2025, 9, 30)),
        ("Q4", dt.date(2025, 5, 1), "2024-25 Q4", dt.date(2025, 3, 31)),
    ],
)
def test_a_part_of_the_year_is_the_last_that_ended_before_the_meeting(
    part: str, met: dt.date, name: str, ended: dt.date
) -> None:
    found = cycles.last_before(part, met)
    assert found is not None and found[:2] == (name, ended)


@pytest.mark.parametrize(
    ("title", "name", "as_at"),
    [
        ("Performance Report: Quarters 1 and 2, 2025/26", "2025-26 Q2", dt.date(2025, 9, 30)),
        ("Performance Report Q1-Q3 2025/26", "2025-26 Q3", dt.date(2025, 12, 31)),
        ("Nine month progress report 2025/26", "2025-26 Q3", dt.date(2025, 12, 31)),
        ("H1 2025/26 Performance Report", "2025-26 mid-year", dt.date(2025, 9, 30)),
        ("Report on the second half of 2024/25", "2024-25 year-end", dt.date(2025, 3, 31)),
        ("December Quarterly Review 2025/26", "2025-26 december", dt.date(2025, 12, 31)),
        ("March quarter report 2025/26", "2025-26 march", dt.date(2026, 3, 31)),
        ("Progress at Period 6, 2025/26", "2025-26 september", dt.date(2025, 9, 30)),
        ("Annual Delivery Plan 2025/26, second quarter", "2025-26 Q2", dt.date(2025, 9, 30)),
    ],
)
def test_parts_of_a_year_in_other_words_are_known(title: str, name: str, as_at: dt.date) -> None:
    found = cycles.cycle_of(title)
    assert found is not None and found[:2] == (name, as_at)


@pytest.mark.parametrize(
    "title",
    ["Operational Plan 2025-26 Progress Report No. 2", "Quarterly Report 2025/26", "Update 3, 2025/26"],
)
def test_one_of_several_reports_in_a_year_names_no_day(title: str) -> None:
    found = cycles.cycle_of(title)
    assert found is not None and found.as_at is None


def test_an_annual_plan_is_no_report_at_the_year_s_end() -> None:
    assert cycles.part_of_year("Annual Delivery Plan 2025/26") is None
    assert cycles.part_of_year("Annual Report on the Delivery Plan 2025/26") == "year-end"


def test_short_years_are_no_report_s_number_nor_a_count() -> None:
    found = cycles.cycle_of("Performance Report 25/26")
    assert found is not None and found[:2] == ("2025-26 year-end", dt.date(2026, 3, 31))
    assert cycles.cycle_of("Progress: 14/15 actions are on track") is None
    assert cycles.cycle_of("Progress report 11/12") is None


def test_what_is_done_through_something_reports_up_to_no_day() -> None:
    assert printed_days.reported_to("Delivered through partners until 31 March 2027") is None
    assert printed_days.reported_to("Progress through December 31, 2025") == dt.date(2025, 12, 31)


def test_the_month_in_which_a_board_meets_is_none_that_is_reported_on() -> None:
    assert (
        printed_days.without_meeting("Improvement Plan | Improvement Board October 2026")
        == "Improvement Plan | "
    )
    assert printed_days.without_meeting("Board report, October 2026") == "Board report, October 2026"


@pytest.mark.parametrize(
    ("part", "day", "name"),
    [
        ("year-end", dt.date(2025, 6, 30), "2024-25 year-end"),
        ("Q4", dt.date(2025, 4, 14), "2024-25 Q4"),
        ("Q4", dt.date(2025, 3, 20), "2024-25 Q4"),
        ("mid-year", dt.date(2025, 11, 30), "2025-26 mid-year"),
    ],
)
def test_a_part_of_the_year_is_the_one_that_ends_nearest_to_the_day(
    part: str, day: dt.date, name: str
) -> None:
    assert cycles.nearest(part, day) == cycles.Cycle(name, day)


@pytest.mark.parametrize("word", ["Semi-annual", "Semi annual", "Bi-annual"])
def test_a_report_made_twice_a_year_is_none_of_its_end(word: str) -> None:
    assert cycles.part_of_year(f"{word} progress report") is None
    found = cycles.cycle_of(f"{word} progress report, January 1 - June 30, 2025")
    assert found == cycles.Cycle("2025-06", dt.date(2025, 6, 30))


def test_a_year_ended_on_a_day_reports_up_to_it() -> None:
    assert printed_days.reported_to("For the year ended 30 June 2025") == dt.date(2025, 6, 30)


@pytest.mark.parametrize(
    "title",
    [
        "Work Plan Third Quarter 2025, adopted by Council March 2025",
        "Q3 2025 (Plan approved 14 March 2025)",
        "Q3 2025: Strategic Plan amended in March 2025",
    ],
)
def test_the_day_on_which_a_plan_was_adopted_is_none_up_to_which_it_is_reported(title: str) -> None:
    """It moved the third quarter of 2025 into the year before."""
    found = cycles.cycle_of(title)
    assert found is not None and (found.name, found.as_at) == ("2025 Q3", None)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Quarter 2 2025/26"], "2025-26 Q2"),
        (["Quarter 2", "Position at the end of Q2"], "2025-26 Q2"),
        (["Quarter 1", "Quarter 2"], "2025-26 september"),
        (["Quarter 1"], "2025-26 Q1"),
        (["Quarter 3"], "2025 Q3"),
        ([], "2025-26 september"),
    ],
)
def test_a_month_beside_the_only_quarter_that_ends_in_it_is_that_quarter(lines: list[str], name: str) -> None:
    """`2025-26 september` in one review and `2025-26 Q3` in the next were two kinds of cycles."""
    day = dt.date(2025, 9, 30)
    assert cycles.of_quarter(cycles.Cycle("2025-26 september", day), lines) == cycles.Cycle(name, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("This report shows where each strategy stood on December 31, 2025.", "2025-12-31"),
        ("It shows where things stand on 31 December 2025.", "2025-12-31"),
        ("The statue stood on the green until 31 December 2025.", "None"),
    ],
)
def test_where_things_stood_on_a_day_is_the_day_reported_to(text: str, day: str) -> None:
    assert str(printed_days.reported_to(text)) == day


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Quarter Two, 1 October to 31 December 2025", "Q2"),
        ("Quarters 1 and 2", "Q2"),
        ("Q1, Q2 & Q3", "Q3"),
        ("Six-month strategic objectives", None),
        ("Mid-year Council Plan targets", "mid-year"),
        ("Six-month review of the strategic objectives", "mid-year"),
    ],
)
def test_the_part_of_a_year_beside_days_and_objectives(text: str, part: str | None) -> None:
    assert cycles.part_of_year(text) == part


def test_a_month_far_behind_the_words_for_it_keeps_its_year() -> None:
    """The year was cut after 40 letters: `November 20` was a month of 2020."""
    found = cycles.cycle_of("Update to the Police and Crime Panel, November 2025")
    assert found and found.as_at == dt.date(2025, 11, 30)
