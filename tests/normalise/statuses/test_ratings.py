"""Rows that are rated more than once: for each quarter, for time and for budget, then and now."""

from __future__ import annotations

import pytest

from tests.normalise.building import (
    AMBER,
    GREEN,
    RED,
    Square,
    filled,
    loud,
    only_action,
    paragraph,
    review_of,
    table,
)

KEY = paragraph("G = On track, A = Behind schedule, R = Off track")
SCHEDULE = ("Q1 RAG", "Q2 RAG", "Q3 RAG", "Q4 RAG")


def test_green_for_time_is_not_the_status_where_the_overall_rating_is_red() -> None:
    header = ("Project", "Lead", "RAG (time)", "RAG (budget)", "Overall RAG", "Update")
    row = ("Open a hub", "Ann Archer", "G", "G", "R", "The lease fell through")
    assert only_action(KEY, table(header, row)).status == "off_track"


@pytest.mark.parametrize(
    ("time", "budget", "status", "codes"),
    [
        ("G", "R", "unknown", ["several_ratings"]),
        ("A", "A", "behind_schedule", []),
        ("A", "", "behind_schedule", []),
    ],
)
def test_of_two_ratings_that_differ_neither_is_taken(
    time: str, budget: str, status: str, codes: list[str]
) -> None:
    header = ("Project", "Lead", "RAG (time)", "RAG (budget)", "Update")
    review = review_of(KEY, table(header, ("Open a hub", "Ann Archer", time, budget, "Work goes on")))
    assert (review.actions[0].status, loud(review)) == (status, codes)


def test_last_quarters_rating_in_brackets_is_not_todays() -> None:
    header = ("Action", "Lead", "RAG (last quarter)", "RAG (this quarter)", "Progress")
    action = only_action(KEY, table(header, ("Open a hub", "Ann Archer", "G", "R", "The lease fell through")))
    assert action.status == "off_track"


def test_a_rating_of_last_quarter_is_no_silent_status_of_this_one() -> None:
    rows = [("Open a hub", "G", "R", "", "", "Late"), ("Plant a wood", "G", "", "", "", "No word")]
    review = review_of(KEY, table(("Action", *SCHEDULE, "Progress"), *rows))
    assert [a.status for a in review.actions] == ["off_track", "on_schedule"]
    assert loud(review) == ["status_of_earlier_quarter"]


def test_quarters_that_are_coloured_without_a_word_are_seen() -> None:
    row: tuple[Square, ...] = ("Open a hub", filled(GREEN), filled(RED), "", "", "Leased")
    other: tuple[Square, ...] = ("Plant a wood", filled(RED), filled(AMBER), "", "", "Later")
    review = review_of(table(("Action", *SCHEDULE, "Progress"), row, other))
    assert [a.status for a in review.actions] == ["off_track", "behind_schedule"]


def test_a_coloured_heading_inside_the_table_rates_no_later_quarter() -> None:
    band = tuple(filled("#4a1e5c", text) for text in ("Goal 2: Parks", "", "", "", "", ""))
    review = review_of(
        KEY, table(("Action", *SCHEDULE, "Progress"), ("Open a hub", "G", "R", "", "", "Late"), band)
    )
    assert [a.status for a in review.actions] == ["off_track"]
    assert loud(review) == ["priority_without_rows"]


@pytest.mark.parametrize(
    ("said", "light", "status", "codes"),
    [
        ("Completed", "G", "completed", []),
        ("Deferred", "R", "paused", []),
        ("Completed", "R", "unknown", ["several_ratings"]),
        ("In progress", "R", "unknown", ["several_ratings"]),
        ("In progress", "G", "on_schedule", []),
    ],
)
def test_a_light_beside_the_status_does_not_undo_that_a_row_is_done_or_put_off(
    said: str, light: str, status: str, codes: list[str]
) -> None:
    header = ("Action", "Lead", "Status", "On target %", "Update")
    review = review_of(KEY, table(header, ("Open a hub", "Ann Archer", said, light, "Work goes on")))
    assert (review.actions[0].status, loud(review)) == (status, codes)


