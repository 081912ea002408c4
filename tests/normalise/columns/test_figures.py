"""Indicator tables with several columns of figures: which is the latest, the one before, the target; what is rated."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from normalise.review import Indicator
from tests.normalise.building import (
    ABOVE,
    AMBER,
    BESIDE,
    GREEN,
    RED,
    Square,
    about,
    filled,
    heading,
    indicators_of,
    loud,
    moved_to,
    review_of,
    shape,
    table,
    with_text,
)

KEY = table(("Green", "On target"), ("Amber", "Slightly behind target"), ("Red", "Off track"), top=20)
COLOURS = table(
    (filled(GREEN), "On target"),
    (filled(AMBER), "Slightly behind target"),
    (filled(RED), "Off track"),
    top=20,
)
TITLE = heading("Performance report, Quarter 2 2025/26")


def only(headings: Sequence[str], *cells: Square, title: bool = True) -> Indicator:
    """The indicator of a table with one row, in a report for the second quarter of 2025/26."""
    blocks = [TITLE] if title else []
    (indicator,) = review_of(*blocks, table(("Indicator", *headings), ("Calls answered", *cells))).indicators
    return indicator


@pytest.mark.parametrize(
    ("headings", "cells", "latest", "previous"),
    [
        (("Target", "Q1", "Q2", "Q3", "Q4"), ("90", "81", "82", "83", ""), "83", "82"),
        (("2024/25 outturn", "Target", "Term 1", "Term 2"), ("80", "90", "81", "82"), "82", "81"),
        (("2024/25 outturn", "Target", "Term 1", "Term 2", "Term 3"), ("80", "90", "81", "", ""), "81", "80"),
        (("Term 3", "Term 2", "Term 1", "Target"), ("83", "82", "81", "90"), "83", "82"),
        (("Target", "First term", "Second term"), ("90", "81", "82"), "82", "81"),
        (("Target", "Term 1 (Autumn)", "Term 2 (Spring)"), ("90", "81", "82"), "82", "81"),
        (("2024/25", "Target", "Autumn 1", "Autumn 2", "Spring 1"), ("80", "90", "81", "82", ""), "82", "81"),
        (("2024/25", "Target", "HT1", "HT2"), ("80", "90", "81", "82"), "82", "81"),
        (("2024/25", "Target", "Semester 1", "Semester 2"), ("80", "90", "81", "82"), "82", "81"),
        (("2024/25", "Target", "Q1", "Q2"), ("80", "90", "Annual", "–"), "80", None),
        (("2024/25", "Target", "Q1", "Q2"), ("80", "90", "Annual measure", "Annual measure"), "80", None),
        (("2024/25 outturn", "Target", "Q1", "Q2", "Q3", "Q4"), ("80", "90", "81", "82", "", ""), "82", "81"),
        (("2024/25 outturn", "Target", "Q1", "Q2", "Q3", "Q4"), ("80", "90", "81", "", "", ""), "81", "80"),
        (("2024/25", "Target", "Q1", "Q2"), ("80", "90", "", "-"), "80", None),
        (("Target", "Q3 2024/25", "Q4 2024/25", "Q1 2025/26"), ("90", "81", "82", "83"), "83", "82"),
        (("Target", "Q1 2025/26", "Q4 2024/25", "Q3 2024/25"), ("90", "83", "82", "81"), "83", "82"),
        (("Target", "Q2 actual", "Q1 2025/26"), ("90", "82", "81"), "82", "81"),
        (("Target", "Q2", "Q2 2024/25"), ("90", "82", "81"), "82", "81"),
        (("Target", "Q1", "Q2", "Q2 2024/25"), ("90", "81", "82", "70"), "82", "81"),
        (("Target", "Q2", "Q3", "Q2 2024/25"), ("90", "81", "82", "70"), "82", "81"),
        (("Target", "Q3", "Q2", "Q3 2024/25"), ("90", "82", "81", "70"), "82", "81"),
        (("Target", "Q1 25/26", "Q2 25/26"), ("90", "81", "82"), "82", "81"),
        (("Target", "Q1 (2025/26)", "Q2 (2025/26)"), ("90", "81", "82"), "82", "81"),
        (("Q3", "Q2", "Q1", "Target"), ("83", "82", "81", "90"), "83", "82"),
        (("Q3", "Q4", "Q1", "Q2", "Target"), ("83", "84", "81", "82", "90"), "82", "81"),
        (("2022/23", "2023/24", "2024/25", "Target"), ("81", "82", "83", "90"), "83", "82"),
        (("Target", "Period 5", "Period 6"), ("90", "81", "82"), "82", "81"),
        (("Target", "P6", "P5"), ("90", "82", "81"), "82", "81"),
        (("12 months to Sep 2024", "12 months to Sep 2025", "Target"), ("81", "82", "90"), "82", "81"),
        (("Target", "Rolling year to June 2025", "Rolling year to Sep 2025"), ("90", "81", "82"), "82", "81"),
        (("2024/25", "2023/24", "2022/23", "Target"), ("83", "82", "81", "90"), "83", "82"),
        (("2022/23", "2023/24", "2024/25", "Target"), ("81", "82", "n/a", "90"), "82", "81"),
        (("22/23 Actual", "23/24 Actual", "Target"), ("81", "82", "90"), "82", "81"),
        (("Actual 2022/23", "Actual 2023/24", "Target"), ("81", "82", "90"), "82", "81"),
        (("Apr", "May", "Jun", "Target"), ("81", "82", "", "90"), "82", "81"),
        (("Nov 24", "Dec 24", "Jan 25", "Target"), ("81", "82", "83", "90"), "83", "82"),
        (("Jan 25", "Dec 24", "Nov 24", "Target"), ("83", "82", "81", "90"), "83", "82"),
        (("31 March 2024", "31 March 2025", "Target"), ("81", "82", "90"), "82", "81"),
        (("As at June 2025", "As at Sept 2025", "Target"), ("81", "82", "90"), "82", "81"),
        (("Target", "Sep Qtr", "Dec Qtr", "Mar Qtr"), ("90", "81", "82", ""), "82", "81"),
        (("Apr-Jun", "Jul-Sep", "Oct-Dec", "Target"), ("81", "82", "", "90"), "82", "81"),
        (("H1 2024/25", "H2 2024/25", "H1 2025/26", "Target"), ("81", "82", "83", "90"), "83", "82"),
        (("Q1", "Q2", "YTD", "Target"), ("81", "83", "82", "90"), "83", "81"),
        (("Q1", "Q2", "Q2 cumulative", "Target"), ("81", "83", "82", "90"), "83", "81"),
        (("2023/24", "2024/25 YTD", "Target"), ("81", "82", "90"), "82", "81"),
        (("Q1", "Q2", "Q3", "Q4", "Year end", "Target"), ("81", "82", "83", "84", "82.5", "90"), "82.5", "84"),
        (("Q1", "Q2", "Q3", "Q4", "Year end", "Target"), ("81", "82", "", "", "", "90"), "82", "81"),
        (("2023/24", "Q1", "Q2", "Q3", "Q4", "2024/25", "Target"),
         ("80", "81", "82", "83", "84", "82.5", "90"), "82.5", "80"),
        (("Previous year", "Previous quarter", "This quarter", "Target"), ("80", "81", "82", "90"), "82", "81"),
        (("Last year", "Q1", "Q2", "Target"), ("80", "81", "82", "90"), "82", "81"),
        (("Last year", "Q1", "Q2", "Target"), ("80", "81", "", "90"), "81", "80"),
        (("2023/24", "2024/25", "Current", "Target"), ("80", "81", "81", "90"), "81", "81"),
        (("Q1", "Q2", "Current", "Target"), ("81", "82", "82", "90"), "82", "81"),
        (("Baseline 2022/23", "Q1", "Q2", "Target"), ("70", "81", "82", "90"), "82", "81"),
        (("Baseline", "Forecast 2025/26", "2023/24", "2024/25", "Target"), ("70", "95", "81", "82", "90"), "82", "81"),
        (("England average", "Benchmark", "Q1", "Q2", "Target"), ("70", "71", "81", "82", "90"), "82", "81"),
        (("Q1 Actual", "Q1 Target", "Q2 Actual", "Q2 Target"), ("81", "85", "82", "90"), "82", "81"),
        (("Q1 Target", "Q1 Actual", "Q2 Target", "Q2 Actual"), ("85", "81", "90", "82"), "82", "81"),
        (("Target 2025/26", "Target 2026/27", "2024/25", "2025/26"), ("90", "95", "81", "82"), "82", "81"),
        (("Target 2025/26", "Target 2026/27", "Latest", "Previous"), ("90", "95", "82", "81"), "82", "81"),
    ],
)  # fmt: skip
def test_the_newest_filled_figure_is_the_latest_however_columns_are_headed(
    headings: tuple[str, ...], cells: tuple[str, ...], latest: str, previous: str | None
) -> None:
    indicator = only(headings, *cells)
    assert (indicator.latest, indicator.previous, indicator.target) == (latest, previous, "90")


def test_a_blank_quarter_gives_no_latest_figure() -> None:
    indicator = only(("Target", "Q1", "Q2"), "90", "", "")
    assert (indicator.latest, indicator.previous) == ("", None)


def test_readings_say_which_quarter_the_latest_figure_is_for() -> None:
    indicator = only(("Target", "Q4 2024/25", "Q1 2025/26"), "90", "81", "82")
    assert [(r.series, r.raw, r.period) for r in indicator.readings] == [
        ("target", "90", None),
        ("latest", "82", "Q1 2025/26"),
        ("previous", "81", "Q4 2024/25"),
        ("q4", "81", "Q4 2024/25"),
        ("q1", "82", "Q1 2025/26"),
    ]


def test_quarters_of_two_years_keep_their_own_series() -> None:
    indicator = only(("Target", "Q1 2024/25", "Q1 2025/26"), "90", "81", "82")
    assert [r.series for r in indicator.readings if r.series.startswith("Q")] == ["Q1 2024/25", "Q1 2025/26"]


@pytest.mark.parametrize(
    ("headings", "cells", "code"),
    [
        (("Target 2027/28", "Target 2028/29", "Q1", "Q2"), ("90", "95", "81", "82"), "several_targets"),
        (("Target", "Q1", "Q2"), ("90", "81", "Data not available"), "figure_of_earlier_period"),
        (("2025/26", "Q1", "Q2", "Target"), ("80", "81", "82", "90"), "figure_order_unsure"),
        (("Q1 2025/26", "Q1 (2025/26)", "Target"), ("80", "81", "90"), "several_figures"),
    ],
)
def test_a_figure_that_may_be_another_is_a_finding_at_its_row(
    headings: tuple[str, ...], cells: tuple[str, ...], code: str
) -> None:
    review = review_of(TITLE, table(("Indicator", *headings), ("Calls answered", *cells)))
    assert code in [f.code for f in about(review, review.indicators[0].id)]


def test_lines_of_targets_and_results_under_one_name_are_a_finding() -> None:
    lines = table(
        ("Indicator", "", "Q1", "Q2"),
        ("Calls answered", "Results", "81", "82"),
        (ABOVE, "Profile", "90", "90"),
    )
    review = review_of(lines)
    assert "several_figures" in [f.code for f in about(review, review.indicators[0].id)]


@pytest.mark.parametrize("key", [KEY, COLOURS])
def test_the_colour_behind_a_quarters_figure_is_its_status(key: Square) -> None:
    rows = table(
        ("Indicator", "Target", "Q1", "Q2"),
        ("Calls answered", "90", filled(AMBER, "81"), filled(GREEN, "92")),
        ("Bins emptied", "90", filled(GREEN, "91"), filled(RED, "60")),
        ("Letters sent", "90", filled(RED, "50"), ""),
    )
    indicators = review_of(key, rows).indicators  # type: ignore[arg-type]
    assert [i.status for i in indicators] == ["on_schedule", "off_track", "off_track"]
    assert [(r.series, r.status) for r in indicators[0].readings[1:]] == [
        ("latest", "on_schedule"),
        ("previous", "behind_schedule"),
        ("q1", "behind_schedule"),
        ("q2", "on_schedule"),
    ]


def test_shading_behind_figures_is_no_status() -> None:
    grey, blue = filled("#dbe5f1", "81"), filled("#dbe5f1", "82")
    indicator = only(("Target", "Q1", "Q2"), "90", grey, blue)
    assert (indicator.latest, indicator.status) == ("82", None)


@pytest.mark.parametrize(
    "headings",
    [
        ("Q1", "Q1 RAG", "Q2", "Q2 RAG"),
        ("Q1", "Q1", "Q2", "Q2"),
        ("2023/24", "RAG", "2024/25", "RAG"),
        ("Apr", "RAG", "May", "RAG"),
    ],
)
def test_a_rating_beside_each_figure_is_its_status(headings: tuple[str, ...]) -> None:
    row = ("Calls answered", "90", "81", "A", "92", "G")
    (indicator,) = review_of(KEY, table(("Indicator", "Target", *headings), row)).indicators
    assert (indicator.latest, indicator.previous, indicator.status) == ("92", "81", "on_schedule")
    assert indicator.readings[2].status == "behind_schedule"


def test_quarters_that_hold_ratings_only_are_no_figures() -> None:
    row = ("Calls answered", "90", "81", "A", "R", "")
    (indicator,) = review_of(KEY, table(("Indicator", "Target", "Actual", "Q1", "Q2", "Q3"), row)).indicators
    assert (indicator.latest, indicator.status) == ("81", "off_track")


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (("Q1", "Q2", "Target"), ("A", "G", "90")),
        (("Q2", "Q1", "Target"), ("G", "A", "90")),
        (("Actual", "Target", "Q4 RAG", "Q1 RAG", "Q2 RAG"), ("92", "90", "R", "A", "G")),
        (("Actual", "Target", "Q2 RAG", "Q1 RAG", "Q4 RAG"), ("92", "90", "G", "A", "R")),
        (("Q1 actual", "Q2 actual", "Target", "2024/25 RAG", "Q2 RAG"), ("81", "92", "90", "A", "G")),
        (("Actual Q2", "Target", "RAG Q2", "Actual YTD", "RAG YTD"), ("92", "90", "G", "81", "A")),
        (("Q1", "", "Q2", "", "Target"), ("81", "A", "92", "G", "90")),
    ],
)
def test_of_ratings_for_several_times_that_of_the_latest_is_the_status(
    headings: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    review = review_of(TITLE, KEY, table(("Indicator", *headings), ("Calls answered", *cells)))
    assert [i.status for i in review.indicators] == ["on_schedule"]


def test_latest_and_previous_rag_are_those_of_their_figures() -> None:
    row = ("Calls answered", "90", "81", "A", "92", "G")
    headings = ("Indicator", "Target", "Previous", "Previous RAG", "Latest", "Latest RAG")
    (indicator,) = review_of(KEY, table(headings, row)).indicators
    assert (indicator.latest, indicator.previous, indicator.status) == ("92", "81", "on_schedule")
    assert [(r.series, r.status) for r in indicator.readings[1:]] == [
        ("latest", "on_schedule"), ("previous", "behind_schedule")
    ]  # fmt: skip


def test_two_headings_above_the_columns_say_year_and_quarter() -> None:
    rows = table(
        ("Indicator", "Target", "2024/25", BESIDE, "2025/26", BESIDE),
        ("", "", "Q3", "Q4", "Q1", "Q2"),
        ("Calls answered", "90", "81", "82", "83", ""),
    )
    (indicator,) = review_of(rows).indicators
    assert (indicator.latest, indicator.previous) == ("83", "82")


def test_a_column_of_units_gives_figures_their_unit() -> None:
    indicator = only(("Unit", "Target", "Q1", "Q2"), "%", "90", "81", "82")
    assert {r.unit for r in indicator.readings} == {"%"}


def test_a_target_merged_over_two_indicators_is_that_of_both() -> None:
    rows = table(
        ("Indicator", "Target", "Q1", "Q2"),
        ("Calls answered", "90", "81", "82"),
        ("Calls kept", ABOVE, "83", "84"),
    )
    assert [i.target for i in review_of(rows).indicators] == ["90", "90"]


def test_the_last_page_goes_on_with_the_columns_of_the_first() -> None:
    first = table(("Indicator", "2024/25", "Q1", "Q2"), ("Calls answered", "80", "81", "82"))
    second = moved_to(2, table(("Bins emptied", "90", "91", ""), ("Letters sent", "70", "", "")))
    indicators = review_of(first, second).indicators
    assert [(i.latest, i.previous) for i in indicators] == [("82", "81"), ("91", "90"), ("70", None)]


def test_a_table_of_short_names_and_quarters_is_one_of_indicators() -> None:
    rows = table(
        ("PI Status", "Code", "Short Name", "Q4 2024/25", "Q1 2025/26", "Target"),
        ("Green", "HSG_07", "Days to re-let a house", "31", "29", "30"),
    )
    (indicator,) = review_of(KEY, rows).indicators
    assert (indicator.name, indicator.latest, indicator.status) == (
        "Days to re-let a house",
        "29",
        "on_schedule",
    )


COMMENTED: dict[str, tuple[Square, ...]] = {
    "one cell": ("Comment: Crew shortage in July.", BESIDE, BESIDE, BESIDE),
    "a cell of its own for the label": ("Commentary", "Crew shortage in July.", BESIDE, BESIDE),
}


@pytest.mark.parametrize("comment", COMMENTED.values(), ids=COMMENTED.keys())
def test_a_comment_across_the_table_belongs_to_the_indicator_above(comment: tuple[Square, ...]) -> None:
    headings = ("Indicator", "Target", "Q1", "Q2")
    first = table(headings, ("Bins emptied", "90", "81", "82"), comment, ("Letters sent", "90", "83", "84"))
    second = moved_to(2, table(comment, ("Calls answered", "90", "85", "86")))
    review = review_of(first, second)
    assert [(i.name, i.latest, dict(i.extra).get("progress")) for i in review.indicators] == [
        ("Bins emptied", "82", "Crew shortage in July."),
        ("Letters sent", "84", "Crew shortage in July."),
        ("Calls answered", "86", None),
    ]
    assert [page.unplaced for page in review.ledger] == [0, 0]


def test_a_comment_across_the_table_is_progress_of_the_action_above() -> None:
    rows = table(
        ("Ref", "Action", "Lead", "RAG"),
        ("1", "Buy land", "Ann Archer", "Completed"),
        ("Update: The deeds came in May.", BESIDE, BESIDE, BESIDE),
        ("2", "Build homes", "Bo Bull", "On track"),
    )
    assert [a.progress for a in review_of(rows).actions] == ["The deeds came in May.", ""]


def test_years_above_merged_headings_tell_targets_and_figures_apart() -> None:
    rows = table(
        ("Measure", "2024/25", BESIDE, "2025/26", BESIDE, BESIDE),
        (ABOVE, "Target", "Actual", "Target", "Q1", "Q2"),
        ("Homes built", "85", "80", "90", "81", "82"),
    )
    (indicator,) = review_of(TITLE, rows).indicators
    assert (indicator.latest, indicator.previous, indicator.target) == ("82", "81", "90")


def test_next_years_targets_do_not_stand_for_this_years() -> None:
    indicator = only(("2023/24", "2024/25", "Target 2025/26", "Target 2026/27"), "81", "82", "90", "95")
    assert (indicator.latest, indicator.target) == ("82", "90")


def test_a_target_for_a_month_is_a_target() -> None:
    assert only(("Latest", "Target March 2026"), "82", "90").target == "90"


@pytest.mark.parametrize(
    ("columns", "told"),
    [(4, ["latest_unknown"]), (3, []), (5, [])],
    ids=["a figure beside", "a plan without one", "a latest beside"],
)
def test_figures_below_unknown_headings_where_none_is_the_latest_are_told(
    columns: int, told: list[str]
) -> None:
    headings = ("Indicator", "Target", "Baseline", "Sum of all", "Latest")
    review = review_of(TITLE, table(headings[:columns], ("Calls answered", "90", "70", "82", "81")[:columns]))
    assert [f.code for f in review.findings if f.subject_kind == "indicator"] == told


def test_what_was_reached_to_date_is_the_latest_figure_and_last_year_s_the_one_before() -> None:
    indicator = only(("2023-24", "2024-25", "To date", "Target"), "58%", "61%", "64%", "70%")
    assert (indicator.latest, indicator.previous, indicator.target) == ("64%", "61%", "70%")


def test_several_quarters_in_one_figure_are_its_period() -> None:
    indicator = only(("2024/25", "Q1-Q3 2025/26", "Q1-Q3 target"), "61%", "64%", "70%")
    assert (indicator.latest, indicator.previous, indicator.target) == ("64%", "61%", "70%")
    assert [r.period for r in indicator.readings[:2]] == ["Q1-Q3", "Q1-Q3 2025/26"]


def test_the_sum_of_the_quarters_so_far_is_not_the_figure_of_the_last() -> None:
    indicator = only(("Q1", "Q2", "Q3", "Q1-Q3", "Target"), "10", "12", "14", "36", "50")
    assert (indicator.latest, indicator.previous) == ("14", "12")


@pytest.mark.parametrize(
    ("heading", "period"), [("Apr to Dec 2025", "Apr to Dec 2025"), ("2025 to end Q3", "2025 to end Q3")]
)
def test_a_part_of_a_year_up_to_a_day_is_the_whole_period(heading: str, period: str) -> None:
    indicator = only(("2023/24", heading, "Target"), "61%", "64%", "70%")
    assert [r.period for r in indicator.readings if r.series == "latest"] == [period]


def test_a_target_for_a_year_has_that_year_also_beside_figures_without_one() -> None:
    indicator = only(("Latest", "Target 2025/26"), "61%", "70%")
    assert [r.period for r in indicator.readings if r.series == "target"] == ["2025/26"]


@pytest.mark.parametrize(
    ("headings", "target"),
    [
        (("Target Q2", "Actual Q2", "Target YTD", "Actual YTD"), "91"),
        (("Month target", "Month actual", "YTD target", "YTD actual"), "91"),
        (("Annual target", "", "Target to date", "Actual to date"), "92"),
    ],
)
def test_a_target_for_the_year_so_far_is_that_of_such_a_figure(
    headings: tuple[str, ...], target: str
) -> None:
    assert only(headings, "91", "81", "92", "82").target == target


def test_the_target_under_month_is_no_date() -> None:
    top = ("Indicator", "Month", BESIDE, "Year to date", BESIDE)
    rows = [(name, "91%", "81%", "92%", "82%") for name in ("Calls answered", "Bins emptied")]
    table_below = table(top, (ABOVE, "Target", "Actual", "Target", "Actual"), *rows)
    indicator, _ = review_of(TITLE, table_below).indicators
    assert (indicator.latest, indicator.target) == ("81%", "91%")


def test_of_others_figures_for_two_years_those_of_the_later_are_compared() -> None:
    top = ("Indicator", "Wenford", BESIDE, "England", BESIDE, "Target")
    years = (ABOVE, "2024", "2025", "2024", "2025", ABOVE)
    rows = [(name, "61%", "62%", "71%", "72%", "90%") for name in ("Calls answered", "Bins emptied")]
    indicator, _ = review_of(TITLE, table(top, years, *rows)).indicators
    assert (indicator.latest, indicator.previous, indicator.national) == ("62%", "61%", "72%")


def test_tables_below_a_header_that_is_one_by_itself_have_its_columns() -> None:
    """Their departments stand on lines between them, and what the columns hold is told by all of them."""
    header = table(
        ("Department / Measure", "FY 2024 Actual", "FY 2025 Target", "FY 2025 Actual", "Target Met?")
    )
    parks = table(
        ("Visits to parks", "41", "45", "46", "Met"), ("Trees planted", "80", "90", "71", "Not Met"), top=160
    )
    roads = table(("Potholes filled", "61", "65", "66", "Met"), top=260)
    review = review_of(TITLE, header, heading("Parks", top=140), parks, heading("Roads", top=240), roads)
    assert [(i.name, i.latest, i.previous, i.target, i.status) for i in review.indicators] == [
        ("Visits to parks", "46", "41", "45", "on_schedule"),
        ("Trees planted", "71", "80", "90", "off_track"),
        ("Potholes filled", "66", "61", "65", "on_schedule"),
    ]


REASONS = (
    "Not achieved\nA sampling error counted as a breach.",
    "Achieved",
    "Achieved",
    "Not achieved\nTwo crews off.",
)


@pytest.mark.parametrize("head", ["Status and reason", "Status", "Outcome for the year"])
def test_the_reason_behind_a_status_is_kept_beside_it(head: str) -> None:
    rows = [(f"Measure {n} of water", "90%", "95%", text) for n, text in enumerate(REASONS)]
    found = review_of(TITLE, table(("Indicator", "Target", "Actual", head), *rows)).indicators
    assert [i.status for i in found] == ["off_track", "on_schedule", "on_schedule", "off_track"]
    assert (head, "Two crews off.") in found[3].extra


@pytest.mark.parametrize("head", ["Met", "Achieved"])
def test_ticks_and_crosses_beside_figures_rate_them_whatever_their_heading(head: str) -> None:
    key = table(
        (shape("tick", "#000000"), "Target met"), (shape("cross", "#000000"), "Target missed"), top=20
    )
    rows = [
        (
            f"Measure {n}",
            "90%",
            "95%",
            with_text("✓" if n % 2 else "✗", shape("tick" if n % 2 else "cross", "#000000")),
        )
        for n in range(4)
    ]
    found = review_of(TITLE, key, table(("Indicator", "Target", "Actual", head), *rows)).indicators
    assert [i.status for i in found] == ["off_track", "on_schedule"] * 2


def test_texts_below_a_quarter_beside_its_figures_are_none_of_them() -> None:
    """`Corrective measure` was taken for the latest figure of `Quarter 1`."""
    upper = ("KPI", "Annual target", "Quarter 1: July - September 2025", BESIDE, BESIDE, BESIDE)
    lower = (ABOVE, ABOVE, "Target", "Actual", "Reason for variance", "Corrective measure")
    rows = (
        ("Households with water", "600", "150", "163", "None", "None"),
        (
            "Roads bladed",
            "800 km",
            "200 km",
            "121 km",
            "Two graders were out of service.",
            "A grader was hired.",
        ),
        (
            "Electricity losses",
            "14%",
            "16%",
            "17.4%",
            "Illegal connections in Ward 11.",
            "Meetings are held.",
        ),
    )
    review = review_of(table(upper, lower, *rows))
    assert [i.latest for i in review.indicators] == ["163", "121 km", "17.4%"]
    assert [i.target for i in review.indicators] == ["150", "200 km", "16%"]
    assert "several_figures" not in loud(review)


HEADS = ("Indicator", "Q4 2024/25", "Outturn")


def test_one_figure_as_high_as_the_one_before_has_its_own_previous() -> None:
    rows = (("Homes let", "90", "90"), ("Visits", "40", "44"), ("Trees", "7", "8"))
    assert [i.previous for i in indicators_of(table(HEADS, *rows))] == ["90", "40", "7"]


@pytest.mark.parametrize("printed", ["TBC", "-", "n/a"])
def test_what_stands_for_the_only_earlier_figure_is_kept(printed: str) -> None:
    rows = (("Homes let", printed, "90"), ("Visits", "40", "44"), ("Trees", "7", "8"))
    assert [i.previous for i in indicators_of(table(HEADS, *rows))] == [printed, "40", "7"]


def test_figures_that_stand_one_column_to_the_right_of_their_headings_are_doubted() -> None:
    heads = ("KPI", "Previous period", "Q1 actual", "Target", "Rating")
    rows = (
        ("Homes let", "", "7.4%", "7.7%", filled(GREEN, "7.9%")),
        ("Visits", "", "8", "9", filled(GREEN, "8")),
    )
    review = review_of(table(heads, *rows))
    assert [f.subject_id for f in review.findings if f.code == "columns_unsure"] == ["i001", "i002"]


@pytest.mark.parametrize("coded", ["PI", "KPI", "Measure"])
def test_of_two_columns_of_indicators_the_one_of_codes_numbers_them(coded: str) -> None:
    """`PI | Indicator` made `TW01` the indicator's name."""
    rows = [(f"TW0{k}", name, "71", "82", "90") for k, name in ((1, "Waste recycled"), (2, "Bins missed"))]
    found = indicators_of(table((coded, "Indicator", "Q1", "Q2", "Target"), *rows))
    assert [(i.indicator_ref, i.name) for i in found] == [("TW01", "Waste recycled"), ("TW02", "Bins missed")]


