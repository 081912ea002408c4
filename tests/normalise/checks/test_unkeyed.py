"""Statuses in words of which the document's key holds nothing."""

from __future__ import annotations

import pytest

from normalise import Review
from tests.normalise.building import ACTIONS, AMBER, BLUE, GREEN, review_of, shape, table, with_text


def rated(*signs: tuple[str, str], key: tuple[str, ...] = ("Completed", "On track")) -> Review:
    inks = (BLUE, GREEN)
    lines = table(*((shape("disc", ink), name) for ink, name in zip(inks, key, strict=True)), top=60)
    rows = (
        (f"{n}. Do it", "Ann Archer", "Work goes on", with_text(word, shape("disc", ink)))
        for n, (word, ink) in enumerate(signs, 1)
    )
    return review_of(lines, table(ACTIONS, *rows, top=300))


def told(review: Review) -> list[tuple[str, str | None]]:
    return [(f.severity, f.subject_id) for f in review.findings if f.code == "key_incomplete"]


def test_a_status_in_words_that_no_line_of_the_key_holds_is_told_once() -> None:
    """A sign of the key was not seen, and its line was silently not in the legend: the rows' own words told."""
    review = rated(("Completed", BLUE), ("Delayed", AMBER), ("Delayed", AMBER))
    assert [a.status for a in review.actions] == ["completed", "behind_schedule", "behind_schedule"]
    assert told(review) == [("warning", None)]


@pytest.mark.parametrize(
    ("word", "ink"), [("On track", GREEN), ("Going to plan", GREEN), ("No update", AMBER)]
)
def test_words_for_what_the_key_holds_or_for_nothing_are_not_told(word: str, ink: str) -> None:
    assert told(rated(("Completed", BLUE), (word, ink))) == []


@pytest.mark.parametrize(("beside", "loudly"), [("On track", []), ("", [("warning", None)])])
def test_a_name_of_the_key_in_another_column_is_what_the_key_is_for(
    beside: str, loudly: list[tuple[str, None]]
) -> None:
    """Each document with a life cycle beside a rating was told to lack lines of its key."""
    key = table((shape("disc", GREEN), "On track"), (shape("disc", AMBER), "Behind"), top=60)
    rows = (
        ("Build a depot", "Ann Archer", "In progress", with_text("Behind", shape("disc", AMBER)), "Late."),
        ("Plant trees", "Bo Bull", "Ongoing", with_text("On track", shape("disc", GREEN)), "Ninety."),
        ("Sell land", "Cy Ray", "Completed", beside, "Sold."),
    )
    review = review_of(key, table(("Action", "Lead", "Status", "RAG", "Progress"), *rows, top=300))
    assert told(review) == loudly
