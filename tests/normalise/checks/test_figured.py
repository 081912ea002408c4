"""Tables of figures that were left alone though they look like those of what a review measures."""

from __future__ import annotations

import pytest

from tests.normalise.building import ACTIONS, loud, review_of, table

ROW = ("1. Buy land", "Ann Archer", "Bought in May.", "On track")
SENTENCES = (("More was recycled.", "66%", "70%"), ("Roads are worse.", "3.4", "3.5"))
MONEY = (("Housing", "£2.4m", "£2.6m"), ("Roads", "£1.1m", "£1.0m"))


@pytest.mark.parametrize(
    ("headings", "rows", "told"),
    [
        (("How are we doing?", "2024/25", "Target 2024/25"), SENTENCES, True),
        (("Wibble", "Wobble", "Target"), SENTENCES, True),
        (("Wibble", "Wobble", "Wubble"), SENTENCES, False),  # nothing is aimed at
        (("Wibble", "Wobble", "Target"), MONEY, False),
        (("Wibble", "Wobble £000", "Target £000"), SENTENCES, False),
        (("Wibble", "Budget", "Target"), SENTENCES, False),
    ],
)
def test_a_table_with_a_target_is_not_left_alone_in_silence(
    headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...], told: bool
) -> None:
    review = review_of(table(ACTIONS, ROW), table(headings, *rows, top=300))
    assert not review.indicators
    assert ("table_not_understood" in loud(review)) is told