@pytest.mark.parametrize("printed", ["N/A", "n/a", "–", "--", "*"])
def test_where_other_rows_have_the_newest_figure_one_that_lacks_it_says_so(printed: str) -> None:
    heads = ("Indicator", "Target", "Q1 2025/26", "Q2 2025/26")
    review = review_of(table(heads, ("Homes built", "90", "81", printed), ("Homes let", "70", "71", "72")))
    found = [f.subject_id for f in review.findings if f.code == "figure_of_earlier_period"]
    assert found == [review.indicators[0].id]


def test_where_the_year_before_the_latest_prints_none_the_older_figure_is_told() -> None:
    heads = ("Measure", "FY24 Actual", "FY25 Actual", "FY26 Target", "FY26 Year to Date")
    rows = (("Homes built", "71%", "n/a", "75%", "74%"), ("Homes let", "68", "67", "70", "69"))
    review = review_of(table(heads, *rows))
    assert [i.previous for i in review.indicators] == ["71%", "67"]
    found = [(f.subject_id, f.field) for f in review.findings if f.code == "figure_of_earlier_period"]
    assert found == [(review.indicators[0].id, "previous")]


@pytest.mark.parametrize("printed", ["N/A", "–"])
def test_a_time_that_is_still_to_come_is_no_figure_that_is_lacking(printed: str) -> None:
    heads = ("Indicator", "Target", "Q1 2025/26", "Q2 2025/26")
    review = review_of(table(heads, ("Homes built", "90", "81", printed), ("Homes let", "70", "71", printed)))
    assert ([i.latest for i in review.indicators], loud(review)) == (["81", "71"], [])


