"""Rows stand under the activity whose merged cell covers them, also where a page's end cuts that cell."""

from __future__ import annotations

import pytest

from .building import ABOVE, loud, review_of, table

HEADER = ("Objective", "Action", "Update", "Status")
FIRST = (
    HEADER,
    ("T1 Increase take-up of free meals", "Survey schools", "Done in May.", "Complete"),
    ("T2 Design and build a 67-space park and ride at Ayton", "Appoint a builder", "Begun.", "On track"),
)


@pytest.mark.parametrize(
    "again", ["67-space park and ride at Ayton", "T2 Design and build a 67-space park and ride at Ayton"]
)
def test_the_rest_of_an_activity_printed_at_the_head_of_a_page_was_another_activity(again: str) -> None:
    """And for want of its code none of the document's codes was read."""
    second = (
        HEADER,
        (again, "Train staff", "Trained.", "On track"),
        (ABOVE, "Bid for funds", "Bid.", "Complete"),
        ("T3 Establish a panel of residents", "Invite members", "Invited.", "On track"),
    )
    review = review_of(table(*FIRST), table(*second, page=2))
    assert [a.activity_refs for a in review.actions] == [("T1",), ("T2",), ("T2",), ("T2",), ("T3",)]
    assert [a.texts[0] for a in review.activities] == [
        "Increase take-up of free meals",
        "Design and build a 67-space park and ride at Ayton",
        "Establish a panel of residents",
    ]
    assert loud(review) == []


def test_an_activity_at_the_head_of_a_page_that_ends_the_one_above_in_two_words_is_its_own() -> None:
    first = (HEADER, ("Improve our local parks", "Mow lawns", "Mown.", "On track"))
    second = (HEADER, ("Local parks", "Plant trees", "Planted.", "Complete"))
    review = review_of(table(*first), table(*second, page=2))
    assert len(review.activities) == 2
