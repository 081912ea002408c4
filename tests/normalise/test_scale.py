"""Lines of a key held against each other."""

from __future__ import annotations

import pytest

from normalise.scale import Line, graded

from .building import AMBER, GREEN, RED, actions_of, filled, table

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