def test_a_deficit_in_brackets_is_the_newest_figure() -> None:
    """Symptom: an older surplus was the latest figure."""
    indicator = only(("Target", "2022/23", "2023/24"), "2%", "1.2%", "(0.3%)")
    assert (indicator.latest, indicator.previous) == ("(0.3%)", "1.2%")


def test_which_way_is_better_says_what_is_good() -> None:
    review = review_of(
        table(("Indicator", "Better", "Target", "Q1", "Q2"), ("Homes built", "Up", "90", "81", "82"))
    )
    assert [(i.good_is, i.polarity) for i in review.indicators] == [("Up", "high")]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("Year to December 2025", "Year to December 2024"),
        ("12 months to Dec 2025", "12 months to Dec 2024"),
        ("Rolling year to September 2025", "Rolling year to September 2024"),
        ("Year ending 31 March 2025", "Year ending 31 March 2024"),
        ("April to December 2025", "April to December 2024"),
    ],
)
def test_figures_for_two_years_up_to_a_month_are_read_beside_neither_target_nor_status(
    now: str, before: str
) -> None:
    """The whole table was left alone, and nothing said so."""
    rows = ("Burglary of homes", "2,911", "3,188", "-8.7%"), ("Theft from shops", "9,846", "8,634", "+14.0%")
    for heads in ((now, before), (before, now)):
        ordered = [(name, *((a, b) if heads[0] == now else (b, a)), c) for name, a, b, c in rows]
        review = review_of(TITLE, table(("Measure", *heads, "Change"), *ordered))
        assert [(i.latest, i.previous) for i in review.indicators] == [("2,911", "3,188"), ("9,846", "8,634")]
    latest = next(r for r in review.indicators[0].readings if r.raw == "2,911")
    assert latest.period == now


