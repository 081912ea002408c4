"""Which line names the review and which its plan, where a title block says more of either."""

from __future__ import annotations

import pytest

from normalise import Review
from parsers.block import Block
from tests.normalise.building import AMBER, GREEN, heading, paragraph, review_of, shape, table

TABLE = table(
    ("Action", "Lead", "Progress", "RAG"), ("1. Buy land", "Ann Archer", "Bought.", "Completed"), top=300
)


def told(*lines: tuple[str, float]) -> Review:
    """The review below lines of a title block, each with its size; those in the size of text are paragraphs."""
    blocks = [
        heading(text, top=20 + 30 * k, size=size) if size > 10 else paragraph(text, top=20 + 30 * k)
        for k, (text, size) in enumerate(lines)
    ]
    return review_of(*blocks, TABLE)


@pytest.mark.parametrize(
    ("lines", "plan", "title"),
    [
        (
            [
                ("Elmbury NHS Foundation Trust", 13),
                ("Care Strategy Implementation Plan: Six Month Review", 19),
                (
                    "Care Strategy 2024-2027. Position at 30 September 2025, told to the Board on 23 October.",
                    11,
                ),
            ],
            "Care Strategy",
            "Care Strategy Implementation Plan: Six Month Review",
        ),
        (
            [
                ("Elmbury Borough Council", 13),
                ("Growth Strategy Action Plan Update", 18),
                ("Growth Strategy 2023-2028 – position at the end of October 2025", 10),
            ],
            "Growth Strategy",
            "Growth Strategy Action Plan Update",
        ),
        (
            [
                ("Business Plan Milestone Tracker", 21),
                ("Elm Museums Trust | Business Plan 2025-2028 | 17 November 2025", 10),
            ],
            "Business Plan",
            "Business Plan Milestone Tracker",
        ),
        # the counter-cases: a year of the report's own, another plan, a larger line with the time
        (
            [("Elmbury Borough Council", 13), ("Council Plan Delivery Plan 2025/26: Quarter 2", 18)],
            "Council Plan Delivery Plan",
            "Council Plan Delivery Plan 2025/26: Quarter 2",
        ),
        (
            [
                ("Elmbury Borough Council", 13),
                ("Housing Strategy 2024-2029: Progress Report, Quarter 2 2025/26", 18),
                ("Corporate Plan 2023-2027", 11),
            ],
            "Corporate Plan",
            "Housing Strategy 2024-2029: Progress Report, Quarter 2 2025/26",
        ),
        (
            [
                ("Elmbury Borough Council", 13),
                ("Corporate Plan: Quarter 2 2025/26", 18),
                ("Progress update", 11),
            ],
            "Corporate Plan",
            "Corporate Plan: Quarter 2 2025/26",
        ),
    ],
)
def test_the_plan_with_its_years_is_the_plan_and_the_largest_line_that_tells_of_a_review_its_title(
    lines: list[tuple[str, float]], plan: str, title: str
) -> None:
    review = told(*lines)
    assert (review.plan, review.title) == (plan, title)


def test_a_full_stop_in_a_name_parts_no_sentence() -> None:
    review = told(
        ("Elmbury Borough Council", 13), ("St. Anne Renewal Plan 2024-2028: progress report, May 2025", 18)
    )
    assert review.plan == "St. Anne Renewal Plan"


@pytest.mark.parametrize(
    "line", ["London Borough of Elmbury · Homes Strategy 2024-2029 · Position at 30 November 2025"]
)
def test_a_body_between_bars_in_small_print_publishes(line: str) -> None:
    assert (
        told(("Homes Strategy Action Plan: Year 2 Update", 18), (line, 8)).publisher
        == "London Borough of Elmbury"
    )


def test_a_body_that_running_text_mentions_does_not() -> None:
    own = told(
        ("Homes Strategy Action Plan: Year 2 Update", 18),
        ("We worked with the London Borough of Elmbury on homes for keyworkers.", 8),
    )
    assert own.publisher != "London Borough of Elmbury"


@pytest.mark.parametrize("name", ["Ōtere District Council", "Úna County Council", "Ŵyr Valley Health Board"])
def test_a_name_may_open_with_any_capital(name: str) -> None:
    review = told((name, 13), ("Annual Plan 2025/26: Quarter 2 Report", 18))
    assert review.publisher == name


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("On programme Will be delivered as it should", "Annual Plan"),
        ("Active Travel Plan 2024-2028", "Active Travel Plan"),
    ],
)
def test_a_status_with_what_it_means_names_no_plan_though_it_says_programme(line: str, plan: str) -> None:
    """A line of a key without a title was the plan."""
    review = told(("Elmbury District Council", 17), ("Annual Plan 2025/26 Quarterly Report", 13), (line, 8))
    assert review.plan == plan


@pytest.mark.parametrize(
    "caption",
    [
        "How to read this report",
        "About this report",
        "Key to this update",
        "Key to status",
        "What this report covers",
        "Data refreshed 21/01/2025 07:14",
        "Extracted on 21 January 2025",
    ],
)
def test_the_heading_of_what_explains_the_report_and_a_stamp_are_no_title(caption: str) -> None:
    """The caption of a key and the hour of an export were the review's title, and its cycle was counted from these."""
    review = _titled(
        heading("Strategic Plan Progress", top=20, size=24),
        heading("Quarter 3 2024/25", top=50, size=12),
        heading(caption, top=70, size=9),
    )
    assert (review.cycle, str(review.as_at)) == ("2024-25 Q3", "2024-12-31")
    assert review.title != caption


def test_a_report_on_how_things_are_read_is_a_title() -> None:
    review = _titled(heading("Library Plan: report on how to read more, Quarter 3 2024/25", top=20, size=24))
    assert review.title == "Library Plan: report on how to read more, Quarter 3 2024/25"


