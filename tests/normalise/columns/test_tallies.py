"""Tables that count statuses: neither rows of the review nor its key."""

from __future__ import annotations

import pytest

from normalise.columns.tallies import counts_statuses, is_plain
from parsers.block import Table
from tests.normalise.building import (
    ABOVE,
    AMBER,
    BESIDE,
    GREEN,
    RED,
    Square,
    filled,
    heading,
    loud,
    review_of,
    table,
)

ROWS: list[list[Square]] = [
    ["1.1", "Plant trees", "200 trees are in.", filled(GREEN, "On target")],
    ["1.2", "Mend benches", "Wood is on its way.", filled(AMBER, "Late")],
    ["1.3", "Open a cafe", "No tenant was found.", filled(RED, "Off target")],
]
REVIEW = table(["Ref", "Action", "Progress", "Status"], *ROWS, top=400)
DOWN = table(
    ["Status", "Actions", "%"],
    ["On target", "1", "33%"],
    ["Late", "1", "33%"],
    ["Off target", "1", "33%"],
    ["Total", "3", "100%"],
)
NAVY = "#203864"
ACROSS = table(
    [filled(NAVY, text) for text in ("", "On target", "Late", "Off target", "Total")],
    ["Number of actions", "1", "1", "1", "3"],
)


@pytest.mark.parametrize("counts", [DOWN, ACROSS], ids=["down", "across"])
def test_counts_of_statuses_came_out_as_actions_called_by_their_figures(counts: Table) -> None:
    review = review_of(heading("At a glance"), counts, REVIEW)
    assert [a.action for a in review.actions] == ["Plant trees", "Mend benches", "Open a cafe"]
    assert [entry.label for entry in review.legend] == []


def test_a_shaded_heading_of_counts_gave_one_colour_all_meanings_of_the_key() -> None:
    key = table([filled(GREEN), "On target"], [filled(AMBER), "Late"], [filled(RED), "Off target"], top=250)
    review = review_of(ACROSS, key, REVIEW)
    assert [(e.mark, e.label) for e in review.legend] == [
        ("green cell", "On target"),
        ("amber cell", "Late"),
        ("red cell", "Off target"),
    ]
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "off_track"]


def test_counts_in_coloured_cells_are_still_a_key() -> None:
    counts = table(
        ["Status", "Actions"],
        [filled(GREEN, "On target"), "1"],
        [filled(AMBER, "Late"), "1"],
        [filled(RED, "Off target"), "1"],
    )
    assert counts_statuses(counts) and not is_plain(counts)
    assert [e.label for e in review_of(counts, REVIEW).legend] == ["On target", "Late", "Off target"]


@pytest.mark.parametrize(
    "rows",
    [
        [["4", "Complete"], ["3", "On target"], ["2", "Late"]],  # a scale of figures
        [["Complete", "4"], ["On target", "3"], ["Late", "2"]],  # and one with the figures behind
        [["Measure", "Green", "Amber"], ["Calls answered", "95%", "90%"]],  # thresholds
        [["Action", "Status"], ["Plant 20 trees", "Late"], ["Mend benches", "Late"]],
        [["Measure", "Target", "Actual"], ["Calls answered", "95", "90"]],
    ],
)
def test_what_only_looks_like_counts_is_read_as_before(rows: list[list[Square]]) -> None:
    assert not counts_statuses(table(*rows))


def test_a_table_with_a_merged_title_is_looked_at_as_before() -> None:
    assert not counts_statuses(table(["Summary", BESIDE], ["On target", "1"], ["Late", "2"], ["Total", "3"]))


def test_counts_of_two_quarters_and_their_change_are_no_table_that_was_not_understood() -> None:
    rows = [("On target", "2", "1", "-1"), ("Late", "0", "1", "+1"), ("Off target", "1", "1", "0")]
    headings = ("Rating", "Quarter 1", "Quarter 2", "Change")
    counts = table(headings, *rows, ("Total", "3", "3", ""), top=40)
    review = review_of(counts, REVIEW)
    assert [a.action for a in review.actions] == ["Plant trees", "Mend benches", "Open a cafe"]
    assert "table_not_understood" not in {f.code for f in review.findings}


@pytest.mark.parametrize("heading", ["Goal", "Objective", "Theme"])
def test_counts_of_each_goal_are_no_actions(heading: str) -> None:
    """`Goal | Complete | On track | Late` made an action of each goal."""
    counts = table(
        [heading, "Complete", "On target", "Late"], ["Homes", "1", "2", "0"], ["Roads", "3", "–", "1"]
    )
    review = review_of(counts, REVIEW)
    assert [a.action for a in review.actions] == ["Plant trees", "Mend benches", "Open a cafe"]
    assert not loud(review)


def test_a_row_without_cells_below_a_cut_failed_the_document() -> None:
    """Symptom: `crashed`, IndexError: the cells that covered the row stand above the cut."""
    torn = table(["On target", "1"], [ABOVE, ABOVE], ["Late", "1"]).part(1, 3)
    assert not counts_statuses(torn)