def test_figures_for_rolling_years_below_no_heading_of_indicators_are_a_finding() -> None:
    known = table(("Indicator", "Target", "Q1"), ("Calls answered", "90", "81"))
    other = table(
        ("Crime", "Year to March 2025", "Year to March 2024"), ("Burglary", "2,911", "3,188"), page=2
    )
    assert loud(review_of(TITLE, known, other)) == ["table_not_understood"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Homes letᵃ", "Homes let"), ("Fires¹", "Fires"), ("Waste (kg)ᵇ", "Waste (kg)"), ("Area in km²", "Area in km²"),
     ("Parks (m²)", "Parks (m²)")],
)  # fmt: skip
def test_what_refers_to_a_note_is_no_part_of_a_name_or_a_figure(printed: str, name: str) -> None:
    (indicator,) = indicators_of(
        table(("Measureᵃ", "Target", "Latest¹", "Previous"), (printed, "52.0", "51.4²", "50.1ᵇ"))
    )
    assert (indicator.name, indicator.printed_name) == (name, printed)
    assert {r.series: r.value for r in indicator.readings} == {
        "target": 52.0,
        "latest": 51.4,
        "previous": 50.1,
    }


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Result 2024/25", "Result YTD Q2"),
        ("Result 2024/25", "YTD Q2"),
        ("2024/25", "YTD Sep 25"),
        ("2024/25 actual", "Year to date September 2025"),
    ],
)
def test_a_figure_that_runs_up_to_a_time_is_newer_than_that_of_the_year_before(then: str, now: str) -> None:
    row = only(("Target 2025/26", then, now), "< 22%", "24.6%", "23.9%")
    assert (row.target, row.latest, row.previous) == ("< 22%", "23.9%", "24.6%")


