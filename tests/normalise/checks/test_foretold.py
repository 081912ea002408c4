"""Actions that are complete only after the day that their review tells of."""

from __future__ import annotations

import pytest

from tests.normalise.building import ACTIONS, paragraph, review_of, table


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Complete - March 2026", True),
        ("Complete 10/1/25", False),
        ("Complete - September 2025", False),
        ("Complete", False),
        ("Delayed – now expected Feb 2026", False),
    ],
)
def test_what_is_complete_after_the_review_s_day_is_told(printed: str, told: bool) -> None:
    row = ("1. Buy land", "Ann Archer", "Bought.", printed)
    review = review_of(paragraph("Position at 30 September 2025"), table(ACTIONS, row, top=90))
    found = [f.subject_id for f in review.findings if f.code == "completed_later"]
    assert found == ([review.actions[0].id] if told else [])
