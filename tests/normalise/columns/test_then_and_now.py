"""Two columns of ratings whose headings say no more than that one was told before the other."""

from __future__ import annotations

import pytest

from tests.normalise.building import (
    AMBER,
    GREEN,
    RED,
    Square,
    filled,
    heading,
    loud,
    paragraph,
    review_of,
    table,
)

KEY = paragraph("Green: on track. Amber: behind schedule. Red: off track.")
PAIRS = [
    ("Last qtr", "This qtr"),
    ("Last quarter", "This quarter"),
    ("Previous", "Current"),
    ("Previous DCA", "Current DCA"),
    ("Previous position", "Current position"),
    ("RAG then", "RAG now"),
    ("Was", "Is"),
    ("Position at Q1", "Position at Q2"),
    ("Q1 confidence", "Q2 confidence"),
    ("P5", "P6"),
    ("Period 5 RAG", "Period 6 RAG"),
    ("2024/25 RAG", "2025/26 RAG"),
]
WORDS = (("Amber", "Green"), ("Red", "Amber"), ("Green", "Red"), ("Green", "Green"))
TINTS = tuple(
    tuple(filled({"Green": GREEN, "Amber": AMBER, "Red": RED}[word]) for word in row) for row in WORDS
)
NOW = ["on_schedule", "behind_schedule", "off_track", "on_schedule"]


def rows(ratings: tuple[tuple[Square, ...], ...], *, back: bool = False) -> list[tuple[Square, ...]]:
    return [
        (
            f"1.{k}",
            f"Build {k} homes",
            "Ann Archer",
            *(row[::-1] if back else row),
            f"The frame of {k} rises.",
        )
        for k, row in enumerate(ratings, 1)
    ]


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("pair", PAIRS)
def test_the_later_of_two_ratings_is_the_status(pair: tuple[str, str], back: bool) -> None:
    heads = ("Ref", "Action", "Lead", *(pair[::-1] if back else pair), "Progress")
    review = review_of(KEY, heading("Delivery Plan: progress review"), table(heads, *rows(WORDS, back=back)))
    assert [a.status for a in review.actions] == NOW
    assert [code for code in loud(review) if code != "heading_guessed"] == []


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("pair", PAIRS[:3])
def test_tints_without_words_are_no_figures_of_indicators(pair: tuple[str, str], back: bool) -> None:
    """Symptom: 20 actions became indicators without a value."""
    heads = ("Ref", "Action", "Lead", *(pair[::-1] if back else pair), "Comment")
    review = review_of(heading("Delivery Plan: progress review"), table(heads, *rows(TINTS, back=back)))
    assert ([a.status for a in review.actions], review.indicators) == (NOW, ())


def test_figures_below_such_headings_are_an_indicators() -> None:
    heads = ("Ref", "Action", "Last qtr", "This qtr")
    review = review_of(table(heads, ("1", "Homes built", "12", "14"), ("2", "Homes let", "11", "9")))
    assert [(i.previous, i.latest) for i in review.indicators] == [("12", "14"), ("11", "9")]


def test_two_ratings_of_which_neither_is_known_to_be_the_later_are_no_silent_status() -> None:
    """Symptom: the first of them was the status where the key lacks a word of the second."""
    ratings = (("Green", "Amber"), ("Amber", "Green"), ("Red", "Complete"), ("Amber", "Red"))
    heads = ("Ref", "Action", "Lead", "Council view", "Board view", "Progress")
    review = review_of(KEY, table(heads, *rows(ratings)))
    assert {a.status for a in review.actions} == {"unknown"}
    assert loud(review).count("several_ratings") == 4
