"""Goals beside initiatives, and icons that a key beside the legend explains."""

from __future__ import annotations

from normalise.review import Review

from .building import (
    ABOVE,
    AMBER,
    BLUE,
    GREEN,
    filled,
    loud,
    picture,
    review_of,
    shape,
    table,
    with_hidden,
    with_text,
)

HEADER = ("Goal Description", "Goal Health", "Initiative", "Progress Description", "Initiative Health")
KEY = table(
    [with_text("On track: work goes as planned", shape("square", GREEN)), picture("bars two", BLUE), "50%"],
    [with_text("Slightly off track: a delay", shape("square", AMBER)), picture("bars three", BLUE), "75%"],
    [with_text("Accomplished: done", shape("square", BLUE)), picture("cross", AMBER), "no"],
)


def plan(goal: str = "", hidden: str = "") -> Review:
    """Two initiatives under one goal, whose merged cell is amber."""
    return review_of(
        KEY,
        table(
            HEADER,
            [
                "1. Parks",
                with_hidden(filled(AMBER, goal), hidden),
                "Plant trees",
                "Ninety are in the ground.",
                filled(GREEN),
            ],
            [ABOVE, ABOVE, "Mend benches", "All of them stand again.", filled(BLUE)],
            top=300,
        ),
    )


def test_the_row_s_status_is_the_initiative_s_not_the_goal_s() -> None:
    assert [a.status for a in plan().actions] == ["on_schedule", "completed"]


def test_the_goal_s_status_stands_beside_each_of_its_initiatives() -> None:
    assert [dict(a.extra)["Goal Health"] for a in plan().actions] == ["Slightly off track"] * 2


def test_a_goal_s_hidden_words_that_contradict_its_colour_are_told_once() -> None:
    assert loud(plan(hidden="On track")) == ["hidden_text_contradicts"]
    assert loud(plan(hidden="Slightly off track")) == []


def test_a_goal_s_health_is_the_row_s_status_where_no_initiative_has_one() -> None:
    review = review_of(
        KEY,
        table(
            ["Goal", "Goal Health", "Progress"],
            ["Parks", filled(AMBER), "Late."],
            ["Roads", filled(GREEN), "Fine."],
            top=300,
        ),
    )
    assert [a.status for a in review.actions] == ["behind_schedule", "on_schedule"]


def test_icons_explained_beside_the_legend_are_no_statuses_and_are_told_in_words() -> None:
    review = review_of(
        KEY,
        table(
            ("Action", "Reported", "Progress", "Status"),
            ["Plant trees", picture("bars three", BLUE), "Ninety are in the ground.", filled(GREEN)],
            ["Mend benches", picture("cross", AMBER), "All of them stand again.", filled(BLUE)],
            ["Paint gates", picture("a flag", BLUE), "Begun.", filled(BLUE)],
            top=300,
        ),
    )
    assert [e.label for e in review.legend] == ["On track", "Slightly off track", "Accomplished"]
    assert [dict(a.extra)["Reported"] for a in review.actions] == ["75%", "no", "blue picture"]
