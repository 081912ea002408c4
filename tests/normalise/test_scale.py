"""Lines of a key held against each other."""

from __future__ import annotations

import pytest

from normalise.scale import Line, graded

from .building import AMBER, BLUE, GREEN, GREY, RED, actions_of, filled, loud, review_of, table

RED_LINE = Line("red", "Will not be delivered", "off_track")


@pytest.mark.parametrize("label", ["Significant issues", "Major delays", "Serious concern"])
def test_significant_issues_in_amber_above_a_red_line_are_not_off_track(label: str) -> None:
    assert graded([Line("amber", label, "off_track"), RED_LINE]) == ["behind_schedule", "off_track"]


def test_off_track_with_a_plan_in_amber_above_a_red_line_is_the_middle() -> None:
    key = table(
        (filled(GREEN), "On track"),
        (filled(AMBER), "Off track, a plan is agreed"),
        (filled(RED), "Off track"),
    )
    rows = table(
        ("Action", "Lead", "Progress", "RAG"),
        ("Build homes", "Ann Archer", "Soil is poor.", filled(AMBER)),
        ("Sell land", "Bo Bull", "Nobody bids.", filled(RED)),
        top=300,
    )
    assert [a.status for a in actions_of(key, rows)] == ["behind_schedule", "off_track"]


@pytest.mark.parametrize(
    ("line", "others"),
    [
        (Line("amber", "Significant issues", "off_track"), []),  # amber is the worst that this key has
        (Line("red", "Significant issues", "off_track"), [Line("black", "Failed", "off_track")]),
        (Line("amber", "Off track", "off_track"), [RED_LINE]),  # says so in plain words
        (Line(None, "Significant issues", "off_track"), [RED_LINE]),
    ],
)
def test_off_track_stays_where_the_key_does_not_say_otherwise(line: Line, others: list[Line]) -> None:
    assert graded([line, *others])[0] == "off_track"


def test_a_row_in_amber_is_read_by_its_place_in_the_key() -> None:
    key = table(
        (filled(GREEN, "G"), "On track"),
        (filled(AMBER, "AR"), "Significant issues"),
        (filled(RED, "R"), "Will not be delivered"),
    )
    rows = table(
        ("Action", "Lead", "Progress", "RAG"),
        ("Build homes", "Ann Archer", "Soil is poor.", filled(AMBER, "AR")),
        ("Sell land", "Bo Bull", "Nobody bids.", filled(RED, "R")),
        top=300,
    )
    found = [(a.status, a.status_label) for a in actions_of(key, rows)]
    assert found == [("behind_schedule", "Significant issues"), ("off_track", "Will not be delivered")]


def test_weak_words_of_the_worst_on_amber_do_not_go_before_a_red_line_that_is_not_understood() -> None:
    lines = [
        Line("amber", "It can be done although major issues remain", "off_track", "opening"),
        Line("red", "Hopeless", "unknown"),
    ]
    assert graded(lines) == ["behind_schedule", "unknown"]


def test_weak_words_of_the_worst_on_amber_are_told_where_no_red_line_stands_below() -> None:
    key = table((filled(GREEN), "On track"), (filled(AMBER), "It can be done although major issues remain"))
    rows = table(
        ("Action", "Lead", "Progress", "RAG"),
        ("Build homes", "Ann Archer", "Soil is poor.", filled(AMBER)),
        ("Sell land", "Bo Bull", "Bids are in.", filled(GREEN)),
        top=300,
    )
    assert "key_belies_colour" in loud(review_of(key, rows))


@pytest.mark.parametrize(
    ("colour", "label", "status"),
    [
        (AMBER, "Successful delivery appears feasible but significant issues exist", "behind_schedule"),
        (RED, "Successful delivery appears to be unachievable", "off_track"),
        (AMBER, "One or more milestones missed but the end date is expected to be met", "behind_schedule"),
        (AMBER, "Reasonably confident of delivery", "behind_schedule"),
        (BLUE, "All milestones achieved", "completed"),
        (RED, "Not confident of delivery", "off_track"),
    ],
)
def test_keys_that_tell_how_sure_delivery_is_are_understood(colour: str, label: str, status: str) -> None:
    key = table((filled(GREEN), "On track"), (filled(colour), label), (filled(GREY), "Not started"))
    rows = table(
        ("Action", "Lead", "Progress", "RAG"), ("Build", "Ann Archer", "Soil.", filled(colour)), top=300
    )
    assert [a.status for a in actions_of(key, rows)] == [status]


def test_closed_beside_no_longer_required_is_no_completion() -> None:
    key = table((filled(GREEN), "On track"), (filled(GREY), "Closed", "No longer required"))
    rows = table(
        ("Action", "Lead", "Progress", "RAG"), ("Build", "Ann Archer", "Soil.", filled(GREY)), top=300
    )
    review = review_of(key, rows)
    assert (review.actions[0].status, loud(review)) == ("cancelled", [])
