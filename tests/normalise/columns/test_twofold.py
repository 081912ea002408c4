"""Rows that two columns rate: one says in words how far they have come, the other how they stand."""

from __future__ import annotations

import pytest

from tests.normalise.building import (
    AMBER,
    GREEN,
    RED,
    Square,
    filled,
    loud,
    review_of,
    shape,
    table,
    with_text,
)

KEY = table(
    (shape("square", GREEN), "On Track", "At least 90% of its target"),
    (shape("square", AMBER), "Monitor", "Between 70% and 90% of its target"),
    (shape("square", RED), "Off Track", "Less than 70% of its target"),
    top=20,
)
ON, WATCHED, OFF = (
    with_text(word, shape("square", ink))
    for word, ink in (("On Track", GREEN), ("Monitor", AMBER), ("Off Track", RED))
)
ITEMS = ("Build a new depot at the quay", "Plant two hundred trees", "Open the park in the evening")


def stand(
    heading: str, said: tuple[str, ...], shown: tuple[Square, ...], *key: object
) -> tuple[list[str], list[str]]:
    """The statuses of rows with a status in words and what stands beside it, and what is told of them."""
    rows = [
        (str(k), item, "Ann Archer", *pair, "Works go on")
        for k, (item, pair) in enumerate(zip(ITEMS, zip(said, shown, strict=True), strict=True), start=1)
    ]
    review = review_of(*key, table(("Ref", "Action", "Lead", "Status", heading, "Comments"), *rows))  # type: ignore[arg-type]
    return [a.status for a in review.actions], loud(review)


@pytest.mark.parametrize(
    "heading", ["Performance", "Traffic Light", "Progress Rating", "Performance Indicator", "RAG"]
)
def test_a_row_under_way_stands_as_the_signs_of_the_key_say_whatever_they_are_headed(heading: str) -> None:
    got = stand(heading, ("In Progress", "In Progress", "In Progress"), (ON, WATCHED, OFF), KEY)
    assert got == (["on_schedule", "behind_schedule", "off_track"], [])


def test_words_of_the_key_without_a_sign_rate_as_well() -> None:
    got = stand("Performance", ("In Progress",) * 3, ("On Track", "Monitor", "Off Track"), KEY)
    assert got == (["on_schedule", "behind_schedule", "off_track"], [])


def test_what_is_over_or_put_off_stays_so() -> None:
    got = stand("Performance", ("Completed", "Not Started", "Deferred"), (ON, ON, OFF), KEY)
    assert got == (["completed", "not_started", "paused"], [])


def test_signs_of_the_key_below_a_heading_that_nobody_knows_are_told_where_they_differ() -> None:
    got = stand("Shape it is in", ("In Progress",) * 3, (ON, WATCHED, OFF), KEY)
    assert got == (["on_schedule", "unknown", "unknown"], ["several_ratings"] * 2 + ["heading_guessed"])


def test_lights_without_a_key_rate_a_row_under_way_where_the_heading_says_that_they_rate() -> None:
    lights = tuple(shape("circle", ink) for ink in (GREEN, AMBER, RED))
    statuses, told = stand("Performance", ("In Progress",) * 3, lights)
    assert statuses == ["on_schedule", "behind_schedule", "off_track"] and told


def test_figures_of_how_it_goes_are_no_rating() -> None:
    got = stand("Performance", ("In Progress",) * 3, ("45%", "80%", "12%"), KEY)
    assert got == (["on_schedule"] * 3, [])


def test_a_status_that_the_key_explains_is_the_only_one() -> None:
    got = stand("Risk rating", ("Monitor", "Off Track", "On Track"), (ON, ON, OFF), KEY)
    assert got == (["behind_schedule", "off_track", "on_schedule"], [])


def test_what_is_rated_last_time_is_no_second_status() -> None:
    got = stand("Last quarter", ("In Progress",) * 3, (ON, WATCHED, filled(RED, "Off Track")), KEY)
    assert got[0] == ["on_schedule"] * 3
