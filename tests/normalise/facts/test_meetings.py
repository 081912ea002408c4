"""The day of a meeting on a line of its own: neither the review's title nor the day up to which it tells."""

from __future__ import annotations

import datetime as dt

import pytest

from normalise import Given
from normalise.facts import meetings
from normalise.facts.document import Facts, learn
from normalise.prose.texts import Text

UPDATE = "Council Plan: Progress Update"


def told(*lines: str) -> Facts:
    return learn([Text("title", line, 12, 1) for line in lines], Given())


def codes(found: Facts) -> list[str]:
    return [f.code for f in found.findings if f.field == "as_at"]


@pytest.mark.parametrize(
    ("line", "as_at"),
    [
        ("Position at 31 December 2025", "2025-12-31"),
        ("As at 31 December 2025", "2025-12-31"),
        ("Quarter 3 2025/26", "2025-12-31"),
        ("October to December 2025", "2025-12-31"),
        ("Data correct to 30 November 2025", "2025-11-30"),
        ("Reporting period: 1 October – 31 December 2025", "2025-12-31"),
    ],
)
@pytest.mark.parametrize(
    "meeting",
    [
        "Overview and Scrutiny Committee|4 March 2026",
        "Elmbury District Council|Cabinet|Wednesday 4 March 2026, 10.00am",
        "4 March 2026|Audit and Governance Committee (Public)",
        "Report to: Scrutiny Panel|Date: 4 March 2026",
        "Trust Board|Agenda item: 7|4 March 2026",
    ],
)
def test_a_meeting_s_day_on_its_own_line_is_not_the_day_that_is_reported_on(
    line: str, as_at: str, meeting: str
) -> None:
    found = told(*meeting.split("|"), UPDATE, line)
    assert str(found.as_at) == as_at
    assert found.title != "4 March 2026"
    assert not codes(found)


def test_a_column_s_month_outranks_a_meeting_s_day_above_it() -> None:
    lines = [Text("title", line, 12, 1) for line in ("Scrutiny Committee", "4 March 2026", UPDATE)]
    found = learn([*lines, Text("column", "Update as at February 2026", 0, 1)], Given())
    assert (found.title, found.as_at) == (UPDATE, dt.date(2026, 2, 28))


def test_a_meeting_s_day_that_is_the_only_one_is_taken_and_told() -> None:
    found = told("Scrutiny Committee", "4 March 2026", UPDATE)
    assert (found.as_at, codes(found)) == (dt.date(2026, 3, 4), ["as_at_of_meeting"])


def test_no_year_s_end_is_reported_to_a_meeting_before_it() -> None:
    found = told("Scrutiny Committee", "4 March 2026", "Council Plan 2025-26: Progress Update")
    assert (found.cycle, found.as_at) == ("2025-26 march", dt.date(2026, 3, 4))
    assert codes(found) == ["as_at_of_meeting"]
    later = told("Scrutiny Committee", "4 June 2026", "Council Plan 2025-26: Progress Update")
    assert (later.cycle, later.as_at) == ("2025-26 year-end", dt.date(2026, 3, 31))


@pytest.mark.parametrize(
    "lines",
    [
        "Larkshire Integrated Care Board|31 December 2025|Delivery Plan Report",
        "Improvement Board Action Plan|31 December 2025|Progress Report",
        "Elmbury District Council|31 December 2025|Delivery Plan Report",
    ],
)
def test_a_day_below_who_publishes_or_the_plan_is_the_review_s(lines: str) -> None:
    found = told(*lines.split("|"))
    assert (found.as_at, codes(found)) == (dt.date(2025, 12, 31), [])


def test_a_meeting_with_its_day_is_no_title() -> None:
    assert told("Performance Committee, 28 January 2026", "Fire Plan: Progress Report").title == (
        "Fire Plan: Progress Report"
    )
    assert not meetings.is_announced("Progress report to the Board, November 2025")
    assert not meetings.is_announced("Council Plan 2025")


def test_a_time_is_no_title_where_another_line_says_what_it_heads() -> None:
    assert told("Larkshire Council", UPDATE, "Position at 31 December 2025").title == UPDATE
    dated = "Climate Action Plan 2024-2029: Progress Report 2025"
    assert told("Larkshire Council", dated, "Position at 31 December 2025").title == dated
    assert told("Performance Improvement Plan 2025-26", "Quarter 2 Progress Report").title == (
        "Quarter 2 Progress Report"
    )
    assert told("3. Progress", "4 March 2026").title is None