def test_a_figure_for_a_later_time_below_an_unknown_heading_is_told() -> None:
    report = review_of(
        TITLE,
        table(
            ("Indicator", "Result 2024/25", "Target", "Situation at Q2"), ("Calls answered", "80", "90", "83")
        ),
    )
    assert "latest_unknown" in [f.code for f in about(report, report.indicators[0].id)]


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("T1", ["latest_unknown"]),
        ("Census", ["latest_unknown"]),
        ("Year-end forecast", []),
        ("Sector median", []),
    ],
)
def test_a_figure_behind_the_target_of_an_old_one_may_be_newer(heading: str, told: list[str]) -> None:
    rows = table(("Indicator", "2024/25 outturn", "Target", heading), ("Calls answered", "80", "90", "83"))
    report = review_of(TITLE, rows)
    assert [f.code for f in about(report, report.indicators[0].id)] == told


def test_a_measure_taken_once_a_year_lacks_nothing_in_a_part_of_it() -> None:
    rows = table(
        ("Indicator", "2024/25", "Target", "Q1", "Q2"),
        ("Calls answered", "80", "90", "Annual", "–"),
        ("Days to mend", "70", "60", "69", "68"),
    )
    report = review_of(TITLE, rows)
    found = [f.subject_id for f in report.findings if f.code == "figure_of_earlier_period"]
    assert found == []


