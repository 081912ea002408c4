"""Headings that say what figures they head only beside an indicator."""

from __future__ import annotations

import pytest

from normalise.review import Indicator
from tests.normalise.building import ABOVE, BESIDE, about, heading, indicators_of, review_of, table

ROWS = (("Homes let in time", "61%", "64%", "70%"), ("Visits to libraries", "40,000", "41,250", "45,000"))
TITLE = heading("Performance report, Quarter 2 2025/26")


def first(*headings: str) -> Indicator:
    indicator, _ = indicators_of(table(headings, *ROWS))
    return indicator


@pytest.mark.parametrize(
    "head",
    ["Achieved", "Current level", "Position at 31 December", "Latest position", "Outcome", "Third quarter"],
)
def test_a_word_for_a_figure_beside_last_year_s_is_the_latest_not_last_year_s(head: str) -> None:
    indicator = first("Measure", "2024/25", head, "Target")
    assert (indicator.latest, indicator.previous, indicator.extra) == ("64%", "61%", ())


@pytest.mark.parametrize(
    "head", ["Previous position", "Last result", "Previous year's performance", "12 months ago"]
)
def test_a_word_of_the_past_for_a_figure_is_the_one_before(head: str) -> None:
    indicator = first("Measure", head, "Q3 2025/26", "Target")
    assert (indicator.latest, indicator.previous) == ("64%", "61%")


@pytest.mark.parametrize(
    "head", ["Agreed target", "Constitutional standard", "Expected performance", "Desired level"]
)
def test_an_aim_in_other_words_is_the_target(head: str) -> None:
    assert first("Measure", "2024/25", "Actual", head).target == "70%"


@pytest.mark.parametrize("head", ["Variance from target", "Distance to target", "% of target"])
def test_how_far_off_a_target_is_no_target(head: str) -> None:
    assert first("Measure", "2024/25", "Actual", head).target is None


@pytest.mark.parametrize("head", ["Total", "Rate", "Number", "%"])
def test_a_figure_of_unknown_age_behind_an_old_year_s_is_told_of_its_row(head: str) -> None:
    review = review_of(TITLE, table(("Measure", "2023/24", head, "Target"), *ROWS))
    assert dict(review.indicators[0].extra) == {head: "64%"}
    assert "latest_unknown" in [f.code for f in about(review, review.indicators[0].id)]


def test_a_variance_behind_an_old_year_s_figure_is_no_doubt_about_it() -> None:
    review = review_of(TITLE, table(("Measure", "2023/24", "Variance", "Target"), *ROWS))
    assert not about(review, review.indicators[0].id)


def test_the_sum_of_quarters_takes_no_quarter_s_place() -> None:
    headings = ("Measure", "Q1", "Q2", "Achieved", "Target")
    (indicator,) = indicators_of(table(headings, ("Trees planted", "10", "12", "22", "50")))
    assert (indicator.latest, dict(indicator.extra)) == ("12", {"Achieved": "22"})


def test_a_second_column_of_the_measure_s_words_is_not_run_together_with_its_name() -> None:
    headings = ("Measure", "Indicator", "Latest", "Target")
    (indicator,) = indicators_of(table(headings, ("Homes let in time", "Of all lettings", "64%", "70%")))
    assert (indicator.name, dict(indicator.extra)) == ("Homes let in time", {"Indicator": "Of all lettings"})


def test_a_rolling_year_is_not_the_year_two_thousand_and_twelve() -> None:
    indicator = first("Measure", "2024/25", "Rolling 12 months", "Target")
    assert (indicator.latest, indicator.previous) == ("64%", "61%")
    assert [r.period for r in indicator.readings if r.series == "latest"] == ["Rolling 12 months"]


@pytest.mark.parametrize("head", ["Where we are now", "Now", "Progress to date"])
def test_where_one_is_now_is_the_latest_figure_beside_a_target(head: str) -> None:
    indicator, _ = indicators_of(table(("Success measure", "Baseline", head, "Target"), *ROWS))
    assert (indicator.latest, indicator.target) == ("64%", "70%")


@pytest.mark.parametrize("head", ["Target 31/03/2026", "Target by 31.3.26", "Target (31 March 2026)"])
def test_the_day_of_a_target_does_not_hide_it(head: str) -> None:
    assert first("Measure", "2024/25", "Actual", head).target == "70%"


def test_results_under_latest_and_previous_performance_are_the_latest_and_the_one_before() -> None:
    top = ("Measure", "Latest performance", BESIDE, "Previous performance", BESIDE)
    sub = (ABOVE, "Result", "RAG", "Result", "RAG")
    rows = [
        ("Homes let in time", "61%", "Green", "64%", "Red"),
        ("Calls answered", "40%", "Red", "41%", "Green"),
    ]
    indicator, _ = indicators_of(table(top, sub, *rows))
    assert (indicator.latest, indicator.previous, indicator.status) == ("61%", "64%", "on_schedule")


@pytest.mark.parametrize("annual", ["Annual target", "Year end target"])
def test_the_target_of_a_quarter_is_that_of_the_quarter_s_figure_beside_one_for_the_year(annual: str) -> None:
    heads = ("KPI", "Q2 actual", annual, "Q2 target", "RAG")
    rows = ("Waste recycled", "48%", "50%", "45%", "Green"), ("Rent collected", "96%", "98%", "97%", "Red")
    found = indicators_of(heading("Plan 2025-28: Quarter 2 2025/26", top=20), table(heads, *rows))
    assert [i.target for i in found] == ["45%", "97%"]


@pytest.mark.parametrize("heading", ["What we planned", "What we promised"])
def test_figures_that_were_planned_are_the_targets_of_their_indicators(heading: str) -> None:
    rows = (("Homes built on time", "95%", "98%", "Green"), ("Bins emptied on time", "80%", "71%", "Red"))
    review = review_of(table(("Measure", heading, "What we achieved", "Status"), *rows))
    assert not review.actions
    assert [(i.target, i.latest) for i in review.indicators] == [("95%", "98%"), ("80%", "71%")]


def test_texts_that_were_planned_stay_actions_beside_their_measure() -> None:
    rows = (("Visits", "Open the park in the evening", "On track"), ("Trees", "Plant many trees", "Delayed"))
    review = review_of(table(("Measure", "What we planned", "Status"), *rows))
    assert [a.action for a in review.actions] == ["Open the park in the evening", "Plant many trees"]


@pytest.mark.parametrize(
    "heading", ["Trajectory Sep-25", "Planned trajectory (Sep-25)", "Plan Sep 25", "Sep-25 plan"]
)
def test_what_was_to_be_reached_in_a_month_is_the_target(heading: str) -> None:
    rows = (
        ("Waits over 52 weeks", "612", "400", "731", "Red"),
        ("Seen in 4 hours", "288", "250", "241", "Green"),
    )
    found = indicators_of(table(("Measure", "Jun-25", heading, "Actual Sep-25", "RAG"), *rows))
    assert [(i.target, i.latest, i.previous) for i in found] == [("400", "731", "612"), ("250", "241", "288")]
