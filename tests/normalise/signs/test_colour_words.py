"""Colours' words that qualify the name of a status, in a key and in a cell."""

from __future__ import annotations

import pytest

from normalise.review import Review
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    GREEN,
    RED,
    Square,
    about,
    loud,
    review_of,
    shape,
    table,
    with_text,
)

MISSED = "We expect to get there, but milestones were missed"


def rated(sign: Square, *key: tuple[Square, ...]) -> Review:
    rows = [
        ("Buy land", "Ann Archer", "It has begun.", sign),
        ("Sell land", "Ann Archer", "It has begun.", "Off track"),
    ]
    keys = [table(*key, top=20)] if key else []
    return review_of(*keys, table(ACTIONS, *rows, top=200))


@pytest.mark.parametrize("words", ["On target – amber", "Amber – on target", "On target (amber)"])
@pytest.mark.parametrize("drawn", [False, True])
def test_what_a_key_says_of_a_colour_goes_before_the_words_that_it_qualifies(words: str, drawn: bool) -> None:
    """It was on schedule, and no row said that its colour tells otherwise."""
    green, amber, red = (shape("pill", colour) for colour in (GREEN, AMBER, RED))
    lines: list[tuple[Square, ...]] = [
        (green, words.replace("amber", "green").replace("Amber", "Green"), "On time."),
        (amber, words, MISSED),
        (red, "Off track", "It will not be met"),
    ]
    key = lines if drawn else [line[1:] for line in lines]
    sign = with_text(words, shape("pill", AMBER)) if drawn else words
    review = rated(sign, *key)
    assert [a.status for a in review.actions] == ["behind_schedule", "off_track"]
    assert loud(review) == []


def test_a_key_that_says_nothing_of_its_colour_is_a_finding_on_each_row() -> None:
    key = ("On target – green", "On time."), ("On target – amber", "See the note."), ("Off track", "Late.")
    review = rated("On target – amber", *key)
    assert "key_belies_colour" in [f.code for f in about(review, "a001") if f.severity == "warning"]


@pytest.mark.parametrize(("words", "doubted"), [("Amber – on track", True), ("Green – on track", False)])
def test_a_colour_beside_other_words_is_a_finding_where_no_key_tells(words: str, doubted: bool) -> None:
    review = rated(words)
    assert review.actions[0].status == "on_schedule"
    assert ("mark_contradicts_words" in [f.code for f in about(review, "a001")]) == doubted