def test_two_figures_in_one_cell_below_a_time_are_told_though_the_column_is_no_field() -> None:
    """The target had run into the column behind it, and was none in silence."""
    heads = ("Measure", "Target", "Year to March 2025", "Year to March 2026")
    row = table(heads, ("Days to mend", "", "8.0 9.4", "8.3"))
    assert "several_figures" in [f.code for f in about(review_of(TITLE, row), "i001")]


@pytest.mark.parametrize(
    ("heads", "latest"),
    [(("Performance at Q4", "Performance at Q2"), "12"), (("Performance at Q2", "Performance at Q4"), "11")],
)
def test_halves_of_a_year_that_name_none_are_of_one_year(heads: tuple[str, str], latest: str) -> None:
    """`Q4` left of `Q2` was taken for the year before, and every figure changed places in silence."""
    rows = (("Homes built", "20", "12", "11"), ("Homes let", "30", "12", "11"))
    found = indicators_of(table(("Indicator", "Target", *heads), *rows))
    assert [i.latest for i in found] == [latest] * 2


def test_a_latest_figure_that_says_that_it_is_older_than_the_one_before_is_told() -> None:
    heads = ("Indicator", "Target", "Current", "Previous")
    rows = (
        ("Homes built", "20", "12 (Q2 2016-17)", "11 (Q4 2016-17)"),
        ("Homes let", "30", "12 (Q4 2016-17)", "9"),
    )
    review = review_of(table(heads, *rows))
    told = [f.subject_id for f in review.findings if f.code == "figure_of_earlier_period"]
    assert told == [review.indicators[0].id]
