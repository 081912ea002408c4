"""Rows that a later page prints again."""

from __future__ import annotations

import pytest

from tests.normalise.building import ACTIONS, Square, review_of, table

NOTE = "Two sites are bought, a third is promised, and the last is to be sought in the new year."
ROW: tuple[Square, ...] = ("Buy the land that homes need", "Ann Archer", NOTE, "On track")


@pytest.mark.parametrize(
    ("again", "told"),
    [
        (ROW, True),
        ((*ROW[:3], "Late"), False),
        (("Buy the land that shops need", *ROW[1:]), False),
    ],
)
def test_a_row_that_a_later_page_prints_again_is_told(again: tuple[Square, ...], told: bool) -> None:
    """A sheet's rows to repeat at the top held one too many: it was an action on every page, silently."""
    other = ("1. Sell land", "Bo Bull", "Nothing was sold.", "Late")
    review = review_of(table(ACTIONS, ROW, other), table(ACTIONS, again, ("2. Let land", *other[1:]), page=2))
    found = [f.subject_id for f in review.findings if f.code == "row_repeated"]
    assert found == ([review.actions[2].id] if told else [])
