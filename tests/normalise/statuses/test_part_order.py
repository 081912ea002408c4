"""Ratings for parts of a year without a year: the review's own time tells which is the newest, not their order."""

from __future__ import annotations

import pytest

from normalise import Review
from tests.normalise.building import heading, loud, paragraph, review_of, table

KEY = paragraph("G = On track, A = Behind schedule, R = Off track")


def rated(title: str, *headings: str, rows: tuple[str, ...] = ("AG", "RA")) -> Review:
    """A review with that title, and actions rated under the headings."""
    body = [
        (f"Build {len(row)} homes in ward {k}", "Ann Archer", *row, f"The frame of block {k} rises.")
        for k, row in enumerate(rows)
    ]
    return review_of(
        heading("Growing Well Plan"),
        heading(title, top=60),
        KEY,
        table(("Action", "Lead", *headings, "Progress"), *body),
    )


FIRST, SECOND = ["behind_schedule", "off_track"], ["on_schedule", "behind_schedule"]


@pytest.mark.parametrize(
    ("title", "headings", "statuses"),
    [
        ("Half-year progress report 2025/26, April to September 2025", ("Q4 RAG", "Q2 RAG"), SECOND),
        ("Quarter 2 review 2025/26", ("Q2", "Q4"), FIRST),
        ("Quarter 1 review 2025/26", ("Q1", "Q4"), FIRST),
        ("Quarter 1 review 2025/26", ("RAG Q4", "RAG Q1"), SECOND),
        ("Quarter 4 review 2025/26", ("Q1", "Q4"), SECOND),
        ("Progress review, position at 5 November 2025", ("Q4", "Q2"), SECOND),
        ("Spring term review 2024-25", ("Spring", "Autumn"), FIRST),
        ("Spring term review 2024-25", ("Autumn", "Spring"), SECOND),
        ("Spring term review 2024-25", ("Spr", "Aut"), FIRST),
        ("Spring term review 2024-25", ("Aut", "Spr"), SECOND),
        ("Quarter 2 review 2025/26", ("July", "October"), SECOND),
        ("Mid-year review 2025/26", ("H2", "H1"), SECOND),
        ("Year-end review 2025/26", ("H2", "H1"), FIRST),
        ("Position at 31 December 2025", ("Term 1", "Term 2"), SECOND),
        ("Position at 31 March 2026", ("Term 2", "Term 1"), FIRST),
    ],
)
def test_last_years_fourth_quarter_is_not_the_current_one(
    title: str, headings: tuple[str, ...], statuses: list[str]
) -> None:
    review = rated(title, *headings)
    assert ([a.status for a in review.actions], loud(review)) == (statuses, [])


@pytest.mark.parametrize("headings", [("Q4", "Q2"), ("Q1", "Q4"), ("Spring", "Autumn"), ("H2", "H1")])
def test_where_nothing_tells_which_rating_is_the_newer_each_row_says_so(headings: tuple[str, ...]) -> None:
    review = rated("Progress review", *headings, rows=("AG", "RA", "GG"))
    found = [f.subject_id for f in review.findings if f.code == "rating_order_unsure"]
    assert found == [a.id for a in review.actions[:2]]


@pytest.mark.parametrize(
    "headings", [("Q1", "Q2"), ("Q2", "Q1"), ("Q4", "Q1"), ("Autumn", "Spring"), ("H1", "H2")]
)
def test_neighbours_in_time_are_sure_without_the_reviews_own(headings: tuple[str, ...]) -> None:
    assert loud(rated("Progress review", *headings)) == []


def test_a_rating_for_a_quarter_that_is_still_to_come_is_not_the_status() -> None:
    review = rated("Quarter 2 review 2025/26", "Q1", "Q2", "Q3", "Q4", rows=("AGGG", "RAAA"))
    assert ([a.status for a in review.actions], loud(review)) == (SECOND, [])


def test_a_rating_foreseen_for_a_later_quarter_is_told() -> None:
    review = rated("Quarter 2 review 2025/26", "Q1", "Q2", "Q3", "Q4", rows=("AGRR", "RAAA"))
    assert [a.status for a in review.actions] == SECOND
    assert [f.subject_id for f in review.findings if f.code == "rating_order_unsure"] == [
        review.actions[0].id
    ]
