"""Words on colours without a key: two colours are not one status."""

from __future__ import annotations

import pytest

from tests.normalise.building import (
    ACTIONS,
    AMBER,
    GREEN,
    RED,
    Square,
    actions_of,
    filled,
    indicators_of,
    loud,
    review_of,
    table,
)

HEADS = ("Action", "Lead", "Progress", "Status")


def row(name: str, colour: str, words: str) -> tuple[Square, ...]:
    return name, "Ann Archer", "The advert closes in May.", filled(colour, words)


@pytest.mark.parametrize("words", ["Overdue", "Below target"])
def test_vague_words_on_red_are_worse_than_those_on_amber(words: str) -> None:
    rows = (row("Open a library", AMBER, "At risk"), row("Plant trees", RED, words))
    review = review_of(table(HEADS, *rows, row("Let homes", GREEN, "On track")))
    assert [a.status for a in review.actions] == ["behind_schedule", "off_track", "on_schedule"]
    assert [f.severity for f in review.findings if f.code == "status_by_colour"] == ["info"]


def test_what_is_overdue_on_red_without_amber_is_late() -> None:
    rows = (row("Open a library", GREEN, "On track"), row("Plant trees", RED, "Overdue"))
    assert [a.status for a in actions_of(table(HEADS, *rows))] == ["on_schedule", "behind_schedule"]


def test_below_target_in_red_beside_green_is_off_track() -> None:
    rows = (
        ("Homes let", "95%", "96%", filled(GREEN, "On target")),
        ("Visits", "40", "31", filled(RED, "Below target")),
    )
    found = indicators_of(table(("Indicator", "Target", "Latest", "Status"), *rows))
    assert [(i.status, i.readings[1].status) for i in found] == [
        ("on_schedule", "on_schedule"),
        ("off_track", "off_track"),
    ]


def test_two_colours_of_plain_words_of_one_status_are_a_finding() -> None:
    rows = (row("Open a library", AMBER, "Some delay"), row("Plant trees", RED, "Behind schedule"))
    review = review_of(table(HEADS, *rows))
    assert [a.status for a in review.actions] == ["behind_schedule", "behind_schedule"]
    assert loud(review) == ["mark_contradicts_words"]


@pytest.mark.parametrize(
    ("words", "status"),
    [("Near target", "off_track"), ("Just missed", "off_track"), ("On target", "behind_schedule")],
)
def test_below_target_is_the_worst_where_milder_words_stand_beside_it(words: str, status: str) -> None:
    """`Near target` and `Below target` were one status."""
    rows = [
        ("Homes let", "95", "94", words),
        ("Visits", "40", "31", "Below target"),
        ("Calls", "9", "9", "On target"),
    ]
    review = review_of(table(("Indicator", "Target", "Latest", "Status"), *rows))
    assert review.indicators[1].status == status
    told = [(f.severity, f.subject_id) for f in review.findings if f.code == "status_by_scale"]
    assert told == [("info" if status == "off_track" else "warning", "i002")]


@pytest.mark.parametrize(
    "beside", [("Well below target", None), ("Below target", AMBER)], ids=["a worse one", "its own colour"]
)
def test_below_target_is_sure_to_be_behind_beside_a_worse_one_or_on_amber(
    beside: tuple[str, str | None],
) -> None:
    words, colour = beside
    rows = [("Calls", "9", "5", filled(colour, words) if colour else words)]
    rows += [] if colour else [("Visits", "40", "31", "Below target")]
    review = review_of(
        table(("Indicator", "Target", "Latest", "Status"), *rows, ("Homes", "9", "9", "On target"))
    )
    assert not [f for f in review.findings if f.code == "status_by_scale"]


@pytest.mark.parametrize("fill", ["#f8cbad", RED])
def test_office_s_pale_orange_is_no_milder_than_the_words_on_it(fill: str) -> None:
    """Yellow and orange are both amber: `Below target` was as bad as `Near target`, without a finding. The key explains
    the letters of the actions."""
    key = table(
        ("G", "On schedule"), ("Y", "Delayed, mitigation in place"), ("R", "Off schedule"), ("C", "Complete")
    )
    acted = table(
        ACTIONS, *((f"Open hub {k}", "Ann Archer", "Begun.", sign) for k, sign in enumerate("GYRC")), top=300
    )
    shown = [filled("#ffe699", "Near target"), filled(fill, "Below target")]
    rows = [
        (f"Visits {k}", "40", "31", cell) for k, cell in enumerate([*shown, filled("#c6e0b4", "On target")])
    ]
    review = review_of(key, acted, table(("Indicator", "Target", "Latest", "Status"), *rows, page=2))
    assert [i.status for i in review.indicators] == ["behind_schedule", "off_track", "on_schedule"]


def test_words_on_a_strong_ground_that_says_otherwise_are_told() -> None:
    """The key explains letters; what it says of red holds for a red cell, too."""
    key = table(("G", "On track"), ("A", "Behind schedule"), ("R", "Off track"))
    rows = [(*row("Open a hub", RED, "On track"),), (*row("Mend a road", GREEN, "On track"),)]
    review = review_of(key, table(HEADS, *rows, top=300))
    assert [f.subject_id for f in review.findings if f.code == "mark_contradicts_words"] == ["a001"]
