"""Rows stand under the activity whose merged cell covers them, also where a page's end cuts that cell."""

from __future__ import annotations

import pytest

from tests.normalise.building import ABOVE, loud, review_of, table

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


def test_a_page_s_end_between_two_paragraphs_of_an_activity_parts_no_activity() -> None:
    """Its second paragraph has a reference of its own, but the actions count on and the lead stands above."""
    header = ("Activity", "Plan", "Action", "Lead", "Progress", "Status")
    first = (
        header,
        ("1.2 Pave the market", "Town Plan", "1. Order stone", "Ann Archer", "Ordered.", "Complete"),
        ("1.3.1 Open the quay", "Quay Plan", "1. Mend the steps", "Bo Bull", "Mended.", "On track"),
    )
    second = (
        header,
        ("1.3.2 Light the quay", "", "2. Hang lamps", "", "Hung.", "Complete"),
        (ABOVE, ABOVE, "3. Test lamps", ABOVE, "Tested.", "On track"),
        ("1.4 Widen the bridge", "Roads Plan", "1. Draw it", "Cy Cole", "Drawn.", "On track"),
    )
    review = review_of(table(*first), table(*second, page=2))
    assert [a.activity_refs for a in review.actions] == [
        ("1.2",), *[("1.3.1", "1.3.2")] * 3, ("1.4",)
    ]  # fmt: skip
    assert [a.leads for a in review.actions][1:4] == [("Bo Bull",)] * 3
    assert review.activities[1].plans == ("Quay Plan",)
    assert loud(review) == []


def test_a_new_activity_without_a_lead_at_the_head_of_a_page_is_its_own() -> None:
    header = ("Activity", "Action", "Lead", "Status")
    first = (header, ("1.1 Open the quay", "1. Mend the steps", "Bo Bull", "On track"))
    second = (header, ("1.2 Light the quay", "1. Hang lamps", "", "Complete"))
    review = review_of(table(*first), table(*second, page=2))
    assert [a.activity_refs for a in review.actions] == [("1.1",), ("1.2",)]
