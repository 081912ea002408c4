"""Keys told in running sentences: red is completed in most of them, and by convention it would be off track."""

from __future__ import annotations

import pytest

from tests.normalise.building import ACTIONS, AMBER, GREEN, RED, filled, loud, paragraph, review_of, table

RATED = table(
    ACTIONS,
    *((f"{n}. Do it", "Ann Archer", "Goes on", filled(ink)) for n, ink in enumerate((RED, AMBER, GREEN), 1)),
    top=300,
)


@pytest.mark.parametrize(
    "text",
    [
        "Actions shown in red have been completed, those in amber are in progress and those in green have not started.",
        "The RAG status shows whether an action is complete (Red), in progress (Amber) or not started (Green).",
        "Red is used for completed actions, amber for actions in progress and green for actions not yet started.",
        "Completed actions are marked red, actions in progress amber and actions not started green.",
        "Completed (R), In progress (A), Not started (G)",
        "Red denotes what is finished. Amber is used where the action is on target, and Green where it has not begun.",
    ],
)
def test_a_sentence_that_says_what_colours_mean_is_a_key(text: str) -> None:
    review = review_of(paragraph(text), RATED)
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "not_started"]
    assert not loud(review)


@pytest.mark.parametrize(
    "text",
    [
        "In earlier reports red meant completed, amber in progress and green not started.",
        "Of the red actions two are completed, amber is in progress and green not started.",
        "Red has not been completed, amber is not in progress and green has been started.",
    ],
)
def test_what_tells_of_another_time_or_of_some_actions_is_no_key(text: str) -> None:
    assert not review_of(paragraph(text), RATED).legend


@pytest.mark.parametrize(
    "text",
    [
        "Green actions are complete.",
        "Where an action is complete it is shaded green; others are rated amber or red by their risk.",
    ],
)
def test_a_sentence_about_one_colour_that_means_something_else_is_told_on_each_row(text: str) -> None:
    """Three colours, or two statuses, had to be named: green came out as on schedule with a hint only."""
    assert loud(review_of(paragraph(text), RATED)) == ["convention_unsure"] * 3