OUTLOOK = ("Action", "Lead", "Status", "Progress RAG", "Outcome RAG", "Update")


@pytest.mark.parametrize(
    ("said", "progress", "outcome", "status", "extra"),
    [
        ("In progress", "A", "G", "behind_schedule", {"Status": "In progress", "Outcome RAG": "G"}),
        ("In progress", "G", "G", "on_schedule", {"Status": "In progress", "Outcome RAG": "G"}),
        ("Completed", "G", "G", "completed", {"Progress RAG": "G", "Outcome RAG": "G"}),
        ("Not started", "G", "R", "not_started", {"Progress RAG": "G", "Outcome RAG": "R"}),
    ],
)
def test_a_row_under_way_is_as_its_progress_is_rated_and_the_other_ratings_are_kept(
    said: str, progress: str, outcome: str, status: str, extra: dict[str, str]
) -> None:
    row = ("Open a hub", "Ann Archer", said, progress, outcome, "Work goes on")
    review = review_of(KEY, table(OUTLOOK, row))
    assert (review.actions[0].status, dict(review.actions[0].extra), loud(review)) == (status, extra, [])


def test_a_row_under_way_whose_light_says_that_it_is_over_is_told() -> None:
    key = table((filled(GREEN), "On track"), (filled(AMBER), "Completed"), top=20)
    row = ("Open a hub", "Ann Archer", "In progress", filled(AMBER), "Work goes on")
    review = review_of(key, table(("Action", "Lead", "Status", "RAG", "Update"), row))
    assert (review.actions[0].status, loud(review)) == ("unknown", ["several_ratings"])


def test_of_ratings_that_differ_all_are_kept_where_none_is_taken() -> None:
    header = ("Project", "Lead", "RAG (time)", "RAG (budget)", "Update")
    action = only_action(KEY, table(header, ("Open a hub", "Ann Archer", "G", "R", "Work goes on")))
    assert (action.status, action.extra) == ("unknown", (("RAG (time)", "G"), ("RAG (budget)", "R")))


def test_under_way_that_the_key_explains_is_a_rating_of_its_own() -> None:
    key = table((filled(GREEN), "In progress"), (filled(RED), "Off track"), top=20)
    header = ("Action", "Lead", "Status", "RAG", "Update")
    review = review_of(key, table(header, ("Open a hub", "Ann Archer", "In progress", "Red", "Work goes on")))
    assert loud(review) == ["several_ratings"]


@pytest.mark.parametrize(
    "facets", [("Time", "Cost", "Quality"), ("Budget", "Schedule", "Risks"), ("Time", "Cost")]
)
@pytest.mark.parametrize(
    ("said", "status"),
    [("Complete", "completed"), ("Delayed", "behind_schedule"), ("On track", "on_schedule")],
)
def test_overall_beside_what_is_rated_apart_is_the_status_and_the_first_row_is_no_header(
    facets: tuple[str, ...], said: str, status: str
) -> None:
    header = ("Project", "Lead", *facets, "Overall", "Comments")
    first = ("Open a hub", "Ann Archer", *("On track" for _ in facets), said, "Works were finished in May.")
    second = ("Sell land", "Bo Bull", *("On track" for _ in facets), "On track", "Bids are in.")
    review = review_of(table(header, first, second))
    assert [(a.action, a.status) for a in review.actions] == [
        ("Open a hub", status),
        ("Sell land", "on_schedule"),
    ]
    assert dict(review.actions[0].extra) == dict.fromkeys(facets, "On track")


def test_overall_beside_a_status_of_its_own_heading_is_not_taken_for_it() -> None:
    header = ("Project", "Lead", "Time", "Cost", "Overall", "Status", "Comments")
    action = only_action(
        table(header, ("Open a hub", "Ann Archer", "G", "G", "12", "Delayed", "Bids are in."))
    )
    assert (action.status, dict(action.extra)["Overall"]) == ("behind_schedule", "12")