def test_a_plan_s_year_long_past_names_no_cycle() -> None:
    found = told("Implementation Plan 2024-2025: Progress Report to 31 December 2025")
    assert (found.cycle, found.as_at) == ("2025-12", dt.date(2025, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        "22 July 2025",
        "Presented to the States Assembly by the Council of Ministers|R.88/2025 – 22 July 2025",
        "Laid before the Assembly|22 July 2025",
    ],
)
def test_the_day_on_a_cover_is_not_the_one_up_to_which_a_half_year_s_report_tells(day: str) -> None:
    """The half-year was taken for the one that ended in September, and its last day for that of the cover."""
    found = told("Mid-year delivery report 2025", *day.split("|"))
    assert (found.cycle, found.as_at) == ("2025 mid-year", dt.date(2025, 6, 30))
    assert codes(found) == ["as_at_of_meeting"]
    texts = [Text("title", line, 12, 1) for line in ("Mid-year delivery report 2025", *day.split("|"))]
    texts.append(Text("text", "We report on the half-year that ended on 30 June 2025.", 10, 1))
    found = learn(texts, Given())
    assert (found.cycle, found.as_at, codes(found)) == ("2025 mid-year", dt.date(2025, 6, 30), [])


def test_a_quarter_s_last_day_on_a_cover_is_the_one_up_to_which_it_tells() -> None:
    found = told("Quarter 2 performance report", "30 September 2025")
    assert (found.cycle, found.as_at, codes(found)) == ("2025-26 Q2", dt.date(2025, 9, 30), [])
    found = told("Quarter 2 performance report", "12 November 2025")
    assert (found.cycle, found.as_at, codes(found)) == (
        "2025-26 Q2",
        dt.date(2025, 9, 30),
        ["as_at_of_meeting"],
    )


@pytest.mark.parametrize(
    "made",
    ["data extracted 3 December 2025", "produced on 3 December 2025", "report run 3 December 2025",
     "presented to Cabinet on 9 December 2025"],
)  # fmt: skip
def test_when_the_data_was_drawn_is_not_the_time_that_a_title_names(made: str) -> None:
    found = told(f"Performance monitoring report: November 2025 ({made})")
    assert (found.cycle, found.as_at) == ("2025-11", dt.date(2025, 11, 30))


@pytest.mark.parametrize(
    "time",
    [
        "Third quarter of 2025/26: 1 October to 31 December 2025",
        "Quarter 3 2025/26 (October to December 2025)",
    ],
)
def test_a_line_that_says_its_time_twice_is_not_the_review_s_title(time: str) -> None:
    found = told("Police and Crime Plan 2024–2028: delivery report", time)
    assert (found.title, found.cycle) == ("Police and Crime Plan 2024–2028: delivery report", "2025-26 Q3")


@pytest.mark.parametrize(
    ("line", "cycle"),
    [
        ("Larkmoor District Council — Quarter Two, 1 October to 31 December 2025", "2025-26 Q2"),
        ("Larkmoor District Council — Quarter Two, period ended 31 December 2025", "2025-26 Q2"),
        ("Larkmoor District Council – quarter 3, quarter ended 31 December 2025", "2025-26 Q3"),
    ],
)
def test_the_days_of_a_quarter_behind_a_council_s_name_are_no_meeting_s(line: str, cycle: str) -> None:
    """The day was said to be a meeting's, and the quarter counted from April."""
    found = told("Quarterly Performance Report", line)
    assert (found.cycle, str(found.as_at), codes(found)) == (cycle, "2025-12-31", [])


def test_the_day_behind_a_committee_s_name_is_a_meeting_s_still() -> None:
    assert codes(told("Performance Report", "Scrutiny Committee, 12 November 2025")) == ["as_at_of_meeting"]


def test_the_sooner_day_that_is_told_goes_before_the_end_of_what_a_plan_is_for() -> None:
    lines = (
        "Strategic Objectives",
        "August 14, 2025 through February 15, 2026",
        "Status as of November 30, 2025",
    )
    assert (told(*lines).cycle, str(told(*lines).as_at)) == ("2025-11", "2025-11-30")
    assert str(told(*lines[:2]).as_at) == "2026-02-15"
