"""Rows that hold the comment on the row above them."""

from __future__ import annotations

import pytest

from tests.normalise.building import BESIDE, heading, loud, review_of, table

TITLE = heading("Marlshire Council Delivery Plan: Quarter 2 2025/26 update", top=20)
HEADER = ("Ref", "Action", "Lead", "Progress", "Status")
ROWS = (("1.1", "Buy land", "Ann Archer", "55%", "On track"), ("1.2", "Sell land", "Bo Ray", "0%", "Delayed"))


@pytest.mark.parametrize(
    "rest", [(BESIDE, BESIDE, BESIDE, BESIDE), ("", "", "", "")], ids=["merged", "in the first column"]
)
def test_a_comment_below_its_row_is_its_progress_and_a_percentage_how_far_it_has_come(
    rest: tuple[str, ...],
) -> None:
    remarks = ("Q2 Comment: Bought in May.", *rest), ("Q2 Comment: No offers.", *rest)
    review = review_of(TITLE, table(HEADER, ROWS[0], remarks[0], ROWS[1], remarks[1]))
    assert [(a.action, a.progress, dict(a.extra)["complete"]) for a in review.actions] == [
        ("Buy land", "Bought in May.", "55%"),
        ("Sell land", "No offers.", "0%"),
    ]
    assert loud(review) == []


def test_an_item_with_a_colon_is_no_comment() -> None:
    review = review_of(TITLE, table(HEADER, ROWS[0], ("", "Parks: plant trees", "", "", ""), ROWS[1]))
    assert [a.action for a in review.actions] == ["Buy land", "Parks: plant trees", "Sell land"]
