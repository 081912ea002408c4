"""Merged cells that a page's end cuts where nothing shows it."""

from __future__ import annotations

import pytest

from normalise import Review
from tests.normalise.building import INDICATORS, Square, about, review_of, table

ROWS: list[tuple[Square, ...]] = [(f"Measure {k}", f"{k}0%", f"{k}1%", f"{k}2%", "High") for k in range(1, 6)]


def told_of(review: Review, place: int) -> list[str]:
    return [f.code for f in about(review, review.indicators[place].id)]


def of_pages(upper: list[tuple[Square, ...]], lower: list[tuple[Square, ...]]) -> Review:
    return review_of(table(INDICATORS, *upper), table(INDICATORS, *lower, page=2))


def test_a_target_that_the_first_row_of_a_page_alone_lacks_is_told() -> None:
    """The cell above the page's end held for both rows; the second had no target, and no finding said so."""
    review = of_pages(ROWS[:3], [("Measure 4", "", "41%", "42%", "High"), ROWS[4]])
    assert "row_split_unsure" in told_of(review, 3)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (ROWS[:3], ROWS[3:]),
        (
            [*ROWS[:2], ("Measure 3", "", "31%", "32%", "High")],
            [("Measure 4", "", "41%", "42%", "High"), ROWS[4]],
        ),
        (ROWS[:3], [ROWS[3], ("Measure 5", "", "51%", "52%", "High")]),
        (ROWS[:1], [("Measure 4", "", "41%", "42%", "High"), ROWS[4]]),
    ],
    ids=["all have one", "blank cells are its habit", "in the second row", "few rows"],
)
def test_what_other_rows_lack_too_or_stands_below_is_not_told(
    upper: list[tuple[Square, ...]], lower: list[tuple[Square, ...]]
) -> None:
    review = of_pages(upper, lower)
    assert all("row_split_unsure" not in told_of(review, k) for k in range(len(review.indicators)))
