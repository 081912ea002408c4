"""Headings that a sheet prints on top of each page, also above the rest of another table."""

from __future__ import annotations

import pytest

from normalise.rows import print_titles
from parsers.block import Table
from tests.normalise.building import AMBER, BLUE, GREEN, RED, filled, loud, review_of, table

TITLES = ("Ref", "Action", "Lead", "RAG", "Comments")
ROWS = table(
    TITLES,
    ("1", "Build homes", "Ann Archer", filled(AMBER, "Amber"), "The soil is poor."),
    ("2", "Sell land", "Bo Bull", filled(RED, "Red"), "Nobody bids."),
    top=100,
)
KEY = table((filled(BLUE, "Blue"), "Complete"), (filled(GREEN, "Green"), "On track"), top=500)
REST = ((filled(AMBER, "Amber"), "Some slippage"), (filled(RED, "Red"), "Will not be delivered"))


def on_page_two(*rows: tuple[object, ...]) -> Table:
    return table(TITLES, *((*row, "", "", "") for row in rows), page=2)  # type: ignore[arg-type]


def test_the_rest_of_a_key_below_print_titles_is_the_key_s() -> None:
    """Amber and red were not in the legend, and were an action that nobody printed."""
    review = review_of(ROWS, KEY, on_page_two(*REST))
    assert [e.label for e in review.legend] == [
        "Complete",
        "On track",
        "Some slippage",
        "Will not be delivered",
    ]
    assert [a.status for a in review.actions] == ["behind_schedule", "off_track"]
    assert loud(review) == []


@pytest.mark.parametrize(
    "blocks",
    [
        (ROWS, KEY, table(TITLES, ("3", "Drain land", "", "", "Dug."), page=2)),
        (ROWS, on_page_two(*REST)),
        (ROWS, KEY, table((*TITLES[:4], "Update"), *((*row, "", "", "") for row in REST), page=2)),
        (ROWS, KEY, table(TITLES, *((*row, "", "", "") for row in REST), page=3)),
    ],
    ids=["more columns", "no other table", "other headings", "a later page"],
)
def test_other_rows_below_print_titles_stay_theirs(blocks: tuple[Table, ...]) -> None:
    assert print_titles.apart(blocks) == list(blocks)