@pytest.mark.parametrize(
    "days", ["August 14, 2025 through February 15, 2026", "1 April to 30 September 2025", "1 to 30 June 2025"]
)
def test_days_alone_are_no_title_below_a_larger_line(days: str) -> None:
    review = _titled(
        heading("City of Larkmoor", top=20, size=24),
        heading("Strategic Objectives", top=50, size=16),
        paragraph(days, top=70),
    )
    assert (review.title, review.publisher) == ("Strategic Objectives", "City of Larkmoor")


def test_a_quarter_is_a_title_below_a_larger_line_all_the_same() -> None:
    review = _titled(heading("Strategic Plan", top=50, size=16), paragraph("Quarter 2 2025/26", top=70))
    assert review.title == "Quarter 2 2025/26"


def _titled(*lines: Block) -> Review:
    return review_of(
        *lines, table(("Action", "Lead", "Status"), ("Buy land", "Ann Archer", "On track"), top=300)
    )


@pytest.mark.parametrize(
    ("sentence", "plan"),
    [
        (
            "Our Well-being Plan 2023-2028 has three objectives, on which this reports progress.",
            "Well-being Plan",
        ),
        ("Our Plan 2023-2028 has three objectives, on which this reports progress.", "Our Plan"),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_part_of_the_plan_s_name(sentence: str, plan: str) -> None:
    review = _titled(
        heading("Annual Report 2024/25", top=20, size=24),
        heading("Larkmoor District Council", top=50, size=12),
        paragraph(sentence, top=70),
    )
    assert review.plan == plan


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("GREEN Delivering to plan", "Annual Service Plan"),
        ("Green: on plan", "Annual Service Plan"),
        ("Green – on plan, Amber – Behind where we should be", "Annual Service Plan"),
        ("Delivery of the programme is on course", "Annual Service Plan"),
        ("Green Borough Plan", "Green Borough Plan"),
        ("Growth Plan", "Growth Plan"),
    ],
)
def test_a_line_of_the_key_below_the_title_names_no_plan(line: str, plan: str) -> None:
    """`GREEN Delivering to plan` was the plan; its year was lost with the title."""
    words = () if line[:5].lower() == "green" else (shape("square", GREEN),)
    marks = (shape("square", AMBER),) if words else ()
    review = review_of(
        heading("Elmbury Fire Authority", top=20, size=17),
        heading("Annual Service Plan 2025/26: progress at the half year", top=50, size=12),
        paragraph(line, top=90, marks=() if plan == "Growth Plan" else words),
        paragraph(f"{'' if words else 'AMBER '}Behind where we should be", top=110, marks=marks),
        TABLE,
    )
    assert review.plan == plan


COMMITTEE = "Update to the Audit, Risk and Assurance Committee - position at 31 October 2024"


@pytest.mark.parametrize(
    ("lines", "title", "plan"),
    [
        ([("Audit Recommendations Tracker", 18), (COMMITTEE, 11)], *["Audit Recommendations Tracker"] * 2),
        (
            [("Implementation of Audit Advice", 18), ("Paper for the Board – Quarter 2 2024/25", 11)],
            *["Implementation of Audit Advice"] * 2,
        ),
        (
            [("Audit Register", 18), ("Report to the Audit Committee, 14 November 2024", 11)],
            *["Audit Register"] * 2,
        ),
        ([(COMMITTEE, 18)], COMMITTEE, None),
        # the counter-cases: lines to a body that say what they are
        (
            [("Audit", 18), ("Progress report to the Audit Committee, Quarter 2 2024/25", 11)],
            *[
                "Progress report to the Audit Committee, Quarter 2 2024/25",
                "Progress report to the Audit Committee",
            ],
        ),
        (
            [("Larkmoor", 18), ("Report to Council: Council Plan 2024-2028, Quarter 2", 11)],
            "Report to Council: Council Plan 2024-2028, Quarter 2",
            "Council Plan",
        ),
    ],
)
def test_a_line_that_only_says_whom_it_is_handed_to_is_no_title_beside_a_larger_one(
    lines: list[tuple[str, float]], title: str, plan: str | None
) -> None:
    """It beat the largest line of the page, and the plan was `Update to the Audit Committee - position at 31`."""
    review = told(("Larkmoor Borough Council", 13), *lines)
    assert (review.title, review.plan) == (title, plan)


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("Performance Report 30 September 2025", "Performance Report"),
        ("Audit Tracker – position as at the end of March 2025", "Audit Tracker"),
        ("Quarterly Report for the quarter ended 31 December 2025", "Quarterly Report"),
        ("Progress report to Members, 1 April to 30 September 2025", "Progress report to Members"),
        ("Scorecard to 31st March 2025", "Scorecard"),
    ],
)
def test_a_report_s_name_as_the_plan_s_is_not_torn_at_its_day(line: str, plan: str) -> None:
    assert told((line, 18)).plan == plan


@pytest.mark.parametrize(
    "time",
    ["Quarter 1, School Year 2025-26", "Term 2, Academic Year 2025-26", "Fiscal Year 2025-26, Quarter 2"],
)
def test_a_year_and_its_kind_are_no_plan(time: str) -> None:
    review = told(("Harlan Valley School District", 13), ("Goals Progress Monitoring", 18), (time, 12))
    assert (review.title, review.plan) == ("Goals Progress Monitoring",) * 2


def test_a_plan_that_is_called_by_its_school_year_keeps_its_name() -> None:
    review = told(("School Year Calendar Plan 2025-26", 18), ("Progress report, Quarter 1 2025-26", 12))
    assert review.plan == "School Year Calendar Plan"
