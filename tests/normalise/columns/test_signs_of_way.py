"""Columns headed as a direction of travel that hold the key's statuses, and those that hold arrows."""

from __future__ import annotations

import pytest

from tests.normalise.building import (
    AMBER,
    GREEN,
    RED,
    Shown,
    filled,
    glyph,
    loud,
    paragraph,
    review_of,
    shape,
    table,
)

SIGNS = (shape("disc", GREEN), shape("triangle", AMBER), shape("square", RED))
KEY = table(
    *((sign, text) for sign, text in zip(SIGNS, ("On track", "Behind schedule", "Off track"), strict=True))
)
ROWS = (
    ("Open a library", "Open since May."),
    ("Plant trees", "Two of five are late."),
    ("Mend roofs", "No money."),
)


@pytest.mark.parametrize("heading", ["Trajectory", "Trend", "Direction"])
def test_signs_of_the_key_are_statuses_whatever_their_heading(heading: str) -> None:
    rows = [(action, sign, note) for (action, note), sign in zip(ROWS, SIGNS, strict=True)]
    review = review_of(KEY, table(("Action", heading, "Progress"), *rows, top=300))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "off_track"]


@pytest.mark.parametrize("heading", ["Trajectory", "Trend"])
def test_signs_of_the_key_beside_figures_are_their_statuses(heading: str) -> None:
    figures = (("Homes let", "93%", "95%"), ("Bins missed", "48", "50"), ("Visits", "41", "40"))
    rows = [(*figure, sign) for figure, sign in zip(figures, SIGNS, strict=True)]
    review = review_of(KEY, table(("Measure", "2024/25", "Target", heading), *rows, top=300))
    assert [i.status for i in review.indicators] == ["on_schedule", "behind_schedule", "off_track"]


def test_arrows_in_the_colours_of_the_key_stay_directions() -> None:
    arrows: list[Shown] = [
        glyph("↑", GREEN, "arrow-up"),
        glyph("↓", RED, "arrow-down"),
        glyph("↑", GREEN, "arrow-up"),
    ]
    rows = [(f"Measure {k}", "48", "50", arrow) for k, arrow in enumerate(arrows)]
    review = review_of(KEY, table(("Measure", "2024/25", "Target", "Trend"), *rows, top=300))
    assert [(i.status, i.direction) for i in review.indicators] == [
        (None, "better"),
        (None, "worse"),
        (None, "better"),
    ]


def test_signs_of_another_form_in_the_key_s_colours_are_no_statuses() -> None:
    """A red figure with a green pointer was on schedule."""
    rows = [
        (name, "20", filled(fill, "25"), shape("polygon", ink, f"chevron {ink}"))
        for name, fill, ink in (("Homes", GREEN, RED), ("Roads", RED, GREEN), ("Parks", AMBER, GREEN))
    ]
    review = review_of(KEY, table(("Indicator", "Target", "Latest", "Trend"), *rows, top=200))
    assert [i.status for i in review.indicators] == ["on_schedule", "off_track", "behind_schedule"]


UP, LEVEL, DOWN = (
    glyph("▲", "#222222", "triangle"),
    glyph("►", "#222222", "triangle-right"),
    glyph("▼", "#222222", "triangle-down"),
)
CHANGED = ("Measure", "Target", "November 2025", "December 2025")


@pytest.mark.parametrize("head", ["Change", "Compared with last month", "Up or down"])
def test_arrows_below_a_heading_that_tells_of_change_are_the_direction(head: str) -> None:
    """They were statuses that no key explained, with a finding on each row; the line below them was not read."""
    rows = [(f"Delays {k}", "5%", "12%", "9%", sign) for k, sign in enumerate((UP, LEVEL, DOWN))]
    key = paragraph("▲ better than the month before ► the same ▼ worse", top=300, marks=(UP, LEVEL, DOWN))
    review = review_of(table((*CHANGED, head), *rows), key)
    assert [(i.status, i.direction) for i in review.indicators] == [
        (None, "better"),
        (None, "same"),
        (None, "worse"),
    ]
    assert loud(review) == []


@pytest.mark.parametrize(
    ("words", "directed"), [(("Up", "Down", "No change"), True), (("+3", "-2", "0"), False)]
)
def test_words_for_up_and_down_below_change_are_the_direction(words: tuple[str, ...], directed: bool) -> None:
    rows = [(f"Delays {k}", "5%", "12%", "9%", word) for k, word in enumerate(words)]
    review = review_of(table((*CHANGED, "Change"), *rows))
    role = "direction" if directed else "Change"
    assert [dict(i.extra)[role] for i in review.indicators] == list(words)
    assert loud(review) == []
